//! Types as text, for messages and tests.

use std::fmt::Write as _;

use super::db::Db;
use super::ty::{GenericOwner, ParamId, TraitRef, Ty};
use crate::index::{CrateId, Def, ModuleId};
use crate::summary::Generics;

impl<'s> Db<'_, 's> {
    /// A type as a reader in crate `from` would write it: names of other crates with their path.
    pub fn show(&self, ty: &Ty, from: CrateId) -> String {
        let mut text = String::new();
        self.write(&mut text, ty, from, 0);
        text
    }

    fn write(&self, out: &mut String, ty: &Ty, from: CrateId, depth: u32) {
        const MAX_DEPTH: u32 = 6;
        if depth > MAX_DEPTH {
            out.push('…');
            return;
        }
        let index = &self.world.index;
        match ty {
            Ty::Closure(_) => out.push_str("a closure"),
            Ty::Unknown => out.push('_'),
            Ty::Const(value) => out.push_str(value),
            Ty::Never => out.push('!'),
            Ty::Prim(prim) => out.push_str(prim.name()),
            Ty::Adt(id, args) => {
                let data = index.adt(*id);
                self.write_name(out, data.site.module, &data.name(), from);
                self.write_args(out, args, from, depth);
            }
            Ty::Ref(mutable, inner) | Ty::Ptr(mutable, inner) => {
                let sigil = match (ty, mutable) {
                    (Ty::Ref(..), false) => "&",
                    (Ty::Ref(..), true) => "&mut ",
                    (_, false) => "*const ",
                    (_, true) => "*mut ",
                };
                out.push_str(sigil);
                self.write(out, inner, from, depth + 1);
            }
            Ty::Tuple(parts) => {
                out.push('(');
                self.write_list(out, parts, from, depth);
                out.push_str(if parts.len() == 1 { ",)" } else { ")" });
            }
            Ty::Array(inner) | Ty::Slice(inner) => {
                out.push('[');
                self.write(out, inner, from, depth + 1);
                out.push_str(if matches!(ty, Ty::Array(_)) { "; _]" } else { "]" });
            }
            Ty::FnPtr(params, ret) => {
                out.push_str("fn(");
                self.write_list(out, params, from, depth);
                out.push_str(") -> ");
                self.write(out, ret, from, depth + 1);
            }
            Ty::FnDef(id, _) => {
                let _ = write!(out, "fn {}", index.func(*id).sig.name);
            }
            Ty::Ctor(Def::Adt(id) | Def::Variant(id, _), _) => {
                let _ = write!(out, "fn {}", index.adt(*id).name());
            }
            Ty::Ctor(..) => out.push('_'),
            Ty::AsyncBlock(_) => out.push_str("impl Future"),
            Ty::AsyncCall(_, output) => {
                out.push_str("impl Future<Output = ");
                self.write(out, output, from, depth + 1);
                out.push('>');
            }
            Ty::Param(param) => self.write_param(out, *param),
            Ty::Opaque(bounds) => self.write_bounds(out, "impl ", bounds, from, depth),
            Ty::Dyn(bounds) => self.write_bounds(out, "dyn ", bounds, from, depth),
            Ty::Assoc(assoc) => {
                out.push('<');
                self.write(out, &assoc.self_ty, from, depth + 1);
                let _ = write!(out, " as {}>::{}", index.trait_(assoc.trait_).decl.name, assoc.name);
            }
        }
    }

    fn write_name(&self, out: &mut String, module: ModuleId, name: &str, from: CrateId) {
        let index = &self.world.index;
        if index.module(module).krate != from && !self.is_prelude_name(name) {
            let _ = write!(out, "{}::", index.module_path(module));
        }
        out.push_str(name);
    }

    /// Names that everyone writes without a path.
    fn is_prelude_name(&self, name: &str) -> bool {
        ["Option", "Result", "Vec", "String", "Box", "Pin", "Arc", "Rc"].contains(&name)
    }

    fn write_args(&self, out: &mut String, args: &[Ty], from: CrateId, depth: u32) {
        if !args.is_empty() {
            out.push('<');
            self.write_list(out, args, from, depth);
            out.push('>');
        }
    }

    fn write_list(&self, out: &mut String, parts: &[Ty], from: CrateId, depth: u32) {
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                out.push_str(", ");
            }
            self.write(out, part, from, depth + 1);
        }
    }

    fn write_bounds(&self, out: &mut String, keyword: &str, bounds: &[TraitRef], from: CrateId, depth: u32) {
        out.push_str(keyword);
        for (at, bound) in bounds.iter().enumerate() {
            if at > 0 {
                out.push_str(" + ");
            }
            match bound.trait_ {
                Some(id) => out.push_str(&self.world.index.trait_(id).decl.name),
                None => out.push('_'),
            }
            let inputs = match &bound.args[..] {
                [Ty::Tuple(inputs)] if bound.binding("Output".into()).is_some() => Some(inputs),
                _ => None,
            };
            if let (Some(inputs), Some(output)) = (inputs, bound.binding("Output".into())) {
                out.push('(');
                self.write_list(out, inputs, from, depth);
                out.push_str(") -> ");
                self.write(out, output, from, depth + 1);
            } else if let Some(output) = bound.binding("Output".into()) {
                out.push_str("<Output = ");
                self.write(out, output, from, depth + 1);
                out.push('>');
            }
        }
    }

    fn write_param(&self, out: &mut String, param: ParamId) {
        let index = &self.world.index;
        let generics: &Generics = match param.owner {
            _ if param.is_self() => return out.push_str("Self"),
            GenericOwner::Fn(id) => &index.func(id).sig.generics,
            GenericOwner::Impl(id) => &index.impl_(id).decl.generics,
            GenericOwner::Adt(id) => index.adt(id).generics(),
            GenericOwner::Trait(id) => &index.trait_(id).decl.generics,
            GenericOwner::Alias(id) => &index.alias(id).decl.generics,
            GenericOwner::ImplType(id, at) => &index.impl_(id).types[at as usize].generics,
            GenericOwner::TraitType(id, at) => &index.trait_(id).types[at as usize].generics,
        };
        match generics.params.get(param.index as usize) {
            Some(param) => out.push_str(&param.name),
            None => out.push('_'),
        }
    }
}
