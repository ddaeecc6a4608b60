//! Expands macro calls in bodies of the project. What they make stands behind the text of their file, in a file of its
//! own, so that all that was there before stays where it is. Where that cannot be read, a call stays as it is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::earlier::{Earlier, Keep};
use super::expand::Expander;
use super::grafts::{Graft, Grafter, InBodies, OfBody};
use super::hygiene::{hide, own_words};
use super::made::Why;
use super::origins::Expansion;
use super::pieces::Written;
use super::sources::{Sources, View};
use crate::expand::Fuel;
use crate::finding::FileId;
use crate::index::{BodyOwner, Builder, Calling, Grafted, Index};
use crate::lower::lower_at;
use crate::source::Span;
use crate::summary::{Attrs, Body, ExprKind, FileSummary, Grown, Item, ItemKind, Name, Spot, Standing};

/// Tokens that the calls of one body may make, with all that is matched on the way.
const FUEL: usize = 200_000;

/// The same for a whole run.
const ALL_FUEL: usize = 40_000_000;

/// Bodies that are expanded at a time, between looks at what is left.
const BATCH: usize = 512;

/// How what is made in bodies is read, less the place that it stands at, for [`Earlier::read`].
const BODIES: u64 = u64::MAX - (1 << 32);

/// A text with what the macro calls of its bodies make behind it.
#[derive(Default)]
struct Longer {
    text: String,
    pieces: Written,
    /// Where what each call made starts, and the call.
    calls: Vec<(u32, Span)>,
    /// Each body with what its calls made, and where that starts.
    bodies: Vec<(Calling, Vec<(Graft, u32)>)>,
}

/// Expands what the bodies call that findings are asked for in.
pub(super) fn expand_bodies<'s>(
    expander: &mut Expander,
    sources: &mut Sources<'s>,
    builder: &mut Builder<'s>,
) -> InBodies {
    let calling = builder.take_calling();
    if expander.is_off {
        return InBodies::default();
    }
    expander.know(builder.index(), sources.view());
    let (view, index) = (sources.view(), builder.index());
    let asked = |calling: &Calling| view.asks_for(index, &index.site_of(calling.owner));
    let (mut calling, rest): (Vec<Calling>, Vec<Calling>) = calling.into_iter().partition(asked);
    // `const _: () = { … }` holds items that others can ask about.
    calling.extend(rest.into_iter().filter(|calling| is_const_block(index, calling.owner)));
    let mut counts = InBodies::default();
    let (expanded, keep) = expand(expander, sources.view(), builder, &calling, &mut counts);
    keep.into_iter().for_each(|keep| expander.earlier.note(keep));
    let mut files: BTreeMap<FileId, Vec<(Calling, Vec<Graft>)>> = BTreeMap::new();
    for (calling, grafts) in expanded {
        let file = builder.index().site_of(calling.owner).file;
        files.entry(file).or_default().push((calling, grafts));
    }
    let (view, index, earlier) = (sources.view(), builder.index(), &expander.earlier);
    let grafted = |(file, made)| {
        let mut longer = longer(view, file, made);
        let bodies = std::mem::take(&mut longer.bodies).into_par_iter();
        let bodies = bodies.filter_map(|(calling, grafts)| graft(index, earlier, calling, grafts));
        let (bodies, keep): (Vec<_>, Vec<_>) = bodies.unzip();
        (file, longer, bodies, keep)
    };
    let grafted: Vec<_> = files.into_iter().collect::<Vec<_>>().into_par_iter().map(grafted).collect();
    for (file, longer, bodies, keep) in grafted {
        keep.into_iter().flatten().for_each(|keep| expander.earlier.note(keep));
        let failed: usize = bodies.iter().map(|body| body.failed).sum();
        counts.read = counts.read.saturating_sub(failed);
        counts.unread.extend(std::iter::repeat_n(Why::NoCode, failed));
        add(sources, builder, file, longer, bodies);
    }
    counts
}

fn is_const_block(index: &Index, owner: BodyOwner) -> bool {
    let body = index.written_body(owner).filter(|_| matches!(owner, BodyOwner::Const(_)));
    body.is_some_and(|body| matches!(body.expr(body.root).kind, ExprKind::Block { .. }))
}

/// What the calls of bodies make, in order.
fn expand(
    expander: &Expander,
    view: View,
    builder: &Builder,
    calling: &[Calling],
    counts: &mut InBodies,
) -> (Vec<(Calling, Vec<Graft>)>, Vec<Keep>) {
    let mut left = ALL_FUEL;
    let (mut all, mut kept) = (Vec::new(), Vec::new());
    for batch in calling.chunks(BATCH) {
        if left == 0 {
            counts.unread.extend(batch.iter().map(|_| Why::Bound));
            continue;
        }
        let each = |calling: &Calling| {
            let mut fuel = Fuel::new(FUEL);
            let of_body = Grafter { expander, view, builder, calling: *calling }.grafts(&mut fuel);
            (*calling, of_body, FUEL - fuel.left())
        };
        let made: Vec<_> = batch.par_iter().with_min_len(8).map(each).collect();
        for (calling, OfBody { grafts, counts: of_body, keep }, used) in made {
            counts.read += of_body.read;
            counts.unread.extend(of_body.unread);
            kept.extend(keep);
            left = left.saturating_sub(used);
            if !grafts.is_empty() {
                all.push((calling, grafts));
            }
        }
    }
    (all, kept)
}

/// A file with what its bodies' calls make behind it.
fn longer(view: View, file: FileId, made: Vec<(Calling, Vec<Graft>)>) -> Longer {
    let written = &view.files.get(file).text;
    let mut longer = Longer { pieces: view.origins().pieces(file, written), ..Longer::default() };
    let more: usize = made.iter().flat_map(|(_, grafts)| grafts).map(|graft| graft.text.len()).sum();
    longer.text.reserve_exact(written.len() + more);
    longer.text.push_str(written);
    for (calling, grafts) in made {
        let mut placed = Vec::with_capacity(grafts.len());
        for graft in grafts {
            let base = longer.text.len() as u32;
            longer.pieces.push(base, Arc::clone(&graft.pieces));
            longer.calls.push((base, graft.call));
            longer.text.push_str(&graft.text);
            placed.push((graft, base));
        }
        longer.bodies.push((calling, placed));
    }
    longer
}

/// A body's new form, in an item like its own.
struct New {
    calling: Calling,
    kind: ItemKind,
    grown: Vec<Grown>,
    calls: Vec<(Span, Span)>,
    /// Calls whose expansion could not be read.
    failed: usize,
}

/// Puts in place what can be read of what the calls made, and says what is to be kept of that.
fn graft(
    index: &Index,
    earlier: &Earlier,
    calling: Calling,
    grafts: Vec<(Graft, u32)>,
) -> Option<(New, Vec<Keep>)> {
    let mut body = Body::clone(index.written_body(calling.owner)?);
    let (mut grown, mut calls, all) = (Vec::new(), Vec::new(), grafts.len());
    let mut kept = Vec::new();
    let names: FxHashSet<Name> = body.names().collect();
    for (graft, base) in grafts {
        // Where it stands decides what its parts point to.
        let read = || lower_at(&graft.text, base).and_then(only_body);
        let (made, keep) = earlier.read(BODIES - u64::from(base), &graft.text, read);
        kept.extend(keep);
        let Some(mut made) = made else { continue };
        if matches!(graft.spot, Spot::Pat(_)) || graft.standing == Standing::Statement {
            hide(&mut made, graft.spot, &own_words(&graft.pieces, base), &names);
        }
        grown.extend(body.graft(graft.spot, graft.standing, made));
        calls.push((Span::new(base, base + graft.text.len() as u32), graft.call));
    }
    let failed = all - calls.len();
    let kind = match calling.owner {
        BodyOwner::Fn(id) => ItemKind::Fn(Box::new(index.func(id).sig.with_body(body))),
        BodyOwner::Const(id) => ItemKind::Const(Box::new(index.const_(id).decl.with_body(body))),
    };
    Some((New { calling, kind, grown, calls, failed }, kept))
}

fn only_body(summary: FileSummary) -> Option<Body> {
    match summary.items.into_iter().next()?.kind {
        ItemKind::Fn(sig) => sig.body.map(|body| *body),
        _ => None,
    }
}

fn body_of(item: &Item) -> Option<&Body> {
    match &item.kind {
        ItemKind::Fn(sig) => sig.body.as_deref(),
        ItemKind::Const(decl) => decl.body.as_deref(),
        _ => None,
    }
}

fn add<'s>(
    sources: &mut Sources<'s>,
    builder: &mut Builder<'s>,
    file: FileId,
    longer: Longer,
    bodies: Vec<New>,
) {
    let (of, call) = sources.origins().call(file, Span::default());
    let (mut items, mut rest) = (Vec::new(), Vec::new());
    for New { calling, kind, grown, calls, .. } in bodies {
        let item = builder.index().site_of(calling.owner).item;
        let (span, name_span, vis) = (item.span, item.name_span, item.vis.clone());
        items.push(Item { span, name_span, attrs: Attrs::default(), vis, kind });
        rest.push((calling, grown, calls));
    }
    let summary = FileSummary { attrs: Attrs::default(), items, errors: Vec::new() };
    let Longer { text, pieces, calls, .. } = longer;
    let made = sources.add_expansion(
        Expansion { bodies: calls, ..Expansion::new((of, call), pieces) },
        text,
        summary,
    );
    for (item, (calling, grown, calls)) in sources.summary(made).items.iter().zip(rest) {
        let Some(body) = body_of(item) else { continue };
        builder.replace_body(calling, made, Grafted { body, grown, calls });
    }
}
