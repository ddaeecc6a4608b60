//! Tasks that end with their handle: the handles themselves, and types that own one.

use rustc_hash::FxHashSet;

use super::ty::Ty;
use super::{Infer, Known, depth};
use crate::index::{AdtId, AdtShape, Index};
use crate::summary::ExprId;

/// Types that cancel their task when they are dropped, by crate and name, each as its documentation says.
const TASKS: [(&str, &str); 8] = [
    // "When dropped, the task gets canceled"; also smol's, async-executor's and async-global-executor's.
    ("async_task", "Task"),
    ("async_task", "FallibleTask"),
    // "If the handle is dropped, the remote future will be cancelled".
    ("futures_util", "RemoteHandle"),
    // "aborts the task on drop".
    ("tokio_util", "AbortOnDropHandle"),
    // "dropping a task cancels it".
    ("glommio", "Task"),
    ("bevy_tasks", "Task"),
    ("gpui", "Task"),
    // "dropping the handle cancels the task".
    ("compio_runtime", "JoinHandle"),
];

/// Std's types that own what they are given alone.
const OWNERS: [&str; 8] = ["Option", "Result", "Box", "Pin", "Vec", "VecDeque", "HashMap", "BTreeMap"];

impl Infer<'_, '_> {
    /// Whether dropping the value of `expr`, which was made just now, cancels a task.
    pub(super) fn cancels_now(&self, expr: ExprId) -> bool {
        self.may_cancel(&self.type_of(expr)) && (self.makes_task(expr) || !self.was_stored(expr, 32))
    }

    /// Whether dropping a value of that type may cancel a task.
    pub(super) fn may_cancel(&self, ty: &Ty) -> bool {
        !self.db.tasks().is_empty() && self.owns_task(ty, &mut Vec::new())
    }

    /// Whether the signature of what is called says so, and no value that lay somewhere is only handed back.
    fn makes_task(&self, expr: ExprId) -> bool {
        let Some(callee) = self.callee(expr) else { return false };
        let sig = self.db.sig(callee.id);
        match (&sig.receiver, &sig.ret) {
            (_, Ty::Adt(id, _)) if self.db.tasks().contains(id) => true,
            (Some(Ty::Ref(true, _)), _) => false,
            (_, ret) => self.owns_task(ret, &mut Vec::new()),
        }
    }

    /// Whether a value of that type is such a handle or owns one. One whose own `Drop` decides may let the task go.
    fn owns_task(&self, ty: &Ty, seen: &mut Vec<AdtId>) -> bool {
        let Some(_guard) = depth::enter() else { return false };
        match ty {
            Ty::Tuple(parts) => parts.iter().any(|part| self.owns_task(part, seen)),
            Ty::Array(inner) => self.owns_task(inner, seen),
            Ty::Adt(id, _) if self.db.tasks().contains(id) => true,
            Ty::Adt(id, args) => {
                let data = self.db.world.index.adt(*id);
                if self.db.world.is_std(data.site.module) {
                    OWNERS.contains(&data.name().as_str()) && args.iter().any(|arg| self.owns_task(arg, seen))
                } else {
                    self.holds_task(*id, ty, args, seen)
                }
            }
            _ => false,
        }
    }

    fn holds_task(&self, id: AdtId, ty: &Ty, args: &[Ty], seen: &mut Vec<AdtId>) -> bool {
        let data = self.db.world.index.adt(id);
        let AdtShape::Struct(_) = data.shape else { return false };
        let fields = data.fields(None).map_or(&[][..], |fields| &fields.fields);
        if seen.contains(&id) || fields.is_empty() || !self.spend(1) {
            return false;
        }
        seen.push(id);
        let of_field = |infer: &Self, name| infer.declared_field(id, args, None, name);
        let holds =
            fields.iter().any(|field| of_field(self, field.name).is_some_and(|ty| self.owns_task(&ty, seen)));
        holds && self.has_drop(ty) == Known::No
    }
}

/// The types of [`TASKS`] that a run has to do with: mostly none.
pub(super) fn tasks(index: &Index) -> FxHashSet<AdtId> {
    let of_crate = |id: AdtId| index.krate(index.module(index.adt(id).site.module).krate).name;
    let all = (0..index.adts.len() as u32).map(AdtId);
    let named = all.filter(|id| TASKS.iter().any(|(_, task)| index.adt(*id).name() == *task));
    named.filter(|id| TASKS.contains(&(of_crate(*id).as_str(), index.adt(*id).name().as_str()))).collect()
}
