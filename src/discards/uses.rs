//! What is done with the names that a body binds: by name alone, all bindings of one name together.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::summary::{Body, ExprId, ExprKind, Name, Stmt};

/// What is done with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Nothing.
    None,
    /// It is given to `drop`.
    OnlyDropped,
    /// Values are put into it, and nothing else: `q.push(f());`
    OnlyFilled,
    /// Anything else.
    Read,
}

#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    uses: u32,
    drops: u32,
    fills: u32,
}

/// The uses of a body's names, counted when first asked for.
pub(super) struct Uses<'s, 't> {
    body: &'s Body,
    text: &'t str,
    counts: OnceCell<FxHashMap<Name, Counts>>,
    /// `None`: some call's text is not known.
    in_macros: OnceCell<Option<FxHashSet<&'t str>>>,
}

impl<'s, 't> Uses<'s, 't> {
    pub(super) fn new(body: &'s Body, text: &'t str) -> Self {
        Uses { body, text, counts: OnceCell::new(), in_macros: OnceCell::new() }
    }

    pub(super) fn of(&self, name: Name) -> Use {
        let counts = self.counts.get_or_init(|| count(self.body));
        let Counts { uses, drops, fills } = counts.get(&name).copied().unwrap_or_default();
        if uses > drops.max(fills) || self.in_macros().is_none_or(|words| words.contains(name.as_str())) {
            Use::Read
        } else if uses == 0 {
            Use::None
        } else if drops > 0 {
            Use::OnlyDropped
        } else {
            Use::OnlyFilled
        }
    }

    /// All words of macro calls, also within literals: `println!("{name}")`.
    fn in_macros(&self) -> Option<&FxHashSet<&'t str>> {
        let words = self.in_macros.get_or_init(|| {
            let calls = self.body.exprs.iter().filter_map(|expr| match &expr.kind {
                ExprKind::Macro { call, .. } => Some(self.text.get(call.span.range())),
                _ => None,
            });
            let texts: Option<Vec<&str>> = calls.collect();
            let words = |text: &'t str| text.split(|char: char| !char.is_alphanumeric() && char != '_');
            Some(texts?.into_iter().flat_map(words).collect())
        });
        words.as_ref()
    }
}

fn count(body: &Body) -> FxHashMap<Name, Counts> {
    let mut counts: FxHashMap<Name, Counts> = FxHashMap::default();
    let name_of = |id: ExprId| match &body.expr(id).kind {
        ExprKind::Path(path) if path.qself.is_none() && path.segments.len() == 1 => {
            Some(path.segments[0].name)
        }
        _ => None,
    };
    for expr in &body.exprs {
        match &expr.kind {
            ExprKind::Path(path) if path.qself.is_none() && path.segments.len() == 1 => {
                counts.entry(path.segments[0].name).or_default().uses += 1;
            }
            ExprKind::Call { callee, args } => {
                if let (ExprKind::Path(path), [arg]) = (&body.expr(*callee).kind, &args[..])
                    && path.segments.last().is_some_and(|last| last.name == "drop")
                    && let Some(name) = name_of(*arg)
                {
                    counts.entry(name).or_default().drops += 1;
                }
            }
            _ => {}
        }
    }
    let stmts = body.blocks.iter().flat_map(|block| &block.stmts);
    for stmt in stmts {
        if let Stmt::Expr { expr, semi: true, .. } = stmt
            && let ExprKind::MethodCall(call) = &body.expr(*expr).kind
            && FILLING.contains(&call.method.as_str())
            && call.args.iter().all(|arg| is_fresh(body, *arg))
            && let Some(name) = name_of(call.receiver)
        {
            counts.entry(name).or_default().fills += 1;
        }
    }
    counts
}

/// Whether a value was made where it stands. What a variable holds may have been polled before.
fn is_fresh(body: &Body, expr: ExprId) -> bool {
    matches!(
        body.expr(expr).kind,
        ExprKind::Call { .. } | ExprKind::MethodCall(_) | ExprKind::Async { .. } | ExprKind::Literal(_)
    )
}

/// Methods that put values into a collection and give nothing back that matters.
const FILLING: [&str; 6] = ["push", "push_back", "push_front", "extend", "insert", "reserve"];
