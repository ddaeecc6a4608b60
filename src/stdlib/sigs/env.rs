//! `std::env`: the process's environment and arguments.

use crate::error::Error;
use crate::ffi::{OsStr, OsString};
use crate::fmt;
use crate::io;
use crate::iter::{DoubleEndedIterator, ExactSizeIterator};
use crate::path::{Path, PathBuf};

#[derive(Debug)]
pub struct Args {}
#[derive(Debug)]
pub struct ArgsOs {}
#[derive(Debug)]
pub struct Vars {}
#[derive(Debug)]
pub struct VarsOs {}
#[derive(Debug)]
pub struct SplitPaths<'a> {}
#[derive(Debug)]
pub struct JoinPathsError {}
#[derive(Debug, PartialEq, Eq, Clone)]
pub enum VarError { NotPresent, NotUnicode(OsString) }

pub fn args() -> Args {}
pub fn args_os() -> ArgsOs {}
pub fn vars() -> Vars {}
pub fn vars_os() -> VarsOs {}
pub fn var<K: AsRef<OsStr>>(key: K) -> Result<String, VarError> {}
pub fn var_os<K: AsRef<OsStr>>(key: K) -> Option<OsString> {}
pub unsafe fn set_var<K: AsRef<OsStr>, V: AsRef<OsStr>>(key: K, value: V) {}
pub unsafe fn remove_var<K: AsRef<OsStr>>(key: K) {}
pub fn current_dir() -> io::Result<PathBuf> {}
pub fn set_current_dir<P: AsRef<Path>>(path: P) -> io::Result<()> {}
pub fn current_exe() -> io::Result<PathBuf> {}
pub fn home_dir() -> Option<PathBuf> {}
pub fn temp_dir() -> PathBuf {}
pub fn split_paths<T: AsRef<OsStr> + ?Sized>(unparsed: &T) -> SplitPaths<'_> {}
pub fn join_paths<I, T>(paths: I) -> Result<OsString, JoinPathsError> where I: IntoIterator<Item = T>, T: AsRef<OsStr> {}

impl Iterator for Args { type Item = String; }
impl ExactSizeIterator for Args {}
impl DoubleEndedIterator for Args {}
impl Iterator for ArgsOs { type Item = OsString; }
impl ExactSizeIterator for ArgsOs {}
impl DoubleEndedIterator for ArgsOs {}
impl Iterator for Vars { type Item = (String, String); }
impl Iterator for VarsOs { type Item = (OsString, OsString); }
impl<'a> Iterator for SplitPaths<'a> { type Item = PathBuf; }
impl fmt::Display for VarError {}
impl Error for VarError {}
impl fmt::Display for JoinPathsError {}
impl Error for JoinPathsError {}

pub mod consts {
    pub const ARCH: &str = "";
    pub const FAMILY: &str = "";
    pub const OS: &str = "";
    pub const DLL_PREFIX: &str = "";
    pub const DLL_SUFFIX: &str = "";
    pub const DLL_EXTENSION: &str = "";
    pub const EXE_SUFFIX: &str = "";
    pub const EXE_EXTENSION: &str = "";
}
