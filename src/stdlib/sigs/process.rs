//! `std::process`: child processes, synchronous: `wait`, `status` and `output` block.

use crate::convert::Infallible;
use crate::ffi::OsStr;
use crate::fmt;
use crate::fs;
use crate::io::{self, Read, Write};
use crate::iter::ExactSizeIterator;
use crate::path::Path;

#[derive(Debug)]
pub struct Command {}
#[derive(Debug)]
pub struct CommandArgs<'a> {}
#[derive(Debug)]
pub struct CommandEnvs<'a> {}
#[derive(Debug)]
pub struct Child {
    pub stdin: Option<ChildStdin>,
    pub stdout: Option<ChildStdout>,
    pub stderr: Option<ChildStderr>,
}
#[derive(Debug)]
pub struct ChildStdin {}
#[derive(Debug)]
pub struct ChildStdout {}
#[derive(Debug)]
pub struct ChildStderr {}
#[derive(PartialEq, Eq, Clone, Debug)]
pub struct Output {
    pub status: ExitStatus,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}
#[derive(Debug)]
pub struct Stdio {}
#[derive(PartialEq, Eq, Clone, Copy, Debug, Default)]
pub struct ExitStatus {}
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ExitCode {}

pub trait Termination {
    fn report(self) -> ExitCode;
}

pub fn exit(code: i32) -> ! {}
pub fn abort() -> ! {}
pub fn id() -> u32 {}

impl Command {
    pub fn new<S: AsRef<OsStr>>(program: S) -> Command {}
    pub fn arg<S: AsRef<OsStr>>(&mut self, arg: S) -> &mut Command {}
    pub fn args<I, S>(&mut self, args: I) -> &mut Command where I: IntoIterator<Item = S>, S: AsRef<OsStr> {}
    pub fn env<K, V>(&mut self, key: K, val: V) -> &mut Command where K: AsRef<OsStr>, V: AsRef<OsStr> {}
    pub fn envs<I, K, V>(&mut self, vars: I) -> &mut Command where I: IntoIterator<Item = (K, V)>, K: AsRef<OsStr>, V: AsRef<OsStr> {}
    pub fn env_remove<K: AsRef<OsStr>>(&mut self, key: K) -> &mut Command {}
    pub fn env_clear(&mut self) -> &mut Command {}
    pub fn current_dir<P: AsRef<Path>>(&mut self, dir: P) -> &mut Command {}
    pub fn stdin<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {}
    pub fn stdout<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {}
    pub fn stderr<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {}
    pub fn spawn(&mut self) -> io::Result<Child> {}
    pub fn output(&mut self) -> io::Result<Output> {}
    pub fn status(&mut self) -> io::Result<ExitStatus> {}
    pub fn get_program(&self) -> &OsStr {}
    pub fn get_args(&self) -> CommandArgs<'_> {}
    pub fn get_envs(&self) -> CommandEnvs<'_> {}
    pub fn get_current_dir(&self) -> Option<&Path> {}
}
impl<'a> Iterator for CommandArgs<'a> { type Item = &'a OsStr; }
impl<'a> ExactSizeIterator for CommandArgs<'a> {}
impl<'a> Iterator for CommandEnvs<'a> { type Item = (&'a OsStr, Option<&'a OsStr>); }
impl<'a> ExactSizeIterator for CommandEnvs<'a> {}
impl Child {
    pub fn kill(&mut self) -> io::Result<()> {}
    pub fn id(&self) -> u32 {}
    pub fn wait(&mut self) -> io::Result<ExitStatus> {}
    pub fn try_wait(&mut self) -> io::Result<Option<ExitStatus>> {}
    pub fn wait_with_output(self) -> io::Result<Output> {}
}
impl Write for ChildStdin {}
impl Write for &ChildStdin {}
impl Read for ChildStdout {}
impl Read for ChildStderr {}
impl Stdio {
    pub fn piped() -> Stdio {}
    pub fn inherit() -> Stdio {}
    pub fn null() -> Stdio {}
}
impl From<ChildStdin> for Stdio {}
impl From<ChildStdout> for Stdio {}
impl From<ChildStderr> for Stdio {}
impl From<fs::File> for Stdio {}
impl From<io::Stdout> for Stdio {}
impl From<io::Stderr> for Stdio {}
impl From<io::PipeReader> for Stdio {}
impl From<io::PipeWriter> for Stdio {}
impl ExitStatus {
    pub fn success(&self) -> bool {}
    pub fn code(&self) -> Option<i32> {}
}
impl fmt::Display for ExitStatus {}
impl ExitCode {
    pub const SUCCESS: ExitCode = ExitCode {};
    pub const FAILURE: ExitCode = ExitCode {};
}
impl From<u8> for ExitCode {}
impl Termination for () {}
impl Termination for ! {}
impl Termination for Infallible {}
impl Termination for ExitCode {}
impl<T: Termination, E: fmt::Debug> Termination for Result<T, E> {}
