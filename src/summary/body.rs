//! Function bodies as compact trees: nodes in arenas, children by index, byte spans on each node.

use serde::{Deserialize, Serialize};

use super::{Attrs, GenericArgs, Item, MacroCall, Name, Path, TypeRef};
use crate::source::Span;

/// Index into [`Body::exprs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ExprId(pub u32);

/// Index into [`Body::pats`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PatId(pub u32);

/// Index into [`Body::blocks`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct BlockId(pub u32);

/// The body of a function, or the initialiser of a const or static.
///
/// Blocks come behind the blocks within them, but for what is grafted into the place of a macro call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// All expressions.
    pub exprs: Vec<Expr>,
    /// All patterns.
    pub pats: Vec<Pat>,
    /// All blocks.
    pub blocks: Vec<Block>,
    /// Patterns of the parameters after the receiver, as many as [`super::Fn::params`].
    pub params: Vec<PatId>,
    /// The body's expression (a block for a function).
    pub root: ExprId,
}

impl Body {
    /// Whether an expression is a `select!`: a match on nothing at all that stands where the macro call does.
    pub fn is_select(&self, id: ExprId) -> bool {
        let ExprKind::Match { scrutinee, .. } = &self.expr(id).kind else { return false };
        let scrutinee = self.expr(*scrutinee);
        scrutinee.kind == ExprKind::Tuple(Vec::new()) && scrutinee.span == self.expr(id).span
    }

    /// The expression behind `id`.
    pub fn expr(&self, id: ExprId) -> &Expr {
        &self.exprs[id.0 as usize]
    }

    /// The pattern behind `id`.
    pub fn pat(&self, id: PatId) -> &Pat {
        &self.pats[id.0 as usize]
    }

    /// The block behind `id`.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.0 as usize]
    }
}

/// One expression. Parentheses are looked through: `(e)` is `e` with `e`'s own span.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Expr {
    /// From its first to its last token; attributes left out.
    pub span: Span,
    /// What it is.
    pub kind: ExprKind,
}

/// What an expression is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ExprKind {
    /// A path: a local, an item, a constructor.
    Path(Path),
    /// A literal.
    Literal(Literal),
    /// `callee(args)`.
    Call { callee: ExprId, args: Vec<ExprId> },
    /// `receiver.method::<T>(args)`.
    MethodCall(Box<MethodCall>),
    /// `base.name`, also `base.0`.
    Field { base: ExprId, name: Name },
    /// `base[index]`.
    Index { base: ExprId, index: ExprId },
    /// `!e`, `-e`.
    Unary { op: UnaryOp, operand: ExprId },
    /// `*e`.
    Deref(ExprId),
    /// `&e`, `&mut e`; `&raw` too.
    Ref { mutable: bool, operand: ExprId },
    /// `l + r`, `l == r`, `l && r` …
    Binary { op: BinaryOp, left: ExprId, right: ExprId },
    /// `l = r`. `_ = r` and destructuring have patterns on the left: see [`ExprKind::Underscore`].
    Assign { left: ExprId, right: ExprId },
    /// `l += r` …
    AssignOp { left: ExprId, right: ExprId },
    /// `_` on the left of an assignment.
    Underscore,
    /// `{ … }`, `unsafe { … }`, `'a: { … }`, `const { … }`, `try { … }`.
    Block { block: BlockId, kind: BlockKind, label: Option<Name> },
    /// `async { … }`, `async move { … }`.
    Async { block: BlockId, is_move: bool },
    /// `if cond { … } else …`; `cond` may hold [`ExprKind::Let`] under `&&`. `then` and `else_` are expressions.
    If { cond: ExprId, then: ExprId, else_: Option<ExprId> },
    /// `let pat = e` within a condition.
    Let { pat: PatId, scrutinee: ExprId },
    /// `match e { … }`.
    Match { scrutinee: ExprId, arms: Vec<Arm> },
    /// `loop { … }`.
    Loop { body: BlockId, label: Option<Name> },
    /// `while cond { … }`; `cond` as in [`ExprKind::If`].
    While { cond: ExprId, body: BlockId, label: Option<Name> },
    /// `for pat in iterable { … }`.
    For { pat: PatId, iterable: ExprId, body: BlockId, label: Option<Name> },
    /// `break 'a e`.
    Break { label: Option<Name>, value: Option<ExprId> },
    /// `continue 'a`.
    Continue,
    /// `return e`.
    Return(Option<ExprId>),
    /// `|a, b: B| -> C { … }`, `async move |a| …`.
    Closure(Box<Closure>),
    /// `e.await`.
    Await(ExprId),
    /// `e?`.
    Try(ExprId),
    /// `(a, b)`, `()`.
    Tuple(Vec<ExprId>),
    /// `[a, b]`.
    Array(Vec<ExprId>),
    /// `[e; n]`.
    Repeat { value: ExprId, len: ExprId },
    /// `Path { a: x, ..base }`.
    Struct { path: Path, fields: Vec<(Name, ExprId)>, base: Option<ExprId> },
    /// `e as T`.
    Cast { operand: ExprId, ty: TypeRef },
    /// `a..b`, `..=b` …
    Range { start: Option<ExprId>, end: Option<ExprId>, inclusive: bool },
    /// `name!(…)`. `args` are the argument's expressions if it parses as a comma-separated list of them, or the `e` of
    /// `e; n` (`vec!`); the statements of a `stream!` as one async block; `None` for anything else. A `select!` is an
    /// [`ExprKind::Match`].
    Macro { call: Box<MacroCall>, args: Option<Vec<ExprId>> },
    /// What could not be read.
    Unknown,
}

/// `receiver.method::<T>(args)`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MethodCall {
    /// What it is called on.
    pub receiver: ExprId,
    /// The method's name.
    pub method: Name,
    /// The name's span.
    pub method_span: Span,
    /// `::<T>`.
    pub turbofish: Option<Box<GenericArgs>>,
    /// Arguments after the receiver.
    pub args: Vec<ExprId>,
}

/// A closure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Closure {
    /// Parameters with their annotations.
    pub params: Vec<(PatId, Option<TypeRef>)>,
    /// `-> T`.
    pub ret: Option<TypeRef>,
    /// `async |…|`.
    pub is_async: bool,
    /// `move`.
    pub is_move: bool,
    /// The body.
    pub body: ExprId,
}

/// A block's flavour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// `{ … }`.
    Plain,
    /// `unsafe { … }`.
    Unsafe,
    /// `const { … }`.
    Const,
    /// `try { … }`.
    Try,
}

/// One arm of a match.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Arm {
    /// The arm's attributes.
    pub attrs: Attrs,
    /// Its pattern.
    pub pat: PatId,
    /// `if guard`.
    pub guard: Option<ExprId>,
    /// Its value.
    pub body: ExprId,
}

/// A literal's type as far as syntax gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Literal {
    /// `"…"`.
    Str,
    /// `b"…"`.
    ByteStr,
    /// `c"…"`.
    CStr,
    /// `b'x'`.
    Byte,
    /// `'x'`.
    Char,
    /// `true`, `false`.
    Bool,
    /// `1`, `1u8`: the suffix.
    Int(Option<Name>),
    /// `1.0`, `1f32`: the suffix.
    Float(Option<Name>),
}

/// `!` or `-`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnaryOp {
    /// `!`
    Not,
    /// `-`
    Neg,
}

/// A trait's name. Behind a name of its own: `serde` would take it for something borrowed from the input.
type Operator = &'static str;

/// Binary operators by what they give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum BinaryOp {
    /// `&&`, `||`
    Logic,
    /// `==`, `<` …
    Compare,
    /// `+` `-` `*` `/` `%` `^` `&` `|`: the trait's name in `core::ops`, e.g. `Add`.
    Arith(#[serde(with = "operator")] Operator),
    /// `<<`, `>>`: as above.
    Shift(#[serde(with = "operator")] Operator),
}

/// Traits of operators as interned names, which live as long as the program.
mod operator {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Name;

    pub fn serialize<S: Serializer>(name: &str, to: S) -> Result<S::Ok, S::Error> {
        Name::from(name).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
        Name::deserialize(from).map(|name| name.as_str())
    }
}

/// A block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// With its braces.
    pub span: Span,
    /// Statements except items. The last is the block's value if it is a [`Stmt::Expr`] without `;`.
    pub stmts: Vec<Stmt>,
    /// Items declared in the block (`fn`, `use`, `struct` …), in order.
    pub items: Vec<Item>,
}

impl Block {
    /// The expression that gives the block its value.
    pub fn tail(&self) -> Option<ExprId> {
        match self.stmts.last()? {
            Stmt::Expr { expr, semi: false, .. } => Some(*expr),
            _ => None,
        }
    }
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Stmt {
    /// `let pat: ty = init else { … };`
    Let(Box<Let>),
    /// An expression. A macro called with braces in statement position counts as `semi: true` unless last.
    Expr { attrs: Attrs, expr: ExprId, semi: bool },
}

/// A `let` statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Let {
    /// Whole statement with `;`.
    pub span: Span,
    /// Its attributes.
    pub attrs: Attrs,
    /// What is bound.
    pub pat: PatId,
    /// `: T`.
    pub ty: Option<TypeRef>,
    /// `= e`.
    pub init: Option<ExprId>,
    /// `else { … }`, an expression.
    pub else_: Option<ExprId>,
}

/// One pattern. Parentheses are looked through.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pat {
    /// From its first to its last token.
    pub span: Span,
    /// What it is.
    pub kind: PatKind,
}

/// What a pattern is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum PatKind {
    /// `_`.
    Wild,
    /// `..` within a tuple, tuple struct or slice.
    Rest,
    /// `ref mut name @ sub`. May be a constant or unit variant: resolution decides.
    Binding { name: Name, by_ref: bool, mutable: bool, sub: Option<PatId> },
    /// `A::B`.
    Path(Path),
    /// `A(x, ..)`.
    TupleStruct { path: Path, pats: Vec<PatId> },
    /// `A { x, y: p, .. }`.
    Struct { path: Path, fields: Vec<(Name, PatId)> },
    /// `(a, b)`.
    Tuple(Vec<PatId>),
    /// `[a, .., b]`.
    Slice(Vec<PatId>),
    /// `&p`, `&mut p`.
    Ref { mutable: bool, pat: PatId },
    /// `a | b`.
    Or(Vec<PatId>),
    /// `1`, `'a'..='z'`, const blocks.
    Literal,
    /// A macro that was not expanded, and names in its argument, each of which it may bind.
    Macro { call: Box<MacroCall>, names: Vec<PatId> },
    /// What could not be read.
    Unknown,
}
