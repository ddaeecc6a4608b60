//! What macro calls make.

use std::cell::Cell;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::earlier::{Earlier, Keep};
use super::pieces::Pieces;
use crate::expand::{Failure, Rendered, Tree};
use crate::index::{Makes, Pending};
use crate::lang::Text;
use crate::lower::{Bodies, lower, outline};
use crate::summary::FileSummary;

pub(super) const IN_TRAIT: Makes = Makes::Items { in_trait: true };

/// Why a call was not expanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(super) enum Why {
    NoDefinition,
    /// `include!`, whose file is often made by a build script.
    Include,
    Failed(Failure),
    /// Others used up what all calls have, or too many lie within each other.
    Bound,
    NoItems,
    /// The same in a body.
    NoCode,
}

impl From<Failure> for Why {
    fn from(failure: Failure) -> Self {
        Why::Failed(failure)
    }
}

impl Why {
    /// In a few words.
    pub fn text(self) -> Text {
        match self {
            Why::NoDefinition => {
                Text { en: "definition not found", ru: "определение не найдено" }
            }
            Why::Include => Text {
                en: "file included that a build makes",
                ru: "подключён файл, который создаёт сборка",
            },
            Why::Failed(Failure::NoArm) => Text {
                en: "call fits no arm of the definition",
                ru: "вызов не подходит ни под одну ветвь определения",
            },
            Why::Failed(Failure::Ambiguous) => Text {
                en: "call fits the definition in several ways",
                ru: "вызов подходит под определение по-разному",
            },
            Why::Failed(Failure::Repetition) => Text {
                en: "repetitions of unlike lengths",
                ru: "повторения разной длины",
            },
            Why::Failed(Failure::TooLarge) => {
                Text { en: "expansion too large", ru: "слишком большое раскрытие" }
            }
            Why::Bound => Text {
                en: "too much was made by other calls",
                ru: "слишком много сделано другими вызовами",
            },
            Why::NoItems => {
                Text { en: "expansion is no items", ru: "раскрытие — не элементы" }
            }
            Why::NoCode => Text { en: "expansion is no code", ru: "раскрытие — не код" },
        }
    }
}

/// Why calls were not read, most frequent first.
pub(super) fn by_reason(unread: &[Why]) -> Vec<(Text, usize)> {
    let mut counts: FxHashMap<Why, usize> = FxHashMap::default();
    unread.iter().for_each(|why| *counts.entry(*why).or_default() += 1);
    let mut counts: Vec<_> = counts.into_iter().map(|(why, count)| (why.text(), count)).collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.en.cmp(b.0.en)));
    counts
}

/// What is to be done with a call.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Made {
    /// Its argument stands for itself.
    AsWritten,
    /// It makes nothing.
    Nothing,
    Unread(Why),
    /// `include!("file.rs")`, with the path as written.
    Included(String),
    /// `include!(concat!(env!("OUT_DIR"), "/file.rs"))`, and macros that stand for it: the path in that directory.
    Output(String),
    Items {
        /// Only of the project's own calls: nothing points into a dependency's.
        text: String,
        pieces: Pieces,
        summary: FileSummary,
        fuel: usize,
        /// How many calls that macros make of other macros were expanded on the way.
        handed_on: usize,
    },
}

impl Made {
    /// The same where the call stands so many bytes further on; counted modulo 2³².
    pub fn moved(mut self, by: u32) -> Self {
        if let Made::Items { pieces, .. } = &mut self {
            pieces.move_by(by);
        }
        self
    }
}

/// Lowers what a call makes.
pub(super) struct Lowering<'e> {
    earlier: Option<&'e Earlier>,
    pub bodies: Bodies,
    /// What is to be kept of it.
    keep: Cell<Option<Keep>>,
}

impl<'e> Lowering<'e> {
    /// `earlier`: where what is read is looked for, unless all that is made is.
    pub fn new(earlier: Option<&'e Earlier>, bodies: Bodies) -> Self {
        Lowering { earlier, bodies, keep: Cell::new(None) }
    }

    /// What is to be kept of what was lowered.
    pub fn kept(&self) -> Option<Keep> {
        self.keep.take()
    }

    pub fn lower(&self, text: &str) -> FileSummary {
        match (self.bodies, self.earlier) {
            (Bodies::Drop, _) => outline(text),
            (bodies, None) => lower(text, bodies),
            (bodies, Some(earlier)) => {
                let (summary, keep) = earlier.read(u64::MAX - bodies as u64, text, || lower(text, bodies));
                self.keep.set(keep);
                summary
            }
        }
    }
}

/// A call that is not expanded is read as it is written, if it is items. An empty argument says nothing of what is made.
pub(super) fn unexpanded(pending: &Pending, why: Why) -> Made {
    let items = pending.macro_item.items.as_ref();
    if items.is_some_and(|items| !items.is_empty()) { Made::AsWritten } else { Made::Unread(why) }
}

/// What a call made, read as items.
pub(super) fn lowered(
    lowering: &Lowering,
    pending: &Pending,
    made: &[Tree],
    (fuel, handed_on): (usize, usize),
) -> Made {
    let mut rendered = Rendered::default();
    match (pending.makes, pending.is_member()) {
        (Makes::Type, _) => {
            rendered.bare("pub type X =");
            rendered.trees(made);
            rendered.bare(";");
        }
        (_, false) => rendered.items(made, &condition(pending)),
        (makes, true) => {
            rendered.bare(if makes == IN_TRAIT { "trait X {" } else { "impl X {" });
            rendered.items(made, &condition(pending));
            rendered.bare("}");
        }
    }
    let Rendered { text, pieces } = rendered;
    let summary = lowering.lower(&text);
    match (summary.errors.is_empty(), lowering.bodies) {
        (true, Bodies::Drop) => {
            Made::Items { text: String::new(), pieces: Pieces::default(), summary, fuel, handed_on }
        }
        (true, _) => Made::Items { text, pieces: pieces.into(), summary, fuel, handed_on },
        (false, _) if pending.macro_item.items.is_some() => Made::AsWritten,
        (false, _) => Made::Unread(Why::NoItems),
    }
}

/// The `#[cfg(…)]` that a call stands under, which holds for all that it makes.
pub(super) fn condition(pending: &Pending) -> String {
    let cfg = pending.item.attrs.cfg.as_deref();
    cfg.map(|cfg| format!("#[cfg({cfg})]")).unwrap_or_default()
}
