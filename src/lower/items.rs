//! Items of modules and blocks.

use proc_macro2::Span as TokenSpan;

use super::Bodies;
use super::attrs::path_values;
use super::context::Context;
use super::services;
use super::types::path_first;
use crate::source::Span;
use crate::summary::{
    Attrs, Const, Enum, Field, FieldShape, Fields, Item, ItemKind, MacroCall, MacroItem, Mod, Name, Struct,
    TraitAlias, TypeAlias, Variant, Visibility,
};

/// The attribute of the crate `visibility`, which shows an item more widely than it says: to benchmarks, say.
const WIDENING: &str = "visibility::make";

/// Where an item starts and ends, and what it is called: what all items have in common.
pub(super) struct Frame<'s> {
    pub attrs: &'s [syn::Attribute],
    pub vis: Visibility,
    /// The first token behind the attributes.
    pub first: TokenSpan,
    /// The last token.
    pub last: TokenSpan,
}

impl Context<'_> {
    /// Several items.
    pub(super) fn items(&mut self, items: &[syn::Item], out: &mut Vec<Item>) {
        out.reserve(items.len());
        for item in items {
            self.item(item, out);
        }
    }

    /// One item: none comes out if it is of a syntax that is not known.
    pub(super) fn item(&mut self, item: &syn::Item, out: &mut Vec<Item>) {
        let outer = self.type_macros.len();
        if let Some(Some(item)) = self.nested(|cx| cx.item_kind(item)) {
            services::add(item, out);
        }
        out.extend(self.type_macros.drain(outer..).map(type_macro));
    }

    pub(super) fn item_kind(&mut self, item: &syn::Item) -> Option<Item> {
        use syn::Item;
        Some(match item {
            Item::Const(item) => self.const_item(item),
            Item::Enum(item) => self.enum_item(item),
            Item::ExternCrate(item) => self.extern_crate(item),
            Item::Fn(item) => self.fn_item(item),
            Item::ForeignMod(item) => self.extern_block(item),
            Item::Impl(item) => self.impl_item(item),
            Item::Macro(item) => self.item_macro(item),
            Item::Mod(item) => self.module(item),
            Item::Static(item) => self.static_item(item),
            Item::Struct(item) => self.struct_item(item),
            Item::Trait(item) => self.trait_item(item),
            Item::TraitAlias(item) => self.trait_alias(item),
            Item::Type(item) => self.type_item(item),
            Item::Union(item) => self.union_item(item),
            Item::Use(item) => self.use_item(item),
            Item::Verbatim(tokens) => return self.verbatim_item(tokens),
            _ => return None,
        })
    }

    /// Puts an item together; `name` is where its name stands, or its keyword.
    pub(super) fn framed(&self, frame: Frame, name: Span, kind: ItemKind) -> Item {
        let first = frame.attrs.first().map_or(frame.first, |attr| attr.pound_token.spans[0]);
        let span = Span::new(self.start(first), self.end(frame.last));
        let attrs = self.attrs(frame.attrs);
        let widened = attrs.list.iter().find(|attr| attr.path == WIDENING);
        let vis = match widened {
            Some(attr) if attr.args.contains("crate") => Visibility::Crate,
            Some(_) => Visibility::Public,
            None => frame.vis,
        };
        Item { span, name_span: name, attrs, vis, kind }
    }

    /// A visibility, and the first token of an item that has it and starts with `keyword` otherwise.
    pub(super) fn vis(&self, vis: &syn::Visibility, keyword: TokenSpan) -> (Visibility, TokenSpan) {
        match vis {
            syn::Visibility::Inherited => (Visibility::Private, keyword),
            syn::Visibility::Public(token) => (Visibility::Public, token.span),
            syn::Visibility::Restricted(vis) => {
                let names = vis.path.segments.iter().map(|segment| self.name(&segment.ident).0);
                let names = names.collect::<Vec<Name>>();
                let restricted = match names.as_slice() {
                    [only] if only == "self" => Visibility::Private,
                    [only] if only == "crate" => Visibility::Crate,
                    _ => Visibility::Restricted(names.into()),
                };
                (restricted, vis.pub_token.span)
            }
        }
    }

    fn const_item(&mut self, item: &syn::ItemConst) -> Item {
        let (vis, first) = self.vis(&item.vis, item.const_token.span);
        let frame = Frame { attrs: &item.attrs, vis, first, last: item.semi_token.spans[0] };
        let (name, name_span) = self.name(&item.ident);
        let ty = self.ty(&item.ty);
        let body = self.initialiser(&item.expr);
        self.framed(frame, name_span, ItemKind::Const(Box::new(Const { name, is_static: false, ty, body })))
    }

    fn static_item(&mut self, item: &syn::ItemStatic) -> Item {
        let (vis, first) = self.vis(&item.vis, item.static_token.span);
        let frame = Frame { attrs: &item.attrs, vis, first, last: item.semi_token.spans[0] };
        let (name, name_span) = self.name(&item.ident);
        let ty = self.ty(&item.ty);
        let body = self.initialiser(&item.expr);
        self.framed(frame, name_span, ItemKind::Const(Box::new(Const { name, is_static: true, ty, body })))
    }

    /// The value of a const or static. Without bodies only a block's items are kept: `const _: () = { … }` holds some.
    pub(super) fn initialiser(&mut self, expr: &syn::Expr) -> Option<Box<crate::summary::Body>> {
        match expr {
            syn::Expr::Block(expr) if self.bodies == Bodies::Drop => {
                Some(self.body(|cx| (Vec::new(), cx.items_alone(&expr.block))))
            }
            _ if self.bodies == Bodies::Drop => None,
            _ => Some(self.body(|cx| (Vec::new(), cx.expr(expr).0))),
        }
    }

    fn extern_crate(&mut self, item: &syn::ItemExternCrate) -> Item {
        let (vis, first) = self.vis(&item.vis, item.extern_token.span);
        let frame = Frame { attrs: &item.attrs, vis, first, last: item.semi_token.spans[0] };
        let (name, name_span) = self.name(&item.ident);
        let alias = item.rename.as_ref().map_or(name, |(_, alias)| self.name(alias).0);
        self.framed(frame, name_span, ItemKind::ExternCrate { name, alias })
    }

    fn module(&mut self, item: &syn::ItemMod) -> Item {
        let keyword = item.unsafety.as_ref().map_or(item.mod_token.span, |token| token.span);
        let (vis, first) = self.vis(&item.vis, keyword);
        let (name, name_span) = self.name(&item.ident);
        let last = match (&item.content, &item.semi) {
            (Some((braces, _)), _) => braces.span.close(),
            (None, Some(semi)) => semi.spans[0],
            (None, None) => item.ident.span(),
        };
        let content = item.content.as_ref().map(|(_, content)| {
            let mut items = Vec::new();
            self.items(content, &mut items);
            items
        });
        let module = Mod { name, content, paths: Vec::new() };
        let frame = Frame { attrs: &item.attrs, vis, first, last };
        let mut item = self.framed(frame, name_span, ItemKind::Mod(Box::new(module)));
        if let ItemKind::Mod(module) = &mut item.kind {
            module.paths = path_values(&item.attrs);
        }
        item
    }

    fn struct_item(&mut self, item: &syn::ItemStruct) -> Item {
        let (vis, first) = self.vis(&item.vis, item.struct_token.span);
        let (name, name_span) = self.name(&item.ident);
        let last = match (&item.semi_token, &item.fields) {
            (Some(semi), _) => semi.spans[0],
            (None, syn::Fields::Named(fields)) => fields.brace_token.span.close(),
            (None, _) => item.ident.span(),
        };
        let generics = self.generics(&item.generics);
        let fields = self.fields(&item.fields);
        let frame = Frame { attrs: &item.attrs, vis, first, last };
        self.framed(frame, name_span, ItemKind::Struct(Box::new(Struct::new(name, generics, fields))))
    }

    fn union_item(&mut self, item: &syn::ItemUnion) -> Item {
        let (vis, first) = self.vis(&item.vis, item.union_token.span);
        let (name, name_span) = self.name(&item.ident);
        let generics = self.generics(&item.generics);
        let fields = self.named_fields(&item.fields);
        let frame = Frame { attrs: &item.attrs, vis, first, last: item.fields.brace_token.span.close() };
        self.framed(frame, name_span, ItemKind::Struct(Box::new(Struct::new(name, generics, fields))))
    }

    fn enum_item(&mut self, item: &syn::ItemEnum) -> Item {
        let (vis, first) = self.vis(&item.vis, item.enum_token.span);
        let (name, name_span) = self.name(&item.ident);
        let generics = self.generics(&item.generics);
        let variant = |variant: &syn::Variant| {
            let (name, span) = self.name(&variant.ident);
            Variant { name, span, fields: self.fields(&variant.fields) }
        };
        let variants = item.variants.iter().map(variant).collect();
        let frame = Frame { attrs: &item.attrs, vis, first, last: item.brace_token.span.close() };
        self.framed(frame, name_span, ItemKind::Enum(Box::new(Enum { name, generics, variants })))
    }

    fn fields(&mut self, fields: &syn::Fields) -> Fields {
        match fields {
            syn::Fields::Named(fields) => self.named_fields(fields),
            syn::Fields::Unnamed(fields) => {
                let fields = fields.unnamed.iter().enumerate().map(|(index, field)| {
                    let span = self.ty_span(&field.ty);
                    self.field_of(field, Name::from(index.to_string().as_str()), span)
                });
                Fields { shape: FieldShape::Tuple, fields: fields.collect() }
            }
            syn::Fields::Unit => Fields { shape: FieldShape::Unit, fields: Vec::new() },
        }
    }

    fn named_fields(&mut self, fields: &syn::FieldsNamed) -> Fields {
        let fields = fields.named.iter().filter_map(|field| {
            let (name, span) = self.name(field.ident.as_ref()?);
            Some(self.field_of(field, name, span))
        });
        Fields { shape: FieldShape::Named, fields: fields.collect() }
    }

    fn field_of(&mut self, field: &syn::Field, name: Name, span: Span) -> Field {
        let vis = self.vis(&field.vis, TokenSpan::call_site()).0;
        let is_pinned = field.attrs.iter().any(|attr| attr.path().is_ident("pin"));
        let deref = field.attrs.iter().find_map(of_deref);
        Field { name, span, vis, ty: self.ty(&field.ty), cfg: self.attrs(&field.attrs).cfg, is_pinned, deref }
    }

    fn type_item(&mut self, item: &syn::ItemType) -> Item {
        let (vis, first) = self.vis(&item.vis, item.type_token.span);
        let (name, name_span) = self.name(&item.ident);
        let generics = self.generics(&item.generics);
        let ty = Some(self.ty(&item.ty));
        let alias = TypeAlias::new(name, generics, Vec::new(), ty);
        let frame = Frame { attrs: &item.attrs, vis, first, last: item.semi_token.spans[0] };
        self.framed(frame, name_span, ItemKind::TypeAlias(Box::new(alias)))
    }

    fn trait_alias(&mut self, item: &syn::ItemTraitAlias) -> Item {
        let (vis, first) = self.vis(&item.vis, item.trait_token.span);
        let (name, name_span) = self.name(&item.ident);
        let (generics, bounds) = (self.generics(&item.generics), self.bounds(&item.bounds));
        let frame = Frame { attrs: &item.attrs, vis, first, last: item.semi_token.spans[0] };
        self.framed(frame, name_span, ItemKind::TraitAlias(Box::new(TraitAlias { name, generics, bounds })))
    }

    fn item_macro(&mut self, item: &syn::ItemMacro) -> Item {
        let first = path_first(None, &item.mac.path);
        let last = item.semi_token.as_ref().map_or(item.mac.delimiter.span().close(), |semi| semi.spans[0]);
        let is_definition = item.mac.path.is_ident("macro_rules") && item.ident.is_some();
        let name_span = match &item.ident {
            Some(ident) => self.name(ident).1,
            None => self.span(first),
        };
        let kind = if is_definition {
            ItemKind::MacroDef(Box::new(self.macro_call(&item.mac, item.ident.as_ref())))
        } else {
            ItemKind::Macro(Box::new(self.macro_item(&item.mac, item.ident.as_ref())))
        };
        let frame = Frame { attrs: &item.attrs, vis: Visibility::Private, first, last };
        self.framed(frame, name_span, kind)
    }
}

/// What stands behind an item, or at the end of a block, for a macro in one of its types.
pub(super) fn type_macro(call: MacroCall) -> Item {
    let (span, vis) = (call.span, Visibility::Private);
    let kind = ItemKind::TypeMacro(Box::new(MacroItem { call, items: None }));
    Item { span, name_span: span, attrs: Attrs::default(), vis, kind }
}

/// What an attribute says of a derived `Deref`; `#[shrinkwrap(main_field)]` is `#[deref]`.
fn of_deref(attr: &syn::Attribute) -> Option<Name> {
    let args = || match &attr.meta {
        syn::Meta::List(list) => list.tokens.to_string(),
        _ => String::new(),
    };
    if attr.path().is_ident("deref") {
        return Some(Name::from(args().as_str()));
    }
    (attr.path().is_ident("shrinkwrap") && args() == "main_field").then(|| Name::from(""))
}
