//! Names: the printed module tree, and where paths lead, over texts of several files and crates.

mod crates;
mod globs;
mod paths;
mod scopes;
#[path = "../support/tree.rs"]
mod tree;

use unawaited::index::{CrateId, ModuleId};
use unawaited::infer::Db;
use unawaited::resolve::{Ns, Resolution, Start};
use unawaited::summary::Name;

use tree::{Tree, dedent};

/// The crates of a run but std, in the order of their names.
fn crates(db: &Db) -> Vec<CrateId> {
    let index = &db.world.index;
    let mut ids: Vec<CrateId> = (0..index.crates.len() as u32).map(CrateId).collect();
    ids.retain(|id| index.krate(*id).is_own);
    ids.sort_by_key(|id| index.krate(*id).name.as_str());
    ids
}

/// Compares the module trees of all crates.
#[track_caller]
fn check(text: &str, expected: &str) {
    let printed = Tree::new(text)
        .inspect(|db, _| crates(db).into_iter().map(|krate| db.world.print(krate)).collect::<String>());
    let expected = dedent(expected);
    assert!(printed == expected, "--- expected\n{expected}--- found\n{printed}");
}

/// Compares where paths lead: `type` or `value`, the module they are written in, the path, what it leads to.
/// Inner items of functions are asked for by the module's path with `{}` behind it.
#[track_caller]
fn leads(text: &str, expected: &[(&str, &str, &str)]) {
    let found = Tree::new(text).inspect(|db, _| {
        let ask = |(module, path, _): &(&str, &str, &str)| {
            (module.to_string(), path.to_string(), lead(db, module, path))
        };
        expected.iter().map(ask).collect::<Vec<_>>()
    });
    for ((module, path, found), (_, _, expected)) in found.iter().zip(expected) {
        assert_eq!(found, expected, "`{path}` in `{module}`");
    }
}

fn lead(db: &Db, module: &str, path: &str) -> String {
    let (kind, path) = path.split_once(' ').expect("`type` or `value` before the path");
    let ns = match kind {
        "type" => Ns::Types,
        "value" => Ns::Values,
        _ => panic!("`{kind}` is no namespace"),
    };
    let (global, path) = path.strip_prefix("::").map_or((false, path), |path| (true, path));
    let names: Vec<Name> = path.split("::").map(Name::from).collect();
    match db.world.path(find_module(db, module), ns, Start::expr(global), &names) {
        Resolution::Found(defs) => {
            let defs: Vec<String> = defs.into_iter().map(|def| db.world.print_def(def)).collect();
            defs.join(" | ")
        }
        Resolution::Partial(defs, left) => {
            let defs: Vec<String> = defs.into_iter().map(|def| db.world.print_def(def)).collect();
            format!("{} and {left} more", defs.join(" | "))
        }
        Resolution::Unseen => "unseen".to_owned(),
        Resolution::NotFound => "nothing".to_owned(),
    }
}

/// The module of that path; with ` {}` behind it, the innermost block within.
fn find_module(db: &Db, path: &str) -> ModuleId {
    let index = &db.world.index;
    let (path, in_block) = path.strip_suffix(" {}").map_or((path, false), |path| (path, true));
    let ids = (0..index.modules.len() as u32).map(ModuleId);
    let mut fits =
        ids.filter(|id| index.module_path(*id) == path && (index.named_module(*id) != *id) == in_block);
    fits.next_back().unwrap_or_else(|| panic!("no module `{path}`"))
}
