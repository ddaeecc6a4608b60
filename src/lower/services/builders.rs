//! Builders that derives write. `TypedBuilder` and bon's `Builder`: `X::builder()` gives an `XBuilder`, which has a setter
//! for each field, and `build()` gives an `X`. derive_builder's `Builder`: `XBuilder::default()`, whose `build()` gives a
//! `Result<X, _>`. What attributes rename is not written. Sources: `typed-builder-macro` 0.18 to 0.23, `bon-macros` 3,
//! `derive_builder_core` 0.12 to 0.20.

use super::{Args, Maker, by_ref};
use crate::summary::{
    Fn, GenericParam, Generics, ImportKind, Item, ItemKind, Name, Receiver, Struct, TypeRef,
};

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Typed,
    Bon,
    Derived,
}

impl Kind {
    /// What in `#[builder(…)]` on the struct gives things other names.
    fn renames(self) -> &'static [&'static str] {
        match self {
            Kind::Typed => &["build_method", "builder_method", "builder_type"],
            Kind::Bon => &["start_fn", "finish_fn", "builder_type"],
            Kind::Derived => &["name", "build_fn"],
        }
    }
}

/// What a derive writes beside a struct; `before`: the items before it, whose imports say whose `Builder` it is.
pub(super) fn of_struct(item: &Item, decl: &Struct, before: &[Item]) -> Option<Vec<Item>> {
    let kind = kind(item, before)?;
    let own = item.attrs.list.iter().filter(|attr| attr.path == "builder");
    let own: Vec<Args> = own.map(|attr| Args(&attr.args)).collect();
    if kind.renames().iter().any(|name| own.iter().any(|args| args.has(name))) {
        return None;
    }
    let pattern = own.iter().find_map(|args| args.value("pattern"));
    let maker = Maker::new(item);
    Some(Builder { maker, item, decl, kind, pattern }.items())
}

fn kind(item: &Item, before: &[Item]) -> Option<Kind> {
    let derives = item.attrs.list.iter().filter(|attr| attr.path == "derive");
    let mut derived = derives.flat_map(|attr| attr.args.split(',')).map(str::trim);
    derived.find_map(|path| {
        let names: Vec<&str> = path.split("::").map(str::trim).collect();
        match names[..] {
            [.., "TypedBuilder"] => Some(Kind::Typed),
            [krate, "Builder"] => of_crate(krate),
            ["Builder"] => before.iter().find_map(imported),
            _ => None,
        }
    })
}

/// Whose `Builder` an item imports.
fn imported(item: &Item) -> Option<Kind> {
    let ItemKind::Use(imports) = &item.kind else { return None };
    let named = |import: &&crate::summary::Import| matches!(import.kind, ImportKind::Named(alias) if alias == "Builder");
    of_crate(imports.iter().find(named)?.path.first()?)
}

fn of_crate(name: &str) -> Option<Kind> {
    match name {
        "bon" => Some(Kind::Bon),
        "derive_builder" => Some(Kind::Derived),
        _ => None,
    }
}

struct Builder<'i> {
    maker: Maker<'i>,
    item: &'i Item,
    decl: &'i Struct,
    kind: Kind,
    /// How derive_builder's setters take the builder.
    pattern: Option<&'i str>,
}

impl Builder<'_> {
    fn items(&self) -> Vec<Item> {
        let Builder { maker, item, decl, kind, .. } = self;
        let name = Name::from(format!("{}Builder", decl.name).as_str());
        let (whole, builder) = (self.with_args(&decl.name), self.with_args(&name));
        let mut methods = self.setters(&builder);
        let build = match kind {
            Kind::Typed | Kind::Bon => maker.function("build", by_value(), Vec::new(), whole.clone()),
            Kind::Derived => maker.function("build", by_ref(), Vec::new(), maker.result(whole.clone())),
        };
        methods.push(maker.public(build));
        let mut made = vec![
            maker.open(maker.tuple_struct(name, &item.vis, self.generics(), whole.clone())),
            maker.inherent(self.generics(), builder.clone(), methods),
        ];
        if *kind == Kind::Derived {
            for name in [["core", "default", "Default"], ["core", "clone", "Clone"]] {
                let trait_ = maker.path(&name, true, Vec::new());
                made.push(maker.implement_with(self.generics(), trait_, builder.clone()));
            }
        } else {
            let start = maker.function("builder", None, Vec::new(), builder);
            made.push(maker.inherent(self.generics(), whole, vec![maker.public(start)]));
        }
        made
    }

    /// A setter for each field. What it takes depends on attributes of the field, and tells nothing.
    fn setters(&self, builder: &TypeRef) -> Vec<Item> {
        let mutable = || TypeRef::Ref { mutable: true, inner: Box::new(builder.clone()) };
        let (receiver, ret) = match (self.kind, self.pattern) {
            (Kind::Derived, None | Some("mutable")) => {
                (Some(Receiver { by_ref: true, mutable: true, ty: None }), mutable())
            }
            (Kind::Derived, Some("immutable")) => (by_ref(), builder.clone()),
            _ => (by_value(), builder.clone()),
        };
        let setter = |name: &str| -> Fn {
            self.maker.function(name, receiver.clone(), vec![TypeRef::Unknown], ret.clone())
        };
        let fields = self.decl.fields.fields.iter();
        let names = fields.flat_map(|field| match self.kind {
            Kind::Bon => {
                let name = field.name.strip_prefix('_').unwrap_or(&field.name);
                vec![name.to_owned(), format!("maybe_{name}")]
            }
            _ => vec![field.name.to_string()],
        });
        names.map(|name| self.maker.public(setter(&name))).collect()
    }

    fn with_args(&self, name: &str) -> TypeRef {
        let params = self.decl.generics.params.iter();
        self.maker.local(name, params.map(|param| self.maker.local(&param.name, Vec::new())).collect())
    }

    /// The struct's, as an impl has them.
    fn generics(&self) -> Generics {
        let params = self.decl.generics.params.iter().cloned();
        let params = params.map(|param| GenericParam { default: None, ..param }).collect();
        Generics { params, ..self.decl.generics.clone() }
    }
}

/// `self`.
fn by_value() -> Option<Receiver> {
    Some(Receiver { by_ref: false, mutable: false, ty: None })
}
