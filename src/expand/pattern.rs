//! A macro's definition: its arms, each with what it matches and what it makes.

use std::sync::Arc;

use super::tree::{Leaf, LeafKind, Tree};
use super::{Kind, MAX_DEPTH};
use crate::summary::Delimiter;

/// How often a repetition may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Often {
    Any,
    Some,
    Optional,
}

/// One step of a matcher, laid out flat. Positions are indices of steps.
#[derive(Debug)]
pub(super) enum Step {
    Leaf(Leaf),
    Open(Delimiter),
    Close(Delimiter),
    /// A repetition starts: its steps follow; `end` is behind them.
    Repeat {
        often: Often,
        vars: std::ops::Range<usize>,
        depth: usize,
        end: usize,
    },
    /// One round is done: on to the next, which starts at `first`, or out.
    Again {
        often: Often,
        first: usize,
    },
    /// Likewise where a separator stands between rounds.
    Separator {
        leaf: Leaf,
        first: usize,
    },
    Var {
        slot: usize,
        kind: Kind,
        depth: usize,
    },
    End,
}

/// One part of what an arm makes.
#[derive(Debug)]
pub(super) enum Part {
    Leaf(Leaf),
    Group {
        group: super::tree::Group,
        parts: Vec<Part>,
    },
    Var(usize),
    /// `$crate`; the token is that of the `$`.
    Crate(Leaf),
    /// The name in `name!`, which is looked for in the definition's crate: `#[macro_export(local_inner_macros)]`.
    LocalMacro(Leaf),
    Repeat {
        parts: Vec<Part>,
        separator: Vec<Leaf>,
        slots: Vec<usize>,
        often: Often,
    },
}

/// One arm.
#[derive(Debug)]
pub(super) struct Arm {
    pub steps: Vec<Step>,
    /// The variables by slot.
    pub vars: Vec<&'static str>,
    /// By slot: whether each use of the variable is a `$($x)*` in no other repetition, so that nobody asks for one round.
    pub in_one: Vec<bool>,
    pub makes: Vec<Part>,
}

/// A macro, ready to be expanded.
#[derive(Debug)]
pub struct Definition {
    pub(super) arms: Vec<Arm>,
}

impl Definition {
    /// Reads what stands in `macro_rules! name { … }`, or behind `macro name`, where the delimiter of the first arm's
    /// matcher and the body follow each other directly. `None`: it is no definition that the language knows.
    pub fn parse(trees: &[Tree]) -> Option<Definition> {
        let mut arms = Vec::new();
        let mut at = 0;
        while let Some(Tree::Group(matcher)) = trees.get(at) {
            at += 1;
            at += usize::from(trees.get(at).is_some_and(|tree| tree.is_punct("=>")));
            let Some(Tree::Group(body)) = trees.get(at) else { return None };
            arms.push(arm(&matcher.trees, &body.trees)?);
            at += 1;
            let separated = |tree: &Tree| tree.is_punct(";") || tree.is_punct(",");
            at += usize::from(trees.get(at).is_some_and(separated));
        }
        (at == trees.len() && !arms.is_empty()).then_some(Definition { arms })
    }

    /// The same, with all macros that it calls looked for in its own crate: `#[macro_export(local_inner_macros)]`.
    pub fn with_local_macros(mut self) -> Definition {
        self.arms.iter_mut().for_each(|arm| look_locally(&mut arm.makes));
        self
    }

    /// Whether every arm only hands on what it is given, between attributes: what is given can be read in its place.
    pub fn passes_on(&self) -> bool {
        self.arms.iter().all(|arm| match &arm.steps[..] {
            [
                Step::Repeat { .. },
                Step::Var { kind: Kind::Item | Kind::Tt, .. },
                Step::Again { .. },
                Step::End,
            ] => hands_on(&arm.makes),
            _ => false,
        })
    }
}

fn hands_on(parts: &[Part]) -> bool {
    let [Part::Repeat { parts, separator, .. }] = parts else { return false };
    let Some((Part::Var(0), attributes)) = parts.split_last() else { return false };
    let attribute = |pair: &[Part]| match pair {
        [Part::Leaf(hash), Part::Group { group, .. }] => {
            hash.is_punct("#") && group.delimiter == Delimiter::Bracket
        }
        _ => false,
    };
    separator.is_empty() && attributes.chunks(2).all(attribute)
}

/// Marks the names of macros that are called by their name alone.
fn look_locally(parts: &mut [Part]) {
    let is_punct = |part: Option<&Part>, text| matches!(part, Some(Part::Leaf(leaf)) if leaf.is_punct(text));
    for at in 0..parts.len() {
        let is_call =
            is_punct(parts.get(at + 1), "!") && matches!(parts.get(at + 2), Some(Part::Group { .. }));
        let is_alone = !is_punct(at.checked_sub(1).and_then(|before| parts.get(before)), "::");
        match &mut parts[at] {
            Part::Leaf(leaf) if is_call && is_alone && leaf.kind == LeafKind::Ident => {
                parts[at] = Part::LocalMacro(*leaf);
            }
            Part::Group { parts, .. } | Part::Repeat { parts, .. } => look_locally(parts),
            _ => {}
        }
    }
}

fn arm(matcher: &[Tree], body: &[Tree]) -> Option<Arm> {
    let mut reader = Reader { steps: Vec::new(), vars: Vec::new() };
    reader.matcher(matcher, 0, 0)?;
    reader.steps.push(Step::End);
    let makes = parts(body, &reader.vars, 0)?;
    let mut in_one = vec![true; reader.vars.len()];
    note_rounds(&makes, false, &mut in_one);
    Some(Arm { steps: reader.steps, vars: reader.vars, in_one, makes })
}

/// The variable of `$($x)*`.
pub(super) fn only_var(part: &Part) -> Option<usize> {
    match part {
        Part::Repeat { parts, separator, often, .. } if separator.is_empty() && *often != Often::Optional => {
            match parts[..] {
                [Part::Var(slot)] => Some(slot),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Notes which variables are asked for round by round.
fn note_rounds(parts: &[Part], repeated: bool, in_one: &mut [bool]) {
    for part in parts {
        match part {
            part if !repeated && only_var(part).is_some() => {}
            Part::Var(slot) => in_one[*slot] = false,
            Part::Group { parts, .. } => note_rounds(parts, repeated, in_one),
            Part::Repeat { parts, slots, .. } => {
                slots.iter().for_each(|slot| in_one[*slot] = false);
                note_rounds(parts, true, in_one);
            }
            Part::Leaf(_) | Part::Crate(_) | Part::LocalMacro(_) => {}
        }
    }
}

struct Reader {
    steps: Vec<Step>,
    vars: Vec<&'static str>,
}

impl Reader {
    /// `depth` counts repetitions, `groups` everything.
    fn matcher(&mut self, trees: &[Tree], depth: usize, groups: usize) -> Option<()> {
        if groups > MAX_DEPTH {
            return None;
        }
        let mut at = 0;
        while let Some(tree) = trees.get(at) {
            at += match tree {
                tree if tree.is_punct("$") => self.dollar(&trees[at..], depth, groups)?,
                Tree::Leaf(leaf) => {
                    self.steps.push(Step::Leaf(*leaf));
                    1
                }
                Tree::Group(group) => {
                    self.steps.push(Step::Open(group.delimiter));
                    self.matcher(&group.trees, depth, groups + 1)?;
                    self.steps.push(Step::Close(group.delimiter));
                    1
                }
                Tree::Fragment(_, inner) => {
                    self.matcher(inner, depth, groups + 1)?;
                    1
                }
            };
        }
        Some(())
    }

    /// `$name:kind` or `$( … ) separator *`; gives how many trees that takes.
    fn dollar(&mut self, trees: &[Tree], depth: usize, groups: usize) -> Option<usize> {
        match trees.get(1)? {
            Tree::Group(group) if group.delimiter == Delimiter::Paren => {
                let tail = tail(&trees[2..])?;
                let start = self.steps.len();
                let first_var = self.vars.len();
                self.steps.push(Step::End);
                self.matcher(&group.trees, depth + 1, groups + 1)?;
                let again = self.steps.len();
                match tail.separator.as_slice() {
                    [] => self.steps.push(Step::Again { often: tail.often, first: start + 1 }),
                    [leaf] => self.steps.push(Step::Separator { leaf: *leaf, first: start + 1 }),
                    // A separator of `>` and more.
                    _ => return None,
                }
                let vars = first_var..self.vars.len();
                // `$(#[$doc:meta])+`: documentation was left out of the call.
                let attributes = group.trees.first().is_some_and(|tree| tree.is_punct("#"));
                let often = if attributes && tail.often == Often::Some { Often::Any } else { tail.often };
                self.steps[start] = Step::Repeat { often, vars, depth, end: again + 1 };
                Some(2 + tail.taken)
            }
            Tree::Leaf(name) if matches!(name.kind, LeafKind::Ident | LeafKind::RawIdent) => {
                if !trees.get(2)?.is_punct(":") {
                    return None;
                }
                let kind = Kind::named(trees.get(3)?.leaf()?.text)?;
                // Only editions in which no `|` can be part of it allow one behind it.
                let alternatives = kind == Kind::Pat && trees.get(4).is_some_and(|next| next.is_punct("|"));
                let kind = if alternatives { Kind::PatParam } else { kind };
                self.steps.push(Step::Var { slot: self.vars.len(), kind, depth });
                self.vars.push(name.text);
                Some(4)
            }
            _ => None,
        }
    }
}

/// What follows the `)` of a repetition.
struct Tail {
    separator: Vec<Leaf>,
    often: Often,
    taken: usize,
}

fn tail(trees: &[Tree]) -> Option<Tail> {
    let often = |tree: &Tree| match tree.leaf()?.text {
        _ if !matches!(tree.leaf()?.kind, LeafKind::Punct { .. }) => None,
        "*" => Some(Often::Any),
        "+" => Some(Often::Some),
        "?" => Some(Often::Optional),
        _ => None,
    };
    if let Some(often) = often(trees.first()?) {
        // `$(…)+*`: the first is a separator.
        let doubled = trees.get(1).and_then(often_of).filter(|_| often != Often::Optional);
        if let (Some(second), true) = (doubled, is_joint(&trees[0])) {
            return Some(Tail { separator: vec![*trees[0].leaf()?], often: second, taken: 2 });
        }
        return Some(Tail { separator: Vec::new(), often, taken: 1 });
    }
    // `=>` and `..` are one token, `>>` is two here.
    let mut separator = vec![*trees.first()?.leaf()?];
    let mut at = 1;
    while separator[0].text == ">" && trees.get(at)?.is_punct(">") {
        separator.push(*trees.get(at)?.leaf()?);
        at += 1;
    }
    if let Some(often) = trees.get(at).and_then(often_of) {
        return Some(Tail { separator, often, taken: at + 1 });
    }
    None
}

fn often_of(tree: &Tree) -> Option<Often> {
    let leaf = tree.leaf()?;
    match (leaf.kind, leaf.text) {
        (LeafKind::Punct { .. }, "*") => Some(Often::Any),
        (LeafKind::Punct { .. }, "+") => Some(Often::Some),
        (LeafKind::Punct { .. }, "?") => Some(Often::Optional),
        _ => None,
    }
}

fn is_joint(tree: &Tree) -> bool {
    matches!(tree.leaf().map(|leaf| leaf.kind), Some(LeafKind::Punct { joint: true }))
}

/// What an arm makes. A `$name` that the matcher does not bind stays as it is: it belongs to a macro that is made.
fn parts(trees: &[Tree], vars: &[&'static str], depth: usize) -> Option<Vec<Part>> {
    if depth > MAX_DEPTH {
        return None;
    }
    let mut out = Vec::with_capacity(trees.len());
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        at += 1;
        match tree {
            Tree::Leaf(dollar) if dollar.is_punct("$") => match trees.get(at) {
                Some(Tree::Leaf(name)) if name.is_word("crate") => {
                    out.push(Part::Crate(Leaf { kind: LeafKind::Ident, text: "crate", ..*dollar }));
                    at += 1;
                }
                Some(Tree::Leaf(name)) if matches!(name.kind, LeafKind::Ident | LeafKind::RawIdent) => {
                    match vars.iter().position(|var| *var == name.text) {
                        Some(slot) => {
                            out.push(Part::Var(slot));
                            at += 1;
                        }
                        None => out.push(Part::Leaf(*dollar)),
                    }
                }
                Some(Tree::Group(group)) if group.delimiter == Delimiter::Paren => {
                    let inner = parts(&group.trees, vars, depth + 1)?;
                    let mut slots = Vec::new();
                    slots_of(&inner, &mut slots);
                    match tail(&trees[at + 1..]) {
                        Some(tail) if !slots.is_empty() => {
                            let Tail { separator, often, taken } = tail;
                            out.push(Part::Repeat { parts: inner, separator, slots, often });
                            at += 1 + taken;
                        }
                        // A repetition of a macro that is made.
                        _ => out.push(Part::Leaf(*dollar)),
                    }
                }
                _ => out.push(Part::Leaf(*dollar)),
            },
            Tree::Leaf(leaf) => out.push(Part::Leaf(*leaf)),
            Tree::Group(group) => {
                let parts = parts(&group.trees, vars, depth + 1)?;
                let group = super::tree::Group { trees: Arc::new([]), ..group.clone() };
                out.push(Part::Group { group, parts });
            }
            Tree::Fragment(_, inner) => out.extend(parts(inner, vars, depth + 1)?),
        }
    }
    Some(out)
}

fn slots_of(parts: &[Part], slots: &mut Vec<usize>) {
    for part in parts {
        match part {
            Part::Var(slot) => slots.push(*slot),
            Part::Group { parts, .. } | Part::Repeat { parts, .. } => slots_of(parts, slots),
            Part::Leaf(_) | Part::Crate(_) | Part::LocalMacro(_) => {}
        }
    }
}
