//! The types of a body, for tests and debugging.

use super::Infer;
use crate::source::Span;
use crate::summary::ExprId;

/// Each expression of a body with its type as text, in order of their ends, inner ones first.
pub fn types(infer: &Infer) -> Vec<(Span, String)> {
    let krate = infer.world().index.module(infer.site.module).krate;
    let ids = (0..infer.body.exprs.len() as u32).map(ExprId);
    let mut types: Vec<_> =
        ids.map(|id| (infer.body.expr(id).span, infer.db.show(&infer.type_of(id), krate))).collect();
    types.sort_by_key(|(span, _)| (span.end, std::cmp::Reverse(span.start)));
    types
}
