//! Traits and impls with their members, also those that macros make later; macro definitions and calls.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::Walk;
use super::macros::{Makes, Pending};
use crate::index::attributes::effect;
use crate::index::made::type_key;
use crate::index::{
    ConstId, Def, FnId, Impl, ImplData, ImplId, Item, MacroData, Name, Owner, Site, Trait, TraitData,
    TraitId, TypeAlias,
};
use crate::summary::{ItemKind, MacroCall, MacroItem};

impl<'s> Walk<'_, 's> {
    pub(super) fn trait_item(&mut self, site: Site<'s>, decl: &'s Trait) {
        let id = TraitId(self.index.traits.len() as u32);
        self.index.traits.push(TraitData {
            site,
            decl,
            fns: FxHashMap::default(),
            types: Vec::new(),
            consts: Vec::new(),
        });
        let members = self.members(site, &decl.items, Owner::Trait(id));
        let data = &mut self.index.traits[id.0 as usize];
        (data.fns, data.types, data.consts) = (members.fns, members.types, members.consts);
        self.declare_type(site.module, decl.name, Def::Trait(id), &site.item.vis);
    }

    pub(super) fn impl_item(&mut self, site: Site<'s>, decl: &'s Impl) {
        if decl.negative {
            return;
        }
        let id = ImplId(self.index.impls.len() as u32);
        let (fns, types, consts) = Default::default();
        self.index.impls.push(ImplData { site, decl, fns, types, consts });
        let members = self.members(site, &decl.items, Owner::Impl(id));
        let data = &mut self.index.impls[id.0 as usize];
        (data.fns, data.types, data.consts) = (members.fns, members.types, members.consts);
    }

    pub(super) fn members(&mut self, around: Site<'s>, items: &'s [Item], owner: Owner) -> Members<'s> {
        let outer = effect(&around.item.attrs);
        let mut members = Members::default();
        let features = self.features.clone();
        for item in super::existing(features.as_deref(), items) {
            let site = Site { item, ..around };
            match &item.kind {
                ItemKind::Fn(sig) => {
                    let id = self.func(site, sig, owner, outer);
                    members.fns.entry(sig.name).or_default().push(id);
                }
                ItemKind::TypeAlias(decl) => members.types.push(decl),
                ItemKind::Const(decl) => members.consts.push(self.const_item(site, decl, owner)),
                ItemKind::Macro(macro_item) => self.pending(site, macro_item, Some((around, owner))),
                _ => {}
            }
        }
        members
    }

    /// Adds to the members of an impl or a trait.
    pub(super) fn more_members(&mut self, around: Site<'s>, items: &'s [Item], owner: Owner) {
        let more = self.members(around, items, owner);
        let (fns, types, consts) = match owner {
            Owner::Impl(id) => {
                let data = &mut self.index.impls[id.0 as usize];
                (&mut data.fns, &mut data.types, &mut data.consts)
            }
            Owner::Trait(id) => {
                let data = &mut self.index.traits[id.0 as usize];
                (&mut data.fns, &mut data.types, &mut data.consts)
            }
            Owner::Module => return,
        };
        more.fns.into_iter().for_each(|(name, ids)| fns.entry(name).or_default().extend(ids));
        types.extend(more.types);
        consts.extend(more.consts);
    }

    /// A macro call to be expanded once all definitions are known.
    pub(super) fn pending(
        &mut self,
        site: Site<'s>,
        macro_item: &'s MacroItem,
        around: Option<(Site<'s>, Owner)>,
    ) {
        let Site { item, module, file } = site;
        let in_trait = matches!(around, Some((_, Owner::Trait(_))));
        let scope = self.scope;
        let behind = self.macros.hole(scope);
        self.scope = behind;
        let makes = Makes::Items { in_trait };
        let number = self.macros.met;
        self.macros.meet(Pending { number, item, macro_item, module, file, makes, around, scope, behind });
    }

    /// The same where a type stands.
    pub(super) fn pending_type(&mut self, site: Site<'s>, macro_item: &'s MacroItem) {
        let (Site { item, module, file }, scope) = (site, self.scope);
        // What one call made, all of its kind make.
        if !self.macros.in_types.insert((type_key(module, &macro_item.call), scope)) {
            return;
        }
        let (makes, around, behind) = (Makes::Type, None, scope);
        let number = self.macros.met;
        self.macros.meet(Pending { number, item, macro_item, module, file, makes, around, scope, behind });
    }

    /// `macro_rules! name { … }`, `macro name(…) { … }`.
    pub(super) fn macro_def(&mut self, item: &'s Item, call: &'s MacroCall) {
        // One of the second kind is an item like others.
        let by_path = call.path.segments.first().is_some_and(|segment| segment.name == "macro");
        let export = item.attrs.list.iter().find(|attr| attr.path == "macro_export");
        let data = MacroData {
            krate: self.krate,
            file: self.file,
            call,
            exported: by_path || export.is_some(),
            local_inner: export.is_some_and(|attr| attr.args.contains("local_inner_macros")),
            conditional: item.attrs.cfg.is_some(),
        };
        self.scope = self.macros.define(self.index, data, self.scope);
    }
}

/// The members of a trait or impl.
#[derive(Default)]
pub(super) struct Members<'s> {
    fns: FxHashMap<Name, SmallVec<[FnId; 1]>>,
    types: Vec<&'s TypeAlias>,
    consts: Vec<ConstId>,
}
