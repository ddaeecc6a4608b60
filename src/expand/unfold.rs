//! A macro that calls itself: what it makes in the end, without the steps between being read as items.

use super::fragment::{attributes_len, item_len};
use super::pattern::Definition;
use super::tree::{Group, Tree};
use super::types::path_len;
use super::{Failure, Fuel, MAX_DEPTH};

/// What `definition`, called by `name`, makes of `call`. Where it makes calls of its own name, between items, these are
/// expanded in place; `#[cfg]`s on such a call stand before each item that it makes.
pub fn unfold(
    definition: &Definition,
    name: &str,
    call: &[Tree],
    krate: &'static str,
    fuel: &mut Fuel,
) -> Result<Vec<Tree>, Failure> {
    let mut unfolder = Unfolder { definition, name, krate, fuel };
    let mut out = Vec::new();
    unfolder.call(call, &[], 0, &mut out)?;
    Ok(out)
}

struct Unfolder<'a, 'f> {
    definition: &'a Definition,
    name: &'a str,
    krate: &'static str,
    fuel: &'f mut Fuel,
}

impl Unfolder<'_, '_> {
    fn call(
        &mut self,
        call: &[Tree],
        attributes: &[Tree],
        depth: usize,
        out: &mut Vec<Tree>,
    ) -> Result<(), Failure> {
        if depth > MAX_DEPTH {
            return Err(Failure::TooLarge);
        }
        let made = self.definition.expand(call, self.krate, self.fuel)?;
        for item in split(&made) {
            let own = attributes_len(item);
            match self.own_call(&item[own..]) {
                Some(group) => {
                    let all: Vec<Tree> = attributes.iter().chain(&item[..own]).cloned().collect();
                    self.call(&group.trees, &all, depth + 1, out)?;
                }
                None => {
                    self.fuel.burn(attributes.len())?;
                    out.extend(attributes.iter().chain(item).cloned());
                }
            }
        }
        Ok(())
    }

    /// The argument, if trees are a call of the macro itself.
    fn own_call<'t>(&self, item: &'t [Tree]) -> Option<&'t Group> {
        let path = path_len(item, false);
        let last = item.get(path.checked_sub(1)?)?;
        if !last.is_word(self.name) || !item.get(path)?.is_punct("!") {
            return None;
        }
        let Tree::Group(group) = item.get(path + 1)? else { return None };
        let first = item.first()?;
        (path == 1 || first.is_word(self.krate) && path == 3).then_some(group)
    }
}

/// The items of trees, each with its attributes.
pub(super) fn split(trees: &[Tree]) -> Vec<&[Tree]> {
    let mut items = Vec::new();
    let mut at = 0;
    while at < trees.len() {
        let taken = item_len(&trees[at..]).clamp(1, trees.len() - at);
        items.push(&trees[at..at + taken]);
        at += taken;
    }
    items
}
