//! Items that attributes write beside the one they stand on: the clients of services, projections. A table of what each writes, as far
//! as futures go; spans lead to what the client's functions are made of.

mod actions;
mod builders;
mod copies;
mod dispatch;
mod enum_iter;
pub(super) mod mocks;
mod pointers;
mod projection;
mod rpc;
mod sea_orm;
mod zbus;

use crate::source::Span;
use crate::summary::{
    Attr, Bound, Field, FieldShape, Fields, Fn, GenericArgs, GenericParam, Generics, Impl, ImplSignature,
    Item, ItemKind, Lazy, Name, Path, QSelf, Receiver, Segment, Signature, Struct, Trait, TypeAlias, TypeRef,
    Visibility,
};

/// Adds an item, or what its attributes write in its place, and what they write beside it.
pub(super) fn add(item: Item, out: &mut Vec<Item>) {
    let written = match &item.kind {
        ItemKind::Trait(decl) => item.attrs.list.iter().find_map(|attr| of_trait(attr, &item, decl)),
        ItemKind::Impl(decl) => item.attrs.list.iter().find_map(|attr| of_impl(attr, &item, decl)),
        ItemKind::Struct(decl) if sea_orm::is_model(&item) => Some(match sea_orm::is_extended(&item) {
            true => Written::InPlace(sea_orm::of_extended(&item, decl)),
            false => Written::Beside(sea_orm::of_model(&item, decl)),
        }),
        ItemKind::Struct(decl) => {
            let mut beside: Vec<Item> = pointers::of_struct(&item, decl).into_iter().collect();
            beside.extend(builders::of_struct(&item, decl, out).into_iter().flatten());
            beside.extend(item.attrs.list.iter().find_map(|attr| of_type(attr, &item)).into_iter().flatten());
            (!beside.is_empty()).then_some(Written::Beside(beside))
        }
        ItemKind::Enum(decl) => {
            let of_enum = |attr: &Attr| match attr.last() {
                "enum_dispatch" => Some(Written::InPlace(dispatch::of_enum(&item, decl, Args(&attr.args)))),
                _ => of_type(attr, &item).map(Written::Beside),
            };
            let by_attr = || item.attrs.list.iter().find_map(of_enum);
            enum_iter::of_enum(&item, decl).map(Written::Beside).or_else(by_attr)
        }
        _ => None,
    };
    match written {
        Some(Written::InPlace(items)) => out.extend(items),
        Some(Written::Beside(items)) => {
            out.push(item);
            out.extend(items);
        }
        None => out.push(item),
    }
}

/// What an attribute writes.
enum Written {
    /// The item itself is gone.
    InPlace(Vec<Item>),
    Beside(Vec<Item>),
}

fn of_trait(attr: &Attr, item: &Item, decl: &Trait) -> Option<Written> {
    let args = Args(&attr.args);
    match attr.last() {
        "dbus_proxy" => Some(Written::InPlace(zbus::of_trait(item, decl, args))),
        "proxy" if zbus::is_meant(args) => Some(Written::InPlace(zbus::of_trait(item, decl, args))),
        "auto_impl" => Some(Written::Beside(copies::auto_impl(item, decl, args))),
        "automock" => Some(Written::Beside(mocks::of_trait(item, decl))),
        "make" if attr.path == "trait_variant::make" => {
            copies::variant(item, decl, args).map(Written::Beside)
        }
        "enum_dispatch" => Some(Written::Beside(dispatch::of_trait(item, decl, args))),
        "service" if attr.path == "tarpc::service" => Some(Written::Beside(rpc::tarpc(item, decl))),
        "rpc" => rpc::jsonrpsee(item, decl).map(Written::InPlace),
        _ => None,
    }
}

fn of_impl(attr: &Attr, item: &Item, decl: &Impl) -> Option<Written> {
    match attr.last() {
        "interface" | "dbus_interface" => Some(Written::Beside(zbus::of_impl(item, decl, Args(&attr.args)))),
        "automock" => mocks::of_impl(item, decl).map(Written::Beside),
        "action_impl" => actions::of_impl(item, decl).map(Written::Beside),
        _ => None,
    }
}

/// What stands beside it.
fn of_type(attr: &Attr, item: &Item) -> Option<Vec<Item>> {
    match attr.last() {
        "pin_project" => projection::of_type(item, Args(&attr.args)),
        _ => None,
    }
}

/// The arguments of an attribute, as written.
#[derive(Clone, Copy)]
struct Args<'a>(&'a str);

impl<'a> Args<'a> {
    /// The value of `name = value`, without quotes.
    fn value(self, name: &str) -> Option<&'a str> {
        self.0.split(',').find_map(|arg| {
            let (key, value) = arg.split_once('=')?;
            (key.trim() == name).then(|| value.trim().trim_matches('"'))
        })
    }

    /// Those that are paths without arguments of their own.
    fn paths(self) -> impl Iterator<Item = &'a str> {
        let is_word = |byte: u8| byte == b'_' || byte.is_ascii_alphanumeric();
        let is_path = move |arg: &&str| {
            !arg.is_empty() && arg.bytes().all(|byte| is_word(byte) || matches!(byte, b':' | b' '))
        };
        self.0.split(',').map(str::trim).filter(is_path)
    }

    /// Whether `name` stands there alone or with arguments of its own.
    fn has(self, name: &str) -> bool {
        self.0.split(',').any(|arg| arg.split(['(', '=']).next().is_some_and(|key| key.trim() == name))
    }
}

/// The functions of an item, each with the arguments of its attribute `attr`, joined.
fn functions<'i>(items: &'i [Item], attr: &'static str) -> impl Iterator<Item = (&'i Item, &'i Fn, String)> {
    items.iter().filter_map(move |item| match &item.kind {
        ItemKind::Fn(sig) => {
            let own = item.attrs.list.iter().filter(|known| known.path == attr);
            let args: Vec<&str> = own.map(|attr| attr.args.as_str()).collect();
            Some((item, &**sig, args.join(", ")))
        }
        _ => None,
    })
}

/// Makes items that stand in the place of `around`, under its conditions.
struct Maker<'i> {
    around: &'i Item,
    span: Span,
}

impl<'i> Maker<'i> {
    fn new(around: &'i Item) -> Self {
        Maker { around, span: around.name_span }
    }

    fn item(&self, vis: Visibility, kind: ItemKind) -> Item {
        let mut attrs = self.around.attrs.clone();
        attrs.list.clear();
        Item { span: self.around.span, name_span: self.span, attrs, vis, kind }
    }

    /// `struct name(…);` with one field.
    fn tuple_struct(&self, name: Name, vis: &Visibility, generics: Generics, field: TypeRef) -> Item {
        let fields = self.one_field(Visibility::Private, field);
        self.item(vis.clone(), ItemKind::Struct(Box::new(Struct::new(name, generics, fields))))
    }

    /// `struct name { … }` of which no field is known.
    fn bare_struct(&self, name: &str, vis: &Visibility, generics: &Generics) -> Item {
        let fields = Fields { shape: FieldShape::Named, fields: Vec::new() };
        let decl = Struct::new(Name::from(name), generics.clone(), fields);
        self.item(vis.clone(), ItemKind::Struct(Box::new(decl)))
    }

    /// `(field)`
    fn one_field(&self, vis: Visibility, ty: TypeRef) -> Fields {
        let (name, span) = (Name::from("0"), self.span);
        let field = Field { name, span, vis, ty, cfg: None, is_pinned: false, deref: None };
        Fields { shape: FieldShape::Tuple, fields: vec![field] }
    }

    /// `impl<…> self_ty { … }`
    fn inherent(&self, generics: Generics, self_ty: TypeRef, items: Vec<Item>) -> Item {
        let decl = Impl::new(ImplSignature { generics, trait_: None, self_ty }, items);
        self.item(Visibility::Private, ItemKind::Impl(Box::new(decl)))
    }

    /// `impl trait_ for self_ty {}`
    fn implement(&self, trait_: Path, self_ty: TypeRef) -> Item {
        self.implement_with(Generics::default(), trait_, self_ty)
    }

    /// `impl<…> trait_ for self_ty {}`
    fn implement_with(&self, generics: Generics, trait_: Path, self_ty: TypeRef) -> Item {
        self.implement_saying(generics, trait_, self_ty, Vec::new())
    }

    /// `impl<…> trait_ for self_ty { … }`
    fn implement_saying(&self, generics: Generics, trait_: Path, self_ty: TypeRef, items: Vec<Item>) -> Item {
        let decl = Impl::new(ImplSignature { generics, trait_: Some(trait_), self_ty }, items);
        self.item(Visibility::Private, ItemKind::Impl(Box::new(decl)))
    }

    /// `type name = ty;` of an impl.
    fn associated(&self, name: Name, ty: TypeRef) -> Item {
        let alias = TypeAlias::new(name, Generics::default(), Vec::new(), Some(ty));
        self.item(Visibility::Public, ItemKind::TypeAlias(Box::new(alias)))
    }

    /// `<ty as trait_>::name`
    fn projected(&self, ty: TypeRef, trait_: &Path, name: Name) -> TypeRef {
        let qself = Some(Box::new(QSelf { ty, trait_segments: trait_.segments.len() as u32 }));
        let last = Segment { name, span: self.span, args: None };
        let segments = trait_.segments.iter().cloned().chain([last]).collect();
        TypeRef::Path(Path { qself, segments, ..trait_.clone() })
    }

    /// `pub fn name(&self, …) -> ret`, without `self` if there is no `receiver`.
    fn function(&self, name: &str, receiver: Option<Receiver>, params: Vec<TypeRef>, ret: TypeRef) -> Fn {
        let (name, generics) = (Name::from(name), Generics::default());
        let sig = Lazy::from(Signature { generics, receiver, params, ret });
        Fn { name, sig_span: self.span, is_async: false, sig, body: None }
    }

    /// A type that may have traits which are not written here.
    fn open(&self, item: Item) -> Item {
        self.deriving("_", item)
    }

    /// A type with `#[derive(…)]`.
    fn deriving(&self, names: &str, item: Item) -> Item {
        let (path, args) = (Name::from("derive"), names.to_owned());
        let attr = Attr { path, args, condition: None, span: self.span };
        let mut attrs = item.attrs;
        attrs.list.push(attr);
        Item { attrs, ..item }
    }

    fn public(&self, sig: Fn) -> Item {
        self.item(Visibility::Public, ItemKind::Fn(Box::new(sig)))
    }

    /// A path with arguments for its last segment.
    fn path(&self, names: &[&str], global: bool, args: Vec<TypeRef>) -> Path {
        let segment = |name: &&str| Segment { name: Name::from(name), span: self.span, args: None };
        let mut segments: Vec<Segment> = names.iter().map(segment).collect();
        if let Some(last) = segments.last_mut().filter(|_| !args.is_empty()) {
            last.args = Some(Box::new(GenericArgs { args, ..GenericArgs::default() }));
        }
        Path { span: self.span, global, qself: None, segments }
    }

    /// The type `::a::b<…>`.
    fn global(&self, names: &[&str], args: Vec<TypeRef>) -> TypeRef {
        TypeRef::Path(self.path(names, true, args))
    }

    /// The type `name<…>` of this scope.
    fn local(&self, name: &str, args: Vec<TypeRef>) -> TypeRef {
        TypeRef::Path(self.path(&[name], false, args))
    }

    /// `name<A, B>` of this scope, with an item's parameters for arguments.
    fn applied(&self, name: &str, generics: &Generics) -> Path {
        let args = generics.params.iter().map(|param| self.local(&param.name, Vec::new())).collect();
        self.path(&[name], false, args)
    }

    /// `Result<ok, _>` whose error is not known.
    fn result(&self, ok: TypeRef) -> TypeRef {
        self.global(&["core", "result", "Result"], vec![ok, TypeRef::Unknown])
    }

    fn bound(&self, names: &[&str]) -> Bound {
        Bound { path: self.path(names, true, Vec::new()) }
    }
}

/// `&self`.
fn by_ref() -> Option<Receiver> {
    Some(Receiver { by_ref: true, mutable: false, ty: None })
}

/// `<name>`.
fn parameter(name: &str) -> Generics {
    let param = GenericParam { name: Name::from(name), is_const: false, default: None };
    Generics { params: vec![param], predicates: Vec::new() }
}
