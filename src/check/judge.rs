//! Every body that is asked for, in parallel: its discards, their types, the rules' verdicts.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::crates::CrateLints;
use super::sources::View;
use super::{Options, Progress};
use crate::discards::discards;
use crate::finding::{FileId, Finding, Problem, Statistics, Undecided};
use crate::index::{BodyOwner, ConstId, FnId, Index, Site};
use crate::infer::{Db, Infer, Loss};
use crate::lang::Text;
use crate::rules;
use crate::source::Span;
use crate::summary::{Body, ExprKind};
use crate::suppress::{Around, is_allowed};

/// What is said of calls that give no finding, though their value is thrown away.
const NO_FUTURE: Text = Text { en: "judged no future", ru: "признано не футурой" };
const NOT_LOST: Text = Text {
    en: "judged a future that is not lost",
    ru: "признано футурой, которая не теряется",
};

/// What is needed to judge.
#[derive(Clone, Copy)]
pub(super) struct Court<'a, 'w, 's> {
    pub db: &'a Db<'w, 's>,
    pub sources: View<'a>,
    pub lints: &'a CrateLints,
    pub options: &'a Options,
}

/// What all bodies gave.
#[derive(Default)]
pub(super) struct Judged {
    pub findings: Vec<Finding>,
    pub problems: Vec<Problem>,
    pub undecided: Vec<Undecided>,
    /// Values that are thrown away in any way and whose type is not known; where macros made them, in that text.
    pub unknown: Vec<(FileId, Span)>,
    pub dismissed: Vec<Undecided>,
    pub statistics: Statistics,
}

/// What one body gave.
#[derive(Default)]
struct OfBody {
    findings: Vec<Finding>,
    problems: Vec<Problem>,
    discarded_calls: usize,
    decided: usize,
    undecided: Vec<Undecided>,
    unknown: Vec<(FileId, Span)>,
    dismissed: Vec<Undecided>,
}

/// Judges all bodies of selected files, each in the crate that its file is checked in.
pub(super) fn all(court: Court, progress: &(dyn Fn(Progress) + Sync)) -> Judged {
    let Court { db, sources, .. } = court;
    let index = &db.world.index;
    let owners = owners(index, sources);
    let done = AtomicUsize::new(0);
    let each = |owner: &BodyOwner| {
        let judged = catch_unwind(AssertUnwindSafe(|| body(court, *owner)));
        let count = done.fetch_add(1, Ordering::Relaxed) + 1;
        if count.is_multiple_of(256) {
            progress(Progress::Checking { done: count, of: owners.len() });
        }
        judged.unwrap_or_else(|_| panicked(index, sources, *owner))
    };
    let judged: Vec<OfBody> = owners.par_iter().with_max_len(16).map(each).collect();

    let mut all = Judged::default();
    all.statistics.bodies = owners.len();
    for body in judged {
        all.findings.extend(body.findings);
        all.problems.extend(body.problems);
        all.statistics.discarded_calls += body.discarded_calls;
        all.statistics.decided += body.decided;
        all.undecided.extend(body.undecided);
        all.unknown.extend(body.unknown);
        all.dismissed.extend(body.dismissed);
    }
    let origins = sources.origins();
    origins.settle(&mut all.findings, index, court.options.lang, &|file| sources.is_own(file));
    for finding in &mut all.findings {
        finding.chain.retain(|link| sources.is_own(link.file));
    }
    all.statistics.unknown = by_reason(&all.undecided);
    if court.options.lists_silent {
        all.undecided.iter_mut().chain(&mut all.dismissed).for_each(|call| origins.settle_undecided(call));
    } else {
        (all.undecided, all.dismissed) = Default::default();
    }
    all
}

/// How often each reason stands, most frequent first.
fn by_reason(undecided: &[Undecided]) -> Vec<(Text, usize)> {
    let mut counts: FxHashMap<Text, usize> = FxHashMap::default();
    undecided.iter().for_each(|undecided| *counts.entry(undecided.reason).or_default() += 1);
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.en.cmp(b.0.en)));
    counts
}

/// Bodies that are asked for.
fn owners(index: &Index, sources: View) -> Vec<BodyOwner> {
    let here = |site: &Site| sources.asks_for(index, site);
    let fns = index.fns.iter().enumerate().filter(|(_, data)| here(&data.site) && data.sig.body.is_some());
    let fns = fns.map(|(at, _)| BodyOwner::Fn(FnId(at as u32)));
    let consts =
        index.consts.iter().enumerate().filter(|(_, data)| data.decl.body.is_some() && here(&data.site));
    let consts = consts.map(|(at, _)| BodyOwner::Const(ConstId(at as u32)));
    fns.chain(consts).collect()
}

fn body(court: Court, owner: BodyOwner) -> OfBody {
    let Court { db, sources, lints, options } = court;
    let index = &db.world.index;
    let mut out = OfBody::default();
    let Some((body, site)) = index.body(owner) else { return out };
    let level = |meta: &_| options.level(meta);
    let (is_async, item_owner) = match owner {
        BodyOwner::Fn(id) => (index.func(id).sig.is_async, index.func(id).owner),
        BodyOwner::Const(id) => (false, index.const_(id).owner),
    };
    let text = &sources.files.get(site.file).text;
    let candidates: Vec<_> = discards(body, is_async, text)
        .into_iter()
        .filter(|discard| makes_value(body, discard.expr) || gives_value(body, discard.expr))
        .filter(|discard| rules::is_candidate(discard, &level))
        .collect();
    if candidates.is_empty() {
        return out;
    }
    let Some(infer) = Infer::new(db, owner) else { return out };
    for discard in &candidates {
        let verdict = rules::judge(discard, &level, &infer, options.lang);
        if matches!(verdict.loss, Loss::Unknown(_)) {
            out.unknown.push((site.file, body.expr(discard.expr).span));
        }
        if makes_value(body, discard.expr) && discard.how.is_immediate() {
            out.discarded_calls += 1;
            out.decided += usize::from(!matches!(verdict.loss, Loss::Unknown(_)));
            let at = |reason| Undecided { file: site.file, span: body.expr(discard.expr).span, reason };
            match verdict.loss {
                Loss::Unknown(reason) => out.undecided.push(at(rules::reason(reason))),
                Loss::No => out.dismissed.push(at(NO_FUTURE)),
                Loss::Kept => out.dismissed.push(at(NOT_LOST)),
                _ => {}
            }
        }
        let Some(finding) = verdict.finding else { continue };
        let mut attrs: Vec<_> = discard.attrs.iter().rev().copied().collect();
        attrs.extend(index.attrs_around(site, item_owner));
        let around = Around::new(attrs, lints.of(index.module(site.module).krate));
        let its_lints = rules::lints_of(finding.rule, discard.how, discard.bound(body));
        if !is_allowed(its_lints, discard.how.is_underscore(), &around) {
            out.findings.push(finding);
        }
    }
    out
}

/// Whether an expression makes a value of its own. A variable or field given to `_` stays where it is.
fn makes_value(body: &Body, expr: crate::summary::ExprId) -> bool {
    matches!(body.expr(expr).kind, ExprKind::Call { .. } | ExprKind::MethodCall(_) | ExprKind::Async { .. })
}

/// Whether an expression hands on a value that it takes out of another, or puts values together.
fn gives_value(body: &Body, expr: crate::summary::ExprId) -> bool {
    matches!(
        body.expr(expr).kind,
        ExprKind::Await(_)
            | ExprKind::Try(_)
            | ExprKind::Tuple(_)
            | ExprKind::Array(_)
            | ExprKind::Struct { .. }
            | ExprKind::Macro { args: Some(_), .. }
    )
}

/// A panic costs one body, and is said.
fn panicked(index: &Index, sources: View, owner: BodyOwner) -> OfBody {
    let Some((_, site)) = index.body(owner) else { return OfBody::default() };
    let file = sources.files.get(site.file);
    let at = file.line_index().line_column(&file.text, site.item.name_span.start);
    let message =
        "the linter failed on this item, which is a defect of the linter: please report it".to_owned();
    let problem =
        Problem { path: file.path.clone(), position: Some((at.line, at.column)), message, incomplete: true };
    OfBody { problems: vec![problem], ..OfBody::default() }
}
