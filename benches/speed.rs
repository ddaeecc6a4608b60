//! How long a whole run of the linter takes beside the naive parser of naive.rs: both as processes of their own, in
//! turns, on the same tree. benches/README.md says how to run and read it.

// The same program as the benchmark of that name: called with `--naive` this one is it.
#[path = "naive.rs"]
mod naive;

use std::ffi::OsStr;
use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const USAGE: &str = "usage: cargo bench --bench speed -- [--runs=N] DIR…
  DIR       a project's directory; relative to this package's directory; of several, the sums are shown as well
  --runs=N  how often each program runs (default: 7), not counting the first run, which measures memory";

/// How often a process's memory is read, in its untimed run.
const SAMPLE: Duration = Duration::from_millis(2);

fn main() -> io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if args.first().is_some_and(|arg| arg == "--naive") {
        naive::main();
        return Ok(());
    }
    let runs = args.iter().find_map(|arg| arg.strip_prefix("--runs=")).map_or(Ok(7), str::parse::<usize>);
    let dirs: Vec<&String> = args.iter().filter(|arg| !arg.starts_with("--")).collect();
    let (false, Ok(runs @ 1..)) = (dirs.is_empty(), runs) else {
        eprintln!("{USAGE}");
        std::process::exit(2);
    };
    let mut all = Vec::with_capacity(dirs.len());
    for dir in &dirs {
        if dirs.len() > 1 {
            println!("{dir}");
        }
        all.push(of_one(dir, runs)?);
    }
    if all.len() > 1 {
        let sum = |of: fn(&Times) -> f64| -> [f64; 3] {
            [0, 1, 2].map(|at| all.iter().map(|it| of(&it[at])).sum())
        };
        println!("all {}", all.len());
        conclude(sum(|times| median(times)), sum(|times| times[0]), runs);
    }
    Ok(())
}

/// Seconds that each run of a program took, sorted.
type Times = Vec<f64>;

/// Of the naive parser, the linter, and the linter without macros.
fn of_one(dir: &str, runs: usize) -> io::Result<[Times; 3]> {
    let itself = std::env::current_exe()?;
    let linter = OsStr::new(env!("CARGO_BIN_EXE_cargo-unawaited"));
    // The untimed first runs fill them.
    let kept = [tempfile::tempdir()?, tempfile::tempdir()?];
    let kept = [0, 1].map(|at: usize| kept[at].path().to_string_lossy());
    let checks = |kept| vec!["check", "--output-format", "concise", "--cache-dir", kept, dir];
    let without = [checks(&kept[1]), vec!["--without-macros"]].concat();
    let programs = [
        Program { name: "naive", path: itself.as_os_str(), args: vec!["--naive", dir] },
        Program { name: "linter", path: linter, args: checks(&kept[0]) },
        Program { name: "(bare)", path: linter, args: without },
    ];
    compare(&programs, runs)
}

struct Program<'a> {
    name: &'static str,
    path: &'a OsStr,
    args: Vec<&'a str>,
}

/// What the untimed run of a program shows.
struct Warmup {
    /// MiB; unknown where there is no `/proc`.
    peak: Option<f64>,
    exit: Option<i32>,
    stdout: String,
    seconds: f64,
}

fn compare(programs: &[Program; 3], runs: usize) -> io::Result<[Times; 3]> {
    let warmups = [programs[0].warm_up()?, programs[1].warm_up()?, programs[2].warm_up()?];
    println!("naive: {}", warmups[0].stdout.trim_end());
    println!(
        "linter: {} lines of findings; {:.3} s in its first run, without a cache",
        warmups[1].stdout.lines().count(),
        warmups[1].seconds
    );
    let mut times = [vec![], vec![], vec![]];
    for _ in 0..runs {
        for (program, times) in programs.iter().zip(&mut times) {
            times.push(program.time()?);
        }
    }
    println!(
        "{:<8} {:>9} {:>9} {:>9} {:>10} {:>6}",
        "program", "median s", "least s", "most s", "peak MiB", "exit"
    );
    for ((program, times), warmup) in programs.iter().zip(&mut times).zip(&warmups) {
        times.sort_by(f64::total_cmp);
        let (least, most) = (times[0], times[times.len() - 1]);
        let peak = warmup.peak.map_or("?".into(), |peak| format!("{peak:.1}"));
        let exit = warmup.exit.map_or("signal".into(), |exit| exit.to_string());
        let (name, median) = (program.name, median(times));
        println!("{name:<8} {median:>9.3} {least:>9.3} {most:>9.3} {peak:>10} {exit:>6}");
    }
    if !matches!(warmups[1].exit, Some(0 | 1)) {
        println!("the linter did not check all of it: its figures are not to be used");
    }
    conclude([0, 1, 2].map(|at: usize| median(&times[at])), [0, 1, 2].map(|at: usize| times[at][0]), runs);
    Ok(times)
}

/// Says what the figures come to: of medians and least times of the naive parser, the linter, and the linter without
/// macros.
fn conclude(medians: [f64; 3], least: [f64; 3], runs: usize) {
    println!("ratio of the medians: {:.2} (of {runs} runs each, in turns)", medians[1] / medians[0]);
    // What other work the machine does falls on the program that takes most.
    let [naive, linter, bare] = least;
    println!(
        "what macros add: {:.2} (least times: linter less bare, by naive; bare: no macro call is expanded)",
        (linter - bare) / naive
    );
}

/// Of sorted times, at least one.
fn median(times: &[f64]) -> f64 {
    let half = times.len() / 2;
    if times.len() % 2 == 1 { times[half] } else { (times[half - 1] + times[half]) / 2.0 }
}

impl Program<'_> {
    fn start(&self, stdout: Stdio) -> io::Result<Child> {
        Command::new(self.path)
            .args(&self.args)
            .stdin(Stdio::null())
            .stdout(stdout)
            .stderr(Stdio::null())
            .spawn()
    }

    /// Seconds from the start of the process to its end.
    fn time(&self) -> io::Result<f64> {
        let start = Instant::now();
        self.start(Stdio::null())?.wait()?;
        Ok(start.elapsed().as_secs_f64())
    }

    /// Runs it once, reading its peak memory all the while: the kernel keeps the peak, but only while it lives.
    fn warm_up(&self) -> io::Result<Warmup> {
        let start = Instant::now();
        let mut child = self.start(Stdio::piped())?;
        let mut pipe = child.stdout.take();
        let reader = std::thread::spawn(move || {
            let mut text = String::new();
            if let Some(pipe) = &mut pipe {
                pipe.read_to_string(&mut text).map(drop)?;
            }
            io::Result::Ok(text)
        });
        let mut peak = None;
        let exit = loop {
            if let Some(exit) = child.try_wait()? {
                break exit.code();
            }
            peak = peak_memory(child.id()).or(peak);
            std::thread::sleep(SAMPLE);
        };
        let stdout = reader.join().map_err(|_| io::Error::other("the reader panicked"))??;
        Ok(Warmup { peak, exit, stdout, seconds: start.elapsed().as_secs_f64() })
    }
}

/// Peak resident memory of a live process in MiB.
fn peak_memory(process: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kib / 1024.0)
}
