//! What an arm makes of what its variables stand for.

use std::sync::Arc;

use super::matcher::Bound;
use super::pattern::{Often, Part};
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
            Some(&Bound::Trees(trees, kind)) => {
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
    fn at(&self, slot: usize) -> Option<&Bound<'t>> {
        let mut at = self.bound.get(slot)?;
        for round in &self.rounds {
            match at {
                Bound::Each(rounds) => at = rounds.get(*round)?,
                Bound::Trees(..) => break,
            }
        }
        Some(at)
    }

    /// How many rounds: as many as the variables that repeat here have.
    fn count(&self, slots: &[usize]) -> Result<usize, Failure> {
        let mut count = None;
        for slot in slots {
            match self.at(*slot) {
                Some(Bound::Each(rounds)) if count.is_none_or(|count| count == rounds.len()) => {
                    count = Some(rounds.len());
                }
                Some(Bound::Each(_)) => return Err(Failure::Repetition),
                _ => {}
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
