//! A macro that calls itself, or others of its crate: what it makes in the end, without the steps between being read as
//! items.

use super::fragment::{attributes_len, item_len, vis_len};
use super::pattern::Definition;
use super::tree::{Group, Tree};
use super::types::path_len;
use super::{COST, Failure, Fuel, MAX_DEPTH};
use crate::summary::Delimiter;

/// The definition of a macro's crate that `$crate::name!` means.
pub type Helper<'a> = dyn Fn(&str) -> Option<&'a Definition> + 'a;

/// What a call made in the end.
pub struct Unfolded {
    /// Items.
    pub trees: Vec<Tree>,
    /// How many calls that macros make of other macros were expanded on the way.
    pub handed_on: usize,
}

/// How far calls are looked for in what a call makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Between its items.
    Items,
    /// Also between the items of its modules, impls, traits and `const _` blocks.
    Members,
}

/// What `definition`, called by `name`, makes of `call`. Where it makes calls of its own name, between items, these are
/// expanded in place; `#[cfg]`s on such a call stand before each item that it makes. So are calls of what `helper` knows,
/// as far as the fuel lasts: the others stay.
pub fn unfold<'a>(
    (definition, name): (&'a Definition, &'a str),
    call: &[Tree],
    krate: &'static str,
    (helper, reach): (&'a Helper<'a>, Reach),
    fuel: &mut Fuel,
) -> Result<Unfolded, Failure> {
    let mut unfolder =
        Unfolder { definition, name, krate, helper, reach, is_short: false, handed_on: 0, fuel };
    let mut trees = Vec::new();
    unfolder.call(definition, call, &[], 0, &mut trees)?;
    Ok(Unfolded { trees, handed_on: unfolder.handed_on })
}

struct Unfolder<'a, 'f> {
    definition: &'a Definition,
    name: &'a str,
    krate: &'static str,
    helper: &'a Helper<'a>,
    reach: Reach,
    /// Whether a helper's call was too much: no other is tried.
    is_short: bool,
    handed_on: usize,
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
        self.items((&made, definition), attributes, depth, out)
    }

    /// Adds items that a definition made, each behind these attributes, with what their calls make in the place of these.
    fn items(
        &mut self,
        (items, by): (&[Tree], &Definition),
        attributes: &[Tree],
        depth: usize,
        out: &mut Vec<Tree>,
    ) -> Result<(), Failure> {
        for item in split(items) {
            let own = attributes_len(item);
            let inner = self.inner_call(&item[own..]);
            let all = || attributes.iter().chain(&item[..own]).cloned().collect::<Vec<Tree>>();
            match inner {
                Some((Called::Itself, group)) => {
                    self.call(self.definition, &group.trees, &all(), depth + 1, out)?;
                    self.handed_on += usize::from(!std::ptr::eq(self.definition, by));
                    continue;
                }
                Some((Called::Helper(helper), group)) if !self.is_short => {
                    let (fuel, handed_on, len) = (*self.fuel, self.handed_on, out.len());
                    match self.call(helper, &group.trees, &all(), depth + 1, out) {
                        Ok(()) => {
                            self.handed_on += usize::from(!std::ptr::eq(helper, by));
                            continue;
                        }
                        Err(why) => self.is_short = why == Failure::TooLarge,
                    }
                    (*self.fuel, self.handed_on) = (fuel, handed_on);
                    out.truncate(len);
                }
                _ => {}
            }
            self.fuel.burn(attributes.len())?;
            out.extend_from_slice(attributes);
            let members = if self.reach == Reach::Members { members(item) } else { None };
            match members {
                Some((at, group)) if depth < MAX_DEPTH => {
                    out.extend_from_slice(&item[..at]);
                    out.push(Tree::Group(self.within((group, by), depth + 1)));
                    out.extend_from_slice(&item[at + 1..]);
                }
                _ => out.extend_from_slice(item),
            }
        }
        Ok(())
    }

    /// The items of a group with what their calls make; as they are where one of these fails.
    fn within(&mut self, (group, by): (&Group, &Definition), depth: usize) -> Group {
        let (fuel, handed_on) = (*self.fuel, self.handed_on);
        let mut trees = Vec::with_capacity(group.trees.len());
        match self.items((&group.trees, by), &[], depth, &mut trees) {
            Ok(()) => Group { trees: trees.into(), ..group.clone() },
            Err(why) => {
                self.is_short |= why == Failure::TooLarge;
                (*self.fuel, self.handed_on) = (fuel, handed_on);
                group.clone()
            }
        }
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

/// The braces that items of an item stand in, and where they are, if a bang among them may be that of a call.
fn members(item: &[Tree]) -> Option<(usize, &Group)> {
    let is_brace = |tree: &Tree| tree.group(Delimiter::Brace).is_some();
    let at = item.iter().position(is_brace)?;
    let own = attributes_len(item);
    let head = &item[own + vis_len(&item[own..])..];
    let qualifiers =
        head.iter().take_while(|tree| ["default", "unsafe"].iter().any(|word| tree.is_word(word)));
    let holds_items = match &head[qualifiers.count()..] {
        [keyword, name, ..] if keyword.is_word("const") => name.is_word("_") && item[at - 1].is_punct("="),
        [keyword, ..] => ["impl", "mod", "trait"].iter().any(|word| keyword.is_word(word)),
        [] => false,
    };
    let group = item[at].group(Delimiter::Brace).filter(|_| holds_items)?;
    let may_call = group.trees.iter().any(|tree| tree.is_punct("!") || is_brace(tree));
    may_call.then_some((at, group))
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
