//! Paths, types, bounds and generics.

use super::Printer;
use crate::summary::{
    Binding, Bound, Delimiter, GenericArgs, GenericParam, Generics, MacroCall, Path, Predicate, TypeRef,
};

impl Printer {
    pub(super) fn path(&mut self, path: &Path) {
        let trait_segments = path.qself.as_ref().map_or(0, |qself| qself.trait_segments as usize);
        if let Some(qself) = &path.qself {
            self.text("<");
            self.ty(&qself.ty);
            self.text(if trait_segments > 0 { " as " } else { ">" });
        }
        for (index, segment) in path.segments.iter().enumerate() {
            let after_qself = path.qself.is_some() && trait_segments == 0;
            if index > 0 || path.global || after_qself {
                self.text("::");
            }
            self.text(&segment.name);
            if let Some(args) = &segment.args {
                self.generic_args(args);
            }
            if index + 1 == trait_segments {
                self.text(">");
            }
        }
    }

    pub(super) fn generic_args(&mut self, args: &GenericArgs) {
        match (args.parenthesised, args.args.as_slice(), args.bindings.as_slice()) {
            (true, [TypeRef::Tuple(inputs)], [Binding { ty: Some(output), .. }]) => {
                self.fn_shape(inputs, output)
            }
            _ => {
                self.text("<");
                self.list(&args.args, ", ", |printer, ty| printer.ty(ty));
                if !args.args.is_empty() && !args.bindings.is_empty() {
                    self.text(", ");
                }
                self.list(&args.bindings, ", ", |printer, binding| printer.binding(binding));
                self.text(">");
            }
        }
    }

    fn binding(&mut self, binding: &Binding) {
        self.text(&binding.name);
        if let Some(ty) = &binding.ty {
            self.text(" = ");
            self.ty(ty);
        }
        if !binding.bounds.is_empty() {
            self.text(": ");
            self.bounds(&binding.bounds);
        }
    }

    /// `(A, B) -> C`.
    fn fn_shape(&mut self, inputs: &[TypeRef], output: &TypeRef) {
        self.text("(");
        self.list(inputs, ", ", |printer, ty| printer.ty(ty));
        self.text(")");
        self.arrow(output);
    }

    /// ` -> T`, nothing for `()`.
    pub(super) fn arrow(&mut self, output: &TypeRef) {
        if *output != TypeRef::unit() {
            self.text(" -> ");
            self.ty(output);
        }
    }

    pub(super) fn bounds(&mut self, bounds: &[Bound]) {
        self.list(bounds, " + ", |printer, bound| printer.path(&bound.path));
    }

    pub(super) fn ty(&mut self, ty: &TypeRef) {
        match ty {
            TypeRef::Path(path) => self.path(path),
            TypeRef::Ref { mutable, inner } => self.prefixed(if *mutable { "&mut " } else { "&" }, inner),
            TypeRef::Ptr { mutable, inner } => {
                self.prefixed(if *mutable { "*mut " } else { "*const " }, inner)
            }
            TypeRef::Tuple(elems) => {
                self.text("(");
                self.list(elems, ", ", |printer, ty| printer.ty(ty));
                self.text(if elems.len() == 1 { ",)" } else { ")" });
            }
            TypeRef::Array(elem) => {
                self.prefixed("[", elem);
                self.text("; _]");
            }
            TypeRef::Slice(elem) => {
                self.prefixed("[", elem);
                self.text("]");
            }
            TypeRef::FnPtr { params, ret } => {
                self.text("fn");
                self.fn_shape(params, ret);
            }
            TypeRef::ImplTrait(bounds) => {
                self.text("impl ");
                self.bounds(bounds);
            }
            TypeRef::DynTrait(bounds) => {
                self.text("dyn ");
                self.bounds(bounds);
            }
            TypeRef::Never => self.text("!"),
            TypeRef::Infer => self.text("_"),
            TypeRef::Const(Some(value)) => self.text(value.as_str()),
            TypeRef::Const(None) => self.text("{const}"),
            TypeRef::Macro(call) => self.macro_call(call),
            TypeRef::Unknown => self.text("{unknown}"),
        }
    }

    fn prefixed(&mut self, prefix: &str, inner: &TypeRef) {
        self.text(prefix);
        match inner {
            TypeRef::ImplTrait(bounds) | TypeRef::DynTrait(bounds) if bounds.len() > 1 => {
                self.text("(");
                self.ty(inner);
                self.text(")");
            }
            _ => self.ty(inner),
        }
    }

    /// `<A, const N>`.
    pub(super) fn generic_params(&mut self, generics: &Generics) {
        if generics.params.is_empty() {
            return;
        }
        self.text("<");
        self.list(&generics.params, ", ", |printer, param: &GenericParam| {
            printer.text(if param.is_const { "const " } else { "" });
            printer.text(&param.name);
            if let Some(default) = &param.default {
                printer.text(" = ");
                printer.ty(default);
            }
        });
        self.text(">");
    }

    /// ` where T: A`.
    pub(super) fn predicates(&mut self, generics: &Generics) {
        if generics.predicates.is_empty() {
            return;
        }
        self.text(" where ");
        self.list(&generics.predicates, ", ", |printer, predicate: &Predicate| {
            printer.ty(&predicate.subject);
            printer.text(": ");
            printer.bounds(&predicate.bounds);
        });
    }

    /// A macro call with its tokens.
    pub(super) fn macro_call(&mut self, call: &MacroCall) {
        self.path(&call.path);
        self.text("!");
        if let Some(ident) = &call.ident {
            self.text(" ");
            self.text(ident);
        }
        let (open, close) = delimiters(call.delimiter);
        self.text(open);
        self.tokens(&call.tokens);
        self.text(close);
    }
}

/// How a delimiter is shown.
pub(super) fn delimiters(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Paren => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::None => ("⟦", "⟧"),
    }
}
