//! Types, as far as the questions asked need them. Data and small helpers; no lookups.

use std::sync::Arc;

use smallvec::SmallVec;

use crate::index::{AdtId, AliasId, Def, FnId, ImplId, Prim, TraitId};
use crate::resolve::Head;
use crate::summary::{ExprId, Name};

/// Type arguments in order.
pub type Args = Arc<[Ty]>;

/// No arguments.
pub fn no_args() -> Args {
    Arc::new([])
}

/// A type. `Unknown` may stand anywhere: a type's head is often enough.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ty {
    /// Not known.
    Unknown,
    /// `!`.
    Never,
    /// A primitive.
    Prim(Prim),
    /// A nominal type with its arguments (as many as it has parameters).
    Adt(AdtId, Args),
    /// The value of a const argument, where it is a literal.
    Const(Name),
    /// `&T`, `&mut T` (`true`).
    Ref(bool, Arc<Ty>),
    /// `*const T`, `*mut T` (`true`).
    Ptr(bool, Arc<Ty>),
    /// `(A, B)`.
    Tuple(Args),
    /// `[T; N]`.
    Array(Arc<Ty>),
    /// `[T]`.
    Slice(Arc<Ty>),
    /// `fn(A) -> B`.
    FnPtr(Args, Arc<Ty>),
    /// A function as a value, with what is known of its parameters and of those around it.
    FnDef(FnId, Arc<Subst>),
    /// A tuple struct's or variant's constructor as a value.
    Ctor(Def, Args),
    /// A closure of the body at hand.
    Closure(ExprId),
    /// An `async` block of the body at hand.
    AsyncBlock(ExprId),
    /// What calling an `async fn` or async closure gives; the type that awaiting it gives.
    AsyncCall(Option<FnId>, Arc<Ty>),
    /// A type parameter, or `Self` of a trait.
    Param(ParamId),
    /// `impl A + B`.
    Opaque(Bounds),
    /// `dyn A + B`.
    Dyn(Bounds),
    /// `<T as Trait>::Name` of a `T` that leaves it open.
    Assoc(Arc<Assoc>),
}

/// `<self_ty as trait_<args>>::name`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Assoc {
    /// The type.
    pub self_ty: Ty,
    /// The trait.
    pub trait_: TraitId,
    /// The trait's arguments.
    pub args: Args,
    /// The associated type.
    pub name: Name,
}

/// What declares type parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum GenericOwner {
    Fn(FnId),
    Impl(ImplId),
    Adt(AdtId),
    Trait(TraitId),
    Alias(AliasId),
    /// The associated type at this position of an impl's or a trait's types, with generics of its own.
    ImplType(ImplId, u16),
    TraitType(TraitId, u16),
}

/// A type parameter by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ParamId {
    /// Who declares it.
    pub owner: GenericOwner,
    /// Position among the owner's type and const parameters; [`ParamId::SELF`] for a trait's `Self`.
    pub index: u16,
}

impl ParamId {
    const SELF: u16 = u16::MAX;

    /// `Self` of a trait.
    pub fn self_of(trait_: TraitId) -> Self {
        ParamId { owner: GenericOwner::Trait(trait_), index: Self::SELF }
    }

    /// Whether it is a trait's `Self`.
    pub fn is_self(self) -> bool {
        self.index == Self::SELF
    }
}

/// `Trait<A, Item = B>`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TraitRef {
    /// The trait; `None` for one that cannot be seen.
    pub trait_: Option<TraitId>,
    /// Its arguments without `Self`.
    pub args: Args,
    /// `Item = B`.
    pub bindings: Arc<[(Name, Ty)]>,
}

/// `A + B`.
pub type Bounds = Arc<[TraitRef]>;

/// What parameters stand for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Subst(SmallVec<[(ParamId, Ty); 4]>);

impl Subst {
    /// What `param` stands for.
    pub fn get(&self, param: ParamId) -> Option<&Ty> {
        self.0.iter().find(|(known, _)| *known == param).map(|(_, ty)| ty)
    }

    /// Says what `param` stands for; what is known already stays unless the new type knows more.
    pub fn bind(&mut self, param: ParamId, ty: Ty) {
        match self.0.iter_mut().find(|(known, _)| *known == param) {
            Some((_, known)) => *known = known.clone().join(ty),
            None => self.0.push((param, ty)),
        }
    }

    /// Adds all of `other`.
    pub fn extend(&mut self, other: &Subst) {
        other.0.iter().for_each(|(param, ty)| self.bind(*param, ty.clone()));
    }

    /// Whether nothing is bound.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Types within a type that are looked at: one of two of itself, thirty times over, would have no end.
const MAX_SIZE: u32 = 2_000;

impl Ty {
    /// How many types it is made of, itself included; at most [`MAX_SIZE`], where counting stops.
    pub fn size(&self) -> u32 {
        let size = std::cell::Cell::new(0);
        self.any(&|_| {
            size.set(size.get() + 1);
            size.get() == MAX_SIZE
        });
        size.get()
    }

    /// The type, or unknown where it is too large to be worked with.
    pub fn bounded(self) -> Ty {
        if self.size() == MAX_SIZE { Ty::Unknown } else { self }
    }

    /// `()`.
    pub fn unit() -> Ty {
        Ty::Tuple(Arc::new([]))
    }

    /// `&self`.
    pub fn shared(self) -> Ty {
        Ty::Ref(false, Arc::new(self))
    }

    /// Whether nothing is known of it, not even its head.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Ty::Unknown)
    }

    /// The head that impls are found by; `None` for an unknown type or one of no impl of its own.
    pub fn head(&self) -> Option<Head> {
        Some(match self {
            Ty::Adt(id, _) => Head::Adt(*id),
            Ty::Prim(Prim::Int) => Head::Prim(Prim::I32),
            Ty::Prim(Prim::Float) => Head::Prim(Prim::F64),
            Ty::Prim(prim) => Head::Prim(*prim),
            Ty::Ref(..) => Head::Ref,
            Ty::Ptr(..) => Head::Ptr,
            Ty::Tuple(_) => Head::Tuple,
            Ty::Array(_) => Head::Array,
            Ty::Slice(_) => Head::Slice,
            Ty::FnPtr(..) => Head::FnPtr,
            Ty::Never => Head::Never,
            Ty::Dyn(bounds) => Head::Dyn(bounds.first()?.trait_?),
            _ => return None,
        })
    }

    /// The better known of two types that should be the same; `self` where they differ.
    pub fn join(self, other: Ty) -> Ty {
        match (self, other) {
            (Ty::Unknown | Ty::Never, other) => other,
            (known, Ty::Unknown | Ty::Never) => known,
            (Ty::Adt(a, known), Ty::Adt(b, other)) if a == b => Ty::Adt(a, join_all(&known, &other)),
            (Ty::Tuple(known), Ty::Tuple(other)) if known.len() == other.len() => {
                Ty::Tuple(join_all(&known, &other))
            }
            (Ty::Ref(mutable, known), Ty::Ref(_, other)) => {
                Ty::Ref(mutable, Arc::new((*known).clone().join((*other).clone())))
            }
            (Ty::Array(known), Ty::Array(other)) => {
                Ty::Array(Arc::new((*known).clone().join((*other).clone())))
            }
            (Ty::Slice(known), Ty::Slice(other)) => {
                Ty::Slice(Arc::new((*known).clone().join((*other).clone())))
            }
            (Ty::Prim(Prim::Int | Prim::Float), Ty::Prim(other)) => Ty::Prim(other),
            (known, _) => known,
        }
    }

    /// What two types have in common: where they differ it is unknown. `alike`: types that stand for each other.
    pub fn meet(&self, other: &Ty, alike: &dyn Fn(AdtId, AdtId) -> bool) -> Ty {
        let all = |known: &Args, other: &Args| {
            known.iter().zip(other.iter()).map(|(known, other)| known.meet(other, alike)).collect()
        };
        match (self, other) {
            (Ty::Adt(a, known), Ty::Adt(b, other)) if a == b || alike(*a, *b) => {
                Ty::Adt(*a, all(known, other))
            }
            (Ty::Tuple(known), Ty::Tuple(other)) if known.len() == other.len() => {
                Ty::Tuple(all(known, other))
            }
            (known, other) if known == other => known.clone(),
            _ => Ty::Unknown,
        }
    }

    /// Looks through references.
    pub fn peel_refs(&self) -> &Ty {
        match self {
            Ty::Ref(_, inner) => inner.peel_refs(),
            _ => self,
        }
    }

    /// The type with `f` applied to all types right below its head.
    pub fn map_inner(&self, f: &mut dyn FnMut(&Ty) -> Ty) -> Ty {
        match self {
            Ty::Adt(id, args) => Ty::Adt(*id, map_all(args, f)),
            Ty::Ref(mutable, inner) => Ty::Ref(*mutable, Arc::new(f(inner))),
            Ty::Ptr(mutable, inner) => Ty::Ptr(*mutable, Arc::new(f(inner))),
            Ty::Tuple(parts) => Ty::Tuple(map_all(parts, f)),
            Ty::Array(inner) => Ty::Array(Arc::new(f(inner))),
            Ty::Slice(inner) => Ty::Slice(Arc::new(f(inner))),
            Ty::FnPtr(params, ret) => Ty::FnPtr(map_all(params, f), Arc::new(f(ret))),
            Ty::FnDef(id, subst) => {
                let inner = subst.0.iter().map(|(param, ty)| (*param, f(ty))).collect();
                Ty::FnDef(*id, Arc::new(Subst(inner)))
            }
            Ty::Ctor(def, args) => Ty::Ctor(*def, map_all(args, f)),
            Ty::AsyncCall(id, output) => Ty::AsyncCall(*id, Arc::new(f(output))),
            Ty::Opaque(bounds) => Ty::Opaque(bounds.iter().map(|bound| bound.map(f)).collect()),
            Ty::Dyn(bounds) => Ty::Dyn(bounds.iter().map(|bound| bound.map(f)).collect()),
            Ty::Assoc(assoc) => Ty::Assoc(Arc::new(Assoc {
                self_ty: f(&assoc.self_ty),
                trait_: assoc.trait_,
                args: map_all(&assoc.args, f),
                name: assoc.name,
            })),
            Ty::Unknown
            | Ty::Never
            | Ty::Prim(_)
            | Ty::Const(_)
            | Ty::Closure(_)
            | Ty::AsyncBlock(_)
            | Ty::Param(_) => self.clone(),
        }
    }

    /// The type with parameters replaced by what they stand for; others stay. Unknown, as for [`Ty::bounded`], where that
    /// makes it too large.
    pub fn subst(&self, subst: &Subst) -> Ty {
        if subst.is_empty() {
            return self.clone();
        }
        let mut left = MAX_SIZE;
        let replaced = self.replaced(subst, &mut left);
        if left == 0 { Ty::Unknown } else { replaced }
    }

    /// `left`: how many more types there may be.
    fn replaced(&self, subst: &Subst, left: &mut u32) -> Ty {
        let known = match self {
            Ty::Param(param) => subst.get(*param),
            _ => None,
        };
        *left = left.saturating_sub(known.map_or(1, Ty::size));
        match known {
            _ if *left == 0 => Ty::Unknown,
            Some(known) => known.clone(),
            None => self.map_inner(&mut |inner| inner.replaced(subst, left)),
        }
    }

    /// Whether `test` holds for the type or one within it.
    pub fn any(&self, test: &dyn Fn(&Ty) -> bool) -> bool {
        let all = |tys: &[Ty]| tys.iter().any(|ty| ty.any(test));
        let in_bounds = |bounds: &Bounds| {
            bounds.iter().any(|bound| all(&bound.args) || bound.bindings.iter().any(|(_, ty)| ty.any(test)))
        };
        test(self)
            || match self {
                Ty::Adt(_, args) | Ty::Tuple(args) | Ty::Ctor(_, args) => all(args),
                Ty::Ref(_, inner) | Ty::Ptr(_, inner) | Ty::Array(inner) | Ty::Slice(inner) => {
                    inner.any(test)
                }
                Ty::AsyncCall(_, output) => output.any(test),
                Ty::FnPtr(params, ret) => all(params) || ret.any(test),
                Ty::FnDef(_, subst) => subst.0.iter().any(|(_, ty)| ty.any(test)),
                Ty::Opaque(bounds) | Ty::Dyn(bounds) => in_bounds(bounds),
                Ty::Assoc(assoc) => assoc.self_ty.any(test) || all(&assoc.args),
                Ty::Unknown
                | Ty::Never
                | Ty::Prim(_)
                | Ty::Const(_)
                | Ty::Closure(_)
                | Ty::AsyncBlock(_)
                | Ty::Param(_) => false,
            }
    }
}

impl TraitRef {
    /// With `f` applied to every type in it.
    pub fn map(&self, f: &mut dyn FnMut(&Ty) -> Ty) -> TraitRef {
        TraitRef {
            trait_: self.trait_,
            args: map_all(&self.args, f),
            bindings: self.bindings.iter().map(|(name, ty)| (*name, f(ty))).collect(),
        }
    }

    /// What it says an associated type is.
    pub fn binding(&self, name: Name) -> Option<&Ty> {
        self.bindings.iter().find(|(bound, _)| *bound == name).map(|(_, ty)| ty)
    }
}

fn map_all(tys: &Args, f: &mut dyn FnMut(&Ty) -> Ty) -> Args {
    tys.iter().map(f).collect()
}

fn join_all(known: &Args, other: &Args) -> Args {
    known.iter().zip(other.iter()).map(|(known, other)| known.clone().join(other.clone())).collect()
}
