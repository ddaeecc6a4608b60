//! Values by path: locals, functions, constructors, consts, associated items.

use std::sync::Arc;

use super::ty::{Args, GenericOwner, ParamId, Subst, Ty};
use super::written::Env;
use super::{Infer, Known};
use crate::index::{AdtId, AdtShape, ConstId, Def, FnId};
use crate::resolve::{Ns, Resolution, Start};
use crate::summary::{ExprId, FieldShape, GenericArgs, Name, Path, Segment};

impl<'s> Infer<'_, 's> {
    /// The type of a path expression.
    pub(super) fn value_path(&self, expr: ExprId, path: &Path) -> Ty {
        if let Some(binding) = self.locals.binding(expr) {
            return self.binding_type(binding);
        }
        let env = self.env_at(expr);
        if path.qself.is_some() {
            return self.qualified_value(expr, path);
        }
        let [first, rest @ ..] = &path.segments[..] else { return Ty::Unknown };
        if !path.global {
            match (first.name.as_str(), rest) {
                ("self", []) => return self.receiver_type(),
                ("Self", []) => return self.constructor(&self.db.self_ty(&env)),
                ("Self", [.., last]) => {
                    let base = self.type_through(&env, self.db.self_ty(&env), &rest[..rest.len() - 1]);
                    return self.associated_value(expr, &base, last);
                }
                _ => {}
            }
            if let (Some(param), [.., last]) = (env.param(first.name), rest) {
                let base = self.type_through(&env, Ty::Param(param), &rest[..rest.len() - 1]);
                return self.associated_value(expr, &base, last);
            }
        }
        let names: Vec<Name> = path.segments.iter().map(|segment| segment.name).collect();
        match self.db.world.path(env.module, Ns::Values, Start::expr(path.global), &names) {
            Resolution::Found(defs) => self.defs_value(expr, &defs, &path.segments),
            Resolution::Partial(defs, left) => {
                let (base, after) = path.segments.split_at(path.segments.len() - left);
                let Some((last, between)) = after.split_last() else { return Ty::Unknown };
                let args = base.last().and_then(|segment| segment.args.as_deref());
                let of = |def: &Def| match (def, between) {
                    (Def::Trait(trait_), []) => self.trait_function(*trait_, last, None),
                    _ => {
                        let base = self.db.open_type(&env, *def, args);
                        self.associated_value(expr, &self.type_through(&env, base, between), last)
                    }
                };
                let mut values: Vec<Ty> = defs.iter().map(of).collect();
                // Where a type has none of that name, the path stands in the others' builds only.
                if values.len() > 1 && between.is_empty() {
                    let mut has = defs.iter().map(|def| !self.lacks(def, last.name));
                    values.retain(|_| has.next() != Some(false));
                }
                self.agreed(values)
            }
            Resolution::Unseen | Resolution::NotFound => Ty::Unknown,
        }
    }

    /// What several things under different `cfg`s give, if they agree: functions that all look alike to a caller.
    fn agreed(&self, mut values: Vec<Ty>) -> Ty {
        let function = |ty: &Ty| match ty {
            Ty::FnDef(id, _) => Some(*id),
            _ => None,
        };
        match values.len() {
            0 => Ty::Unknown,
            1 => values.remove(0),
            _ => {
                let fns: Option<Vec<FnId>> = values.iter().map(function).collect();
                let one = fns.and_then(|fns| self.only(&fns));
                let same = |ty: &Ty| one.is_some() && function(ty) == one;
                match values.iter().position(same) {
                    Some(at) => values.swap_remove(at),
                    None if values[1..].iter().all(|other| *other == values[0]) => values.remove(0),
                    None => Ty::Unknown,
                }
            }
        }
    }

    /// `base::A::B` of types.
    fn type_through(&self, env: &Env<'s>, base: Ty, between: &[Segment]) -> Ty {
        if between.is_empty() {
            return base;
        }
        let names = between.iter().map(|segment| segment.name);
        self.normalize(&self.db.associated_path(env, base, names))
    }

    fn receiver_type(&self) -> Ty {
        match self.owner {
            crate::index::BodyOwner::Fn(id) => self.db.sig(id).receiver.clone().unwrap_or(Ty::Unknown),
            crate::index::BodyOwner::Const(_) => Ty::Unknown,
        }
    }

    fn defs_value(&self, expr: ExprId, defs: &[Def], segments: &[Segment]) -> Ty {
        let fns: Vec<FnId> =
            defs.iter().filter_map(|def| if let Def::Fn(id) = def { Some(*id) } else { None }).collect();
        let args = |back: usize| {
            let at = segments.len().checked_sub(1 + back)?;
            segments[at].args.as_deref()
        };
        if fns.len() == defs.len() {
            return match self.only(&fns) {
                Some(id) => Ty::FnDef(id, Arc::new(self.turbofish(expr, id, args(0), Subst::default()))),
                None => Ty::Unknown,
            };
        }
        let [def] = defs else { return Ty::Unknown };
        match *def {
            Def::Const(id) => self.const_type(id),
            Def::Adt(id) => self.constructor(&Ty::Adt(id, self.written_adt_args(expr, id, args(0)))),
            Def::Variant(id, at) => {
                let args = self.written_adt_args(expr, id, args(0).or_else(|| args(1)));
                self.variant_constructor(id, at, args)
            }
            _ => Ty::Unknown,
        }
    }

    fn written_adt_args(&self, expr: ExprId, id: AdtId, args: Option<&GenericArgs>) -> Args {
        let count = self.db.world.index.adt(id).generics().params.len();
        let mut known = args.map_or_else(Vec::new, |args| self.db.written_args(&self.env_at(expr), args));
        known.resize(count, Ty::Unknown);
        known.into()
    }

    /// A struct's name as a value: a unit struct, or a tuple struct's constructor.
    fn constructor(&self, ty: &Ty) -> Ty {
        let Ty::Adt(id, args) = ty else { return Ty::Unknown };
        match self.db.world.index.adt(*id).fields(None).map(|fields| fields.shape) {
            Some(FieldShape::Tuple) => Ty::Ctor(Def::Adt(*id), args.clone()),
            Some(_) => ty.clone(),
            None => Ty::Unknown,
        }
    }

    fn variant_constructor(&self, id: AdtId, at: u32, args: Args) -> Ty {
        match self.db.world.index.adt(id).fields(Some(at)).map(|fields| fields.shape) {
            Some(FieldShape::Tuple) => Ty::Ctor(Def::Variant(id, at), args),
            Some(_) => Ty::Adt(id, args),
            None => Ty::Unknown,
        }
    }

    /// `base::name` of a type: variant, inherent function or const, trait function.
    pub(super) fn associated_value(&self, expr: ExprId, base: &Ty, segment: &Segment) -> Ty {
        let name = segment.name;
        if let Ty::Adt(id, args) = base
            && let AdtShape::Enum(decl) = self.db.world.index.adt(*id).shape
            && let Some(at) = decl.variants.iter().position(|variant| variant.name == name)
        {
            return self.variant_constructor(*id, at as u32, args.clone());
        }
        let Some(head) = base.head() else { return self.bound_function(expr, base, segment) };
        let fns = self.fitting_inherent(base, head, name);
        if !fns.is_empty() {
            let id =
                self.only(&self.taking_given(expr, fns)).filter(|id| self.same_in_twins(base, name, *id));
            let Some(id) = id else { return Ty::Unknown };
            let subst = self.inherent_subst(id, base);
            return Ty::FnDef(id, Arc::new(self.turbofish(expr, id, segment.args.as_deref(), subst)));
        }
        if let Some(id) = self.db.world.impls.inherent_const(head, name) {
            return self.const_type(id);
        }
        self.bound_function(expr, base, segment)
    }

    /// A trait's const by `Type::NAME`, of a type that has the trait by its bounds or by an impl.
    fn bound_const(&self, base: &Ty, name: Name) -> Ty {
        let bounds = self.bounds_of(base);
        let known = self.db.world.impls.trait_consts(name).iter().find_map(|(trait_, id)| {
            let bound = bounds.iter().find(|bound| bound.trait_ == Some(*trait_));
            match bound {
                Some(bound) => Some((*id, self.db.trait_subst(bound, base))),
                None if self.implements(base, *trait_) == Known::Yes => {
                    Some((*id, self.impl_subst(*trait_, base)))
                }
                None => None,
            }
        });
        let Some((id, subst)) = known else { return Ty::Unknown };
        self.normalize(&self.const_type(id).subst(&subst))
    }

    /// The type of a const or static as declared.
    /// What a const, a static or the value of a `thread_local!` is declared as.
    pub(super) fn declared_const(&self, id: ConstId) -> Ty {
        let data = self.db.world.index.const_(id);
        self.db.written(&self.db.owner_env(data.owner, data.site.module), &data.decl.ty)
    }

    fn const_type(&self, id: ConstId) -> Ty {
        let data = self.db.world.index.const_(id);
        let ty = self.declared_const(id);
        match self.db.world.lang.local_key {
            Some(key) if data.is_thread_local => Ty::Adt(key, [ty].into()),
            _ => ty,
        }
    }

    /// A trait function by `Type::name`: from the bounds of the type, or from a trait in scope that it implements.
    fn bound_function(&self, expr: ExprId, base: &Ty, segment: &Segment) -> Ty {
        if base.is_unknown() {
            return Ty::Unknown;
        }
        if !self.db.world.impls.trait_consts(segment.name).is_empty() {
            return self.bound_const(base, segment.name);
        }
        let impls = &self.db.world.impls;
        let traits = impls.traits_with(segment.name);
        let bounds = self.bounds_of(base);
        if let Some(bound) = bounds.iter().find(|bound| bound.trait_.is_some_and(|id| traits.contains(&id)))
            && let Some(trait_) = bound.trait_
        {
            let subst = self.db.trait_subst(bound, base);
            return self.trait_function_with(trait_, segment.name, subst, expr, segment.args.as_deref());
        }
        let in_scope = self.db.world.traits_in_scope(self.module_at(expr));
        let is_inherent = |id| base.head().is_some_and(|head| impls.are_inherent(id, head));
        let mut found = traits.iter().filter(|id| in_scope.contains(id) || is_inherent(**id));
        let mut implemented = found.by_ref().filter(|id| self.provides(base, **id) == Known::Yes);
        match (implemented.next(), implemented.next()) {
            (Some(trait_), None) => self.trait_function(*trait_, segment, Some(base)),
            _ => Ty::Unknown,
        }
    }

    /// `Trait::name`, of `self_ty` if it is known.
    fn trait_function(&self, trait_: crate::index::TraitId, segment: &Segment, self_ty: Option<&Ty>) -> Ty {
        let mut subst = Subst::default();
        if let Some(self_ty) = self_ty {
            subst.bind(ParamId::self_of(trait_), self_ty.clone());
            if let [(id, impl_subst, _)] = &self.impls_for(self_ty, trait_)[..]
                && let Some(header) = &self.db.header(*id).trait_
            {
                for (at, arg) in header.args.iter().enumerate() {
                    let param = ParamId { owner: GenericOwner::Trait(trait_), index: at as u16 };
                    subst.bind(param, arg.subst(impl_subst));
                }
            }
        }
        match self.db.world.index.trait_(trait_).fns.get(&segment.name).and_then(|fns| self.only(fns)) {
            Some(id) => Ty::FnDef(id, Arc::new(subst)),
            None => Ty::Unknown,
        }
    }

    fn trait_function_with(
        &self,
        trait_: crate::index::TraitId,
        name: Name,
        subst: Subst,
        expr: ExprId,
        args: Option<&GenericArgs>,
    ) -> Ty {
        match self.db.world.index.trait_(trait_).fns.get(&name).and_then(|fns| self.only(fns)) {
            Some(id) => Ty::FnDef(id, Arc::new(self.turbofish(expr, id, args, subst))),
            None => Ty::Unknown,
        }
    }

    /// `<T>::name`, `<T as Trait>::name`.
    fn qualified_value(&self, expr: ExprId, path: &Path) -> Ty {
        let Some(qself) = path.qself.as_deref() else { return Ty::Unknown };
        let env = self.env_at(expr);
        let self_ty = self.normalize(&self.db.written(&env, &qself.ty));
        let (trait_path, after) =
            path.segments.split_at((qself.trait_segments as usize).min(path.segments.len()));
        let Some((last, between)) = after.split_last() else { return Ty::Unknown };
        if trait_path.is_empty() {
            return self.associated_value(expr, &self.type_through(&env, self_ty, between), last);
        }
        let trait_path = Path { qself: None, segments: trait_path.to_vec(), ..path.clone() };
        let bound = self.db.trait_ref_without_bindings(&env, &trait_path, &self_ty);
        let Some(trait_) = bound.trait_ else { return Ty::Unknown };
        if let [first, between @ ..] = between {
            let base = self.project(&self_ty, trait_, &bound.args, first.name);
            return self.associated_value(expr, &self.type_through(&env, base, between), last);
        }
        let subst = self.db.trait_subst(&bound, &self_ty);
        let mut consts = self.db.world.impls.trait_consts(last.name).iter();
        if let Some((_, id)) = consts.find(|(of, _)| *of == trait_) {
            return self.normalize(&self.const_type(*id).subst(&subst));
        }
        self.trait_function_with(trait_, last.name, subst, expr, last.args.as_deref())
    }

    /// Adds what `::<A, B>` says of a function's own type parameters.
    pub(super) fn turbofish(
        &self,
        expr: ExprId,
        id: FnId,
        args: Option<&GenericArgs>,
        mut subst: Subst,
    ) -> Subst {
        let Some(args) = args else { return subst };
        let params = self.db.world.index.func(id).sig.generics.params.len();
        let written = self.db.written_args(&self.env_at(expr), args);
        for (at, ty) in written.into_iter().enumerate().take(params) {
            subst.bind(ParamId { owner: GenericOwner::Fn(id), index: at as u16 }, ty);
        }
        subst
    }

    /// `Path { field: value }`.
    pub(super) fn struct_literal(
        &self,
        expr: ExprId,
        path: &Path,
        fields: &[(Name, ExprId)],
        base: Option<ExprId>,
    ) -> Ty {
        let ty = match self.struct_shape(expr, path) {
            Some((id, args, variant)) => self.fill_fields(id, &args, variant, fields),
            None => Ty::Unknown,
        };
        base.map_or(ty.clone(), |base| ty.join(self.type_of(base)))
    }

    /// The type that a struct literal's path names, its arguments as far as they are written, and the variant.
    pub(super) fn struct_shape(&self, expr: ExprId, path: &Path) -> Option<(AdtId, Args, Option<u32>)> {
        let names: Vec<Name> = path.segments.iter().map(|segment| segment.name).collect();
        let env = self.env_at(expr);
        let args = path.segments.last().and_then(|segment| segment.args.as_deref());
        let (ty, variant) = match &names[..] {
            [name] if name == "Self" => (self.db.self_ty(&env), None),
            [first, variant] if first == "Self" => (self.db.self_ty(&env), Some(*variant)),
            _ => match self.db.world.path(env.module, Ns::Types, Start::expr(path.global), &names) {
                Resolution::Found(defs) => match defs[..] {
                    [Def::Variant(id, at)] => {
                        return Some((id, self.written_adt_args(expr, id, None), Some(at)));
                    }
                    [Def::Adt(id)] => return Some((id, self.written_adt_args(expr, id, args), None)),
                    _ => (self.db.def_type(&env, &defs, args), None),
                },
                _ => return None,
            },
        };
        match ty {
            Ty::Adt(id, args) => Some((id, args, variant.and_then(|name| self.variant_at(id, name)))),
            _ => None,
        }
    }

    fn variant_at(&self, id: AdtId, name: Name) -> Option<u32> {
        let AdtShape::Enum(decl) = self.db.world.index.adt(id).shape else { return None };
        decl.variants.iter().position(|variant| variant.name == name).map(|at| at as u32)
    }

    /// The type with arguments read off the fields' values.
    fn fill_fields(&self, id: AdtId, args: &Args, variant: Option<u32>, fields: &[(Name, ExprId)]) -> Ty {
        if args.iter().all(|arg| !arg.is_unknown()) {
            return Ty::Adt(id, args.clone());
        }
        let mut subst = Subst::default();
        let declared = self.db.world.index.adt(id).fields(variant);
        let env = self.db.adt_env(id);
        for (name, value) in fields {
            let field = declared.and_then(|fields| fields.fields.iter().find(|field| field.name == *name));
            if let Some(field) = field {
                let _ = self.fit(&self.db.written(&env, &field.ty), &self.type_of(*value), &mut subst);
            }
        }
        self.close_adt(id, args, &subst)
    }

    /// A nominal type whose open arguments are taken from `subst`.
    pub(super) fn close_adt(&self, id: AdtId, args: &[Ty], subst: &Subst) -> Ty {
        let fill = |(at, arg): (usize, &Ty)| match arg {
            Ty::Unknown => subst
                .get(ParamId { owner: GenericOwner::Adt(id), index: at as u16 })
                .cloned()
                .unwrap_or(Ty::Unknown),
            known => known.clone(),
        };
        Ty::Adt(id, args.iter().enumerate().map(fill).collect())
    }
}
