//! Expands macro calls in bodies of the project. What they make stands behind the text of their file, in a file of its
//! own, so that all that was there before stays where it is. Where that cannot be read, a call stays as it is written.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::expand::{Expander, mark};
use super::hygiene::{hide, own_words};
use super::made::{Earlier, Keep, Why};
use super::origins::Expansion;
use super::sources::{Sources, View};
use crate::expand::{
    Failure, Fuel, Group, Leaf, LeafKind, Origin, PASTE, Piece, Rendered, Tree, expand_call, paste, trees,
};
use crate::finding::FileId;
use crate::index::{BodyOwner, Builder, Calling, Grafted, Index, MacroId};
use crate::lower::{lower_at, tokens};
use crate::source::Span;
use crate::summary::{
    Attrs, Body, Delimiter, ExprKind, FileSummary, Grown, Item, ItemKind, MacroCall, Name, Spot, Standing,
    is_well_known,
};

/// Tokens that the calls of one body may make, with all that is matched on the way.
const FUEL: usize = 200_000;

/// The same for a whole run.
const ALL_FUEL: usize = 40_000_000;

/// Bodies that are expanded at a time, between looks at what is left.
const BATCH: usize = 512;

/// How what is made in bodies is read, less the place that it stands at, for [`Earlier::read`].
const BODIES: u64 = u64::MAX - (1 << 32);

/// What one call made.
struct Graft {
    spot: Spot,
    standing: Standing,
    /// The call, in the file that the body stands in.
    call: Span,
    /// A function with what the call made as its body, or as the pattern of a match in it.
    text: String,
    pieces: Vec<Piece>,
}

/// How calls in bodies were read: of those that hold a call, or something like one, and are not known by their name.
#[derive(Default)]
pub(super) struct InBodies {
    /// How many were: expanded, or as a list of expressions.
    pub read: usize,
    /// Why the others were not.
    pub unread: Vec<Why>,
}

/// A text with what the macro calls of its bodies make behind it.
#[derive(Default)]
struct Longer {
    text: String,
    pieces: Vec<Piece>,
    /// Where what each call made starts, and the call in the source.
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
    expander.know(builder.index());
    let (view, index) = (sources.view(), builder.index());
    let asked = |calling: &Calling| view.asks_for(index, &index.site_of(calling.owner));
    let (mut calling, rest): (Vec<Calling>, Vec<Calling>) = calling.into_iter().partition(asked);
    // `const _: () = { … }` holds items that others can ask about.
    calling.extend(rest.into_iter().filter(|calling| is_const_block(index, calling.owner)));
    let mut counts = InBodies::default();
    let expanded = expand(expander, sources.view(), builder, &calling, &mut counts);
    let files = longer(sources.view(), builder.index(), expanded);
    let (index, earlier) = (builder.index(), &expander.earlier);
    let grafted = |(file, mut longer): (FileId, Longer)| {
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
) -> Vec<(Calling, Vec<Graft>)> {
    let mut left = ALL_FUEL;
    let mut all = Vec::new();
    for batch in calling.chunks(BATCH) {
        if left == 0 {
            counts.unread.extend(batch.iter().map(|_| Why::Bound));
            continue;
        }
        let each = |calling: &Calling| {
            let mut fuel = Fuel::new(FUEL);
            let (grafts, counts) = grafts(expander, view, builder, *calling, &mut fuel);
            (*calling, grafts, counts, FUEL - fuel.left())
        };
        let made: Vec<_> = batch.par_iter().with_min_len(8).map(each).collect();
        for (calling, grafts, of_body, used) in made {
            counts.read += of_body.read;
            counts.unread.extend(of_body.unread);
            left = left.saturating_sub(used);
            if !grafts.is_empty() {
                all.push((calling, grafts));
            }
        }
    }
    all
}

/// What the calls of one body make.
fn grafts(
    expander: &Expander,
    view: View,
    builder: &Builder,
    calling: Calling,
    fuel: &mut Fuel,
) -> (Vec<Graft>, InBodies) {
    let mut counts = InBodies::default();
    let index = builder.index();
    let site = index.site_of(calling.owner);
    let Some(body) = index.written_body(calling.owner) else { return (Vec::new(), counts) };
    let origin = |span: Span| view.origins().origin(site.file, span);
    let why = std::cell::Cell::new(Why::NoDefinition);
    let mut make = |path: &[Tree], group: &Group| match make(expander, builder, calling, path, group, fuel) {
        Ok(made) => made,
        Err(failure) => {
            why.set(Why::Failed(failure));
            None
        }
    };
    // Up to where the last call that was expanded goes: what is in its argument was expanded with it.
    let mut done = 0;
    let mut each = |(call, spot, standing): (&MacroCall, Spot, Standing)| {
        let name = call.path.segments.last()?.name;
        if is_well_known(&name) || call.span.start < done {
            return None;
        }
        let text = view.files.get(site.file).text.get(call.span.range())?;
        let call_trees = trees(&tokens(text, call.span.start), &origin);
        why.set(Why::NoDefinition);
        let made = expand_call(&call_trees, standing != Standing::Within, &mut make);
        match call_trees.last() {
            Some(Tree::Group(group)) if matches!(spot, Spot::Expr(_)) && holds_call(&group.trees) => {
                let read = made.is_some() || reads_argument(body, spot);
                counts.read += usize::from(read);
                counts.unread.extend((!read).then(|| why.get()));
            }
            _ => {}
        }
        let made = made?;
        done = call.span.end;
        let Rendered { text, pieces } = rendered(spot, &made, origin(call.span));
        Some(Graft { spot, standing, call: call.span, text, pieces })
    };
    let mut calls = body.standings();
    calls.sort_by_key(|(call, ..)| call.span.start);
    let grafts = calls.into_iter().filter_map(&mut each).collect();
    (grafts, counts)
}

/// What the call of a path makes of its argument. `None`: its definition is not known, or need not be.
fn make(
    expander: &Expander,
    builder: &Builder,
    calling: Calling,
    path: &[Tree],
    group: &Group,
    fuel: &mut Fuel,
) -> Result<Option<Vec<Tree>>, Failure> {
    let index = builder.index();
    let krate = index.module(index.site_of(calling.owner).module).krate;
    let words = path.iter().filter_map(Tree::leaf).filter(|leaf| !leaf.is_punct("::"));
    let names: Vec<Name> = words.map(|leaf| Name::from(leaf.text)).collect();
    let Some(name) = names.last().filter(|name| !is_well_known(name)) else { return Ok(None) };
    let global = path.first().is_some_and(|first| first.is_punct("::"));
    let mut ids = builder.called_in(calling, &names, global);
    if let [Tree::Leaf(Leaf { origin: Origin::Definition(by, _), .. })] = path
        && ids.is_empty()
    {
        ids = builder.called_by(MacroId(*by), *name);
    }
    if ids.is_empty() && *name == PASTE {
        return paste(&group.trees, fuel).map(Some);
    }
    let mut failure = None;
    for id in ids {
        let Some(definition) = expander.definition(index, id) else { continue };
        match definition.expand(&group.trees, mark(index, id, krate), fuel) {
            Ok(made) => return Ok(Some(made)),
            Err(why) => failure = Some(why),
        }
    }
    failure.map_or(Ok(None), Err)
}

/// Whether a word has parentheses behind it, as a call has.
fn holds_call(trees: &[Tree]) -> bool {
    let is_word = |tree: &Tree| matches!(tree.leaf(), Some(leaf) if leaf.kind == LeafKind::Ident);
    let here = trees.windows(2).any(|pair| is_word(&pair[0]) && pair[1].group(Delimiter::Paren).is_some());
    here || trees.iter().any(|tree| match tree {
        Tree::Leaf(_) => false,
        Tree::Group(group) => holds_call(&group.trees),
        Tree::Fragment(_, inner) => holds_call(inner),
    })
}

/// Whether the argument of a call that is not expanded is read as expressions.
fn reads_argument(body: &Body, spot: Spot) -> bool {
    match spot {
        Spot::Expr(id) => matches!(body.expr(id).kind, ExprKind::Macro { args: Some(_), .. }),
        Spot::Pat(_) => false,
    }
}

/// A function with `made` as its body, or in it; what is not of the macro is said to be the call's.
fn rendered(spot: Spot, made: &[Tree], call: Origin) -> Rendered {
    let (open, close) = match spot {
        Spot::Expr(_) => ("fn x() { ", "} "),
        Spot::Pat(_) => ("fn x() { match () { ", "=> {} } } "),
    };
    let mut rendered = Rendered::default();
    rendered.copied(open, call);
    rendered.trees(made);
    rendered.copied(close, call);
    rendered
}

/// Each file with what its bodies' calls make behind it.
fn longer(view: View, index: &Index, made: Vec<(Calling, Vec<Graft>)>) -> BTreeMap<FileId, Longer> {
    let mut files: BTreeMap<FileId, Longer> = BTreeMap::new();
    for (calling, grafts) in made {
        let file = index.site_of(calling.owner).file;
        let longer = files.entry(file).or_insert_with(|| {
            let text = view.files.get(file).text.clone();
            Longer { pieces: view.origins().pieces(file, &text), text, ..Longer::default() }
        });
        let mut placed = Vec::with_capacity(grafts.len());
        for graft in grafts {
            let base = longer.text.len() as u32;
            let pieces = graft.pieces.iter().map(|piece| Piece { start: base + piece.start, ..*piece });
            longer.pieces.extend(pieces);
            longer.calls.push((base, view.origins().place(file, graft.call).span));
            longer.text.push_str(&graft.text);
            placed.push((graft, base));
        }
        longer.bodies.push((calling, placed));
    }
    files
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
    let made = sources.add_expansion(Expansion { of, call, pieces, bodies: calls }, text, summary);
    for (item, (calling, grown, calls)) in sources.summary(made).items.iter().zip(rest) {
        let Some(body) = body_of(item) else { continue };
        builder.replace_body(calling, made, Grafted { body, grown, calls });
    }
}
