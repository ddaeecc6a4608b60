//! What the macro calls of one body make. Which definitions were looked for on the way is kept with it: a later run that
//! finds the same ones need not expand the call.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::call::mark;
use super::digest::{Digest, Digester};
use super::earlier::{Keep, second_digest};
use super::expand::Expander;
use super::made::Why;
use super::pieces::Pieces;
use super::sources::View;
use crate::expand::{
    Failure, Fuel, Group, Leaf, LeafKind, Origin, Rendered, Tree, expand_call, is_paste, paste, trees,
};
use crate::finding::FileId;
use crate::index::{Builder, Calling, MacroId};
use crate::lower::tokens;
use crate::source::Span;
use crate::summary::{Body, Delimiter, ExprKind, MacroCall, Name, Spot, Standing, is_well_known};

/// What one call made.
pub(super) struct Graft {
    pub spot: Spot,
    pub standing: Standing,
    /// The call, in the file that the body stands in.
    pub call: Span,
    /// A function with what the call made as its body, or as the pattern of a match in it.
    pub text: String,
    pub pieces: Arc<Pieces>,
}

/// How calls in bodies were read: of those that hold a call, or something like one, and are not known by their name.
#[derive(Default)]
pub(super) struct InBodies {
    /// How many were: expanded, or as a list of expressions.
    pub read: usize,
    /// Why the others were not.
    pub unread: Vec<Why>,
}

/// What the calls of a body made.
#[derive(Default)]
pub(super) struct OfBody {
    pub grafts: Vec<Graft>,
    pub counts: InBodies,
    pub keep: Vec<Keep>,
}

/// Where a body stands, and what is known there.
#[derive(Clone, Copy)]
pub(super) struct Grafter<'a, 's> {
    pub expander: &'a Expander,
    pub view: View<'a>,
    pub builder: &'a Builder<'s>,
    pub calling: Calling,
}

/// What became of a call.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Traced {
    /// Of the call's text.
    check: u64,
    lookups: Vec<Lookup>,
    made: Option<(String, Pieces)>,
    /// If nothing was made.
    why: Why,
    /// Whether its argument holds a call.
    holds_call: bool,
    fuel: usize,
}

/// A definition that was looked for.
#[derive(Debug, Serialize, Deserialize)]
struct Lookup {
    path: Vec<Name>,
    global: bool,
    /// The definition that the name was written in.
    by: Option<u32>,
    /// Of the definitions that it may mean.
    found: Digest,
}

type Ids = SmallVec<[MacroId; 1]>;

impl Grafter<'_, '_> {
    /// What the calls of the body make.
    pub fn grafts(&self, fuel: &mut Fuel) -> OfBody {
        let index = self.builder.index();
        let site = index.site_of(self.calling.owner);
        let mut of_body = OfBody::default();
        let Some(body) = index.written_body(self.calling.owner) else { return of_body };
        let mut calls = body.standings();
        calls.sort_by_key(|(call, ..)| call.span.start);
        let blocks = self.builder.blocks_of(self.calling.owner, body);
        // Up to where the last call that was expanded goes: what is in its argument was expanded with it.
        let mut done = 0;
        for (call, spot, standing) in calls {
            let is_known = call.path.segments.last().is_none_or(|last| is_well_known(&last.name));
            if is_known || call.span.start < done {
                continue;
            }
            let text = self.view.files.get(site.file).text.get(call.span.range());
            let Some(text) = text else { continue };
            let here = Grafter { calling: self.calling.at(&blocks, call.span), ..*self };
            let (traced, keep) = here.traced((site.file, call, text), spot, standing, fuel);
            of_body.keep.extend(keep);
            if traced.holds_call && matches!(spot, Spot::Expr(_)) {
                let read = traced.made.is_some() || reads_argument(body, spot);
                of_body.counts.read += usize::from(read);
                of_body.counts.unread.extend((!read).then_some(traced.why));
            }
            if let Some((text, pieces)) = traced.made {
                done = call.span.end;
                of_body.grafts.push(Graft {
                    spot,
                    standing,
                    call: call.span,
                    text,
                    pieces: Arc::new(pieces),
                });
            }
        }
        of_body
    }

    /// What becomes of a call: as an earlier run had it, or anew.
    fn traced(
        &self,
        (file, call, text): (FileId, &MacroCall, &str),
        spot: Spot,
        standing: Standing,
        fuel: &mut Fuel,
    ) -> (Traced, Option<Keep>) {
        let earlier = &self.expander.earlier;
        let anew = |fuel: &mut Fuel| self.trace((file, call, text), spot, standing, fuel);
        let Some((digester, start)) = self.counted(file, call) else { return (anew(fuel), None) };
        let mut digester = digester;
        digester.text(text);
        let place =
            [matches!(spot, Spot::Pat(_)), standing == Standing::Statement, standing == Standing::Within];
        place.into_iter().for_each(|is| digester.number(u64::from(is)));
        let path: Vec<Name> = call.path.segments.iter().map(|segment| segment.name).collect();
        digester.digest(self.found(&self.looked_for(&path, call.path.global, None)));
        let check = second_digest(text);
        let holds = |traced: &Traced| traced.check == check && traced.lookups.iter().all(|it| self.holds(it));
        let digest = digester.finish();
        let known = earlier.known::<Traced>(digest, |traced| holds(traced) && fuel.spend(traced.fuel));
        let (mut traced, keep) = match known {
            Some(traced) => (traced, Some(Keep::known(digest))),
            None => {
                let mut traced = Traced { check, ..anew(fuel) };
                traced.moved(start.wrapping_neg());
                // Another body may have more left.
                let is_short = matches!(traced.why, Why::Failed(Failure::TooLarge));
                let keep = (!is_short).then(|| Keep::new(digest, &traced));
                (traced, keep)
            }
        };
        traced.moved(start);
        (traced, keep)
    }

    /// Begins the digest of a call, and says where what decides its places starts. `None`: that is not known.
    fn counted(&self, file: FileId, call: &MacroCall) -> Option<(Digester, u32)> {
        let origins = self.view.origins();
        let mut digester = Digester::default();
        digester.digest(self.expander.base.filter(|_| self.expander.earlier.is_on())?);
        if !origins.is_expansion(file) {
            return Some((digester, call.span.start));
        }
        let (expansion, start) = origins.counted(file)?;
        digester.digest(expansion);
        digester.number(u64::from(call.span.start));
        Some((digester, start))
    }

    /// Expands a call.
    fn trace(
        &self,
        (file, call, text): (FileId, &MacroCall, &str),
        spot: Spot,
        standing: Standing,
        fuel: &mut Fuel,
    ) -> Traced {
        let origin = |span: Span| self.view.origins().origin(file, span);
        let (mut lookups, mut why, before) = (Vec::new(), Why::NoDefinition, fuel.left());
        let mut make = |path: &[Tree], group: &Group| match self.make(path, group, &mut lookups, fuel) {
            Ok(made) => made,
            Err(failure) => {
                why = Why::Failed(failure);
                None
            }
        };
        let call_trees = trees(&tokens(text, call.span.start), &origin);
        let made = expand_call(&call_trees, standing != Standing::Within, &mut make);
        let made = made.map(|made| rendered(spot, &made, origin(call.span)));
        let made = made.map(|Rendered { text, pieces }| (text, pieces.into()));
        let holds_call = matches!(call_trees.last(), Some(Tree::Group(group)) if holds_call(&group.trees));
        let lookups = lookups.into_iter().map(|(lookup, _)| lookup).collect();
        Traced { check: 0, lookups, made, why, holds_call, fuel: before - fuel.left() }
    }

    /// What the call of a path makes of its argument. `None`: its definition is not known, or need not be.
    fn make(
        &self,
        path: &[Tree],
        group: &Group,
        lookups: &mut Vec<(Lookup, Ids)>,
        fuel: &mut Fuel,
    ) -> Result<Option<Vec<Tree>>, Failure> {
        let index = self.builder.index();
        let krate = index.module(index.site_of(self.calling.owner).module).krate;
        let words = path.iter().filter_map(Tree::leaf).filter(|leaf| !leaf.is_punct("::"));
        let names: Vec<Name> = words.map(|leaf| Name::from(leaf.text)).collect();
        if names.last().is_none_or(|name| is_well_known(name)) {
            return Ok(None);
        }
        let global = path.first().is_some_and(|first| first.is_punct("::"));
        let by = match path {
            [Tree::Leaf(Leaf { origin: Origin::Definition(by, _), .. })] => Some(*by),
            _ => None,
        };
        let pastes = is_paste(names.iter().map(|name| name.as_str()));
        let ids = self.look_for(names, global, by, lookups);
        if ids.is_empty() && pastes {
            return paste(&group.trees, fuel).map(Some);
        }
        let mut failure = None;
        for id in ids {
            let Some(definition) = self.expander.definition(index, id) else { continue };
            match definition.expand(&group.trees, mark(index, id, krate), fuel) {
                Ok(made) => return Ok(Some(made)),
                Err(why) => failure = Some(why),
            }
        }
        failure.map_or(Ok(None), Err)
    }

    /// Looks for definitions, once for each path.
    fn look_for(
        &self,
        path: Vec<Name>,
        global: bool,
        by: Option<u32>,
        lookups: &mut Vec<(Lookup, Ids)>,
    ) -> Ids {
        let is_same =
            |(known, _): &&(Lookup, Ids)| known.path == path && known.global == global && known.by == by;
        if let Some((_, ids)) = lookups.iter().find(is_same) {
            return ids.clone();
        }
        let ids = self.looked_for(&path, global, by);
        lookups.push((Lookup { found: self.found(&ids), path, global, by }, ids.clone()));
        ids
    }

    /// The definitions that a path may mean in the body, or where a definition wrote it.
    fn looked_for(&self, path: &[Name], global: bool, by: Option<u32>) -> Ids {
        let ids = self.builder.called_in(self.calling, path, global);
        match (by, path.last()) {
            (Some(by), Some(name)) if ids.is_empty() => self.builder.called_by(MacroId(by), *name),
            _ => ids,
        }
    }

    /// Of all that definitions make of a call and say of where it was written.
    fn found(&self, ids: &[MacroId]) -> Digest {
        let index = self.builder.index();
        let krate = index.module(index.site_of(self.calling.owner).module).krate;
        let mut digester = Digester::default();
        for id in ids.iter().filter(|_| self.expander.earlier.is_on()) {
            self.expander.definitions.digest(index, *id, &mut digester);
            self.expander.definitions.digest_place(index, *id, &mut digester);
            digester.text(mark(index, *id, krate));
        }
        digester.finish()
    }

    /// Whether a path still means what it meant.
    fn holds(&self, lookup: &Lookup) -> bool {
        self.found(&self.looked_for(&lookup.path, lookup.global, lookup.by)) == lookup.found
    }
}

impl Traced {
    /// Counts places from so many bytes further on, modulo 2³².
    fn moved(&mut self, by: u32) {
        self.made.iter_mut().for_each(|(_, pieces)| pieces.move_by(by));
    }
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
