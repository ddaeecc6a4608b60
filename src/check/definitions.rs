//! Macro definitions, each read when a call needs it.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::digest::{Digest, Digester};
use super::earlier::second_digest;
use super::sources::View;
use crate::expand::{Definition, Origin, trees};
use crate::index::{CrateId, Index, MacroId};
use crate::source::Span;

/// All that are known by now.
#[derive(Default)]
pub(super) struct Definitions {
    all: Vec<Parsed>,
    /// Of all macros that a crate exports.
    exported: FxHashMap<CrateId, Digest>,
    /// Of the places and texts of all macros of one of the project's crates.
    places: FxHashMap<CrateId, Digest>,
}

#[derive(Default)]
struct Parsed {
    definition: OnceLock<Option<Definition>>,
    digest: OnceLock<u64>,
}

impl Definitions {
    /// Makes room for all that there are. `digests`: whether somebody will ask for digests.
    pub fn know(&mut self, index: &Index, sources: View, digests: bool) {
        let is_new = self.all.len() < index.macros.len();
        self.all.resize_with(index.macros.len(), Parsed::default);
        if !is_new || !digests {
            return;
        }
        let mut exported: FxHashMap<CrateId, Digester> = FxHashMap::default();
        for (at, data) in index.macros.iter().enumerate().filter(|(_, data)| data.exported) {
            let digester = exported.entry(data.krate).or_default();
            digester.text(data.call.ident.map_or("", |name| name.as_str()));
            digester.number(self.all[at].digest(index, MacroId(at as u32)));
        }
        let finish = |all: FxHashMap<CrateId, Digester>| {
            all.into_iter().map(|(krate, digester)| (krate, digester.finish())).collect()
        };
        self.exported = finish(exported);
        let mut places: FxHashMap<CrateId, Digester> = FxHashMap::default();
        for (at, data) in index.macros.iter().enumerate().filter(|(_, data)| index.krate(data.krate).is_own) {
            let digester = places.entry(data.krate).or_default();
            digester.number(at as u64);
            digester.number(u64::from(data.call.span.start));
            let text = sources.files.get(data.file).text.get(data.call.span.range());
            // Whoever writes to a tree could have two texts of one digest: see [`second_digest`].
            digester.number(second_digest(text.unwrap_or_default()));
        }
        self.places = finish(places);
    }

    /// `None`: it is none that the language knows.
    pub fn get(&self, index: &Index, id: MacroId) -> Option<&Definition> {
        self.all.get(id.0 as usize)?.definition(index, id)
    }

    /// Adds all that decides what a macro makes of a call. Others that its crate exports may be called by what it makes:
    /// they are expanded with it.
    pub fn digest(&self, index: &Index, id: MacroId, into: &mut Digester) {
        into.number(self.all[id.0 as usize].digest(index, id));
        self.exported.get(&index.macro_(id).krate).into_iter().for_each(|exported| into.digest(*exported));
    }

    /// Adds all that decides where in definitions something is said to come from that this macro makes, if its crate is
    /// the project's. What dependencies define is the same as long as they are.
    pub fn digest_place(&self, index: &Index, id: MacroId, into: &mut Digester) {
        into.number(u64::from(id.0));
        self.places.get(&index.macro_(id).krate).into_iter().for_each(|places| into.digest(*places));
    }
}

impl Parsed {
    fn definition(&self, index: &Index, id: MacroId) -> Option<&Definition> {
        let read = || {
            let data = index.macro_(id);
            let origin = |span: Span| Origin::Definition(id.0, span);
            let definition = Definition::parse(&trees(&data.call.tokens, &origin))?;
            Some(if data.local_inner { definition.with_local_macros() } else { definition })
        };
        self.definition.get_or_init(read).as_ref()
    }

    fn digest(&self, index: &Index, id: MacroId) -> u64 {
        *self.digest.get_or_init(|| Digester::definition(index.macro_(id)))
    }
}
