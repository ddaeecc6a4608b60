//! A macro that calls itself, or others of its crate: what it makes in the end, without the steps between being read as
//! items.

use super::fragment::{attributes_len, item_len};
use super::pattern::Definition;
use super::tree::{Group, Tree};
use super::types::path_len;
use super::{COST, Failure, Fuel, MAX_DEPTH};

/// The definition of a macro's crate that `$crate::name!` means.
pub type Helper<'a> = dyn Fn(&str) -> Option<&'a Definition> + 'a;

/// What `definition`, called by `name`, makes of `call`. Where it makes calls of its own name, between items, these are
/// expanded in place; `#[cfg]`s on such a call stand before each item that it makes. So are calls of what `helper` knows,
/// as far as the fuel lasts: the others stay.
pub fn unfold<'a>(
    (definition, name): (&'a Definition, &'a str),
    call: &[Tree],
    krate: &'static str,
    helper: &'a Helper<'a>,
    fuel: &mut Fuel,
) -> Result<Vec<Tree>, Failure> {
    let mut unfolder = Unfolder { definition, name, krate, helper, is_short: false, fuel };
    let mut out = Vec::new();
    unfolder.call(definition, call, &[], 0, &mut out)?;
    Ok(out)
}

struct Unfolder<'a, 'f> {
    definition: &'a Definition,
    name: &'a str,
    krate: &'static str,
    helper: &'a Helper<'a>,
    /// Whether a helper's call was too much: no other is tried.
    is_short: bool,
    fuel: &'f mut Fuel,
}

impl<'a> Unfolder<'a, '_> {
    fn call(
        &mut self,
        definition: &Definition,
        call: &[Tree],
        attributes: &[Tree],
        depth: usize,
        out: &mut Vec<Tree>,
    ) -> Result<(), Failure> {
        if depth > MAX_DEPTH {
            return Err(Failure::TooLarge);
        }
        self.fuel.burn(COST)?;
        let made = definition.expand(call, self.krate, self.fuel)?;
        for item in split(&made) {
            let own = attributes_len(item);
            let inner = self.inner_call(&item[own..]);
            let all = || attributes.iter().chain(&item[..own]).cloned().collect::<Vec<Tree>>();
            match inner {
                Some((Called::Itself, group)) => {
                    self.call(self.definition, &group.trees, &all(), depth + 1, out)?;
                    continue;
                }
                Some((Called::Helper(helper), group)) if !self.is_short => {
                    let (fuel, len) = (*self.fuel, out.len());
                    match self.call(helper, &group.trees, &all(), depth + 1, out) {
                        Ok(()) => continue,
                        Err(why) => self.is_short = why == Failure::TooLarge,
                    }
                    *self.fuel = fuel;
                    out.truncate(len);
                }
                _ => {}
            }
            self.fuel.burn(attributes.len())?;
            out.extend(attributes.iter().chain(item).cloned());
        }
        Ok(())
    }

    /// What is called with which argument, if trees are a call of the macro itself or of a helper.
    fn inner_call<'t>(&self, item: &'t [Tree]) -> Option<(Called<'a>, &'t Group)> {
        let path = path_len(item, false);
        let last = item.get(path.checked_sub(1)?)?.leaf()?;
        if !item.get(path)?.is_punct("!") {
            return None;
        }
        let Tree::Group(group) = item.get(path + 1)? else { return None };
        let of_crate = path == 3 && item.first()?.is_word(self.krate);
        let called = match of_crate.then(|| (self.helper)(last.text)).flatten() {
            Some(helper) if !std::ptr::eq(helper, self.definition) => Called::Helper(helper),
            // It may have been imported under another name.
            Some(_) => Called::Itself,
            None if last.is_word(self.name) && (path == 1 || of_crate) => Called::Itself,
            None => return None,
        };
        Some((called, group))
    }
}

/// What an item calls.
enum Called<'a> {
    Itself,
    Helper(&'a Definition),
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
