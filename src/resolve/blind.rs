//! Why a path leads to nothing that can be seen: for those who judge the linter.

use rustc_hash::FxHashSet;

use super::imports::{glob_sources, is_glob};
use super::{Ns, Resolution, Start, World};
use crate::index::{AdtId, Def, ImportSource, ModuleId, ModuleKind};
use crate::summary::{Attrs, ItemKind, Name, TypeRef};

/// What hides the end of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Blind {
    /// A crate without sources.
    NoSources,
    /// A macro that is not read, or a derive or an attribute that may add items.
    Macro,
    /// Neither: it should have been found.
    Nothing,
}

/// Derives of std and attributes that make no function that a path could name.
const PLAIN: [&str; 28] = [
    "Debug",
    "Clone",
    "Copy",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "Hash",
    "Default",
    "allow",
    "expect",
    "warn",
    "deny",
    "forbid",
    "doc",
    "must_use",
    "repr",
    "non_exhaustive",
    "deprecated",
    "inline",
    "serde",
    "stable",
    "unstable",
    "automatically_derived",
    "skip",
    "lang",
    "fundamental",
    "clippy",
];

/// What one search has been through: names in modules, and imports.
#[derive(Default)]
struct Been {
    names: FxHashSet<(ModuleId, Name)>,
    imports: FxHashSet<u32>,
}

impl World<'_> {
    /// What hides the end of a path that is written in `module`.
    pub fn blind(&self, module: ModuleId, global: bool, names: &[Name]) -> Blind {
        self.blind_path(module, Start::expr(global), names, &mut Been::default())
    }

    /// What may hide an associated item of a definition.
    pub fn blind_in(&self, def: Def) -> Blind {
        match def {
            Def::Adt(id) if self.is_made(id) => Blind::Macro,
            Def::Alias(id) => {
                let data = self.index.alias(id);
                match &data.decl.ty {
                    Some(TypeRef::Path(path)) => {
                        let names: Vec<Name> = path.segments.iter().map(|segment| segment.name).collect();
                        self.blind_path(
                            data.site.module,
                            Start::expr(path.global),
                            &names,
                            &mut Been::default(),
                        )
                    }
                    Some(TypeRef::Macro(_)) => Blind::Macro,
                    _ => Blind::Nothing,
                }
            }
            _ => Blind::Nothing,
        }
    }

    fn blind_path(&self, module: ModuleId, start: Start, names: &[Name], been: &mut Been) -> Blind {
        let mut seen = None;
        for at in (1..=names.len()).rev() {
            let ns = if at == names.len() { Ns::Values } else { Ns::Types };
            for ns in [ns, Ns::Types] {
                if let Resolution::Found(defs) = self.path(module, ns, start, &names[..at])
                    && !defs.contains(&Def::Unseen)
                {
                    seen = seen.or(Some((defs, at)));
                }
            }
        }
        let Some((defs, at)) = seen else { return self.blind_first(module, start, names, been) };
        let of = |def: &Def| match *def {
            Def::Module(inner) => match names.get(at) {
                Some(name) => self.blind_name(inner, *name, been),
                None => Blind::Nothing,
            },
            def => self.blind_in(def),
        };
        defs.iter().map(of).min().unwrap_or(Blind::Nothing)
    }

    fn blind_first(&self, mut module: ModuleId, start: Start, names: &[Name], been: &mut Been) -> Blind {
        let Some(first) = names.first() else { return Blind::Nothing };
        let krate = self.index.module(module).krate;
        if self.external(krate, *first).is_some_and(|defs| defs.contains(&Def::Unseen)) {
            return Blind::NoSources;
        }
        // What nothing declares and nothing imports can only be a crate that the manifest does not name (any more).
        let unknown = self.first(module, Ns::Types, start, &[*first, *first]).is_none();
        let is_crate = names.len() > 1 && first.starts_with(char::is_lowercase) && unknown;
        let mut found = if is_crate { Blind::NoSources } else { Blind::Nothing };
        if is_crate && start.in_use {
            return found;
        }
        loop {
            found = found.min(self.blind_name(module, *first, been));
            let data = self.index.module(module);
            match (data.kind, data.parent) {
                (ModuleKind::Block(_), Some(parent)) => module = parent,
                _ => return found,
            }
        }
    }

    /// What hides `name` in `module`: an import of it, a macro beside it, a glob.
    fn blind_name(&self, module: ModuleId, name: Name, been: &mut Been) -> Blind {
        let scope = &self.scopes[module.0 as usize];
        if !been.names.insert((module, name)) {
            return Blind::Nothing;
        }
        let entries = [Ns::Types, Ns::Values].into_iter().flat_map(|ns| scope.named(ns, name, None));
        let imports = entries.filter(|entry| entry.def == Def::Unseen).filter_map(|entry| entry.import);
        let mut found = imports.map(|id| self.blind_import(id, been)).min().unwrap_or(Blind::Nothing);
        if self.index.module(module).opaque {
            found = found.min(Blind::Macro);
        }
        for edge in &scope.globs {
            if let Def::Module(source) = edge.source {
                found = found.min(self.blind_name(source, name, been));
            }
        }
        if scope.has_unseen_glob && found == Blind::Nothing {
            let all = 0..self.index.imports.len() as u32;
            let globs =
                all.filter(|id| self.index.imports[*id as usize].module == module && is_glob(self, *id));
            let unseen = globs.filter(|id| glob_sources(self, *id).is_none());
            found = unseen.map(|id| self.blind_import(id, been)).min().unwrap_or(found);
        }
        found
    }

    fn blind_import(&self, id: u32, been: &mut Been) -> Blind {
        if !been.imports.insert(id) {
            return Blind::Nothing;
        }
        let data = &self.index.imports[id as usize];
        match data.kind {
            ImportSource::ExternCrate { .. } => Blind::NoSources,
            ImportSource::Use(import) => {
                let start = Start { global: import.global, in_use: true, skip: Some(id) };
                self.blind_path(data.module, start, &import.path, been)
            }
        }
    }

    /// Whether a macro may have given a type functions: an attribute or derive, a macro call that speaks of it, or
    /// one in an impl of it.
    fn is_made(&self, id: AdtId) -> bool {
        let data = self.index.adt(id);
        if makes_items(&data.site.item.attrs) {
            return true;
        }
        let (name, krate) = (data.name(), self.index.module(data.site.module).krate);
        let mut modules = self.index.modules.iter().filter(|module| module.krate == krate);
        if modules.any(|module| module.unread.contains(&name)) {
            return true;
        }
        let is_unread = |kind: &ItemKind| matches!(kind, ItemKind::Macro(call) if call.items.is_none());
        let named = |ty: &TypeRef| match ty {
            TypeRef::Path(path) => path.segments.last().is_some_and(|segment| segment.name == name),
            _ => false,
        };
        self.index
            .impls
            .iter()
            .any(|data| named(&data.decl.self_ty) && data.decl.items.iter().any(|item| is_unread(&item.kind)))
    }
}

/// Whether an attribute is one that may add items.
fn makes_items(attrs: &Attrs) -> bool {
    let is_plain = |path: &str| {
        let mut parts = path.split("::").map(str::trim);
        parts.any(|part| part.is_empty() || PLAIN.contains(&part))
    };
    attrs.list.iter().any(|attr| match attr.path.as_str() {
        "derive" => attr.args.split(',').any(|name| !is_plain(name)),
        path => !is_plain(path),
    })
}
