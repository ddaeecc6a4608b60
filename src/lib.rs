//! `cargo unawaited`: finds futures that are created and thrown away, without building the project.
//!
//! The data flow is the layout (ARCHITECTURE.md shows it):
//!
//! ```text
//! discover ⇄ lower → index ⇄ expand → resolve → infer → discards → rules → report
//! ```
//!
//! [`check`] drives it; [`cli`] is the command around it.

pub mod cache;
pub mod check;
pub mod cli;
pub mod discards;
pub mod discover;
pub mod expand;
pub mod explain;
pub mod finding;
pub mod index;
pub mod infer;
pub mod known;
pub mod lang;
pub mod lower;
pub mod report;
pub mod resolve;
pub mod rules;
pub mod source;
pub mod stdlib;
pub mod suggest;
pub mod summary;
pub mod suppress;
