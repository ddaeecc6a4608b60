//! Where values go to die: each value of a body that is thrown away, and how. Knows no types.

pub mod print;
mod uses;

use crate::source::Span;
use crate::summary::{Arm, Attrs, BlockId, Body, ExprId, ExprKind, Let, PatId, PatKind, Stmt, TypeRef};
use uses::{Use, Uses};

/// How a value is thrown away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// `f();`, also as the last value of a block, branch or arm whose own value is thrown away so.
    Statement,
    /// `let _ = f();`
    LetUnderscore,
    /// `_ = f();`
    AssignUnderscore,
    /// `let _ = &f();`
    LetUnderscoreRef,
    /// `let (_, n) = (f(), 1);`
    PatternHole,
    /// `match f() { _ => … }`
    Match,
    /// `if let _ = f() { … }`
    IfLet,
    /// `let x = f();`, and nothing reads `x`.
    UnusedBinding,
    /// `let x = f();`, and only `drop(x)` reads it.
    DroppedBinding,
    /// `drop(f())`, `mem::forget(f())`.
    Drop,
    /// `spawn(async { f() })`: the value of a task.
    TaskOutput,
    /// `let mut q = FuturesUnordered::new(); q.push(f());`, and nothing else is done with `q`.
    OnlyFilled,
}

impl How {
    /// Whether `_` does it.
    pub fn is_underscore(self) -> bool {
        use How::*;
        matches!(self, LetUnderscore | AssignUnderscore | LetUnderscoreRef | PatternHole | Match | IfLet)
    }

    /// Whether the value is gone at once: by a `;` or a `_`.
    pub fn is_immediate(self) -> bool {
        self == How::Statement || self.is_underscore()
    }
}

/// What a value stands in: what its code could do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// `.await` is possible.
    Async,
    /// The body of a synchronous function (or an initialiser).
    Sync,
    /// A synchronous closure; whether an async context lies around it.
    Closure { within_async: bool },
}

/// What the place of a value is to the code around it, where that changes what can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// Nothing of the kind.
    Plain,
    /// The closure that `for_each` is given.
    ForEach,
    /// A branch of a `select!`.
    Select,
}

/// One value that is thrown away.
#[derive(Debug, Clone)]
pub struct Discard<'s> {
    /// The value.
    pub expr: ExprId,
    /// How.
    pub how: How,
    /// The statement (or pattern) that does it.
    pub span: Span,
    /// Where it stands.
    pub context: Context,
    /// The whole pattern of the `let` that a name or a `_` stands for.
    pub binding: Option<PatId>,
    /// What that place is to the code around it.
    pub within: Within,
    /// Attributes of the statements around it.
    pub attrs: Vec<&'s Attrs>,
}

impl Discard<'_> {
    /// The name in `body` that the value is bound to.
    pub fn bound(&self, body: &Body) -> Option<&'static str> {
        match &body.pat(self.binding?).kind {
            PatKind::Binding { name, .. } => Some(name.as_str()),
            _ => None,
        }
    }
}

/// Macros whose argument is no code of this function, even where it parses as such.
const OPAQUE_MACROS: [&str; 5] =
    ["quote", "quote_spanned", "parse_quote", "parse_quote_spanned", "stringify"];

/// Every value of `body` that is thrown away, in source order. `is_async`: the body is that of an `async fn`. `text` is
/// that of its file: what macros name is read there.
pub fn discards<'s>(body: &'s Body, is_async: bool, text: &str) -> Vec<Discard<'s>> {
    let context = if is_async { Context::Async } else { Context::Sync };
    let uses = Uses::new(body, text);
    let mut walk = Walk {
        body,
        uses,
        context,
        attrs: Vec::new(),
        binding: None,
        each: None,
        within: Within::Plain,
        found: Vec::new(),
    };
    walk.expr(body.root);
    walk.found.sort_by_key(|discard| {
        let span = body.expr(discard.expr).span;
        (span.start, span.end)
    });
    walk.found
}

struct Walk<'s, 't> {
    body: &'s Body,
    uses: Uses<'s, 't>,
    context: Context,
    attrs: Vec<&'s Attrs>,
    /// What the value at hand is bound to.
    binding: Option<PatId>,
    /// The argument of the last `for_each`.
    each: Option<ExprId>,
    within: Within,
    found: Vec<Discard<'s>>,
}

impl<'s> Walk<'s, '_> {
    fn expr(&mut self, id: ExprId) {
        let (outer, outer_within) = (self.context, self.within);
        match &self.body.expr(id).kind {
            ExprKind::Async { .. } => (self.context, self.within) = (Context::Async, Within::Plain),
            ExprKind::Closure(closure) => {
                self.within = if self.each == Some(id) { Within::ForEach } else { Within::Plain };
                let within_async =
                    outer == Context::Async || outer == Context::Closure { within_async: true };
                self.context =
                    if closure.is_async { Context::Async } else { Context::Closure { within_async } };
            }
            ExprKind::Assign { left, right } => self.assign(*left, *right, self.body.expr(id).span),
            ExprKind::Match { .. } if self.body.is_select(id) => self.within = Within::Select,
            ExprKind::Match { scrutinee, arms } => {
                let holes = arms.iter().all(|arm| self.is_wild(arm.pat) && arm.guard.is_none());
                if holes && !arms.is_empty() {
                    self.flow(*scrutinee, How::Match, self.body.expr(*scrutinee).span);
                }
            }
            ExprKind::Call { callee, args } => self.called(*callee, args),
            ExprKind::MethodCall(call) if is_spawn(&call.method) => self.tasks(&call.args),
            ExprKind::MethodCall(call) if call.method == "for_each" => self.each = call.args.first().copied(),
            ExprKind::Let { pat, scrutinee } if self.is_wild(*pat) => {
                self.flow(*scrutinee, How::IfLet, self.body.expr(id).span);
            }
            ExprKind::Macro { call, .. } => {
                let name = call.path.segments.last().map_or("", |segment| segment.name.as_str());
                if OPAQUE_MACROS.contains(&name) {
                    return;
                }
            }
            _ => {}
        }
        let body = self.body;
        match &body.expr(id).kind {
            ExprKind::Match { scrutinee, arms } => self.arms(*scrutinee, arms),
            _ => body.children(id, &mut |child| self.expr(child)),
        }
        if let Some(block) = body.block_of(id) {
            self.block(block);
        }
        (self.context, self.within) = (outer, outer_within);
    }

    /// Only what a `;` throws away counts: without one a value must be `()`, or the code does not compile.
    fn block(&mut self, id: BlockId) {
        let block = self.body.block(id);
        for stmt in &block.stmts {
            let attrs = match stmt {
                Stmt::Let(decl) => &decl.attrs,
                Stmt::Expr { attrs, .. } => attrs,
            };
            self.attrs.push(attrs);
            match stmt {
                Stmt::Let(decl) => {
                    if let Some(init) = decl.init
                        && !only_asserts(decl)
                    {
                        self.take_apart(decl.pat, init, decl.span);
                    }
                }
                Stmt::Expr { expr, semi: true, .. } => {
                    self.flow(*expr, How::Statement, self.body.expr(*expr).span);
                }
                Stmt::Expr { .. } => {}
            }
            Body::stmt_exprs(stmt, &mut |expr| self.expr(expr));
            self.attrs.pop();
        }
    }

    /// `let pat = init`: what the holes of the pattern throw away.
    fn take_apart(&mut self, pat: PatId, init: ExprId, span: Span) {
        match (&self.body.pat(pat).kind, &self.body.expr(init).kind) {
            (PatKind::Wild, ExprKind::Ref { operand, .. }) => {
                self.flow(*operand, How::LetUnderscoreRef, span)
            }
            (PatKind::Wild, _) => {
                self.binding = Some(pat);
                self.flow(init, How::LetUnderscore, span);
                self.binding = None;
            }
            (PatKind::Binding { .. }, _) => self.bound(pat, init),
            (PatKind::Tuple(pats), ExprKind::Tuple(parts)) => self.holes(pats, parts),
            _ => {}
        }
    }

    fn holes(&mut self, pats: &[PatId], parts: &[ExprId]) {
        // `..` shifts what follows: only patterns without one are matched by position.
        if pats.len() != parts.len() || pats.iter().any(|pat| self.body.pat(*pat).kind == PatKind::Rest) {
            return;
        }
        for (pat, part) in pats.iter().zip(parts) {
            match (&self.body.pat(*pat).kind, &self.body.expr(*part).kind) {
                (PatKind::Wild, _) => self.flow(*part, How::PatternHole, self.body.pat(*pat).span),
                (PatKind::Binding { .. }, _) => self.bound(*pat, *part),
                (PatKind::Tuple(pats), ExprKind::Tuple(parts)) => self.holes(pats, parts),
                _ => {}
            }
        }
    }

    /// `let x = init;`: thrown away if nothing reads `x`.
    fn bound(&mut self, pat: PatId, init: ExprId) {
        let PatKind::Binding { name, by_ref: false, sub: None, .. } = self.body.pat(pat).kind else { return };
        let how = match self.uses.of(name) {
            Use::None => How::UnusedBinding,
            Use::OnlyDropped => How::DroppedBinding,
            Use::OnlyFilled => How::OnlyFilled,
            Use::Read => return,
        };
        self.binding = Some(pat);
        self.flow(init, how, self.body.pat(pat).span);
        self.binding = None;
    }

    /// What a call throws away by its name: `drop(f())`, `spawn(async { f() })`.
    fn called(&mut self, callee: ExprId, args: &'s [ExprId]) {
        let ExprKind::Path(path) = &self.body.expr(callee).kind else { return };
        let Some(last) = path.segments.last() else { return };
        match (last.name.as_str(), args) {
            ("drop" | "forget", [arg]) => self.flow(*arg, How::Drop, self.body.expr(*arg).span),
            _ if is_spawn(&last.name) => self.tasks(args),
            _ => {}
        }
    }

    /// What the tasks among `args` give back.
    fn tasks(&mut self, args: &[ExprId]) {
        let outer = self.context;
        for arg in args {
            if let Some(block) = self.task(*arg)
                && let Some(tail) = self.body.block(block).tail()
            {
                self.context = Context::Async;
                self.flow(tail, How::TaskOutput, self.body.expr(tail).span);
            }
        }
        self.context = outer;
    }

    /// `block_on(async { f() });`: what is thrown away is what the block gives. Where the value is kept, a future may be
    /// made so on purpose, within a runtime.
    fn blocked_on(&mut self, kind: &'s ExprKind) {
        match kind {
            ExprKind::MethodCall(call) if call.method == "block_on" => self.tasks(&call.args),
            ExprKind::Call { callee, args } => {
                if let ExprKind::Path(path) = &self.body.expr(*callee).kind
                    && path.segments.last().is_some_and(|last| last.name == "block_on")
                {
                    self.tasks(args);
                }
            }
            _ => {}
        }
    }

    /// The `async` block that an argument is: alone, boxed, or with methods such as `instrument` called on it.
    fn task(&self, arg: ExprId) -> Option<BlockId> {
        match &self.body.expr(arg).kind {
            ExprKind::Async { block, .. } => Some(*block),
            ExprKind::MethodCall(call) => self.task(call.receiver),
            ExprKind::Call { callee, args } => match (&self.body.expr(*callee).kind, &args[..]) {
                (ExprKind::Path(path), [arg]) if path.segments.last()?.name == "pin" => self.task(*arg),
                _ => None,
            },
            _ => None,
        }
    }

    fn assign(&mut self, left: ExprId, right: ExprId, span: Span) {
        match (&self.body.expr(left).kind, &self.body.expr(right).kind) {
            (ExprKind::Underscore, ExprKind::Ref { operand, .. }) => {
                self.flow(*operand, How::LetUnderscoreRef, span)
            }
            (ExprKind::Underscore, _) => self.flow(right, How::AssignUnderscore, span),
            (ExprKind::Tuple(holes), ExprKind::Tuple(parts)) if holes.len() == parts.len() => {
                for (hole, part) in holes.iter().zip(parts) {
                    if self.body.expr(*hole).kind == ExprKind::Underscore {
                        self.flow(*part, How::PatternHole, self.body.expr(*hole).span);
                    }
                }
            }
            _ => {}
        }
    }

    /// What stands in an arm stands under its attributes.
    fn arms(&mut self, scrutinee: ExprId, arms: &'s [Arm]) {
        self.expr(scrutinee);
        for arm in arms {
            self.attrs.push(&arm.attrs);
            arm.guard.into_iter().chain([arm.body]).for_each(|expr| self.expr(expr));
            self.attrs.pop();
        }
    }

    fn is_wild(&self, pat: PatId) -> bool {
        self.body.pat(pat).kind == PatKind::Wild
    }

    /// Follows a value that is thrown away to the expressions that make it.
    fn flow(&mut self, id: ExprId, how: How, span: Span) {
        let body = self.body;
        match &body.expr(id).kind {
            ExprKind::Block { block, .. } => {
                if let Some(tail) = body.block(*block).tail() {
                    self.flow(tail, how, body.expr(tail).span);
                }
            }
            ExprKind::If { then, else_, .. } => {
                for branch in [Some(*then), *else_].into_iter().flatten() {
                    self.flow(branch, how, body.expr(branch).span);
                }
            }
            ExprKind::Match { arms, .. } => {
                let outer = self.within;
                if body.is_select(id) {
                    self.within = Within::Select;
                }
                for arm in arms {
                    self.attrs.push(&arm.attrs);
                    self.flow(arm.body, how, body.expr(arm.body).span);
                    self.attrs.pop();
                }
                self.within = outer;
            }
            kind => {
                if how.is_immediate() {
                    self.blocked_on(kind);
                }
                let attrs = self.attrs.iter().copied().filter(|attrs| !attrs.list.is_empty()).collect();
                let (context, binding, within) = (self.context, self.binding, self.within);
                self.found.push(Discard { expr: id, how, span, context, binding, within, attrs });
            }
        }
    }
}

/// `let _: &dyn Send = &async { … };` asks the compiler whether the future is `Send`; nobody means to run it.
fn only_asserts(decl: &Let) -> bool {
    matches!(&decl.ty, Some(TypeRef::Ref { inner, .. }) if matches!(**inner, TypeRef::DynTrait(_)))
}

/// Whether a function of that name runs a future as a task: what the task gives back is mostly not looked at.
fn is_spawn(name: &str) -> bool {
    name.starts_with("spawn")
}
