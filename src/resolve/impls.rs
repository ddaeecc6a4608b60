//! Which impl is whose: by the head of its self type, by its trait, its methods by name.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::header::{Head, Header};
use super::{Ns, Resolution, Start, World};
use crate::index::{AdtId, ConstId, CrateId, Def, FnId, ImplId, Index, ModuleId, TraitId};
use crate::summary::{Attr, Name, Path};

/// The attribute of the crate of that name: it goes on an impl of a trait, and writes each method out once more.
const INHERENT: &str = "inherent";

/// Impls in all the orders that lookups need.
#[derive(Debug, Default)]
pub struct Impls {
    inherent_consts: FxHashMap<(Head, Name), ConstId>,
    inherent_impls: FxHashMap<Head, SmallVec<[ImplId; 2]>>,
    by_trait: FxHashMap<(TraitId, Head), SmallVec<[ImplId; 2]>>,
    trait_of: Vec<Option<TraitId>>,
    trait_methods: FxHashMap<Name, SmallVec<[TraitId; 2]>>,
    trait_consts: FxHashMap<Name, SmallVec<[(TraitId, ConstId); 1]>>,
    /// Impls of traits that cannot be seen, by the trait's last name.
    unseen: FxHashSet<(Head, Name)>,
    /// Types whose setters an attribute writes, with the structs whose fields these set.
    set_by: FxHashMap<Head, SmallVec<[AdtId; 1]>>,
    /// Types with an impl under an attribute that may write further impls.
    attributed: FxHashSet<Head>,
    /// Impls under `#[inherent]`: the trait's methods are the type's own too.
    inherent: FxHashSet<(TraitId, Head)>,
    /// Words of macro calls between items that could not be read, by the crate that they stand in.
    unread: FxHashMap<CrateId, FxHashSet<Name>>,
}

impl Impls {
    /// `headers`: what each impl's header says.
    pub(super) fn new(world: &World, headers: Vec<Header>) -> Self {
        let mut impls = Impls { trait_of: vec![None; world.index.impls.len()], ..Impls::default() };
        for (at, header) in headers.into_iter().enumerate() {
            impls.add(world, ImplId(at as u32), header);
        }
        for (at, data) in world.index.traits.iter().enumerate() {
            for name in data.fns.keys() {
                impls.trait_methods.entry(*name).or_default().push(TraitId(at as u32));
            }
            for id in &data.consts {
                let name = world.index.const_(*id).decl.name;
                impls.trait_consts.entry(name).or_default().push((TraitId(at as u32), *id));
            }
        }
        for module in world.index.modules.iter().filter(|module| !module.unread.is_empty()) {
            impls.unread.entry(module.krate).or_default().extend(&module.unread);
        }
        impls
    }

    fn add(&mut self, world: &World, id: ImplId, Header { heads, fields_of, trait_ }: Header) {
        let data = world.index.impl_(id);
        if data.site.item.attrs.list.iter().any(may_write) {
            // Nobody implements another crate's trait for another crate's type.
            let krate = |module: ModuleId| world.index.module(module).krate;
            let is_own = |head: &Head| match head {
                Head::Adt(id) => krate(world.index.adt(*id).site.module) == krate(data.site.module),
                _ => false,
            };
            self.attributed.extend(heads.iter().copied().filter(is_own));
        }
        let Some(name) = data.decl.of_trait else {
            for head in heads {
                if !fields_of.is_empty() {
                    self.set_by.entry(head).or_default().extend(fields_of.iter().copied());
                }
                self.inherent_impls.entry(head).or_default().push(id);
                for konst in &data.consts {
                    self.inherent_consts.insert((head, world.index.const_(*konst).decl.name), *konst);
                }
            }
            return;
        };
        match trait_ {
            Some(trait_) => {
                self.trait_of[id.0 as usize] = Some(trait_);
                let is_inherent = data.site.item.attrs.list.iter().any(|attr| attr.last() == INHERENT);
                for head in heads {
                    self.by_trait.entry((trait_, head)).or_default().push(id);
                    if is_inherent {
                        self.inherent.insert((trait_, head));
                    }
                }
            }
            None => self.unseen.extend(heads.into_iter().map(|head| (head, name))),
        }
    }

    /// Inherent functions of a type by name; several only under different `cfg`s or for different arguments.
    pub fn inherent(&self, index: &Index, head: Head, name: Name) -> SmallVec<[FnId; 1]> {
        let fns = self.inherent_of(head).iter().filter_map(|id| index.impl_(*id).fns.get(&name));
        fns.flatten().copied().collect()
    }

    /// Inherent impls of a type.
    pub fn inherent_of(&self, head: Head) -> &[ImplId] {
        self.inherent_impls.get(&head).map_or(&[], |impls| impls)
    }

    /// Traits that have an impl for that head, in no order. Looks at all impls.
    pub fn traits_of(&self, head: Head) -> impl Iterator<Item = TraitId> {
        self.by_trait.keys().filter(move |(_, of)| *of == head).map(|(trait_, _)| *trait_)
    }

    /// Structs of which each field has a setter among a type's methods, that no source shows: `fn field(self, …) -> Self`.
    pub fn set_by(&self, head: Head) -> &[AdtId] {
        self.set_by.get(&head).map_or(&[], |structs| structs)
    }

    /// An inherent associated const.
    pub fn inherent_const(&self, head: Head, name: Name) -> Option<ConstId> {
        self.inherent_consts.get(&(head, name)).copied()
    }

    /// Impls of a trait whose self type has that head. Blanket ones are under [`Head::Param`].
    pub fn of_trait(&self, trait_: TraitId, head: Head) -> &[ImplId] {
        self.by_trait.get(&(trait_, head)).map_or(&[], |impls| impls)
    }

    /// The trait of a trait impl, if it could be found.
    pub fn trait_of(&self, id: ImplId) -> Option<TraitId> {
        self.trait_of[id.0 as usize]
    }

    /// Whether a type has an impl of a trait of that name that cannot be seen: it may be the very trait.
    pub fn may_implement(&self, head: Head, name: Name) -> bool {
        self.unseen.contains(&(head, name))
    }

    /// Whether a macro call that could not be read speaks of a name of that crate: it may write impls.
    pub fn is_spoken_of(&self, krate: CrateId, name: Name) -> bool {
        self.unread.get(&krate).is_some_and(|words| words.contains(&name))
    }

    /// Whether the methods of a trait need no import to be called on a type.
    pub fn are_inherent(&self, trait_: TraitId, head: Head) -> bool {
        self.inherent.contains(&(trait_, head))
    }

    /// Whether an attribute of one of a type's impls may write others.
    pub fn is_attributed(&self, head: Head) -> bool {
        self.attributed.contains(&head)
    }

    /// Traits that declare a const of that name, with it.
    pub fn trait_consts(&self, name: Name) -> &[(TraitId, ConstId)] {
        self.trait_consts.get(&name).map_or(&[], |consts| consts)
    }

    /// Traits that declare a function of that name.
    pub fn traits_with(&self, name: Name) -> &[TraitId] {
        self.trait_methods.get(&name).map_or(&[], |traits| traits)
    }
}

impl World<'_> {
    /// The trait that a path in type position names, if it is one only.
    pub fn trait_path(&self, module: ModuleId, path: &Path) -> Option<TraitId> {
        let names: SmallVec<[Name; 4]> = path.segments.iter().map(|segment| segment.name).collect();
        match self.path(module, Ns::Types, Start::expr(path.global), &names) {
            Resolution::Found(defs) => match defs[..] {
                [Def::Trait(id)] => Some(id),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Whether an attribute on an impl is one of those that are not known to leave it at that.
fn may_write(attr: &Attr) -> bool {
    const PLAIN: [&str; 18] = [
        "action_impl",
        "allow",
        "async_trait",
        "automatically_derived",
        "automock",
        "debug_handler",
        "deny",
        "deprecated",
        "doc",
        "expect",
        INHERENT,
        "inline",
        "instrument",
        "interface",
        "maybe_async",
        "must_use",
        "skip",
        "warn",
    ];
    !PLAIN.contains(&attr.last()) && !attr.path.starts_with("clippy::")
}
