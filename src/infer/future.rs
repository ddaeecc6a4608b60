//! Is a value a future, and does dropping it lose one that has not run?

use super::ty::{TraitRef, Ty};
use super::{Infer, Known, depth};
use crate::index::{AdtId, Def, FnId};
use crate::resolve::{Ns, Resolution, Start};
use crate::summary::{ExprId, ExprKind, Name};

/// What dropping a value does.
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Futureness {
    /// It destroys a future that has not run.
    Lost(Origin),
    /// The value is a future, but dropping it loses nothing: it is borrowed, was stored before, or is a handle on
    /// work that is under way.
    Kept,
    /// The value is no future.
    No,
    /// Not known.
    Unknown(Reason),
}

/// What makes a value a future.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// An `async` block.
    AsyncBlock,
    /// A call of an `async fn`.
    AsyncFn(FnId),
    /// A call of an async closure or of an `AsyncFn` value.
    AsyncClosure,
    /// `impl Future`, or a parameter or associated type that is bounded so.
    Bounded,
    /// `dyn Future`, mostly boxed.
    Dyn,
    /// A type with `impl Future`.
    Named(AdtId),
}

/// Why a type is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// A path leads to something that cannot be seen, such as a crate without sources.
    PathUnseen,
    /// A path leads nowhere.
    PathNotResolved,
    /// No method of that name was found on a receiver whose type is known.
    MethodNotFound,
    /// The receiver's type is known by name only.
    TypeUnseen,
    /// A local whose type no initialiser, annotation or signature gives.
    Local,
    /// The value of a macro that is not read.
    Macro,
    /// A signature that depends on an attribute.
    Attribute,
    /// A field whose type is not known.
    Field,
    /// A callee's result that its arguments do not fix.
    Generic,
    /// Anything else.
    Other,
}

impl Infer<'_, '_> {
    /// What dropping the value of `expr` right after it was made does.
    pub fn futureness(&self, expr: ExprId) -> Futureness {
        let ty = self.type_of(expr);
        match self.type_futureness(&ty) {
            Futureness::Lost(_) if self.is_handed_back(expr) => Futureness::Kept,
            Futureness::Unknown(_) => Futureness::Unknown(self.reason(expr)),
            decided => decided,
        }
    }

    /// What dropping a fresh value of that type does.
    pub(super) fn type_futureness(&self, ty: &Ty) -> Futureness {
        let Some(_guard) = depth::enter() else { return Futureness::Unknown(Reason::Other) };
        let lang = &self.db.world.lang;
        match ty {
            Ty::Unknown => Futureness::Unknown(Reason::Other),
            Ty::AsyncBlock(_) => Futureness::Lost(Origin::AsyncBlock),
            Ty::AsyncCall(Some(id), _) => Futureness::Lost(Origin::AsyncFn(*id)),
            Ty::AsyncCall(None, _) => Futureness::Lost(Origin::AsyncClosure),
            Ty::Param(_) | Ty::Assoc(_) | Ty::Opaque(_) => self.bounded(ty, Origin::Bounded),
            Ty::Dyn(_) => self.bounded(ty, Origin::Dyn),
            // What is borrowed stays where it is, whatever it is.
            Ty::Ref(..) => match self.type_futureness(ty.peel_refs()) {
                Futureness::Lost(_) => Futureness::Kept,
                Futureness::Unknown(_) => Futureness::No,
                other => other,
            },
            Ty::Adt(id, args) if lang.box_ == Some(*id) || lang.pin == Some(*id) => {
                args.first().map_or(Futureness::No, |inner| self.type_futureness(inner))
            }
            Ty::Adt(id, _) => self.named(*id, ty),
            _ => Futureness::No,
        }
    }

    /// Whether a value of that type is a future that is lost with it.
    pub(super) fn is_future(&self, ty: &Ty) -> bool {
        matches!(self.type_futureness(ty), Futureness::Lost(_))
    }

    /// Whether what a function gives is a future that is lost with it.
    pub(super) fn makes_future(&self, method: FnId) -> bool {
        self.db.world.index.func(method).sig.is_async
            || matches!(self.type_futureness(&self.db.sig(method).ret), Futureness::Lost(_))
    }

    fn bounded(&self, ty: &Ty, origin: Origin) -> Futureness {
        let bounds = self.bounds_of(ty);
        let is_future =
            |bound: &TraitRef| bound.trait_.is_some() && bound.trait_ == self.db.world.lang.future;
        if bounds.iter().any(is_future) {
            Futureness::Lost(origin)
        } else if bounds.iter().any(|bound| bound.trait_.is_none()) || matches!(ty, Ty::Assoc(_)) {
            Futureness::Unknown(Reason::TypeUnseen)
        } else {
            Futureness::No
        }
    }

    fn named(&self, id: AdtId, ty: &Ty) -> Futureness {
        let Some(future) = self.db.world.lang.future else { return Futureness::Unknown(Reason::Other) };
        match self.assumed(ty, future) {
            Known::Yes if self.waits_only(id, ty) => Futureness::Kept,
            Known::Yes => Futureness::Lost(Origin::Named(id)),
            Known::No => Futureness::No,
            Known::Unknown => Futureness::Unknown(Reason::Generic),
        }
    }

    /// Whether the value was stored before and is only handed back: `map.insert(k, fut)`, `slot.take().unwrap()`,
    /// `mem::replace(slot, fut)`. Its type is a future only through a parameter of the callee's.
    fn is_handed_back(&self, expr: ExprId) -> bool {
        let Some(callee) = self.callee(expr) else { return false };
        let is_async = self.db.world.index.func(callee.id).sig.is_async;
        !is_async && matches!(self.db.sig(callee.id).ret, Ty::Param(_)) && self.was_stored(expr, 32)
    }

    /// Whether the future that a value is or holds lay somewhere before. Only what can stand for it counts: in
    /// `Result<T, E>`, `E` may come along untouched.
    pub(super) fn held_before(&self, expr: ExprId) -> bool {
        self.lay_before(expr, 32, &|ty| {
            ty.any(&|inner| inner.is_unknown() || matches!(inner, Ty::Param(_)) || self.is_future(inner))
        })
    }

    /// Whether what a value holds lay somewhere before: in a variable or field, or behind a reference that a call
    /// was given. `left` bounds the depth.
    pub(super) fn was_stored(&self, expr: ExprId, left: u32) -> bool {
        self.lay_before(expr, left, &|_| true)
    }

    /// The same; `counts`: whether a parameter that stands for such a type counts.
    fn lay_before(&self, expr: ExprId, left: u32, counts: &dyn Fn(&Ty) -> bool) -> bool {
        let Some(left) = left.checked_sub(1) else { return true };
        let receiver = match self.kind(expr) {
            ExprKind::Path(_) | ExprKind::Field { .. } | ExprKind::Index { .. } | ExprKind::Deref(_) => {
                return true;
            }
            ExprKind::Await(inner) | ExprKind::Try(inner) => return self.lay_before(*inner, left, counts),
            ExprKind::MethodCall(call) => Some(call.receiver),
            ExprKind::Call { args, .. } => args.first().copied(),
            _ => return false,
        };
        let args: &[ExprId] = match self.kind(expr) {
            ExprKind::Call { args, .. } => args,
            _ => &[],
        };
        let stored = |arg: ExprId| self.is_future(&self.type_of(arg)) && self.lay_before(arg, left, counts);
        // A constructor.
        let Some(callee) = self.callee(expr) else { return args.iter().copied().any(stored) };
        let sig = self.db.sig(callee.id);
        let may_hold = |param: &Ty| match param {
            Ty::Param(id) => callee.subst.get(*id).is_none_or(counts),
            _ => false,
        };
        // Out of `&self` comes nothing that an impl names, as `Self::Request`: that is made.
        let ret = match &sig.receiver {
            Some(Ty::Ref(false, _)) => without_projections(&sig.ret),
            _ => sig.ret.clone(),
        };
        let shared = |ty: &Ty| ty.any(&|inner| may_hold(inner) && ret.any(&|returned| returned == inner));
        let behind_mut = |ty: &Ty| matches!(ty, Ty::Ref(true, inner) if shared(inner));
        match &sig.receiver {
            Some(Ty::Ref(_, inner)) => shared(inner) || sig.params.iter().any(behind_mut),
            Some(by_value) if shared(by_value) => {
                receiver.is_some_and(|receiver| self.lay_before(receiver, left, counts))
            }
            Some(_) => sig.params.iter().any(behind_mut),
            None => {
                let given = || sig.params.iter().zip(args).filter(|(param, _)| shared(param));
                sig.params.iter().any(behind_mut) || given().any(|(_, arg)| stored(*arg))
            }
        }
    }

    /// Whether the type of `expr` is known not to be worth asking: a cheap look before inference.
    pub fn awaited_type(&self, expr: ExprId) -> Ty {
        self.output_of(&self.type_of(expr))
    }

    /// What awaiting a value gives.
    pub(super) fn output_of(&self, ty: &Ty) -> Ty {
        let Some(_guard) = depth::enter() else { return Ty::Unknown };
        let lang = &self.db.world.lang;
        let output = Name::from("Output");
        match ty {
            Ty::AsyncCall(_, output) => (**output).clone(),
            Ty::AsyncBlock(id) => self.async_output(*id),
            _ => {
                let no_args = super::ty::no_args();
                if let Some(future) = lang.future
                    && self.implements(ty, future) == Known::Yes
                {
                    return self.project(ty, future, &no_args, output);
                }
                lang.into_future.map_or(Ty::Unknown, |trait_| self.project(ty, trait_, &no_args, output))
            }
        }
    }

    /// Why the type of `expr` is not known: the innermost cause.
    pub fn reason(&self, expr: ExprId) -> Reason {
        self.reason_within(expr, 64)
    }

    fn reason_within(&self, expr: ExprId, left: u32) -> Reason {
        let Some(left) = left.checked_sub(1) else { return Reason::Other };
        let deeper = |inner: ExprId| self.reason_within(inner, left);
        let is_open = |inner: ExprId| self.type_of(inner).peel_refs().is_unknown();
        match self.kind(expr) {
            ExprKind::MethodCall(call) if is_open(call.receiver) => deeper(call.receiver),
            ExprKind::MethodCall(call) => match self.callee(expr) {
                Some(callee) => self.result_reason(callee.id),
                None if self.autoderef(&self.type_of(call.receiver)).last().is_some_and(Ty::is_unknown) => {
                    Reason::TypeUnseen
                }
                None => Reason::MethodNotFound,
            },
            ExprKind::Call { callee, .. } if is_open(*callee) => deeper(*callee),
            ExprKind::Call { .. } => {
                self.callee(expr).map_or(Reason::Other, |callee| self.result_reason(callee.id))
            }
            ExprKind::Field { base, .. } if is_open(*base) => deeper(*base),
            ExprKind::Field { .. } => Reason::Field,
            ExprKind::Await(inner) | ExprKind::Try(inner) | ExprKind::Deref(inner) if is_open(*inner) => {
                deeper(*inner)
            }
            ExprKind::Ref { operand, .. } => deeper(*operand),
            ExprKind::Index { base, .. } if is_open(*base) => deeper(*base),
            ExprKind::Macro { .. } => Reason::Macro,
            ExprKind::Path(path) => match self.locals.binding(expr).and_then(|pat| self.locals.source(pat)) {
                Some((
                    _,
                    super::locals::Source::Let(Some(init)) | super::locals::Source::Scrutinee(init),
                )) if is_open(init) => deeper(init),
                Some(_) => Reason::Local,
                None => self.path_reason(expr, path),
            },
            _ => Reason::Other,
        }
    }

    fn path_reason(&self, expr: ExprId, path: &crate::summary::Path) -> Reason {
        let names: Vec<Name> = path.segments.iter().map(|segment| segment.name).collect();
        match self.db.world.path(self.module_at(expr), Ns::Values, Start::expr(path.global), &names) {
            Resolution::Unseen => Reason::PathUnseen,
            Resolution::Found(defs) if defs.contains(&Def::Unseen) => Reason::PathUnseen,
            Resolution::NotFound if names.first().is_some_and(|name| name == "self") => Reason::TypeUnseen,
            Resolution::NotFound => Reason::PathNotResolved,
            Resolution::Partial(..) => Reason::MethodNotFound,
            Resolution::Found(_) => Reason::Other,
        }
    }

    fn result_reason(&self, id: FnId) -> Reason {
        let data = self.db.world.index.func(id);
        if data.effect == crate::index::attributes::Effect::Unknown {
            return Reason::Attribute;
        }
        if self.db.sig(id).ret.is_unknown() { Reason::TypeUnseen } else { Reason::Generic }
    }
}

fn without_projections(ty: &Ty) -> Ty {
    match ty {
        Ty::Assoc(_) => Ty::Unknown,
        _ => ty.map_inner(&mut without_projections),
    }
}
