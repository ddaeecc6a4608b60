//! Which crates the signatures of a file can lead to.

use rustc_hash::FxHashSet;

use super::{
    Bound, FileSummary, Fn, GenericArgs, Generics, ImportKind, Item, ItemKind, Name, Path, Token, TypeRef,
    Visibility,
};

/// First segments of all paths that signatures, fields, headers and re-exports of the file name, those of private
/// imports only where a signature uses what they bring. More than the crates: modules and types are among them.
pub fn mentions(summary: &FileSummary) -> FxHashSet<Name> {
    let mut found = Mentions::default();
    found.items(&summary.items);
    let Mentions { mut names, imports } = found;
    for (alias, root, exported) in imports {
        if exported || alias.is_none_or(|alias| names.contains(&alias)) {
            names.insert(root);
        }
    }
    names
}

#[derive(Default)]
struct Mentions {
    names: FxHashSet<Name>,
    /// Alias (`None` for a glob or a nameless import), first segment, whether it is seen outside of its module.
    imports: Vec<(Option<Name>, Name, bool)>,
}

impl Mentions {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            self.item(item);
        }
    }

    fn item(&mut self, item: &Item) {
        match &item.kind {
            ItemKind::Use(imports) => {
                let exported = item.vis != Visibility::Private;
                for import in imports {
                    let alias = match import.kind {
                        ImportKind::Named(alias) | ImportKind::SelfNamed(alias) => Some(alias),
                        ImportKind::Underscore | ImportKind::Glob => None,
                    };
                    self.imports.extend(import.path.first().map(|root| (alias, *root, exported)));
                }
            }
            ItemKind::ExternCrate { name, alias } => {
                self.imports.push((Some(*alias), *name, item.vis != Visibility::Private));
            }
            ItemKind::Mod(decl) => decl.content.iter().for_each(|items| self.items(items)),
            ItemKind::Fn(sig) => self.signature(sig),
            ItemKind::Struct(decl) => {
                self.generics(&decl.generics);
                decl.fields.fields.iter().for_each(|field| self.ty(&field.ty));
            }
            ItemKind::Enum(decl) => {
                self.generics(&decl.generics);
                let fields = decl.variants.iter().flat_map(|variant| &variant.fields.fields);
                fields.for_each(|field| self.ty(&field.ty));
            }
            ItemKind::Trait(decl) => {
                self.generics(&decl.generics);
                self.bounds(&decl.supertraits);
                self.items(&decl.items);
            }
            ItemKind::TraitAlias(decl) => {
                self.generics(&decl.generics);
                self.bounds(&decl.bounds);
            }
            ItemKind::TypeAlias(decl) => {
                self.generics(&decl.generics);
                self.bounds(&decl.bounds);
                decl.ty.iter().for_each(|ty| self.ty(ty));
            }
            ItemKind::Const(decl) => self.ty(&decl.ty),
            ItemKind::Impl(decl) => {
                self.generics(&decl.generics);
                decl.trait_.iter().for_each(|path| self.path(path));
                self.ty(&decl.self_ty);
                self.items(&decl.items);
            }
            ItemKind::Extern(_) | ItemKind::MacroDef(_) => {}
            ItemKind::Macro(call) | ItemKind::TypeMacro(call) => {
                self.path(&call.call.path);
                match &call.items {
                    Some(items) => self.items(items),
                    None => self.tokens(&call.call.tokens),
                }
            }
        }
    }

    /// What a macro is given becomes code, where a name in front of a `::` may be a crate.
    fn tokens(&mut self, tokens: &[Token]) {
        for (at, token) in tokens.iter().enumerate() {
            match token {
                Token::Ident { name, .. }
                    if matches!(tokens.get(at + 1), Some(Token::Punct { char: ':', joint: true, .. })) =>
                {
                    self.names.insert(*name);
                }
                Token::Group { tokens, .. } => self.tokens(tokens),
                _ => {}
            }
        }
    }

    fn signature(&mut self, sig: &Fn) {
        self.generics(&sig.generics);
        sig.params.iter().chain([&sig.ret]).for_each(|ty| self.ty(ty));
    }

    fn generics(&mut self, generics: &Generics) {
        generics.params.iter().filter_map(|param| param.default.as_ref()).for_each(|ty| self.ty(ty));
        for predicate in &generics.predicates {
            self.ty(&predicate.subject);
            self.bounds(&predicate.bounds);
        }
    }

    fn bounds(&mut self, bounds: &[Bound]) {
        bounds.iter().for_each(|bound| self.path(&bound.path));
    }

    fn ty(&mut self, ty: &TypeRef) {
        match ty {
            TypeRef::Path(path) => self.path(path),
            TypeRef::Ref { inner, .. }
            | TypeRef::Ptr { inner, .. }
            | TypeRef::Array(inner)
            | TypeRef::Slice(inner) => {
                self.ty(inner);
            }
            TypeRef::Tuple(parts) => parts.iter().for_each(|part| self.ty(part)),
            TypeRef::FnPtr { params, ret } => params.iter().chain([&**ret]).for_each(|ty| self.ty(ty)),
            TypeRef::ImplTrait(bounds) | TypeRef::DynTrait(bounds) => self.bounds(bounds),
            TypeRef::Never | TypeRef::Infer | TypeRef::Const(_) | TypeRef::Macro(_) | TypeRef::Unknown => {}
        }
    }

    fn path(&mut self, path: &Path) {
        self.names.extend(path.segments.first().map(|segment| segment.name));
        path.qself.iter().for_each(|qself| self.ty(&qself.ty));
        path.segments.iter().filter_map(|segment| segment.args.as_deref()).for_each(|args| self.args(args));
    }

    fn args(&mut self, args: &GenericArgs) {
        args.args.iter().for_each(|ty| self.ty(ty));
        for binding in &args.bindings {
            binding.ty.iter().for_each(|ty| self.ty(ty));
            self.bounds(&binding.bounds);
        }
    }
}
