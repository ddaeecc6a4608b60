//! Modules of files and of braces, also those that several declarations share.

use smallvec::{SmallVec, smallvec};

use super::Walk;
use crate::finding::FileId;
use crate::index::{Attrs, Def, Item, ModuleData, ModuleId, Name, Vis};
use crate::summary::Mod;

type Content<'s> = (FileId, SmallVec<[&'s Attrs; 2]>, Option<&'s Vec<Item>>);

impl<'s> Walk<'_, 's> {
    pub(super) fn module_item(&mut self, parent: ModuleId, item: &'s Item, decl: &'s Mod) {
        let declared_in = self.file;
        if let Some(items) = &decl.content {
            return self.module(parent, item, decl, (declared_in, smallvec![&item.attrs], Some(items)));
        }
        let targets = self.mods.get(&(self.krate, declared_in, item.span)).map_or(&[][..], |targets| targets);
        if targets.is_empty() {
            self.module(parent, item, decl, (declared_in, smallvec![&item.attrs], None));
        }
        for target in targets {
            if self.has_twin(parent, decl.name, target.file) {
                // Declared once for each of several `cfg`s: one module, under all of them.
                self.declare_again(parent, decl.name, item);
            } else if self.visit(target.file) {
                self.claim(target.file);
                let attrs = smallvec![&item.attrs, &target.summary.attrs];
                self.module(parent, item, decl, (target.file, attrs, Some(&target.summary.items)));
            } else {
                self.module(parent, item, decl, (declared_in, smallvec![&item.attrs], None));
            }
        }
    }

    /// A module with its file, its attributes and its items, if these can be seen.
    fn module(&mut self, parent: ModuleId, item: &'s Item, decl: &'s Mod, (file, attrs, items): Content<'s>) {
        let data = ModuleData::new(self.krate, Some(parent), decl.name, file);
        let module = self.index.push_module(ModuleData { attrs, opaque: items.is_none(), ..data });
        self.declare_type(parent, decl.name, Def::Module(module), &item.vis);
        if let Some(items) = items {
            let (outer_file, outer_scope) = (std::mem::replace(&mut self.file, file), self.scope);
            self.items(module, items);
            self.file = outer_file;
            // What a module defines is seen behind it only if it says so.
            if !item.attrs.list.iter().any(|attr| attr.path == "macro_use") {
                self.scope = outer_scope;
            }
        }
    }

    /// Whether `parent` has a child of that name and file already.
    fn has_twin(&self, parent: ModuleId, name: Name, file: FileId) -> bool {
        self.index.child(parent, name).is_some_and(|twin| self.index.module(twin).file == file)
    }

    /// The module is there under another declaration: this one may show it more widely, and takes its `cfg` away.
    fn declare_again(&mut self, parent: ModuleId, name: Name, item: &'s Item) {
        let Some(twin) = self.index.child(parent, name) else { return };
        let vis = self.index.vis(parent, &item.vis);
        self.index.modules[twin.0 as usize].attrs.retain(|attrs| attrs.cfg.is_none());
        let known = self.index.modules[parent.0 as usize].types.entry(name).or_default();
        for (_, shown) in known.iter_mut().filter(|(def, _)| vis == Vis::Public && *def == Def::Module(twin))
        {
            *shown = vis;
        }
    }
}
