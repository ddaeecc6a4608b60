//! Functions, and what has functions inside: traits, impls, extern blocks.

use proc_macro2::Span as TokenSpan;

use super::Bodies;
use super::context::Context;
use super::items::Frame;
use super::types::{bounds_last, path_first};
use crate::source::Span;
use crate::summary::{
    Bound, Const, Fn, Generics, Impl, ImplSignature, Item, ItemKind, Lazy, Path, Predicate, Receiver,
    Signature, Trait, TypeAlias, TypeRef, Visibility,
};

impl Context<'_> {
    pub(super) fn fn_item(&mut self, item: &syn::ItemFn) -> Item {
        let (vis, first) = self.vis(&item.vis, first_of_fn(&item.modifiers, &item.sig));
        let frame = Frame { attrs: &item.attrs, vis, first, last: item.block.brace_token.span.close() };
        self.function(frame, &item.sig, Some(&item.block))
    }

    /// A function from its signature and its body.
    fn function(&mut self, frame: Frame, sig: &syn::Signature, block: Option<&syn::Block>) -> Item {
        let (name, name_span) = self.name(&sig.ident);
        let sig_span = Span::new(self.start(first_of_sig(sig)), self.sig_end(sig));
        let inputs = || {
            sig.inputs.iter().filter_map(|input| match input {
                syn::FnArg::Typed(typed) => Some(typed),
                syn::FnArg::Receiver(_) => None,
            })
        };
        // An empty one was not wanted, or says as little.
        let block = block.filter(|block| self.bodies != Bodies::Drop || !block.stmts.is_empty());
        let lowered = Fn {
            name,
            sig_span,
            is_async: sig.asyncness.is_some(),
            sig: Lazy::from(Signature {
                generics: self.generics(&sig.generics),
                receiver: sig.receiver().map(|receiver| self.receiver(receiver)),
                params: inputs().map(|input| self.param_type(input, frame.attrs)).collect(),
                ret: self.return_type(&sig.output),
            }),
            body: block.map(|block| {
                self.body(|cx| {
                    let params = inputs().map(|input| cx.pat(&input.pat).0).collect();
                    (params, cx.block_expr(block).0)
                })
            }),
        };
        self.framed(frame, name_span, ItemKind::Fn(Box::new(lowered)))
    }

    fn receiver(&mut self, receiver: &syn::Receiver) -> Receiver {
        match &receiver.kind {
            syn::ReceiverKind::Reference(_, _, mutability) => {
                Receiver { by_ref: true, mutable: mutability.is_some(), ty: None }
            }
            syn::ReceiverKind::Typed(_, ty) => {
                Receiver { by_ref: false, mutable: false, ty: Some(self.ty(ty)) }
            }
            _ => Receiver { by_ref: false, mutable: false, ty: None },
        }
    }

    /// Where the return type or the where clause ends.
    fn sig_end(&self, sig: &syn::Signature) -> u32 {
        if let Some(clause) = &sig.generics.where_clause {
            return match clause.predicates.pairs().next_back() {
                None => self.end(clause.where_token.span),
                Some(syn::punctuated::Pair::Punctuated(_, comma)) => self.end(comma.spans[0]),
                Some(syn::punctuated::Pair::End(predicate)) => self.end(last_of_predicate(predicate)),
            };
        }
        match &sig.output {
            syn::ReturnType::Default => self.end(sig.paren_token.span.close()),
            syn::ReturnType::Type(_, ty) => self.ty_end(ty),
        }
    }

    pub(super) fn trait_item(&mut self, item: &syn::ItemTrait) -> Item {
        let keyword = match (&item.unsafety, &item.modifiers.auto_token) {
            (Some(token), _) => token.span,
            (None, Some(token)) => token.span,
            (None, None) => item.trait_token.span,
        };
        let (vis, first) = self.vis(&item.vis, keyword);
        let (name, name_span) = self.name(&item.ident);
        let mut generics = self.generics(&item.generics);
        let mut supertraits = self.bounds(&item.supertraits);
        supertraits.extend(bounds_of_self(&mut generics));
        let items = item.items.iter().filter_map(|member| self.trait_member(member)).collect();
        let frame = Frame { attrs: &item.attrs, vis, first, last: item.brace_token.span.close() };
        self.framed(frame, name_span, ItemKind::Trait(Box::new(Trait { name, generics, supertraits, items })))
    }

    pub(super) fn trait_member(&mut self, member: &syn::TraitItem) -> Option<Item> {
        use syn::TraitItem;
        let vis = Visibility::Public;
        Some(match member {
            TraitItem::Const(item) => {
                let first =
                    item.modifiers.defaultness.as_ref().map_or(item.const_token.span, |token| token.span);
                let frame = Frame { attrs: &item.attrs, vis, first, last: item.semi_token.spans[0] };
                self.assoc_const(frame, &item.ident, &item.ty, item.default.as_ref().map(|(_, value)| value))
            }
            TraitItem::Fn(item) => {
                let last = match (&item.default, &item.semi_token) {
                    (Some(block), _) => block.brace_token.span.close(),
                    (None, Some(semi)) => semi.spans[0],
                    (None, None) => item.sig.paren_token.span.close(),
                };
                let first = first_of_fn(&item.modifiers, &item.sig);
                let frame = Frame { attrs: &item.attrs, vis, first, last };
                self.function(frame, &item.sig, item.default.as_ref())
            }
            TraitItem::Type(item) => {
                let first =
                    item.modifiers.defaultness.as_ref().map_or(item.type_token.span, |token| token.span);
                let (name, name_span) = self.name(&item.ident);
                let alias = TypeAlias::new(
                    name,
                    self.generics(&item.generics),
                    self.bounds(&item.bounds),
                    item.default.as_ref().map(|(_, ty)| self.ty(ty)),
                );
                let frame = Frame { attrs: &item.attrs, vis, first, last: item.semi_token.spans[0] };
                self.framed(frame, name_span, ItemKind::TypeAlias(Box::new(alias)))
            }
            TraitItem::Macro(item) => {
                self.member_macro(&item.attrs, &item.mac, item.semi_token.as_ref(), vis)
            }
            TraitItem::Verbatim(tokens) => return self.verbatim_member(tokens, vis),
            _ => return None,
        })
    }

    pub(super) fn impl_item(&mut self, item: &syn::ItemImpl) -> Item {
        let first = match (&item.modifiers.defaultness, &item.unsafety) {
            (Some(token), _) => token.span,
            (None, Some(token)) => token.span,
            (None, None) => item.impl_token.span,
        };
        let generics = self.generics(&item.generics);
        let trait_ = item.trait_.as_ref().map(|(path, _)| self.path(None, path));
        let self_ty = self.ty(&item.self_ty);
        let is_trait = trait_.is_some();
        let items = item.items.iter().filter_map(|member| self.impl_member(member, is_trait)).collect();
        let lowered = Impl::new(ImplSignature { generics, trait_, self_ty }, items);
        let lowered = Impl { negative: item.modifiers.polarity.is_some(), ..lowered };
        let last = item.brace_token.span.close();
        let frame = Frame { attrs: &item.attrs, vis: Visibility::Private, first, last };
        self.framed(frame, self.span(item.impl_token.span), ItemKind::Impl(Box::new(lowered)))
    }

    fn impl_member(&mut self, member: &syn::ImplItem, is_trait: bool) -> Option<Item> {
        use syn::ImplItem;
        let vis = |vis: Visibility| if is_trait { Visibility::Public } else { vis };
        Some(match member {
            ImplItem::Const(item) => {
                let keyword =
                    item.modifiers.defaultness.as_ref().map_or(item.const_token.span, |token| token.span);
                let (own, first) = self.vis(&item.vis, keyword);
                let frame =
                    Frame { attrs: &item.attrs, vis: vis(own), first, last: item.semi_token.spans[0] };
                self.assoc_const(frame, &item.ident, &item.ty, Some(&item.expr))
            }
            ImplItem::Fn(item) => {
                let (own, first) = self.vis(&item.vis, first_of_fn(&item.modifiers, &item.sig));
                let last = item.block.brace_token.span.close();
                let frame = Frame { attrs: &item.attrs, vis: vis(own), first, last };
                self.function(frame, &item.sig, Some(&item.block))
            }
            ImplItem::Type(item) => {
                let keyword =
                    item.modifiers.defaultness.as_ref().map_or(item.type_token.span, |token| token.span);
                let (own, first) = self.vis(&item.vis, keyword);
                let (name, name_span) = self.name(&item.ident);
                let generics = self.generics(&item.generics);
                let alias = TypeAlias::new(name, generics, Vec::new(), Some(self.ty(&item.ty)));
                let frame =
                    Frame { attrs: &item.attrs, vis: vis(own), first, last: item.semi_token.spans[0] };
                self.framed(frame, name_span, ItemKind::TypeAlias(Box::new(alias)))
            }
            ImplItem::Macro(item) => {
                let vis = vis(Visibility::Private);
                self.member_macro(&item.attrs, &item.mac, item.semi_token.as_ref(), vis)
            }
            ImplItem::Verbatim(tokens) => return self.verbatim_member(tokens, vis(Visibility::Private)),
            _ => return None,
        })
    }

    pub(super) fn extern_block(&mut self, item: &syn::ItemForeignMod) -> Item {
        let first = item.unsafety.as_ref().map_or(item.abi.extern_token.span, |token| token.span);
        let items = item.items.iter().filter_map(|member| self.extern_member(member)).collect();
        let last = item.brace_token.span.close();
        let frame = Frame { attrs: &item.attrs, vis: Visibility::Private, first, last };
        self.framed(frame, self.span(item.abi.extern_token.span), ItemKind::Extern(items))
    }

    /// A function, static, type or macro without a body.
    pub(super) fn extern_member(&mut self, member: &syn::ForeignItem) -> Option<Item> {
        use syn::ForeignItem;
        Some(match member {
            ForeignItem::Fn(item) => {
                let (vis, first) = self.vis(&item.vis, first_of_fn(&item.modifiers, &item.sig));
                let frame = Frame { attrs: &item.attrs, vis, first, last: item.semi_token.spans[0] };
                self.function(frame, &item.sig, None)
            }
            ForeignItem::Static(item) => {
                let keyword = safety(&item.safety).unwrap_or(item.static_token.span);
                let (vis, first) = self.vis(&item.vis, keyword);
                let (name, name_span) = self.name(&item.ident);
                let ty = self.ty(&item.ty);
                let frame = Frame { attrs: &item.attrs, vis, first, last: item.semi_token.spans[0] };
                self.framed(
                    frame,
                    name_span,
                    ItemKind::Const(Box::new(Const { name, is_static: true, ty, body: None })),
                )
            }
            ForeignItem::Type(item) => {
                let (vis, first) = self.vis(&item.vis, item.type_token.span);
                let (name, name_span) = self.name(&item.ident);
                let generics = self.generics(&item.generics);
                let alias = TypeAlias::new(name, generics, Vec::new(), None);
                let frame = Frame { attrs: &item.attrs, vis, first, last: item.semi_token.spans[0] };
                self.framed(frame, name_span, ItemKind::TypeAlias(Box::new(alias)))
            }
            ForeignItem::Macro(item) => {
                self.member_macro(&item.attrs, &item.mac, item.semi_token.as_ref(), Visibility::Private)
            }
            _ => return None,
        })
    }

    fn assoc_const(
        &mut self,
        frame: Frame,
        ident: &proc_macro2::Ident,
        ty: &syn::Type,
        value: Option<&syn::Expr>,
    ) -> Item {
        let (name, name_span) = self.name(ident);
        let ty: TypeRef = self.ty(ty);
        let body = value.and_then(|value| self.initialiser(value));
        self.framed(frame, name_span, ItemKind::Const(Box::new(Const { name, is_static: false, ty, body })))
    }

    fn member_macro(
        &mut self,
        attrs: &[syn::Attribute],
        mac: &syn::Macro,
        semi: Option<&syn::Token![;]>,
        vis: Visibility,
    ) -> Item {
        let first = path_first(None, &mac.path);
        let last = semi.map_or(mac.delimiter.span().close(), |semi| semi.spans[0]);
        let call = self.macro_item(mac, None);
        self.framed(Frame { attrs, vis, first, last }, self.span(first), ItemKind::Macro(Box::new(call)))
    }
}

fn safety(safety: &syn::Safety) -> Option<TokenSpan> {
    match safety {
        syn::Safety::Safe(token) => Some(token.span),
        syn::Safety::Unsafe(token) => Some(token.span),
        syn::Safety::Default => None,
    }
}

fn first_of_fn(modifiers: &syn::FnModifiers, sig: &syn::Signature) -> TokenSpan {
    modifiers.defaultness.as_ref().map_or_else(|| first_of_sig(sig), |token| token.span)
}

fn first_of_sig(sig: &syn::Signature) -> TokenSpan {
    let qualifiers = [
        sig.constness.as_ref().map(|token| token.span),
        sig.asyncness.as_ref().map(|token| token.span),
        safety(&sig.safety),
        sig.abi.as_ref().map(|abi| abi.extern_token.span),
    ];
    qualifiers.into_iter().flatten().next().unwrap_or(sig.fn_token.span)
}

fn last_of_predicate(predicate: &syn::WherePredicate) -> TokenSpan {
    match predicate {
        syn::WherePredicate::Type(predicate) => {
            bounds_last(&predicate.bounds).unwrap_or(predicate.colon_token.spans[0])
        }
        syn::WherePredicate::Lifetime(predicate) => {
            let bound = predicate.bounds.last().map(|bound| bound.ident.span());
            bound.unwrap_or(predicate.colon_token.spans[0])
        }
        _ => TokenSpan::call_site(),
    }
}

/// Takes what is required of `Self` out of the where clause of a trait: `trait A where Self: B` is `trait A: B`.
fn bounds_of_self(generics: &mut Generics) -> Vec<Bound> {
    let is_self = |ty: &TypeRef| match ty {
        TypeRef::Path(Path { qself: None, segments, .. }) => {
            matches!(&segments[..], [only] if only.name == "Self")
        }
        _ => false,
    };
    let (of_self, rest) = std::mem::take(&mut generics.predicates)
        .into_iter()
        .partition(|predicate| is_self(&predicate.subject));
    generics.predicates = rest;
    let of_self: Vec<Predicate> = of_self;
    of_self.into_iter().flat_map(|predicate| predicate.bounds).collect()
}
