//! The cheapest imaginable linter: reads every `.rs` file, parses it with `syn`, drops it. What the speed of the
//! linter is measured against: same `syn` and features, allocator and threads; no discovery, no lowering, no types.

mod walk;

use std::path::{Path, PathBuf};
use std::time::Instant;

use rayon::prelude::*;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Bytes: nested code needs more than a thread's usual 2 MiB.
const STACK: usize = 64 << 20;

#[derive(Default, Clone, Copy)]
struct Count {
    files: usize,
    lines: usize,
    unread: usize,
    unparsed: usize,
}

pub fn main() {
    let dirs: Vec<PathBuf> = std::env::args_os()
        .skip(1)
        .filter(|arg| !arg.to_string_lossy().starts_with("--"))
        .map(PathBuf::from)
        .collect();
    if dirs.is_empty() {
        eprintln!("usage: cargo bench --bench naive -- DIR…");
        std::process::exit(2);
    }
    rayon::ThreadPoolBuilder::new().stack_size(STACK).build_global().expect("the pool is built once");
    let start = Instant::now();
    let files: Vec<PathBuf> = dirs.iter().flat_map(|dir| walk::rust_files(dir)).collect();
    let count = files.par_iter().map(|path| parse(path)).reduce(Count::default, Count::add);
    let Count { files, lines, unread, unparsed } = count;
    let seconds = start.elapsed().as_secs_f64();
    println!("{files} files, {lines} lines, {seconds:.3} s; {unread} not read, {unparsed} not parsed");
}

fn parse(path: &Path) -> Count {
    let Ok(text) = std::fs::read_to_string(path) else {
        return Count { files: 1, unread: 1, ..Count::default() };
    };
    // Positions belong to the thread and would pile up from file to file.
    proc_macro2::extra::invalidate_current_thread_spans();
    let unparsed = usize::from(syn::parse_file(&text).is_err());
    Count { files: 1, lines: text.lines().count(), unread: 0, unparsed }
}

impl Count {
    fn add(self, other: Count) -> Count {
        Count {
            files: self.files + other.files,
            lines: self.lines + other.lines,
            unread: self.unread + other.unread,
            unparsed: self.unparsed + other.unparsed,
        }
    }
}
