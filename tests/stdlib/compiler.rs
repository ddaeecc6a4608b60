//! The compiler's word on each signature: a crate is generated that calls every function with exactly the
//! written types, asks for every impl and names every item, and `rustc` checks it against the real library.

use std::process::Command;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::punctuated::Punctuated;
use syn::{
    Fields, Generics, ImplItem, Item, ItemImpl, ItemTrait, Path, TraitItem, Type, Visibility, parse_quote,
};

use crate::names::{declared, leaves};
use crate::tokens::{
    arguments, mentions_self, named, outlives, replace_ident, signature, turbofish, with_pattern,
    without_defaults, wrapper,
};

/// Unstable features that the signatures name although no user can: traits behind operators and patterns.
const FEATURES: &str = "async_fn_traits, auto_traits, extend_one, fn_traits, never_type, nonzero_internals, \
    pattern, \
    slice_concat_trait, step_trait, try_trait_v2, try_trait_v2_residual, tuple_trait, unboxed_closures";

/// What cannot be called generically: `transmute` needs known sizes, `Drop::drop` must not be named, and `Try`'s
/// supertrait mentions its own associated type.
const UNCALLABLE: &[&str] = &["transmute", "Drop", "Try"];

#[test]
fn the_compiler_agrees() {
    let mut source = format!("#![feature({FEATURES})]\n#![allow(warnings)]\n");
    for (name, file) in crate::files() {
        let in_std = !matches!(name, "numbers" | "primitives");
        let items = module(if in_std { name } else { "" }, &file.items);
        source.push_str(&format!("mod check_{name} {{\n{items}}}\n"));
    }
    let dir = tempfile::tempdir().expect("a temporary directory");
    let path = dir.path().join("signatures.rs");
    std::fs::write(&path, source).expect("the generated crate");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "--error-format=short"])
        .arg("--out-dir")
        .args([dir.path(), &path])
        .env("RUSTC_BOOTSTRAP", "1")
        .output()
        .expect("rustc runs");
    if !output.status.success() {
        let kept = std::env::temp_dir().join("signatures.rs");
        std::fs::copy(&path, &kept).expect("a copy");
        panic!("{}\nsee {}", String::from_utf8_lossy(&output.stderr), kept.display());
    }
}

/// The checks of one module of `std` (its path; empty: of none), one a line.
fn module(path: &str, items: &[Item]) -> String {
    let mut out = String::new();
    let std_path: Option<Path> =
        (!path.is_empty()).then(|| syn::parse_str(&format!("::std::{path}")).expect("a path"));
    let mut lines: Vec<TokenStream> = Vec::new();
    if let Some(std_path) = &std_path {
        lines.push(quote!(use #std_path::*;));
    }
    for item in items {
        if let Item::Mod(inner) = item
            && let Some((_, items)) = &inner.content
        {
            if is_foreign(&inner.ident) {
                continue;
            }
            let items = module(&format!("{path}::{}", inner.ident), items);
            out.push_str(&format!("mod check_{} {{\n{items}}}\n", inner.ident));
            continue;
        }
        if let (Some(std_path), Some((name, Visibility::Public(_)))) = (&std_path, declared(item)) {
            lines.push(quote!(use #std_path::#name as _;));
        }
        let mut checks = Checks { std_path: std_path.as_ref(), path, number: lines.len(), out: Vec::new() };
        checks.item(item);
        lines.extend(checks.out);
    }
    for line in lines {
        out.push_str(&replace_ident(line, "crate", &quote!(std)).to_string());
        out.push('\n');
    }
    out
}

/// Modules of `std::os` that this platform's library lacks.
fn is_foreign(module: &Ident) -> bool {
    [("windows", cfg!(windows)), ("unix", cfg!(unix)), ("linux", cfg!(target_os = "linux"))]
        .iter()
        .any(|(name, here)| module == name && !here)
}

/// Writes the checks of one item.
struct Checks<'a> {
    std_path: Option<&'a Path>,
    path: &'a str,
    number: usize,
    out: Vec<TokenStream>,
}

impl Checks<'_> {
    fn name(&self, what: &str) -> Ident {
        format_ident!("{what}_{}_{}", self.number, self.out.len())
    }

    fn item(&mut self, item: &Item) {
        let std_path = self.std_path;
        match item {
            Item::Use(u) => self.import(u),
            Item::Fn(f) if UNCALLABLE.contains(&f.sig.ident.to_string().as_str()) => {}
            Item::Trait(t) if t.ident == "Drop" => {}
            Item::Fn(f) => {
                let name = &f.sig.ident;
                let call = wrapper(&f.sig, &quote!(#std_path::#name));
                self.out.push(call);
            }
            Item::Const(c) => {
                let (name, ty) = (&c.ident, &c.ty);
                self.out.push(quote!(const _: #ty = #std_path::#name;));
            }
            Item::Type(t) => {
                let (check, name, ty, args) = (self.name("alias"), &t.ident, &t.ty, arguments(&t.generics));
                let (params, preds) = without_defaults(&t.generics);
                self.out.push(quote!(fn #check #params(x: #std_path::#name #args) -> #ty #preds { x }));
            }
            Item::Struct(s) => {
                self.derives(&s.attrs, &s.ident, &s.generics);
                self.fields(&s.ident, &s.generics, &s.fields);
            }
            Item::Enum(e) => {
                self.derives(&e.attrs, &e.ident, &e.generics);
                self.variants(e);
            }
            Item::Trait(t) => self.trait_(t),
            Item::Impl(i) if i.trait_.is_some() => self.trait_impl(i),
            Item::Impl(i) => self.inherent_impl(i),
            _ => {}
        }
    }

    /// Imports stay; re-exports are looked up at their public paths too.
    fn import(&mut self, item: &syn::ItemUse) {
        let (tree, path) = (&item.tree, self.path);
        if !self.path.is_empty() && matches!(item.vis, Visibility::Public(_)) {
            for (_, name) in leaves(path, tree).into_iter().filter(|(_, name)| name != "*" && name != "_") {
                let (name, std_path) = (format_ident!("{name}"), self.std_path);
                self.out.push(quote!(use #std_path::#name as _;));
            }
            return;
        }
        self.out.push(quote!(use #tree;));
    }

    fn derives(&mut self, attrs: &[syn::Attribute], name: &Ident, generics: &Generics) {
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("derive")) {
            let derives = attr.parse_args_with(Punctuated::<Ident, syn::Token![,]>::parse_terminated);
            for derive in derives.expect("a list of derives") {
                let bound: Path = match derive.to_string().as_str() {
                    "Debug" => parse_quote!(::std::fmt::Debug),
                    "Hash" => parse_quote!(::std::hash::Hash),
                    _ => parse_quote!(#derive),
                };
                let mut generics = generics.clone();
                generics.type_params_mut().for_each(|p| p.bounds.push(parse_quote!(#bound)));
                outlives(&mut generics);
                let (check, needs, args) = (self.name("derive"), self.name("needs"), arguments(&generics));
                let (params, preds) = without_defaults(&generics);
                self.out.push(quote! {
                    fn #check #params() #preds { fn #needs<S: ?Sized + #bound>() {} #needs::<#name #args>() }
                });
            }
        }
    }

    fn fields(&mut self, name: &Ident, generics: &Generics, fields: &Fields) {
        let (check, args) = (self.name("fields"), arguments(generics));
        let (params, preds) = without_defaults(generics);
        let public =
            fields.iter().enumerate().filter(|(_, field)| matches!(field.vis, Visibility::Public(_)));
        let reads = public.map(|(at, field)| {
            let ty = &field.ty;
            let at = syn::Index::from(at);
            let member = field.ident.as_ref().map_or(quote!(#at), ToTokens::to_token_stream);
            quote!(let _: &#ty = &x.#member;)
        });
        let unit = matches!(fields, Fields::Unit).then(|| quote!(let _: #name #args = #name;));
        self.out.push(quote!(fn #check #params(x: &#name #args) #preds { #(#reads)* #unit }));
    }

    fn variants(&mut self, item: &syn::ItemEnum) {
        let (check, name, args) = (self.name("variants"), &item.ident, arguments(&item.generics));
        let (params, preds) = without_defaults(&item.generics);
        let arms = item.variants.iter().map(|variant| {
            let (shape, variant, types) =
                (&variant.fields, &variant.ident, variant.fields.iter().map(|f| &f.ty).collect::<Vec<_>>());
            let vars: Vec<Ident> = (0..types.len()).map(|n| format_ident!("x{n}")).collect();
            match shape {
                Fields::Unit => quote!(#name::#variant => {}),
                Fields::Unnamed(_) => quote!(#name::#variant(#(#vars),*) => { #(let _: #types = #vars;)* }),
                Fields::Named(_) => quote!(#name::#variant { .. } => {}),
            }
        });
        self.out.push(quote!(fn #check #params(x: #name #args) #preds { match x { #(#arms)* _ => {} } }));
    }

    /// Methods are called through a subtrait, so that `Self` and its associated types mean the same.
    fn trait_(&mut self, item: &ItemTrait) {
        let (check, name, args) = (self.name("Trait"), &item.ident, arguments(&item.generics));
        let (params, preds) = without_defaults(&item.generics);
        let methods = item.items.iter().filter_map(|i| if let TraitItem::Fn(f) = i { Some(f) } else { None });
        let methods: Vec<TokenStream> = methods
            .map(|method| {
                let method_name = &method.sig.ident;
                let mut sig = method.sig.clone();
                sig.generics.make_where_clause().predicates.push(parse_quote!(Self: Sized));
                wrapper(&sig, &quote!(<Self as #name #args>::#method_name))
            })
            .collect();
        let types = item.items.iter().filter_map(|i| if let TraitItem::Type(t) = i { Some(t) } else { None });
        let types: Vec<TokenStream> = types
            .filter(|ty| ty.generics.params.is_empty())
            .map(|ty| {
                let ty = &ty.ident;
                let fn_name = format_ident!("type_{}", ty);
                quote!(fn #fn_name(_: &<Self as #name #args>::#ty) {})
            })
            .collect();
        self.out.push(quote!(trait #check #params: #name #args #preds { #(#methods)* #(#types)* }));
        self.supertraits(item);
    }

    fn supertraits(&mut self, item: &ItemTrait) {
        if item.supertraits.is_empty() || UNCALLABLE.contains(&item.ident.to_string().as_str()) {
            return;
        }
        let (check, needs, name) = (self.name("supertraits"), self.name("needs"), &item.ident);
        let (bounds, args) = (&item.supertraits, arguments(&item.generics));
        let mut with_self = item.generics.clone();
        with_self.params.push(parse_quote!(Self_: ?Sized + #name #args));
        let (params, _) = without_defaults(&with_self);
        let mut needed = item.generics.clone();
        needed.params.push(parse_quote!(Self_: ?Sized + #bounds));
        let (needed, _) = without_defaults(&needed);
        let all = turbofish(&with_self);
        self.out.push(quote!(fn #check #params() { #needs::<#all>() }));
        let needed = replace_ident(needed, "Self", &quote!(Self_));
        self.out.push(quote!(fn #needs #needed() {}));
    }

    /// The impl is asked for, with its associated types. Elided lifetimes get a name: they cannot be elided here.
    fn trait_impl(&mut self, item: &ItemImpl) {
        let Some((trait_, _)) = &item.trait_ else { return };
        let (check, needs) = (self.name("impl"), self.name("needs"));
        let (self_ty, mut bound) = (named(item.self_ty.to_token_stream()), named(trait_.to_token_stream()));
        let types = item.items.iter().filter_map(|i| if let ImplItem::Type(t) = i { Some(t) } else { None });
        for ty in types.filter(|ty| ty.generics.params.is_empty()) {
            let (name, ty) = (&ty.ident, &ty.ty);
            let mut path: Path = syn::parse2(bound.clone()).expect("a trait");
            let last = path.segments.last_mut().expect("a segment");
            match &mut last.arguments {
                syn::PathArguments::AngleBracketed(args) => args.args.push(parse_quote!(#name = #ty)),
                args => *args = syn::PathArguments::AngleBracketed(parse_quote!(<#name = #ty>)),
            }
            bound = path.into_token_stream();
        }
        let mut generics = with_pattern(&item.generics);
        generics.params.insert(0, parse_quote!('w));
        outlives(&mut generics);
        let args = turbofish(&generics);
        let (params, preds) = without_defaults(&generics);
        let bound = replace_ident(bound, "Self", &self_ty);
        let mut needed = generics.clone();
        let sized = if may_be_unsized(&item.self_ty, &generics) { quote!(?Sized) } else { quote!(Sized) };
        needed.params.push(syn::parse2(quote!(S_: #sized + #bound)).expect("a parameter"));
        let (needed, needed_preds) = without_defaults(&needed);
        self.out.push(quote!(fn #needs #needed() #needed_preds {}));
        let comma = (!args.is_empty()).then(|| quote!(,));
        self.out.push(quote!(fn #check #params() #preds { #needs::<#args #comma #self_ty>() }));
    }

    /// Methods are called through a trait that the type gets, so that `Self` and elided lifetimes mean the same.
    fn inherent_impl(&mut self, item: &ItemImpl) {
        let (check, self_ty) = (self.name("Inherent"), &item.self_ty);
        let mut generics = with_pattern(&item.generics);
        outlives(&mut generics);
        let (params, preds) = without_defaults(&generics);
        let args = arguments(&generics);
        let (mut declared, mut defined) = (Vec::new(), Vec::new());
        for item in &item.items {
            match item {
                ImplItem::Fn(f) => {
                    let name = &f.sig.ident;
                    let mut f = f.sig.clone();
                    f.generics = with_pattern(&f.generics);
                    for lifetime in f.generics.lifetimes().map(|p| p.lifetime.clone()).collect::<Vec<_>>() {
                        let preds =
                            generics.type_params().map(|p| &p.ident).map(|p| parse_quote!(#p: #lifetime));
                        f.generics
                            .make_where_clause()
                            .predicates
                            .extend::<Vec<syn::WherePredicate>>(preds.collect());
                    }
                    if generics.type_params().next().is_some() && mentions_self(&f) {
                        f.generics.make_where_clause().predicates.push(parse_quote!(Self: Sized));
                    }
                    let body = wrapper(&f, &quote!(<#self_ty>::#name));
                    declared.push(signature(&f));
                    defined.push(body);
                }
                ImplItem::Const(c) => {
                    let (name, ty) = (&c.ident, &c.ty);
                    let check = format_ident!("const_{name}");
                    declared.push(quote!(fn #check() -> #ty;));
                    defined.push(quote!(fn #check() -> #ty { <#self_ty>::#name }));
                }
                _ => {}
            }
        }
        let sized = (!may_be_unsized(self_ty, &generics)).then(|| quote!(: Sized));
        self.out.push(quote!(trait #check #params #sized #preds { #(#declared)* }));
        self.out.push(quote!(impl #params #check #args for #self_ty #preds { #(#defined)* }));
    }
}

/// A trait's defaulted parameter (`Add<Rhs = Self>`) asks for a sized `Self`, so the others are told apart.
fn may_be_unsized(ty: &Type, generics: &Generics) -> bool {
    let is_param =
        matches!(ty, Type::Path(path) if generics.type_params().any(|p| path.path.is_ident(&p.ident)));
    let words = ["str", "CStr", "OsStr", "Path"];
    let text = quote!(#generics #ty).to_string();
    let is_dyn = matches!(ty, Type::TraitObject(_));
    is_param
        || is_dyn
        || text.contains(['[', '?'])
        || text.split_whitespace().any(|word| words.contains(&word))
}
