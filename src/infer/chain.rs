//! Why a value is believed to be a future: where the receiver's type came from, where the callee is declared.

use super::future::Origin;
use super::{Infer, Ty};
use crate::finding::FileId;
use crate::index::{CrateId, FnId};
use crate::source::Span;
use crate::summary::{ExprId, ExprKind, MethodCall, Name};

/// A place in some file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// Where in it.
    pub span: Span,
}

/// Why a value is a future.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What is called, e.g. `send`; `None` for an `async` block and the like.
    pub callee: Option<Name>,
    /// Stands at the value itself.
    pub because: Because,
    /// Stand elsewhere, in the order of reasoning.
    pub links: Vec<(Place, Link)>,
}

/// What a value is, and what makes it so. Types are shown as the crate sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// It has this type.
    Type(String),
    /// It is an `async` block.
    AsyncBlock,
    /// The call gives an `async` block.
    GivesAsyncBlock,
    /// The callee is an `async fn`, of this crate where it is not the caller's.
    AsyncFn(Option<Name>),
    /// The callee hands on the future of this `async fn`.
    GivesAsyncFn(Name),
    /// The callee is an async closure.
    AsyncClosure,
    /// The call returns this type, a future.
    Returns(String),
    /// It is a callback that makes a future, given to this function, which drops it.
    Callback(Name),
}

/// What is said of another place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// What has this name has this type.
    Typed(Name, String),
    /// The function of this name is declared here, as an `async fn`.
    DeclaredAsync(Name),
    /// The function of this name is declared here.
    Declared(Name),
}

impl Infer<'_, '_> {
    /// Why the value of `expr` is what it is said to be. `origin`: what makes it, or what it holds, a future.
    pub fn evidence(&self, expr: ExprId, origin: Option<&Origin>) -> Evidence {
        let callee = self.callee(expr).map(|callee| callee.id);
        let name = self.called_name(expr);
        let mut links = Vec::new();
        if let ExprKind::MethodCall(call) = self.kind(expr) {
            links.extend(self.receiver_link(call));
        }
        // The function whose future a value holds is further inside.
        let within = match origin {
            Some(Origin::AsyncFn(id)) if callee != Some(*id) => Some(*id),
            _ => None,
        };
        for id in [callee, within].into_iter().flatten() {
            links.extend(self.declaration_link(id));
        }
        Evidence { callee: name, because: self.because(expr, name, origin), links }
    }

    pub(super) fn krate(&self) -> CrateId {
        self.db.world.index.module(self.site.module).krate
    }

    /// What a call calls, by name.
    pub fn called_name(&self, expr: ExprId) -> Option<Name> {
        match self.kind(expr) {
            ExprKind::MethodCall(call) => Some(call.method),
            ExprKind::Call { callee, .. } => match self.kind(*callee) {
                ExprKind::Path(path) => path.segments.last().map(|segment| segment.name),
                ExprKind::Field { name, .. } => Some(*name),
                _ => None,
            },
            _ => None,
        }
    }

    /// The crate of a function, if it is not the one at hand.
    fn other_crate(&self, id: FnId) -> Option<Name> {
        let index = &self.db.world.index;
        let krate = index.module(index.func(id).site.module).krate;
        (krate != self.krate()).then(|| index.krate(krate).name)
    }

    fn because(&self, expr: ExprId, name: Option<Name>, origin: Option<&Origin>) -> Because {
        let ty = self.type_of(expr);
        let (Some(origin), true) = (origin, self.is_future(&ty)) else {
            return Because::Type(self.db.show(&ty, self.krate()));
        };
        match origin {
            Origin::AsyncBlock if name.is_none() => Because::AsyncBlock,
            Origin::AsyncBlock => Because::GivesAsyncBlock,
            Origin::AsyncFn(id) if self.callee(expr).is_some_and(|callee| callee.id == *id) => {
                Because::AsyncFn(self.other_crate(*id))
            }
            Origin::AsyncFn(id) => Because::GivesAsyncFn(self.db.world.index.func(*id).sig.name),
            Origin::AsyncClosure => Because::AsyncClosure,
            Origin::Bounded | Origin::Dyn | Origin::Named(_) => {
                Because::Returns(self.db.show(&ty, self.krate()))
            }
        }
    }

    /// What the receiver is and where that is said: at its binding, or at the field that it is.
    fn receiver_link(&self, call: &MethodCall) -> Option<(Place, Link)> {
        let ty = self.type_of(call.receiver);
        if ty.is_unknown() {
            return None;
        }
        let shown = self.db.show(&ty, self.krate());
        match self.kind(call.receiver) {
            ExprKind::Path(path) => {
                let binding = self.locals.binding(call.receiver)?;
                let name = path.segments.last()?.name;
                let place = Place { file: self.site.file, span: self.body.pat(binding).span };
                Some((place, Link::Typed(name, shown)))
            }
            ExprKind::Field { base, name } => {
                let place = self.field_place(*base, *name)?;
                Some((place, Link::Typed(*name, shown)))
            }
            _ => None,
        }
    }

    fn field_place(&self, base: ExprId, name: Name) -> Option<Place> {
        let index = &self.db.world.index;
        self.autoderef(&self.type_of(base)).iter().find_map(|step| {
            let Ty::Adt(id, _) = step else { return None };
            let data = index.adt(*id);
            let field = data.fields(None)?.fields.iter().find(|field| field.name == name)?;
            Some(Place { file: data.site.file, span: field.span })
        })
    }

    /// Where the callee is declared, if that is code of this run that can be shown.
    pub(super) fn declaration_link(&self, id: FnId) -> Option<(Place, Link)> {
        let data = self.db.world.index.func(id);
        let name = data.sig.name;
        let link = if data.sig.is_async { Link::DeclaredAsync(name) } else { Link::Declared(name) };
        Some((Place { file: data.site.file, span: data.site.item.name_span }, link))
    }
}
