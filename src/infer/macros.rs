//! What well-known expression macros give.

use std::sync::Arc;

use super::{Infer, Ty};
use crate::index::Prim;
use crate::summary::{ExprId, MacroCall};

/// Macros of std that never return.
const DIVERGING: [&str; 4] = ["panic", "unreachable", "todo", "unimplemented"];
/// Macros of std and of logging crates that give `()`.
const UNIT: [&str; 18] = [
    "println",
    "print",
    "eprintln",
    "eprint",
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "trace",
    "debug",
    "info",
    "warn",
    "error",
    "log",
    "event",
    "compile_error",
];

impl Infer<'_, '_> {
    /// The type of a macro call in expression position.
    pub(super) fn macro_type(&self, call: &MacroCall, args: Option<&[ExprId]>) -> Ty {
        let Some(name) = call.path.segments.last().map(|segment| segment.name) else { return Ty::Unknown };
        let lang = &self.db.world.lang;
        match name.as_str() {
            "vec" => {
                let item = args.map_or(Ty::Unknown, |args| self.joined(args));
                lang.vec.map_or(Ty::Unknown, |id| Ty::Adt(id, Arc::new([item])))
            }
            "format" => lang.string.map_or(Ty::Unknown, |id| Ty::Adt(id, Arc::new([]))),
            "format_args" => lang.arguments.map_or(Ty::Unknown, |id| Ty::Adt(id, Arc::new([]))),
            "matches" | "cfg" => Ty::Prim(Prim::Bool),
            "concat" | "stringify" | "include_str" | "file" | "module_path" | "env" => {
                Ty::Prim(Prim::Str).shared()
            }
            "line" | "column" => Ty::Prim(Prim::U32),
            "dbg" => args.and_then(|args| args.first()).map_or(Ty::Unknown, |arg| self.type_of(*arg)),
            name if DIVERGING.contains(&name) => Ty::Never,
            name if UNIT.contains(&name) => Ty::unit(),
            _ => Ty::Unknown,
        }
    }
}
