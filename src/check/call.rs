//! What one macro call where items stand makes, by its definition or without one.

use super::expand::{Expander, FUEL};
use super::included::included;
use super::made::{Lowering, Made, Why, lowered, unexpanded};
use super::sources::View;
use crate::expand::{Definition, Failure, Fuel, Reach, Unfolded, is_paste, paste, trees, unfold};
use crate::index::{Builder, CrateId, Index, MacroId, Makes, Pending, crate_mark};
use crate::source::Span;
use crate::summary::Name;

impl Expander {
    /// What one call makes.
    pub(super) fn expand_one(
        &self,
        sources: View,
        lowering: &Lowering,
        builder: &Builder,
        pending: &Pending,
        ids: &[MacroId],
    ) -> Made {
        let index = builder.index();
        let written = pending.macro_item.items.is_some();
        let fallback = |why| unexpanded(pending, why);
        let definition = |id: &MacroId| Some((*id, self.definition(index, *id)?));
        let definitions: Vec<(MacroId, &Definition)> = ids.iter().filter_map(definition).collect();
        let name = name(pending);
        if definitions.is_empty() {
            return match name {
                // Where the code is compiled it is not there.
                "compile_error" => Made::Nothing,
                "include" | "include_proto" if !pending.is_member() => {
                    included(name, &pending.macro_item.call.tokens).unwrap_or_else(|| fallback(Why::Include))
                }
                "include_proto" | "include_file_descriptor_set" => fallback(Why::Include),
                _ if pastes(pending) => self.pasted(sources, lowering, pending),
                _ => fallback(Why::NoDefinition),
            };
        }
        // A type is one and the same in all builds, or none that is known.
        if pending.makes == Makes::Type && definitions.len() > 1 {
            return fallback(Why::NoDefinition);
        }
        if written && definitions.iter().all(|(_, definition)| definition.passes_on()) {
            return Made::AsWritten;
        }
        let origins = sources.origins();
        let origin = |span: Span| origins.origin(pending.file, span);
        let call = trees(&pending.macro_item.call.tokens, &origin);
        let krate = index.module(pending.module).krate;
        let mut failure = Failure::NoArm;
        for (at, (id, definition)) in definitions.iter().enumerate() {
            let mut fuel = Fuel::new(FUEL);
            let helper = |name: &str| self.definition(index, builder.exported_by(*id, Name::from(name))?);
            // Of the project's own, what is made of it in the end is to stand where it was written.
            let reach = if sources.is_own(pending.file) { Reach::Items } else { Reach::Members };
            let mark = mark(index, *id, krate);
            match unfold((definition, name), &call, mark, (&helper, reach), &mut fuel) {
                // Under another `cfg` it may make something.
                Ok(made) if made.trees.is_empty() && at + 1 < definitions.len() => {}
                Ok(Unfolded { trees, handed_on }) => {
                    return lowered(lowering, pending, &trees, (FUEL - fuel.left(), handed_on));
                }
                Err(why) => failure = why,
            }
        }
        fallback(Why::Failed(failure))
    }

    fn pasted(&self, sources: View, lowering: &Lowering, pending: &Pending) -> Made {
        let origins = sources.origins();
        let call = trees(&pending.macro_item.call.tokens, &|span| origins.origin(pending.file, span));
        let mut fuel = Fuel::new(FUEL);
        match paste(&call, &mut fuel) {
            Ok(made) => lowered(lowering, pending, &made, (FUEL - fuel.left(), 0)),
            Err(why) => unexpanded(pending, why.into()),
        }
    }
}

/// What a call calls.
pub(super) fn name<'s>(pending: &Pending<'s>) -> &'s str {
    pending.macro_item.call.path.segments.last().map_or("", |segment| segment.name.as_str())
}

/// Whether a call is one of `paste!`.
pub(super) fn pastes(pending: &Pending) -> bool {
    is_paste(pending.macro_item.call.path.segments.iter().map(|segment| segment.name.as_str()))
}

/// What `$crate` becomes in what a call makes.
pub(super) fn mark(index: &Index, id: MacroId, krate: CrateId) -> &'static str {
    let of = index.macro_(id).krate;
    if of == krate { "crate" } else { Name::from(crate_mark(of).as_str()).as_str() }
}
