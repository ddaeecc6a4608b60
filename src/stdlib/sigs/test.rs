//! The unstable crate `test`, which benchmarks of nightly builds name. From `library/test/src/bench.rs`.

use crate::stats::Summary;

pub use std::hint::black_box;

#[derive(Clone)]
pub struct Bencher {
    pub bytes: u64,
}
impl Bencher {
    pub fn iter<T, F: FnMut() -> T>(&mut self, inner: F) {}
    pub fn bench<F: FnMut(&mut Bencher) -> Result<(), String>>(&mut self, f: F) -> Result<Option<Summary>, String> {}
}

pub mod stats {
    #[derive(Clone, PartialEq, Copy)]
    pub struct Summary {
        pub sum: f64,
        pub min: f64,
        pub max: f64,
        pub mean: f64,
        pub median: f64,
        pub var: f64,
        pub std_dev: f64,
        pub std_dev_pct: f64,
        pub median_abs_dev: f64,
        pub median_abs_dev_pct: f64,
        pub quartiles: (f64, f64, f64),
        pub iqr: f64,
    }
}
