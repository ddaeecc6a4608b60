//! Items, attributes and signatures.

use super::Printer;
use crate::summary::{
    Attrs, Cfg, Const, Enum, FieldShape, Fields, Fn, Impl, Import, ImportKind, Item, ItemKind, Mod, Receiver,
    Struct, Trait, TraitAlias, TypeAlias, Visibility,
};

impl Printer {
    pub(super) fn item(&mut self, item: &Item) {
        self.attrs(&item.attrs, "#");
        match &item.vis {
            Visibility::Public => self.text("pub "),
            Visibility::Private => {}
            Visibility::Crate => self.text("pub(crate) "),
            Visibility::Restricted(names) => {
                self.text("pub(in ");
                self.list(names, "::", |printer, name| printer.text(name));
                self.text(") ");
            }
        }
        match &item.kind {
            ItemKind::Use(imports) => self.imports(imports),
            ItemKind::ExternCrate { name, alias } => self.words(&["extern crate ", name, " as ", alias]),
            ItemKind::Mod(module) => self.module(module),
            ItemKind::Fn(function) => {
                self.signature(function);
                if let Some(body) = &function.body {
                    self.text(" ");
                    self.body(body);
                }
            }
            ItemKind::Struct(item) => self.struct_item(item),
            ItemKind::Enum(item) => self.enum_item(item),
            ItemKind::Trait(item) => self.trait_item(item),
            ItemKind::TraitAlias(decl) => {
                let TraitAlias { name, generics, bounds } = &**decl;
                self.words(&["trait ", name]);
                self.generic_params(generics);
                self.text(" = ");
                self.bounds(bounds);
                self.predicates(generics);
            }
            ItemKind::TypeAlias(alias) => self.type_alias(alias),
            ItemKind::Const(item) => self.const_item(item),
            ItemKind::Impl(item) => self.impl_item(item),
            ItemKind::Extern(items) => {
                self.text("extern ");
                self.inner_items(items);
            }
            ItemKind::Macro(item) => {
                self.macro_call(&item.call);
                if let Some(items) = &item.items {
                    self.text(" = ");
                    self.inner_items(items);
                }
            }
            ItemKind::TypeMacro(item) => {
                self.text("type ");
                self.macro_call(&item.call);
            }
            ItemKind::MacroDef(call) => self.macro_call(call),
        }
        self.line();
    }

    fn struct_item(&mut self, item: &Struct) {
        self.words(&["struct ", &item.name]);
        self.generic_params(&item.generics);
        self.predicates(&item.generics);
        self.fields(&item.fields);
    }

    fn enum_item(&mut self, item: &Enum) {
        self.words(&["enum ", &item.name]);
        self.generic_params(&item.generics);
        self.predicates(&item.generics);
        self.text(" ");
        self.braces(|printer| {
            for variant in &item.variants {
                printer.text(&variant.name);
                printer.fields(&variant.fields);
                printer.line();
            }
        });
    }

    fn words(&mut self, words: &[&str]) {
        for word in words {
            self.text(word);
        }
    }

    fn inner_items(&mut self, items: &[Item]) {
        self.braces(|printer| items.iter().for_each(|item| printer.item(item)));
    }

    /// Each on a line; `sign` is `#` or `#!`.
    pub(super) fn attrs(&mut self, attrs: &Attrs, sign: &str) {
        if let Some(cfg) = &attrs.cfg {
            self.words(&[sign, "[cfg("]);
            self.cfg(cfg);
            self.text(")]");
            self.line();
        }
        for attr in &attrs.list {
            self.words(&[sign, "[", &attr.path]);
            if !attr.args.is_empty() {
                self.words(&["(", &attr.args, ")"]);
            }
            self.text(if attr.condition.is_some() { " if …]" } else { "]" });
            self.line();
        }
    }

    fn cfg(&mut self, cfg: &Cfg) {
        let all = |printer: &mut Self, name: &str, all: &[Cfg]| {
            printer.words(&[name, "("]);
            printer.list(all, ", ", |printer, cfg| printer.cfg(cfg));
            printer.text(")");
        };
        match cfg {
            Cfg::All(parts) => all(self, "all", parts),
            Cfg::Any(parts) => all(self, "any", parts),
            Cfg::Not(part) => all(self, "not", std::slice::from_ref(part)),
            Cfg::Atom { name, value: None } => self.text(name),
            Cfg::Atom { name, value: Some(value) } => self.words(&[name, " = \"", value, "\""]),
            Cfg::Unknown => self.text("{unknown}"),
        }
    }

    fn imports(&mut self, imports: &[Import]) {
        self.text("use ");
        self.list(imports, ", ", |printer, import: &Import| {
            printer.text(if import.global { "::" } else { "" });
            printer.list(&import.path, "::", |printer, name| printer.text(name));
            let last = import.path.last();
            match &import.kind {
                ImportKind::Named(name) if Some(name) == last => {}
                ImportKind::Named(name) => printer.words(&[" as ", name]),
                ImportKind::SelfNamed(name) => printer.words(&["::{self as ", name, "}"]),
                ImportKind::Underscore => printer.text(" as _"),
                ImportKind::Glob => printer.text(if import.path.is_empty() { "*" } else { "::*" }),
            }
        });
    }

    fn module(&mut self, module: &Mod) {
        self.words(&["mod ", &module.name]);
        for path in &module.paths {
            self.words(&[" at ", path]);
        }
        if let Some(items) = &module.content {
            self.text(" ");
            self.inner_items(items);
        }
    }

    pub(super) fn signature(&mut self, function: &Fn) {
        self.text(if function.is_async { "async fn " } else { "fn " });
        self.text(&function.name);
        self.generic_params(&function.generics);
        self.text("(");
        if let Some(receiver) = &function.receiver {
            self.receiver(receiver);
            self.text(if function.params.is_empty() { "" } else { ", " });
        }
        self.list(&function.params, ", ", |printer, ty| printer.ty(ty));
        self.text(")");
        self.arrow(&function.ret);
        self.predicates(&function.generics);
    }

    fn receiver(&mut self, receiver: &Receiver) {
        self.text(match (receiver.by_ref, receiver.mutable) {
            (true, true) => "&mut self",
            (true, false) => "&self",
            (false, _) => "self",
        });
        if let Some(ty) = &receiver.ty {
            self.text(": ");
            self.ty(ty);
        }
    }

    fn fields(&mut self, fields: &Fields) {
        if fields.shape == FieldShape::Unit {
            return;
        }
        let (open, close) = if fields.shape == FieldShape::Named { (" { ", " }") } else { ("(", ")") };
        self.text(open);
        self.list(&fields.fields, ", ", |printer, field| {
            if let Some(cfg) = &field.cfg {
                printer.text("#[cfg(");
                printer.cfg(cfg);
                printer.text(")] ");
            }
            printer.text(if field.vis == Visibility::Private { "" } else { "pub " });
            if fields.shape == FieldShape::Named {
                printer.words(&[&field.name, ": "]);
            }
            printer.ty(&field.ty);
        });
        self.text(close);
    }

    fn trait_item(&mut self, item: &Trait) {
        self.words(&["trait ", &item.name]);
        self.generic_params(&item.generics);
        if !item.supertraits.is_empty() {
            self.text(": ");
            self.bounds(&item.supertraits);
        }
        self.predicates(&item.generics);
        self.text(" ");
        self.inner_items(&item.items);
    }

    fn type_alias(&mut self, alias: &TypeAlias) {
        self.words(&["type ", &alias.name]);
        self.generic_params(&alias.generics);
        if !alias.bounds.is_empty() {
            self.text(": ");
            self.bounds(&alias.bounds);
        }
        if let Some(ty) = &alias.ty {
            self.text(" = ");
            self.ty(ty);
        }
        self.predicates(&alias.generics);
    }

    fn const_item(&mut self, item: &Const) {
        self.words(&[if item.is_static { "static " } else { "const " }, &item.name, ": "]);
        self.ty(&item.ty);
        if let Some(body) = &item.body {
            self.text(" = ");
            self.body(body);
        }
    }

    fn impl_item(&mut self, item: &Impl) {
        self.text("impl");
        self.generic_params(&item.generics);
        self.text(" ");
        if let Some(trait_) = &item.trait_ {
            self.text(if item.negative { "!" } else { "" });
            self.path(trait_);
            self.text(" for ");
        }
        self.ty(&item.self_ty);
        self.predicates(&item.generics);
        self.text(" ");
        self.inner_items(&item.items);
    }
}
