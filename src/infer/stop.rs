//! Where a path that leads nowhere stops: for those who judge the linter.

use super::{Infer, Ty};
use crate::index::Def;
use crate::resolve::{Blind, Ns, Resolution, Start};
use crate::summary::{ExprId, ExprKind, Name, Path};

/// How far a path leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The last thing that it leads to, as printed.
    pub at: String,
    /// The names behind that.
    pub left: String,
    /// What hides the rest.
    pub blind: Blind,
}

impl Infer<'_, '_> {
    /// Where the path `expr` stops.
    pub fn stop(&self, expr: ExprId) -> Stop {
        let module = self.module_at(expr);
        let nowhere = format!("nothing in {}", self.db.world.index.module_path(module));
        let ExprKind::Path(path) = self.kind(expr) else {
            return Stop { at: nowhere, left: String::new(), blind: Blind::Nothing };
        };
        let names: Vec<Name> = path.segments.iter().map(|segment| segment.name).collect();
        let text = |names: &[Name]| names.iter().map(|name| name.as_str()).collect::<Vec<_>>().join("::");
        if let Some((base, from)) = self.base(expr, path) {
            let krate = self.db.world.index.module(self.site.module).krate;
            let at = format!("`{}`", self.db.show(&base, krate));
            let blind = match base {
                Ty::Adt(id, _) => self.db.world.blind_in(Def::Adt(id)),
                _ => Blind::Nothing,
            };
            return Stop { at, left: text(&names[from..]), blind };
        }
        let blind = self.db.world.blind(module, path.global, &names);
        for at in (1..=names.len()).rev() {
            let ns = if at == names.len() { Ns::Values } else { Ns::Types };
            let found = self.db.world.path(module, ns, Start::expr(path.global), &names[..at]);
            let Resolution::Found(defs) = found else { continue };
            let shown: Vec<String> = defs.iter().map(|def| self.db.world.print_def(*def)).collect();
            return Stop { at: shown.join(" | "), left: text(&names[at..]), blind };
        }
        Stop { at: nowhere, left: text(&names), blind }
    }

    /// The type that a path begins with, where it is no item's (`<T>::…`, `Self::…`, `T::…`), and how many names that
    /// takes.
    fn base(&self, expr: ExprId, path: &Path) -> Option<(Ty, usize)> {
        let env = self.env_at(expr);
        if let Some(qself) = path.qself.as_deref() {
            return Some((self.db.written(&env, &qself.ty), 0));
        }
        let first = path.segments.first().filter(|_| !path.global)?.name;
        match env.param(first) {
            Some(param) => Some((Ty::Param(param), 1)),
            None if first == "Self" => Some((self.db.self_ty(&env), 1)),
            None => None,
        }
    }
}
