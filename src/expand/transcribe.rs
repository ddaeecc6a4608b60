//! What an arm makes of what its variables stand for.

use std::sync::Arc;

use super::matcher::Bound;
use super::pattern::{Often, Part, only_var};
use super::tree::{Group, Leaf, LeafKind, Tree};
use super::{Failure, Fuel, Kind};

/// The trees that `parts` make. `krate` is what `$crate` becomes.
pub(super) fn transcribe(
    parts: &[Part],
    bound: &[Bound],
    krate: &'static str,
    fuel: &mut Fuel,
) -> Result<Vec<Tree>, Failure> {
    let mut writer = Writer { bound, krate, rounds: Vec::new(), fuel };
    let mut out = Vec::with_capacity(parts.len());
    writer.parts(parts, &mut out)?;
    Ok(out)
}

/// What a variable stands for.
enum Found<'t> {
    Trees(&'t [Tree], Kind),
    /// So many rounds of other things.
    Rounds(usize),
}

struct Writer<'a, 't, 'f> {
    bound: &'a [Bound<'t>],
    krate: &'static str,
    /// Which round each repetition around is in.
    rounds: Vec<usize>,
    fuel: &'f mut Fuel,
}

impl<'t> Writer<'_, 't, '_> {
    fn parts(&mut self, parts: &[Part], out: &mut Vec<Tree>) -> Result<(), Failure> {
        for part in parts {
            self.fuel.burn(1)?;
            if let Some(Bound::All(trees)) = only_var(part).and_then(|slot| self.bound.get(slot)) {
                self.fuel.burn(weight(trees))?;
                out.extend(trees.iter().cloned());
                continue;
            }
            match part {
                Part::Leaf(leaf) => out.push(Tree::Leaf(*leaf)),
                Part::Crate(leaf) => out.push(self.krate(leaf)),
                Part::LocalMacro(leaf) => {
                    let separator = LeafKind::Punct { joint: false };
                    let separator = Leaf { kind: separator, text: "::", origin: leaf.origin };
                    out.extend([self.krate(leaf), Tree::Leaf(separator), Tree::Leaf(*leaf)]);
                }
                Part::Group { group, parts } => {
                    let mut trees = Vec::with_capacity(parts.len());
                    self.parts(parts, &mut trees)?;
                    out.push(Tree::Group(Group { trees: trees.into(), ..group.clone() }));
                }
                Part::Var(slot) => self.var(*slot, out)?,
                Part::Repeat { parts, separator, slots, often } => {
                    let count = self.count(slots)?;
                    let count = if *often == Often::Optional { count.min(1) } else { count };
                    for round in 0..count {
                        if round > 0 {
                            out.extend(separator.iter().copied().map(Tree::Leaf));
                        }
                        self.rounds.push(round);
                        let done = self.parts(parts, out);
                        self.rounds.pop();
                        done?;
                    }
                }
            }
        }
        Ok(())
    }

    fn krate(&self, at: &Leaf) -> Tree {
        Tree::Leaf(Leaf { kind: LeafKind::Ident, text: self.krate, origin: at.origin })
    }

    fn var(&mut self, slot: usize, out: &mut Vec<Tree>) -> Result<(), Failure> {
        match self.at(slot) {
            Some(Found::Trees(trees, kind)) => {
                self.fuel.burn(weight(trees))?;
                let whole = matches!(trees, [Tree::Fragment(..)]);
                if kind.is_transparent() || whole {
                    out.extend(trees.iter().cloned());
                } else if !trees.is_empty() || kind == Kind::Vis {
                    // A visibility that is empty is handed on all the same: none at all fits no `$vis:vis`.
                    out.push(Tree::Fragment(kind, Arc::from(trees.to_vec())));
                }
                Ok(())
            }
            _ => Err(Failure::Repetition),
        }
    }

    /// What a variable stands for in the rounds at work.
    fn at(&self, slot: usize) -> Option<Found<'t>> {
        let mut at = self.bound.get(slot)?;
        let mut rounds = self.rounds.iter();
        loop {
            match (at, rounds.next()) {
                (Bound::Trees(trees, kind), _) => return Some(Found::Trees(trees, *kind)),
                (Bound::Each(each), Some(round)) => at = each.get(*round)?,
                (Bound::Each(each), None) => return Some(Found::Rounds(each.len())),
                (Bound::All(_), _) => return None,
            }
        }
    }

    /// How many rounds: as many as the variables that repeat here have.
    fn count(&self, slots: &[usize]) -> Result<usize, Failure> {
        let mut count = None;
        for slot in slots {
            match self.at(*slot) {
                Some(Found::Rounds(rounds)) if count.is_none_or(|count| count == rounds) => {
                    count = Some(rounds);
                }
                Some(Found::Rounds(_)) => return Err(Failure::Repetition),
                Some(Found::Trees(..)) | None => {}
            }
        }
        count.ok_or(Failure::Repetition)
    }
}

/// How many tokens copies of trees stand for. Groups are shared, but will be written out.
fn weight(trees: &[Tree]) -> usize {
    let of = |tree: &Tree| match tree {
        Tree::Leaf(_) => 1,
        Tree::Group(group) => 2 + weight(&group.trees),
        Tree::Fragment(_, trees) => weight(trees),
    };
    trees.iter().map(of).sum()
}
