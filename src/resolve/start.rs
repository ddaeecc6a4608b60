//! What the first segment of a path means: a name around it, a crate, a primitive type, what the prelude has.

use smallvec::smallvec;

use super::{Ns, Start, World};
use crate::index::{CrateId, Def, Defs, ModuleId, ModuleKind, Prim, marked_crate};
use crate::summary::Name;

impl World<'_> {
    /// The first segment (or `self::super::…`), and how many segments that took.
    pub(super) fn first(
        &self,
        module: ModuleId,
        ns: Ns,
        start: Start,
        names: &[Name],
    ) -> Option<(Defs, usize)> {
        let first = *names.first()?;
        let here = self.index.named_module(module);
        let krate = self.index.module(module).krate;
        let root = self.index.krate(krate).root;
        let ns = if names.len() == 1 { ns } else { Ns::Types };
        match first.as_str() {
            "crate" | "$crate" => return Some((smallvec![Def::Module(root)], 1)),
            "self" if names.len() > 1 || ns == Ns::Types => return self.supers(here, names, 1),
            "super" => return self.supers(here, names, 0),
            _ => {}
        }
        let old = self.index.krate(krate).edition < 2018;
        if start.global || (start.in_use && old) {
            let in_root = || {
                Some(self.lookup(root, ns, first, module, start.skip)).filter(|defs| old && !defs.is_empty())
            };
            return Some((in_root().or_else(|| self.external(krate, first))?, 1));
        }
        // What cannot be seen and is named like a crate is mostly a macro, and hides no crate.
        let crate_of_name = || self.external(krate, first).filter(|_| ns == Ns::Types);
        let lexical = self.lexical(module, ns, first, start.skip);
        let found = match lexical.as_deref() {
            Some([Def::Unseen]) => crate_of_name().or(lexical),
            _ => lexical.or_else(crate_of_name),
        };
        let prim = || Prim::named(&first).filter(|_| ns == Ns::Types).map(|prim| smallvec![Def::Prim(prim)]);
        // `use std::str;` imports the module, and hides no type.
        let is_type = |def: &Def| match def {
            Def::Module(_) => names.len() > 1 || start.in_use,
            Def::Unseen => false,
            _ => true,
        };
        let found = match found {
            Some(found) if found.iter().any(is_type) => Some(found),
            found => prim().or(found),
        };
        Some((found.or_else(|| self.prelude(krate, ns, first))?, 1))
    }

    fn supers(&self, module: ModuleId, names: &[Name], mut at: usize) -> Option<(Defs, usize)> {
        let mut module = self.index.named_module(module);
        while names.get(at).is_some_and(|name| *name == "super") {
            (module, at) = (self.index.module(module).parent?, at + 1);
            module = self.index.named_module(module);
        }
        Some((smallvec![Def::Module(module)], at))
    }

    /// Blocks outwards up to the module that they stand in.
    fn lexical(&self, mut module: ModuleId, ns: Ns, name: Name, skip: Option<u32>) -> Option<Defs> {
        // A glob of a block that cannot be seen may hide what is found further out.
        let mut hidden = false;
        loop {
            let defs = self.lookup(module, ns, name, module, skip);
            if !defs.is_empty() {
                return Some(if hidden { smallvec![Def::Unseen] } else { defs });
            }
            let data = self.index.module(module);
            // What a macro declares here hides what the prelude has: a struct `Send`.
            if ns == Ns::Types && data.unread_types.contains(&name) {
                return Some(smallvec![Def::Unseen]);
            }
            hidden |= self.scopes[module.0 as usize].has_unseen_glob;
            module = match data.kind {
                ModuleKind::Block(_) => data.parent?,
                ModuleKind::Named => return None,
            };
        }
    }

    /// A crate by any of the names that paths everywhere can start with.
    pub(super) fn external(&self, krate: CrateId, name: Name) -> Option<Defs> {
        let alias = self.index.krate(krate).aliases.get(&name);
        self.dependency(krate, alias.copied().unwrap_or(name))
    }

    /// What `extern crate name` means.
    pub(super) fn dependency(&self, krate: CrateId, name: Name) -> Option<Defs> {
        if name == "self" {
            return Some(smallvec![Def::Module(self.index.krate(krate).root)]);
        }
        if let Some(krate) = marked_crate(&name).filter(|krate| (krate.0 as usize) < self.index.crates.len())
        {
            // What a macro's `$crate` became.
            return Some(smallvec![Def::Module(self.index.krate(krate).root)]);
        }
        let target = self.index.krate(krate).externs.get(&name)?;
        Some(smallvec![target.map_or(Def::Unseen, |krate| Def::Module(self.index.krate(krate).root))])
    }

    fn prelude(&self, krate: CrateId, ns: Ns, name: Name) -> Option<Defs> {
        let prelude = self.prelude_of(krate)?;
        Some(self.lookup(prelude, ns, name, prelude, None)).filter(|defs| !defs.is_empty())
    }

    pub(super) fn prelude_of(&self, krate: CrateId) -> Option<ModuleId> {
        let at = match self.index.krate(krate).edition {
            ..2018 => 0,
            2018..2021 => 1,
            2021..2024 => 2,
            2024.. => 3,
        };
        self.preludes[at]
    }
}
