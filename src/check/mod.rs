//! Drives one run: discover, lower, index, resolve, infer, discards, rules, suppress.

mod alike;
mod base;
mod bodies;
mod call;
mod crates;
mod definitions;
mod dependencies;
mod digest;
mod earlier;
mod expand;
mod features;
mod foreign;
mod grafts;
mod homes;
mod hygiene;
mod included;
mod judge;
mod kept;
mod locked;
mod made;
mod modules;
mod origins;
mod packages;
mod pieces;
mod platforms;
mod replay;
mod sources;
mod summarize;

use rayon::ThreadPoolBuilder;
use typed_arena::Arena;

use crate::cache::Cache;
use crate::discover::{Request, discover};
use crate::finding::{Confidence, FileId, Level, Outcome, Problem, RuleMeta};
use crate::infer::Db;
use crate::lang::Lang;
use crate::lower::{Bodies, STACK_SIZE};
use crate::source::Span;
use crate::summary::FileSummary;
use crate::suppress::{Date, Settings, Suppressions};
use crates::Crates;
use judge::{Court, Judged};
use sources::Sources;

pub use sources::View;
pub use summarize::summarize;

/// How to run.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What to check.
    pub request: Request,
    /// Levels that differ from the rules' defaults; the last one for a rule counts.
    pub levels: Vec<(&'static RuleMeta, Level)>,
    /// Findings that are less sure are left out.
    pub min_confidence: Confidence,
    /// Worker threads; `None`: one a core.
    pub threads: Option<usize>,
    /// What findings are said in.
    pub lang: Lang,
    /// The day by which suppressions expire; `None`: none does.
    pub today: Option<Date>,
    /// Where what was read is kept for the next run; none by default.
    pub cache: Cache,
    /// Macro calls are left as they are written: benchmarks measure so what expanding them takes.
    pub without_macros: bool,
    /// What is thrown away and gives no finding is listed as well: benchmarks ask why.
    pub lists_silent: bool,
}

impl Options {
    /// The level of a rule in this run.
    pub fn level(&self, rule: &RuleMeta) -> Level {
        self.levels.iter().rev().find(|(known, _)| *known == rule).map_or(rule.level, |(_, level)| *level)
    }

    /// Runs without macros keep other things.
    fn cache(&self) -> Cache {
        let cache = self.cache.clone();
        if self.without_macros { cache.apart("without macros") } else { cache }
    }
}

/// A step of a run.
#[derive(Debug, Clone, Copy)]
pub enum Progress {
    /// Looking for packages and files.
    Discovering,
    /// Reading files: how many of how many.
    Reading { done: usize, of: usize },
    /// Looking for lost futures: bodies, as above.
    Checking { done: usize, of: usize },
}

/// Runs the linter. Never fails: what goes wrong is in [`Outcome::problems`].
///
/// `progress` is told what is going on, from any thread: a phase's name, and how far it is.
pub fn run(options: &Options, progress: &(dyn Fn(Progress) + Sync)) -> Outcome {
    let pool =
        ThreadPoolBuilder::new().num_threads(options.threads.unwrap_or(0)).stack_size(STACK_SIZE).build();
    match pool {
        Ok(pool) => pool.install(|| run_here(options, progress)),
        Err(error) => {
            let message = format!("worker threads cannot be started: {error}");
            let problem =
                Problem { path: options.request.cwd.clone(), position: None, message, incomplete: true };
            Outcome { problems: vec![problem], ..Outcome::default() }
        }
    }
}

/// Loads what is asked for and hands over what names and types are asked of: for tests and debugging.
pub fn inspect<R: Send>(request: &Request, look: impl FnOnce(&Db, View) -> R + Send) -> Option<R> {
    let pool = ThreadPoolBuilder::new().stack_size(STACK_SIZE).build().ok()?;
    let looked = pool.install(|| {
        let project = discover(request);
        let arena = Arena::new();
        let mut sources = Sources::new(&arena, &project, Bodies::Keep);
        let crates = Crates::assemble(&project, &mut sources, &Options::default(), &|_| {});
        let world = crates.base.world(crates.index, crates.std);
        look(&Db::new(&world), sources.view())
    });
    Some(looked)
}

fn run_here(options: &Options, progress: &(dyn Fn(Progress) + Sync)) -> Outcome {
    let arena = Arena::new();
    let outcome = run_in(&arena, options, progress);
    // Taking hundreds of thousands of nodes apart takes time that nobody needs to wait for.
    rayon::spawn(move || drop(arena));
    outcome
}

fn run_in(arena: &Arena<FileSummary>, options: &Options, progress: &(dyn Fn(Progress) + Sync)) -> Outcome {
    progress(Progress::Discovering);
    let mut project = discover(&options.request);
    let cache = options.cache().outside(&project.boundary.roots);
    if let (Some(dir), None) = (options.cache.dir(), cache.dir()) {
        let message =
            "lies in the tree that is checked, where strangers could fill it: nothing is kept".to_owned();
        project.problems.push(Problem { path: dir.to_owned(), position: None, message, incomplete: false });
    }
    let options = &Options { cache: cache.clone(), ..options.clone() };
    let mut sources = Sources::new(arena, &project, Bodies::Relevant);
    let crates = Crates::assemble(&project, &mut sources, options, progress);
    let Crates { index, std, base, dependencies, between_items, unread, in_bodies, lints } = crates;
    let world = base.world(index, std);
    let db = Db::new(&world);
    let court = Court { db: &db, sources: sources.view(), lints: &lints, options };
    let judged = judge::all(court, progress);
    let level = |rule: &RuleMeta| options.level(rule);

    cache.tidy();
    let mut problems = std::mem::take(&mut project.problems);
    problems.append(&mut sources.problems);
    problems.extend(judged.problems);
    let mut statistics = judged.statistics;
    statistics.packages = project.packages.iter().filter(|package| package.selected).count();
    statistics.dependencies = dependencies.seen;
    statistics.known_dependencies = dependencies.stood_in;
    statistics.platform_dependencies = dependencies.for_platforms;
    statistics.unseen_dependencies = dependencies.unseen;
    statistics.macros_between_items = between_items;
    statistics.unread_macros = world.index.unread_macros;
    statistics.unread_by_reason = unread;
    statistics.read_in_bodies = in_bodies.read;
    statistics.unread_in_bodies = made::by_reason(&in_bodies.unread);
    sources.count(&mut statistics);
    let Judged { mut findings, unknown, undecided, dismissed, .. } = judged;
    let suppressions = suppressions(&sources, options);
    let origins = sources.origins();
    let is_asked = |(file, span): &(FileId, Span)| suppressions.has(origins.call(*file, *span).0);
    let unknown = unknown.into_iter().filter(is_asked).map(|(file, span)| origins.place(file, span));
    let unknown: Vec<_> = unknown.map(|place| (place.file, place.span)).collect();
    suppressions.settle(&mut findings, &unknown, Settings { level: &level, lang: options.lang });
    findings.retain(|finding| finding.confidence >= options.min_confidence);
    let homes = homes::homes(&project, &world.index, &sources.files, &findings);
    let (lang, files) = (options.lang, sources.files);
    let mut outcome = Outcome { lang, files, findings, homes, problems, undecided, dismissed, statistics };
    outcome.sort();
    outcome
}

/// The comments of all files that are asked for.
fn suppressions(sources: &Sources, options: &Options) -> Suppressions {
    let mut suppressions = Suppressions::default();
    for file in sources.all().filter(|file| sources.is_selected(*file)) {
        let text = &sources.files.get(file).text;
        suppressions.read(file, text, sources.summary(file), options.today);
    }
    suppressions
}
