//! Bodies with macro calls in them: what each place sees, and what is put in place of such a body.

use smallvec::SmallVec;

use super::Builder;
use super::macros::Scope;
use crate::finding::FileId;
use crate::index::{BlockId, BodyOwner, Index, MacroId, ModuleId, Name};
use crate::source::Span;
use crate::summary::{Body, Grown, is_well_known};

/// A body that calls macros that are not known by their name alone.
#[derive(Debug, Clone, Copy)]
pub struct Calling {
    /// Whose.
    pub owner: BodyOwner,
    /// The innermost module or block that is known to be around.
    module: ModuleId,
    scope: Scope,
}

impl Calling {
    /// The same for what stands at a span of the body: in these blocks of it.
    pub fn at(self, blocks: &[(Span, ModuleId)], span: Span) -> Self {
        let around = blocks.iter().find(|(block, _)| block.contains(span));
        Calling { module: around.map_or(self.module, |(_, module)| *module), ..self }
    }
}

/// A body with what macros made in it.
#[derive(Debug)]
pub struct Grafted<'s> {
    /// The body. What it had before has the same ids.
    pub body: &'s Body,
    /// Blocks that got items.
    pub grown: Vec<Grown>,
    /// Where what each call made stands, and where the call does.
    pub calls: Vec<(Span, Span)>,
}

/// Whether a body calls macros other than those that everybody knows.
fn calls_macros(body: &Body) -> bool {
    body.calls().any(|(_, call)| call.path.segments.last().is_some_and(|last| !is_well_known(&last.name)))
}

impl<'s> super::Walk<'_, 's> {
    /// Notes a body's macro calls, which see `scope`.
    pub(super) fn note_calls(&mut self, owner: BodyOwner, module: ModuleId, body: &'s Body, scope: Scope) {
        if calls_macros(body) {
            self.macros.calling.push(Calling { owner, module, scope });
        }
    }
}

impl<'s> Builder<'s> {
    /// All bodies that call macros.
    pub fn take_calling(&mut self) -> Vec<Calling> {
        self.macros.imports.see(&self.index);
        std::mem::take(&mut self.macros.calling)
    }

    /// The blocks of a body that declare items, inner ones first, each with its module.
    pub fn blocks_of(&self, owner: BodyOwner, body: &Body) -> Vec<(Span, ModuleId)> {
        let declaring = body.blocks.iter().enumerate().filter(|(_, block)| !block.items.is_empty());
        let module = |at: usize| self.index.blocks.get(&(owner, BlockId(at as u32))).copied();
        declaring.filter_map(|(at, block)| Some((block.span, module(at)?))).collect()
    }

    /// The definitions that a macro's path may mean in a body.
    pub fn called_in(&self, calling: Calling, path: &[Name], global: bool) -> SmallVec<[MacroId; 1]> {
        self.macros.resolve(&self.index, calling.module, calling.scope, path, global)
    }

    /// The definitions of that name in the crate of a definition, in whose text it stands: it may import them there.
    pub fn called_by(&self, definition: MacroId, name: Name) -> SmallVec<[MacroId; 1]> {
        self.macros.of_crate(&self.index, self.index.macro_(definition).krate, name, false)
    }

    /// The definition that `$crate::name!` in a definition means: the one of that name that its crate exports.
    pub fn exported_by(&self, definition: MacroId, name: Name) -> Option<MacroId> {
        match self.macros.of_crate(&self.index, self.index.macro_(definition).krate, name, true)[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Puts a body in the place of the one that it came of: with what macros made in it.
    pub fn replace_body(&mut self, calling: Calling, file: FileId, new: Grafted<'s>) {
        let owner = calling.owner;
        let Some((old, site)) = self.index.body(owner) else { return };
        self.index.bodies.insert(owner, (new.body, file));
        let krate = self.index.module(site.module).krate;
        let mut walk = self.walk(krate, file, calling.scope);
        // Inner blocks come first: the module of the innermost one around a span.
        let holders = |index: &Index, span: Span, not: Option<BlockId>| {
            let blocks = old.blocks.iter().enumerate().map(|(at, block)| (BlockId(at as u32), block));
            let around = blocks.filter(|(at, block)| block.span.contains(span) && Some(*at) != not);
            around.filter_map(|(at, _)| index.blocks.get(&(owner, at)).copied()).next().unwrap_or(site.module)
        };
        for Grown { block: at, before } in new.grown {
            let block = new.body.block(at);
            match walk.index.blocks.get(&(owner, at)).copied() {
                Some(module) => walk.items(module, &block.items[before..]),
                None => {
                    let parent = holders(walk.index, block.span, Some(at));
                    walk.block(owner, at, parent, block);
                }
            }
        }
        let mut around: Vec<(Span, ModuleId)> = Vec::new();
        for (at, block) in new.body.blocks.iter().enumerate().skip(old.blocks.len()).rev() {
            if block.items.is_empty() {
                continue;
            }
            let holder = around.iter().rev().find(|(span, _)| span.contains(block.span));
            let call = || new.calls.iter().find(|(made, _)| made.contains(block.span)).map(|(_, call)| *call);
            let outer = || call().map_or(site.module, |call| holders(walk.index, call, None));
            let parent = holder.map_or_else(outer, |(_, module)| *module);
            around.push((block.span, walk.block(owner, BlockId(at as u32), parent, block)));
        }
    }
}
