//! Parameters that an attribute makes futures: `#[rstest] async fn t(#[future] db: Db)` is given a future of `Db`.

use super::context::Context;
use crate::source::Span;
use crate::summary::{Binding, Bound, GenericArgs, Name, Path, Segment, TypeRef};

/// Where `Future` is declared, from any crate.
const FUTURE: [&str; 3] = ["core", "future", "Future"];

impl Context<'_> {
    /// The type of a parameter as its function's body sees it. `around`: the function's attributes.
    pub(super) fn param_type(&mut self, input: &syn::PatType, around: &[syn::Attribute]) -> TypeRef {
        let ty = self.ty(&input.ty);
        let is_future = |attr: &syn::Attribute| attr.path().is_ident("future") && !awaits(attr);
        // `#[awt]` on the function awaits them all before the body runs.
        let awaited = around.iter().any(|attr| attr.path().is_ident("awt"));
        match input.attrs.iter().any(is_future) && !awaited {
            true => future_of(ty, self.span(input.colon_token.spans[0])),
            false => ty,
        }
    }
}

/// `#[future(awt)]`: awaited before the body runs.
fn awaits(attr: &syn::Attribute) -> bool {
    attr.meta.require_list().is_ok_and(|list| list.tokens.to_string().contains("awt"))
}

/// `impl Future<Output = ty>`.
fn future_of(ty: TypeRef, span: Span) -> TypeRef {
    let output = Binding { name: Name::from("Output"), ty: Some(ty), bounds: Vec::new() };
    let args = GenericArgs { args: Vec::new(), bindings: vec![output], parenthesised: false };
    let mut segments: Vec<Segment> =
        FUTURE.iter().map(|name| Segment { name: Name::from(name), span, args: None }).collect();
    if let Some(last) = segments.last_mut() {
        last.args = Some(Box::new(args));
    }
    TypeRef::ImplTrait(vec![Bound { path: Path { span, global: true, qself: None, segments } }])
}
