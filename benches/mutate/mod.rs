//! Deletes `.await`s from one text: where, what a linter should then say, and what was left alone and why.
//! Decided by syntax alone, with code of its own: nothing here uses the linter's lowering, types or
//! names; only which rules there are.

mod edits;
mod finder;
mod shape;

use std::ops::Range;

pub use edits::Edits;

/// Where the value goes once its `.await` is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `e.await…;`
    Statement,
    /// `let _ = e.await…;`
    LetUnderscore,
    /// `let _x = e.await…;`, `_x` not used afterwards.
    LetNamedUnderscore,
    /// `spawn(async move { … e.await… })`
    SpawnTail,
}

impl Kind {
    /// All of them, in the order of the tables.
    pub const ALL: [Kind; 4] =
        [Kind::Statement, Kind::LetUnderscore, Kind::LetNamedUnderscore, Kind::SpawnTail];

    /// As the tables show it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Statement => "statement",
            Kind::LetUnderscore => "let_underscore",
            Kind::LetNamedUnderscore => "let_named_underscore",
            Kind::SpawnTail => "spawn_tail",
        }
    }

    /// The rule that has to report it.
    pub fn rule(self) -> &'static str {
        match self {
            Kind::Statement => "dropped_future",
            Kind::LetUnderscore => "let_underscore_future",
            Kind::LetNamedUnderscore => "unused_future_binding",
            Kind::SpawnTail => "nested_future",
        }
    }

    /// That rule, and the one that reports such a value where it is no future itself, but a request that `.await`
    /// turns into one (`IntoFuture`): syntax cannot tell the two apart.
    pub fn rules(self) -> &'static [&'static str] {
        match self {
            Kind::Statement => &["dropped_future", "unawaited_builder"],
            Kind::LetUnderscore => &["let_underscore_future", "unawaited_builder"],
            Kind::LetNamedUnderscore => &["unused_future_binding", "unawaited_builder"],
            Kind::SpawnTail => &["nested_future"],
        }
    }

    /// Whether that rule exists yet: sites of other kinds are shown apart and not added up.
    pub fn has_rule(self) -> bool {
        unawaited::rules::find(self.rule()).is_some()
    }
}

/// What the awaited call looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// `f(…)`, `a::b(…)`, `T::f(…)`
    Path,
    /// `x.m(…)`
    Method,
    /// `(x.f)(…)` and every other callee.
    Other,
}

impl Form {
    /// All of them, in the order of the tables.
    pub const ALL: [Form; 3] = [Form::Path, Form::Method, Form::Other];

    /// As the tables show it.
    pub fn name(self) -> &'static str {
        match self {
            Form::Path => "path call",
            Form::Method => "method call",
            Form::Other => "other call",
        }
    }
}

/// Why an awaited statement keeps its `.await`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// `x.await;`, `self.x.await;`, `xs[0].await;`: a future or handle that exists already.
    Place,
    /// `m!(…).await;`
    MacroValue,
    /// `(&mut x).await;`, `async { … }.await;` …
    NotACall,
    /// `spawn(…).await;`, `x.join().await;`
    JoinHandle,
    /// `x.as_mut().await;`, `x.take().unwrap().await;`: borrowed, or taken out of where it was kept.
    OldValue,
    /// `(e.await);`
    Parenthesised,
    /// `let _: T = e.await;`: without the `.await` the annotation is wrong.
    TypedLet,
    /// `let _x = e.await;` … `_x`: then the future is not lost.
    UsedBinding,
    /// `let _ = e.await else { … };`
    LetElse,
    /// `_ = e.await;`: not among the forms that are measured.
    AssignUnderscore,
    /// Under `#[allow(unused_must_use)]` or `#[allow(clippy::let_underscore_future)]` (or `expect`), which
    /// silence the linter.
    Silenced,
    /// In the arguments of a macro call (other than items in item position).
    MacroArguments,
    /// In a `macro_rules!` definition.
    MacroDefinition,
    /// In what the deletion of another site takes away.
    InDeleted,
}

impl Reason {
    /// As the tables show it.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Place => "awaits a variable, field or element",
            Reason::MacroValue => "awaits a macro's value",
            Reason::NotACall => "awaits something else that is no call",
            Reason::JoinHandle => "awaits a join handle: `spawn…(…)`, `….join()`",
            Reason::OldValue => "awaits a borrowed or taken-out value",
            Reason::Parenthesised => "`.await` in parentheses",
            Reason::TypedLet => "`let` with a type",
            Reason::UsedBinding => "`let _x` that is used later",
            Reason::LetElse => "`let … else`",
            Reason::AssignUnderscore => "`_ = …` without `let`",
            Reason::Silenced => "under `allow` of unused_must_use or let_underscore_future",
            Reason::MacroArguments => "in a macro's arguments",
            Reason::MacroDefinition => "in a macro's definition",
            Reason::InDeleted => "in the deleted part of another site",
        }
    }
}

/// One deleted `.await`. Ranges are bytes, as the text lies on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Where the value goes.
    pub kind: Kind,
    /// What the call looks like.
    pub form: Form,
    /// Whether it stands among items that are a macro's arguments (`cfg_rt! { async fn … }`).
    pub in_item_macro: bool,
    /// The call in the untouched text, without parentheses around it.
    pub call: Range<usize>,
    /// The same in the mutated text: what a finding has to point at.
    pub expected: Range<usize>,
}

/// A mutated text.
#[derive(Debug)]
pub struct Mutation {
    /// The new text.
    pub text: String,
    /// The deleted `.await`s, by position.
    pub sites: Vec<Site>,
    /// Awaited chains (bytes of the untouched text) that were left alone, by position.
    pub excluded: Vec<(Reason, Range<usize>)>,
    /// What was deleted.
    pub edits: Edits,
}

/// Deletes what can be deleted from `text`; its syntax error, if it does not parse.
pub fn mutate(text: &str) -> Result<Mutation, syn::Error> {
    let finder::Found { sites: all, mut excluded } = finder::find(text)?;
    let (swallowed, mut sites): (Vec<_>, Vec<_>) =
        all.iter().cloned().partition(|site| all.iter().any(|other| other.takes_away(site)));
    excluded.extend(swallowed.into_iter().map(|site| (Reason::InDeleted, site.call)));
    excluded.sort_by_key(|(_, at)| (at.start, at.end));
    sites.sort_by_key(|site| (site.call.start, site.call.end));
    let edits = Edits::new(sites.iter().map(|site| site.deleted.clone()).collect());
    let text = edits.apply(text);
    let sites = sites.into_iter().map(|site| site.finish(&edits)).collect();
    Ok(Mutation { text, sites, excluded, edits })
}

impl finder::Candidate {
    fn takes_away(&self, other: &Self) -> bool {
        self.deleted.contains(&other.call.start)
    }

    fn finish(self, edits: &Edits) -> Site {
        let expected = edits.to_new(&self.call);
        let finder::Candidate { kind, form, in_item_macro, call, .. } = self;
        Site { kind, form, in_item_macro, call, expected }
    }
}
