//! What well-known expression macros give.

use std::sync::Arc;

use super::{Infer, Ty};
use crate::index::{Def, Prim};
use crate::resolve::{Ns, Resolution, Start};
use crate::summary::{ExprId, MacroCall, Name, diverges, gives_unit};

impl Infer<'_, '_> {
    /// The type of a macro call in expression position.
    pub(super) fn macro_type(&self, expr: ExprId, call: &MacroCall, args: Option<&[ExprId]>) -> Ty {
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
            "join" => args.map_or(Ty::Unknown, |args| self.outputs(args)),
            "try_join" => args.map_or(Ty::Unknown, |args| self.tried_outputs(args)),
            "ready" => match args.and_then(|args| args.first()).map(|arg| self.type_of(*arg)) {
                Some(Ty::Adt(id, of)) if Some(id) == lang.poll => of.first().cloned().unwrap_or(Ty::Unknown),
                _ => Ty::Unknown,
            },
            "pin" => match (lang.pin, args) {
                (Some(id), Some([arg])) => {
                    let pinned = Ty::Ref(true, Arc::new(self.type_of(*arg)));
                    Ty::Adt(id, Arc::new([pinned]))
                }
                _ => Ty::Unknown,
            },
            "write" | "writeln" => match args {
                Some([target, ..]) => self.write_result(expr, *target),
                _ => Ty::Unknown,
            },
            "expand_query" | "migrate" => self.of_sqlx(expr, call),
            "span" | "trace_span" | "debug_span" | "info_span" | "warn_span" | "error_span" => {
                self.beside(expr, call, "tracing", "Span")
            }
            "json" => self.beside(expr, call, "serde_json", "Value"),
            name if diverges(name) => Ty::Never,
            name if gives_unit(name) => Ty::unit(),
            _ => Ty::Unknown,
        }
    }

    /// What sqlx's macros call in the end: `query!` and its kin make a `Query` (or a `Map` of one, which has the same
    /// methods for all that it can do), `migrate!` a `Migrator`. Source: the crate `sqlx-macros-core`, 0.6 to 0.9.
    fn of_sqlx(&self, expr: ExprId, call: &MacroCall) -> Ty {
        let names: Vec<Name> = call.path.segments.iter().map(|segment| segment.name).collect();
        let [root, within, called] = names[..] else { return Ty::Unknown };
        let path = match called.as_str() {
            _ if within != "sqlx_macros" => return Ty::Unknown,
            "migrate" => [root, Name::from("migrate"), Name::from("Migrator")],
            _ => [root, Name::from("query"), Name::from("Query")],
        };
        self.type_at(expr, &path, call.path.global)
    }

    /// The type of a name that stands beside a macro of the crate `krate`: where the call has no path, the macro was
    /// imported from there.
    fn beside(&self, expr: ExprId, call: &MacroCall, krate: &str, name: &str) -> Ty {
        let mut path: Vec<Name> = call.path.segments.iter().map(|segment| segment.name).collect();
        path.pop();
        let is_alone = path.is_empty();
        if is_alone {
            path.push(Name::from(krate));
        }
        path.push(Name::from(name));
        self.type_at(expr, &path, call.path.global || is_alone)
    }

    /// The type at a path; what its parameters stand for is not known.
    fn type_at(&self, expr: ExprId, path: &[Name], global: bool) -> Ty {
        match self.db.world.path(self.module_at(expr), Ns::Types, Start::expr(global), path) {
            Resolution::Found(defs) => match defs[..] {
                [Def::Adt(id)] => {
                    let params = &self.db.world.index.adt(id).generics().params;
                    Ty::Adt(id, params.iter().map(|_| Ty::Unknown).collect())
                }
                _ => Ty::Unknown,
            },
            _ => Ty::Unknown,
        }
    }

    /// What `write!` gives: it calls the method of that name that its target has.
    fn write_result(&self, expr: ExprId, target: ExprId) -> Ty {
        let callee = self.method(expr, &self.type_of(target), Name::from("write_fmt"));
        callee.map_or(Ty::Unknown, |(id, subst)| self.returned(id, &subst))
    }

    /// What `join!` gives: the outputs of its futures.
    fn outputs(&self, futures: &[ExprId]) -> Ty {
        Ty::Tuple(futures.iter().map(|future| self.awaited_type(*future)).collect())
    }

    /// What `try_join!` gives: what is in the outputs' `Ok`s, or the first error.
    fn tried_outputs(&self, futures: &[ExprId]) -> Ty {
        let Some(result) = self.db.world.lang.result else { return Ty::Unknown };
        let outputs: Vec<Ty> = futures.iter().map(|future| self.awaited_type(*future)).collect();
        let error = outputs.first().map_or(Ty::Unknown, |output| match output {
            Ty::Adt(id, args) if *id == result && args.len() == 2 => args[1].clone(),
            _ => Ty::Unknown,
        });
        Ty::Adt(result, [Ty::Tuple(outputs.iter().map(|output| self.tried(output)).collect()), error].into())
    }
}
