//! `types`: the types of the bodies of one file, for developers of the linter.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::terminal::Terminal;
use super::{FAILED, NOTHING};
use crate::check::{View, inspect};
use crate::discover::{Request, real_path};
use crate::index::{BodyOwner, ConstId, FnId};
use crate::infer::{Db, Infer, print};

/// Prints `line:column: text: type` for each expression of the file, or of one line of it; gives the exit code.
pub fn run(file: &Path, line: Option<u32>, terminal: &Terminal) -> u8 {
    let cwd = match std::env::current_dir() {
        Ok(cwd) => cwd,
        Err(error) => return terminal.fail(&format!("the current directory cannot be found: {error}")),
    };
    let path = real_path(&cwd.join(file));
    let dir: PathBuf = path.parent().map_or(cwd, Path::to_path_buf);
    let request = Request { cwd: dir.clone(), paths: vec![dir], ..Request::default() };
    match inspect(&request, |db, view| lines(db, view, &path, line)) {
        Some(lines) => terminal.print(NOTHING, |out, _| write(&lines, out)).code(),
        None => FAILED,
    }
}

fn write(lines: &[String], out: &mut dyn Write) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn lines(db: &Db, view: View, path: &Path, only: Option<u32>) -> Vec<String> {
    let index = &db.world.index;
    let fns = (0..index.fns.len() as u32).map(|at| BodyOwner::Fn(FnId(at)));
    let consts = (0..index.consts.len() as u32).map(|at| BodyOwner::Const(ConstId(at)));
    let mut lines = Vec::new();
    for owner in fns.chain(consts) {
        let Some((_, site)) = index.body(owner) else { continue };
        let file = view.files.get(site.file);
        let (original, _) = view.written(site.file, site.item.span);
        if file.path != path || index.home.get(&original) != Some(&index.module(site.module).krate) {
            continue;
        }
        let Some(infer) = Infer::new(db, owner) else { continue };
        let original = view.files.get(original);
        let positions = original.line_index();
        for (span, ty) in print::types(&infer) {
            let (_, place) = view.written(site.file, span);
            let at = positions.line_column(&original.text, place.start);
            if only.is_none_or(|line| line == at.line) {
                let text = file
                    .text
                    .get(span.range())
                    .unwrap_or("?")
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ");
                lines.push(format!("{}:{}: {text}: {ty}", at.line, at.column));
            }
        }
    }
    lines
}
