//! Discovery on trees that each test lays out in a temporary directory.

mod dependencies;
mod foreign;
mod hostile;
mod modules;
mod problems;
mod reading;
mod requests;
mod targets;
mod tree;
mod walking;
mod workspaces;
