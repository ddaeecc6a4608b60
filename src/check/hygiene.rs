//! What a macro's own words bind in a pattern, or for the statements behind it, is none of its caller's: it gets another
//! name where the caller has that name too. Names that go no further than the macro's own blocks need none.

use rustc_hash::{FxHashMap, FxHashSet};

use super::pieces::Pieces;
use crate::expand::Origin;
use crate::source::Span;
use crate::summary::{Body, ExprKind, Name, Pat, PatKind, Spot, Stmt};

/// Whether what stands at a byte is a macro's own. `pieces` are those of a text that stands at `base`.
pub(super) fn own_words(pieces: &Pieces, base: u32) -> impl Fn(u32) -> bool {
    move |byte| {
        let piece = byte.checked_sub(base).and_then(|byte| pieces.at(byte));
        piece.is_some_and(|piece| matches!(piece.origin, Origin::Definition(..)))
    }
}

/// Renames in `made`, a block that was read of what a macro made. `names` are those that its caller has.
pub(super) fn hide(made: &mut Body, spot: Spot, is_own: &dyn Fn(u32) -> bool, names: &FxHashSet<Name>) {
    let out = going_out(made, spot);
    // Whose the word is, is asked last: few names are the caller's too.
    let own_name = |pat: &Pat, is_asked: &dyn Fn(Name) -> bool| {
        let (name, byte) = name_of(pat)?;
        (is_asked(name) && is_own(byte)).then_some(name)
    };
    // From where on each name means what the macro binds.
    let mut hidden: FxHashMap<Name, u32> = FxHashMap::default();
    for (pattern, from) in &out {
        let within = made.pats.iter().filter(|pat| pattern.contains(pat.span));
        for name in within.filter_map(|pat| own_name(pat, &|name| names.contains(&name))) {
            hidden.entry(name).or_insert(*from);
        }
    }
    if hidden.is_empty() {
        return;
    }
    let other = |name: Name| Name::from(format!("{name}_of_macro"));
    for pat in &mut made.pats {
        let goes_out = out.iter().any(|(pattern, _)| pattern.contains(pat.span));
        let own = own_name(pat, &|name| hidden.contains_key(&name));
        let own = own.and_then(|name| Some((name, hidden.get(&name)?)));
        if let (Some((own, from)), PatKind::Binding { name, .. }) = (own, &mut pat.kind)
            && (goes_out || pat.span.start >= *from)
        {
            *name = other(own);
        }
    }
    for expr in &mut made.exprs {
        if let ExprKind::Path(path) = &mut expr.kind
            && let [only] = &mut path.segments[..]
            && hidden.get(&only.name).is_some_and(|from| expr.span.start >= *from)
            && is_own(expr.span.start)
        {
            only.name = other(only.name);
        }
    }
}

/// The patterns whose names are seen outside, each with the byte from which on: of the statements of the block; where that
/// stands for a pattern, all that it has.
fn going_out(made: &Body, spot: Spot) -> Vec<(Span, u32)> {
    let ExprKind::Block { block, .. } = made.expr(made.root).kind else { return Vec::new() };
    let of_stmt = |stmt: &Stmt| match stmt {
        Stmt::Let(decl) => Some((made.pat(decl.pat).span, decl.span.end)),
        Stmt::Expr { .. } => None,
    };
    match spot {
        Spot::Pat(_) => made.pats.iter().map(|pat| (pat.span, u32::MAX)).collect(),
        Spot::Expr(_) => made.block(block).stmts.iter().filter_map(of_stmt).collect(),
    }
}

/// The variable that a pattern binds, and where its name stands: at its end, but before an `@`.
fn name_of(pat: &Pat) -> Option<(Name, u32)> {
    let PatKind::Binding { name, by_ref, mutable, sub } = pat.kind else { return None };
    let byte = match sub {
        None => pat.span.end.checked_sub(1)?,
        Some(_) if by_ref || mutable => return None,
        Some(_) => pat.span.start,
    };
    (!name.starts_with(char::is_uppercase)).then_some((name, byte))
}
