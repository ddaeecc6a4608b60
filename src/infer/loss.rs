//! What is lost with a value that is thrown away: a future, or something that holds, makes or stands for one.

use super::future::{Futureness, Origin, Reason};
use super::ty::{GenericOwner, TraitRef, Ty};
use super::{Infer, Known, depth};
use crate::index::{AdtId, FnId, TraitId};
use crate::summary::{ExprId, ExprKind, Name, PatId};

/// What is lost with a value.
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    /// A future that has not run.
    Future(Origin),
    /// A future that another future gave when it was awaited.
    Output(Origin),
    /// What holds a future that has not run: an `Option`, a `Vec`, a tuple …
    Held(Origin),
    /// What a thread gave or will give back: a future that the thread did not run. With the call that starts it.
    Thread(Origin, ExprId),
    /// What becomes a future only when it is awaited.
    Builder,
    /// The same, given by a future when that was awaited.
    OutputBuilder,
    /// What only describes work, which this method of its own begins.
    Unstarted(FnId),
    /// A stream that was never polled.
    Stream,
    /// What the callback that is given here returns: the callee throws it away.
    Callback(ExprId, FnId),
    /// A task that is cancelled with its handle.
    Task,
    /// Nothing: it is borrowed, was stored before, or is a handle on work that is under way.
    Kept,
    /// It has nothing to do with a future.
    No,
    /// Not known.
    Unknown(Reason),
}

/// Std's types that own what they are given, and the position of the argument that is owned.
const HOLDERS: [(&str, usize); 14] = [
    ("Option", 0),
    // What an `Err` holds is mostly what a channel hands back.
    ("Result", 0),
    ("Vec", 0),
    ("VecDeque", 0),
    ("LinkedList", 0),
    ("Box", 0),
    ("Pin", 0),
    ("Rc", 0),
    ("Arc", 0),
    ("Mutex", 0),
    ("RwLock", 0),
    ("RefCell", 0),
    ("HashMap", 1),
    ("BTreeMap", 1),
];

/// Crates whose streams are adaptors: they do nothing but pass on what they take from another stream.
const ADAPTORS: [&str; 4] = ["futures_util", "futures_lite", "tokio_stream", "async_std"];

impl Infer<'_, '_> {
    /// What is lost when the value of `expr` is thrown away right after it was made. `bound`: the pattern of the `let`
    /// that it is the value of, which may say its type.
    pub fn loss(&self, expr: ExprId, bound: Option<PatId>) -> Loss {
        match self.loss_for_now(expr, bound) {
            Loss::Unknown(_) if self.start_over() => self.loss_for_now(expr, bound),
            loss => loss,
        }
    }

    fn loss_for_now(&self, expr: ExprId, bound: Option<PatId>) -> Loss {
        if let Some((origin, start)) = self.of_thread(expr, 16) {
            return Loss::Thread(origin, start);
        }
        match self.futureness(expr) {
            Futureness::Lost(_) if self.is_said_of_task(expr) => Loss::Kept,
            Futureness::Lost(origin) if self.is_awaited(expr) => {
                // A confirmation that does something when it is dropped is of work that is under way.
                if self.was_stored(expr, 32) || self.acts_when_dropped(expr) {
                    Loss::Kept
                } else {
                    Loss::Output(origin)
                }
            }
            Futureness::Lost(origin) => Loss::Future(origin),
            Futureness::Kept if self.cancels_now(expr) => Loss::Task,
            Futureness::Kept => Loss::Kept,
            Futureness::No => self.other_loss(expr, &self.type_of(expr)),
            Futureness::Unknown(reason) => match bound.and_then(|pat| self.annotated(expr, pat)) {
                Some(ty) => self.loss_as(expr, &ty, reason),
                None => self.of_callback(expr, 16).unwrap_or(Loss::Unknown(reason)),
            },
        }
    }

    /// What is lost with a value of which only the `let` says the type. Whether what waits to be awaited or polled was
    /// stored before cannot be told.
    fn loss_as(&self, expr: ExprId, ty: &Ty, reason: Reason) -> Loss {
        let is_all = !ty.any(&Ty::is_unknown) && !self.may_cancel(ty);
        match (self.type_futureness(ty), self.held(ty)) {
            (Futureness::No, Some(_)) => self.other_loss(expr, ty),
            (Futureness::No, None) if is_all => match self.other_loss(expr, ty) {
                said @ (Loss::Callback(..) | Loss::No) => said,
                _ => Loss::Unknown(reason),
            },
            (Futureness::Kept, _) if is_all => Loss::Kept,
            _ => self.of_callback(expr, 16).unwrap_or(Loss::Unknown(reason)),
        }
    }

    /// The type of a `let`'s value, as its annotation says and the value completes it: `let _: Vec<_> = it.collect();`
    fn annotated(&self, expr: ExprId, pat: PatId) -> Option<Ty> {
        let written = self.annotation(pat)?;
        let declared = self.db.written(&self.env_at(expr), written);
        Some(declared.clone().join(self.type_as(expr, &declared)))
    }

    /// What is lost with a collection that a binding holds at its end.
    pub fn loss_of_collection(&self, pat: PatId) -> Loss {
        match self.held(&self.binding_type(pat)) {
            Some(origin) => Loss::Held(origin),
            None => Loss::No,
        }
    }

    fn other_loss(&self, expr: ExprId, ty: &Ty) -> Loss {
        if let Some(origin) = self.held(ty).or_else(|| self.constructed(expr)) {
            let before = self.held_before(expr) || self.may_hand_out(expr) || self.came_back(expr);
            return if before { Loss::Kept } else { Loss::Held(origin) };
        }
        if self.is_stream(ty) && (self.is_built(expr) || !self.was_stored(expr, 32)) {
            return Loss::Stream;
        }
        let is_fresh = || self.is_built(expr) || !self.was_stored(expr, 32);
        if self.is_builder(ty) && is_fresh() {
            return if self.is_awaited(expr) { Loss::OutputBuilder } else { Loss::Builder };
        }
        if let Some(start) = self.starts_with(ty)
            && !self.is_awaited(expr)
            && !self.is_run(expr)
            && !self.may_hand_out(expr)
            && is_fresh()
        {
            return Loss::Unstarted(start);
        }
        if self.cancels_now(expr) {
            return Loss::Task;
        }
        self.of_callback(expr, 16).unwrap_or(Loss::No)
    }

    /// Whether what a value holds came out of a future that was made of it, polled in part: `select_all(all).await`
    /// gives back those that are not done.
    fn came_back(&self, expr: ExprId) -> bool {
        match self.kind(expr) {
            ExprKind::Await(inner) => matches!(self.type_of(*inner), Ty::Adt(..)),
            ExprKind::Try(inner) => self.came_back(*inner),
            ExprKind::MethodCall(call) => self.came_back(call.receiver),
            _ => false,
        }
    }

    /// Whether a call may give out what its receiver kept so far: `fn remove(&mut self, id: Id) -> Option<BoxFuture>`.
    /// Of std's the signatures say more.
    fn may_hand_out(&self, expr: ExprId) -> bool {
        let ExprKind::MethodCall(call) = self.kind(expr) else { return false };
        let Some(callee) = self.callee(expr) else { return false };
        let of_std = || self.db.world.is_std(self.db.world.index.func(callee.id).site.module);
        match &self.db.sig(callee.id).receiver {
            Some(Ty::Ref(true, _)) => !of_std(),
            // `queue.remove(id).unwrap()`
            Some(Ty::Adt(..)) => self.may_hand_out(call.receiver),
            _ => false,
        }
    }

    /// Whether a call makes a new value of its type, and hands no old one back.
    pub(super) fn is_built(&self, expr: ExprId) -> bool {
        self.callee(expr).is_some_and(|callee| matches!(self.db.sig(callee.id).ret, Ty::Adt(..)))
    }

    /// The future that a value of this type owns, within containers.
    fn held(&self, ty: &Ty) -> Option<Origin> {
        let _guard = depth::enter()?;
        let within = |inner: &Ty| match self.type_futureness(inner) {
            Futureness::Lost(origin) => Some(origin),
            Futureness::No => self.held(inner),
            Futureness::Kept | Futureness::Unknown(_) => None,
        };
        match ty {
            Ty::Tuple(parts) => parts.iter().find_map(within),
            Ty::Array(inner) => within(inner),
            Ty::Adt(id, args) => within(args.get(self.holds_at(*id)?)?),
            _ => None,
        }
    }

    /// Which argument of a container's type it owns.
    fn holds_at(&self, id: AdtId) -> Option<usize> {
        let name = self.db.world.index.adt(id).name();
        match self.crate_of(id) {
            krate if krate == "futures_util" => name.starts_with("Futures").then_some(0),
            _ if self.db.world.is_std(self.db.world.index.adt(id).site.module) => {
                HOLDERS.iter().find(|(holder, _)| *holder == name.as_str()).map(|(_, at)| *at)
            }
            _ => None,
        }
    }

    pub(super) fn crate_of(&self, id: AdtId) -> Name {
        let index = &self.db.world.index;
        index.krate(index.module(index.adt(id).site.module).krate).name
    }

    /// The future that a constructor is given here: `Wrap(f())`, `Job { work: f() }`.
    fn constructed(&self, expr: ExprId) -> Option<Origin> {
        let fresh = |arg: ExprId| match self.kind(arg) {
            ExprKind::Call { .. } | ExprKind::MethodCall(_) | ExprKind::Async { .. } => {
                match self.futureness(arg) {
                    Futureness::Lost(origin) => Some(origin),
                    _ => None,
                }
            }
            _ => None,
        };
        match self.kind(expr) {
            ExprKind::Call { callee, args } if matches!(self.type_of(*callee), Ty::Ctor(..)) => {
                args.iter().copied().find_map(fresh)
            }
            ExprKind::Struct { fields, .. } => fields.iter().find_map(|(_, value)| fresh(*value)),
            _ => None,
        }
    }

    /// Whether it is a stream that nothing else feeds: an adaptor, or one that is known by its trait only.
    fn is_stream(&self, ty: &Ty) -> bool {
        let is_adaptor = match ty {
            Ty::Adt(id, args) => {
                let adaptor = ADAPTORS.contains(&self.crate_of(*id).as_str());
                adaptor && !args.is_empty() && !self.is_handle(*id)
            }
            Ty::Opaque(_) => true,
            _ => false,
        };
        is_adaptor && self.stream_traits().any(|stream| self.implements(ty, stream) == Known::Yes)
    }

    pub(super) fn stream_traits(&self) -> impl Iterator<Item = TraitId> {
        let world = self.db.world;
        let traits = world.impls.traits_with(Name::from("poll_next")).iter().copied();
        traits.filter(|id| world.index.trait_(*id).decl.name == "Stream")
    }

    /// Whether the value comes out of an `.await`: `e.await`, `e.await?`, `e.await.unwrap()`.
    fn is_awaited(&self, expr: ExprId) -> bool {
        match self.kind(expr) {
            ExprKind::Await(_) => true,
            ExprKind::Try(inner) => self.is_awaited(*inner),
            ExprKind::MethodCall(call) => self.is_awaited(call.receiver) && self.takes_out(expr),
            _ => false,
        }
    }

    /// Whether the value is what a future gave that a call ran to its end: `runtime.block_on(e)`, also behind an `unwrap`.
    fn is_run(&self, expr: ExprId) -> bool {
        match self.kind(expr) {
            ExprKind::Try(inner) => return self.is_run(*inner),
            ExprKind::MethodCall(call) if self.takes_out(expr) && self.is_run(call.receiver) => return true,
            _ => {}
        }
        let Some(callee) = self.callee(expr) else { return false };
        let ret = &self.db.sig(callee.id).ret;
        let is_future = |id: TraitId| Some(id) == self.db.world.lang.future;
        let gives = |bound: &TraitRef| {
            bound.trait_.is_some_and(is_future) && bound.binding("Output".into()) == Some(ret)
        };
        match ret {
            Ty::Assoc(assoc) => is_future(assoc.trait_),
            Ty::Param(_) => {
                let sig = self.db.sig(callee.id);
                let required = self.db.predicates(GenericOwner::Fn(callee.id));
                required.iter().any(|(_, bound)| gives(bound))
                    || sig.params.iter().any(|param| matches!(param, Ty::Opaque(of) if of.iter().any(gives)))
            }
            _ => false,
        }
    }

    /// Whether a call gives back what its receiver holds, as `unwrap` does.
    fn takes_out(&self, expr: ExprId) -> bool {
        let Some(callee) = self.callee(expr) else { return false };
        matches!(self.db.sig(callee.id).ret, Ty::Param(_))
            && !self.db.world.index.func(callee.id).sig.is_async
    }

    /// Whether a call gives back what its `async` block gives: that is said of the block.
    fn is_said_of_task(&self, expr: ExprId) -> bool {
        let args = match self.kind(expr) {
            ExprKind::Call { args, .. } => args,
            ExprKind::MethodCall(call) => &call.args,
            _ => return false,
        };
        let ty = self.type_of(expr);
        args.iter()
            .any(|arg| matches!(self.kind(*arg), ExprKind::Async { .. }) && self.async_output(*arg) == ty)
    }

    /// The future that a thread gives back where the value of `expr` comes from: the handle itself, or what joining
    /// or awaiting it gave. `left` bounds the depth.
    fn of_thread(&self, expr: ExprId, left: u32) -> Option<(Origin, ExprId)> {
        let left = left.checked_sub(1)?;
        let started = || self.thread_handle(expr).map(|origin| (origin, expr));
        match self.kind(expr) {
            ExprKind::Await(inner) | ExprKind::Try(inner) => self.of_thread(*inner, left),
            ExprKind::MethodCall(call) => started().or_else(|| self.of_thread(call.receiver, left)),
            ExprKind::Call { .. } | ExprKind::Path(_) => started(),
            _ => None,
        }
    }

    /// The future in what a thread's handle stands for.
    fn thread_handle(&self, expr: ExprId) -> Option<Origin> {
        if !self.may_start_thread(expr) {
            return None;
        }
        let Ty::Adt(mut id, mut args) = self.type_of(expr) else { return None };
        let index = &self.db.world.index;
        // `Builder::spawn` gives an `io::Result`.
        if index.adt(id).name() == "Result"
            && let Some(Ty::Adt(inner, inner_args)) = args.first().cloned()
        {
            (id, args) = (inner, inner_args);
        }
        let is_handle = index.adt(id).name().ends_with("JoinHandle");
        let of_std = self.db.world.is_std(index.adt(id).site.module);
        if !is_handle || !(of_std || self.is_blocking(expr)) {
            return None;
        }
        match self.type_futureness(args.last()?) {
            Futureness::Lost(origin) => Some(origin),
            _ => None,
        }
    }

    /// A cheap look before anything is inferred: only a call of that name, or a name, can be a thread's handle.
    fn may_start_thread(&self, expr: ExprId) -> bool {
        match self.kind(expr) {
            ExprKind::MethodCall(call) => call.method.starts_with("spawn"),
            ExprKind::Call { callee, .. } => match self.kind(*callee) {
                ExprKind::Path(path) => {
                    path.segments.last().is_some_and(|last| last.name.starts_with("spawn"))
                }
                _ => false,
            },
            ExprKind::Path(_) => true,
            _ => false,
        }
    }

    /// Whether a call hands a closure to a pool of threads.
    fn is_blocking(&self, expr: ExprId) -> bool {
        let Some(callee) = self.callee(expr) else { return false };
        self.db.world.index.func(callee.id).sig.name.starts_with("spawn_blocking")
    }
}
