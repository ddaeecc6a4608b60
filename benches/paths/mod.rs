//! Paths in call position: how many lead to a definition, and some of these to read.

use std::io;
use std::path::Path;

use rayon::prelude::*;
use unawaited::check::{View, inspect};
use unawaited::discover::Request;
use unawaited::index::{BodyOwner, ConstId, FnId, Owner};
use unawaited::infer::{Db, Futureness, Infer, Ty};
use unawaited::resolve::Blind;
use unawaited::source::LineIndex;
use unawaited::summary::{ExprId, ExprKind, print};

use crate::judge::excerpt;
use crate::{target, write_groups};

/// How many of the paths that lead to a definition are drawn to be read.
const DRAWN: usize = 200;

/// The paths of one package that are called and that mean a function: constructors, which begin with a capital, and
/// locals are left out.
#[derive(Debug, Default)]
pub struct Paths {
    /// `file:line: call → definition`, each with a number that looks drawn by lot and is always the same.
    pub leading: Vec<(u64, String)>,
    /// `file:line: call`, each with where it stops.
    pub lost: Vec<(String, String)>,
    /// The same of those that may lead to what a macro makes.
    pub made: Vec<(String, String)>,
    /// The same of those that lead into a crate without sources.
    pub unseen: Vec<(String, String)>,
}

impl Paths {
    /// Adds those of a package of that name.
    pub fn add(&mut self, name: &str, other: Paths) {
        let named = |(cause, line): (String, String)| (cause, format!("{name} {line}"));
        self.leading.extend(other.leading.into_iter().map(|(lot, line)| (lot, format!("{name} {line}"))));
        self.lost.extend(other.lost.into_iter().map(named));
        self.made.extend(other.made.into_iter().map(named));
        self.unseen.extend(other.unseen.into_iter().map(named));
    }

    /// How many there are, without those that lead into crates without sources or may lead to what a macro makes.
    pub fn count(&self) -> usize {
        self.leading.len() + self.lost.len()
    }

    /// Prints the figure, and writes down some that lead somewhere to be read, and all that do not.
    pub fn finish(mut self) -> io::Result<()> {
        let (found, of) = (self.leading.len(), self.count());
        if of == 0 {
            return Ok(());
        }
        let share = 100.0 * found as f64 / of as f64;
        println!("  paths in call position: {of}; {found} lead to a definition, {share:.2} %");
        println!("  … besides: {} may lead to what a macro makes", self.made.len());
        println!("  … besides: {} lead into crates without sources", self.unseen.len());
        self.leading.sort();
        self.leading.truncate(DRAWN);
        self.leading.sort_by(|a, b| a.1.cmp(&b.1));
        let dir = target().join("detection");
        std::fs::create_dir_all(&dir)?;
        let drawn: String = self.leading.iter().map(|(_, line)| line.clone() + "\n").collect();
        std::fs::write(dir.join("paths.drawn"), drawn)?;
        write_groups(&dir.join("paths.lost"), self.lost.into_iter())?;
        write_groups(&dir.join("paths.made"), self.made.into_iter())?;
        write_groups(&dir.join("paths.unseen"), self.unseen.into_iter())
    }
}

/// The figures of several directories, of each and together.
pub fn directories(dirs: &[String]) -> bool {
    let mut all = Paths::default();
    let mut fine = true;
    for dir in dirs {
        match paths(Path::new(dir)) {
            Ok(paths) => {
                println!("{dir}: {} of {}", paths.leading.len(), paths.count());
                all.add(dir, paths);
            }
            Err(error) => {
                eprintln!("{dir}: {error}");
                fine = false;
            }
        }
    }
    let written = all.finish();
    if let Err(error) = &written {
        eprintln!("{error}");
    }
    fine && written.is_ok()
}

/// Looks at every body of the package at `dir`.
pub fn paths(dir: &Path) -> io::Result<Paths> {
    let dir = dir.canonicalize()?;
    let request = Request { cwd: dir.clone(), paths: vec![dir.clone()], ..Request::default() };
    let bodies = inspect(&request, |db, view| {
        let index = &db.world.index;
        let fns = (0..index.fns.len() as u32).map(|at| BodyOwner::Fn(FnId(at)));
        let consts = (0..index.consts.len() as u32).map(|at| BodyOwner::Const(ConstId(at)));
        let owners: Vec<BodyOwner> =
            fns.chain(consts).filter(|owner| is_asked_for(db, view, *owner)).collect();
        owners.par_iter().map(|owner| of_body(db, view, *owner, &dir)).collect::<Vec<_>>()
    });
    let bodies = bodies.ok_or_else(|| io::Error::other("worker threads cannot be started"))?;
    let mut all = Paths::default();
    for body in bodies {
        all.leading.extend(body.leading);
        all.lost.extend(body.lost);
        all.made.extend(body.made);
        all.unseen.extend(body.unseen);
    }
    // What a macro makes twice from the same text, or stands in two crates, counts once.
    all.leading.sort();
    all.leading.dedup();
    for lines in [&mut all.lost, &mut all.made, &mut all.unseen] {
        lines.sort();
        lines.dedup();
    }
    Ok(all)
}

fn is_asked_for(db: &Db, view: View, owner: BodyOwner) -> bool {
    let index = &db.world.index;
    let Some((_, site)) = index.body(owner) else { return false };
    let (written, _) = view.written(site.file, site.item.span);
    view.is_own(written)
        && view.is_selected(written)
        && index.home.get(&written) == Some(&index.module(site.module).krate)
}

/// A function for those who read where a path leads: its signature, what it belongs to, and where that is written.
fn declared(db: &Db, view: View, id: FnId) -> String {
    let index = &db.world.index;
    let data = index.func(id);
    let (in_file, span) = view.written(data.site.file, data.site.item.name_span);
    let in_file = &view.files.get(in_file).path;
    // A dependency's file is read for what it declares; its text is not kept.
    let text = std::fs::read_to_string(in_file).unwrap_or_default();
    let line = LineIndex::new(&text).line_column(&text, span.start).line;
    let of = match data.owner {
        Owner::Module => String::new(),
        Owner::Impl(id) => format!(" of {}", print::ty(&index.impl_(id).decl.self_ty)),
        Owner::Trait(id) => format!(" of trait {}", index.trait_(id).decl.name),
    };
    let (module, sig) = (index.module_path(data.site.module), print::fn_sig(data.sig));
    format!("{sig}{of}, {module}, {}:{line}", in_file.display())
}

fn of_body(db: &Db, view: View, owner: BodyOwner, dir: &Path) -> Paths {
    let mut found = Paths::default();
    let Some(infer) = Infer::new(db, owner) else { return found };
    let file = view.files.get(view.written(infer.site.file, infer.site.item.span).0);
    let lines = file.line_index();
    for id in (0..infer.body.exprs.len() as u32).map(ExprId) {
        let ExprKind::Call { callee, .. } = &infer.body.expr(id).kind else { continue };
        let ExprKind::Path(path) = &infer.body.expr(*callee).kind else { continue };
        let is_constructor =
            path.segments.last().is_none_or(|last| last.name.starts_with(char::is_uppercase));
        if is_constructor || infer.is_local(*callee) {
            continue;
        }
        let (_, span) = view.written(infer.site.file, infer.body.expr(id).span);
        let line = lines.line_column(&file.text, span.start).line;
        let at = file.path.strip_prefix(dir).unwrap_or(&file.path).display();
        let call = format!("{at}:{line}: {}", excerpt(&file.text, span.range()));
        match (infer.type_of(*callee), infer.futureness(*callee)) {
            (Ty::FnDef(to, _), _) => {
                found.leading.push((crate::lot::lot(&call), format!("{call} → {}", declared(db, view, to))));
            }
            // A field or const that holds a callable is led to as well, and is no function.
            (ty, _) if !ty.is_unknown() => {}
            (_, futureness) => {
                let reason = match futureness {
                    Futureness::Unknown(reason) => unawaited::rules::reason(reason).en,
                    _ => "other",
                };
                let stop = infer.stop(*callee);
                let line = format!("{call} ⊣ {}, then {}", stop.at, stop.left);
                let lines = match stop.blind {
                    Blind::NoSources => &mut found.unseen,
                    Blind::Macro => &mut found.made,
                    Blind::Nothing => &mut found.lost,
                };
                lines.push((format!("{reason}: {}", stop.at), line));
            }
        }
    }
    found
}
