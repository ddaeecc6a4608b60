//! A printed form of the module tree with all names resolved.

use std::fmt::Write as _;

use super::{Ns, World};
use crate::index::{CrateId, Def, ModuleId, ModuleKind};

impl World<'_> {
    /// Every module of a crate with its names in order, each with where it leads. Blocks with items are named after
    /// what they stand in, with `{}`.
    pub fn print(&self, krate: CrateId) -> String {
        let mut out = String::new();
        for at in 0..self.index.modules.len() as u32 {
            let module = ModuleId(at);
            if self.index.module(module).krate != krate {
                continue;
            }
            let block = if self.index.module(module).kind == ModuleKind::Named { "" } else { " {}" };
            let _ = writeln!(out, "{}{block}", self.index.module_path(module));
            for (ns, mark) in [(Ns::Types, "type"), (Ns::Values, "value")] {
                for (name, defs) in self.all_names(module, ns) {
                    let defs: Vec<String> = defs.into_iter().map(|def| self.print_def(def)).collect();
                    let _ = writeln!(out, "  {mark} {name}: {}", defs.join(" | "));
                }
            }
        }
        out
    }

    /// A definition's kind and path.
    pub fn print_def(&self, def: Def) -> String {
        let index = &self.index;
        let at = |module: ModuleId, name: &str| format!("{}::{name}", index.module_path(module));
        match def {
            Def::Module(id) => format!("mod {}", index.module_path(id)),
            Def::Fn(id) => {
                let data = index.func(id);
                let keyword = if data.sig.is_async { "async fn" } else { "fn" };
                format!("{keyword} {}", at(data.site.module, &data.sig.name))
            }
            Def::Adt(id) => format!("type {}", at(index.adt(id).site.module, &index.adt(id).name())),
            Def::Variant(id, variant) => {
                let fields = match index.adt(id).shape {
                    crate::index::AdtShape::Enum(decl) => {
                        decl.variants.get(variant as usize).map(|variant| variant.name)
                    }
                    crate::index::AdtShape::Struct(_) => None,
                };
                let name = fields.map_or("?", |name| name.as_str());
                format!("variant {}::{name}", at(index.adt(id).site.module, &index.adt(id).name()))
            }
            Def::Trait(id) => {
                format!("trait {}", at(index.trait_(id).site.module, &index.trait_(id).decl.name))
            }
            Def::Alias(id) => {
                format!("alias {}", at(index.alias(id).site.module, &index.alias(id).decl.name))
            }
            Def::Const(id) => {
                format!("const {}", at(index.const_(id).site.module, &index.const_(id).decl.name))
            }
            Def::Prim(prim) => prim.name().to_owned(),
            Def::Unseen => "unseen".to_owned(),
        }
    }
}
