//! `std::backtrace`: captured stack traces.

use crate::fmt;

#[derive(Debug)]
pub struct Backtrace {}
#[derive(Debug, PartialEq, Eq)]
pub enum BacktraceStatus { Unsupported, Disabled, Captured }

impl Backtrace {
    pub fn capture() -> Backtrace {}
    pub fn force_capture() -> Backtrace {}
    pub const fn disabled() -> Backtrace {}
    pub fn status(&self) -> BacktraceStatus {}
}
impl fmt::Display for Backtrace {}
