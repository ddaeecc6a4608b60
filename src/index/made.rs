//! Types that macro calls make.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::{Index, ModuleId, ModuleKind};
use crate::summary::{MacroCall, TypeRef};

/// A macro call in a type: its path and its argument tell what it makes in one module.
pub(super) fn type_key(module: ModuleId, call: &MacroCall) -> (ModuleId, u64) {
    let mut hasher = FxHasher::default();
    call.path.global.hash(&mut hasher);
    call.path.segments.iter().for_each(|segment| segment.name.as_str().hash(&mut hasher));
    call.tokens.digest().hash(&mut hasher);
    (module, hasher.finish())
}

impl<'s> Index<'s> {
    /// The type that a macro call makes which stands in a type of an item of `module`, or in a body there.
    pub fn made_type(&self, module: ModuleId, call: &MacroCall) -> Option<&'s TypeRef> {
        match self.made_types.get(&type_key(module, call)) {
            Some(made) => *made,
            None => {
                let data = self.module(module);
                let outer = data.parent.filter(|_| matches!(data.kind, ModuleKind::Block(_)))?;
                self.made_type(outer, call)
            }
        }
    }
}
