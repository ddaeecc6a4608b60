//! What is said of a type where a body stands: bounds, and the supertraits that they bring.

use std::sync::Arc;

use super::Infer;
use super::ty::{GenericOwner, TraitRef, Ty};

impl Infer<'_, '_> {
    /// What is required where the body stands: `subject: bound`.
    fn predicates(&self) -> &[(Ty, TraitRef)] {
        if let Some(known) = self.predicates.get() {
            return known;
        }
        let is_projection = |ty: &Ty| ty.any(&|inner| matches!(inner, Ty::Assoc(_)));
        if self.resolving.get() || !self.required.iter().any(|(subject, _)| is_projection(subject)) {
            return &self.required;
        }
        // Resolving a subject asks for bounds itself: for those as written.
        self.resolving.set(true);
        let mut all = self.required.clone();
        for (subject, bound) in self.required.iter().filter(|(subject, _)| is_projection(subject)) {
            let resolved = self.normalize(subject);
            if resolved != *subject && !resolved.is_unknown() {
                all.push((resolved, bound.clone()));
            }
        }
        self.resolving.set(false);
        self.predicates.get_or_init(|| all)
    }

    /// All bounds that hold for a parameter, an opaque or a trait object, supertraits included.
    pub(super) fn bounds_of(&self, ty: &Ty) -> Vec<TraitRef> {
        let mut bounds: Vec<TraitRef> = match ty {
            Ty::Opaque(bounds) | Ty::Dyn(bounds) => bounds.to_vec(),
            Ty::Assoc(assoc) => {
                let self_subst =
                    TraitRef { trait_: Some(assoc.trait_), args: assoc.args.clone(), bindings: Arc::new([]) };
                let subst = self.db.trait_subst(&self_subst, &assoc.self_ty);
                let declared = self.db.assoc_bounds(assoc);
                declared.iter().map(|bound| bound.map(&mut |ty| ty.subst(&subst))).collect()
            }
            Ty::Param(param) if param.is_self() => match param.owner {
                GenericOwner::Trait(id) => vec![self.db.own_trait_ref(id)],
                _ => Vec::new(),
            },
            _ => Vec::new(),
        };
        if !ty.is_unknown() {
            let required = self.predicates().iter().filter(|(subject, _)| subject == ty);
            bounds.extend(required.map(|(_, bound)| bound.clone()));
        }
        self.add_supertraits(ty, &mut bounds);
        bounds
    }

    pub(super) fn add_supertraits(&self, ty: &Ty, bounds: &mut Vec<TraitRef>) {
        const MAX_BOUNDS: usize = 64;
        let mut at = 0;
        while at < bounds.len() && bounds.len() < MAX_BOUNDS && self.spend(1) {
            let bound = bounds[at].clone();
            at += 1;
            let Some(trait_) = bound.trait_ else { continue };
            let subst = self.db.trait_subst(&bound, ty);
            for parent in self.db.supertraits(trait_) {
                // What the bound says of a supertrait's type (`Sub<Item = X>`) holds there too.
                let mut parent = parent.map(&mut |ty| ty.subst(&subst));
                let of_types = parent.bindings.iter().map(|(_, ty)| ty);
                parent.args.iter().chain(of_types).for_each(|ty| _ = self.spend_on(ty));
                if let Some(id) = parent.trait_ {
                    let inherited = bound.bindings.iter().filter(|(name, _)| {
                        self.db.declares_type(id, *name) && parent.binding(*name).is_none()
                    });
                    parent.bindings = parent.bindings.iter().chain(inherited).cloned().collect();
                }
                if !bounds.iter().any(|known| known.trait_ == parent.trait_ && known.args == parent.args) {
                    bounds.push(parent);
                }
            }
        }
    }
}
