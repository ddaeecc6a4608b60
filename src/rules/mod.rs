//! The rules: one file of code and one of explanation each, and the list of them.
//!
//! A rule decides over (how a value is thrown away × what is lost with it) and says so. It walks nothing and prints
//! nothing.

mod callback_discards_future;
mod cancelled_task;
mod dropped_future;
mod evidence;
mod explicit_future_drop;
mod future_in_dropped_value;
mod future_in_thread;
mod invalid_suppression;
mod let_underscore_future;
mod lints;
mod nested_future;
mod reasons;
mod unawaited_builder;
mod unpolled_collection;
mod unpolled_stream;
mod unused_future_binding;
mod unused_suppression;
mod words;

use std::sync::LazyLock;

use crate::discards::{Discard, How};
use crate::finding::{ChainLink, Confidence, Finding, Level, Lint, RuleMeta};
use crate::infer::{Around, Infer, Loss, Origin};
use crate::lang::Lang;
use crate::suggest::closest;

pub use dropped_future::DROPPED_FUTURE;
pub use invalid_suppression::INVALID_SUPPRESSION;
pub use let_underscore_future::LET_UNDERSCORE_FUTURE;
pub use reasons::reason;
use unused_future_binding::UNUSED_FUTURE_BINDING;
pub use unused_suppression::UNUSED_SUPPRESSION;

/// A rule: facts about it, and functions that decide and say.
#[derive(Debug)]
pub struct Rule {
    /// Its unchanging facts.
    pub meta: &'static RuleMeta,
    /// Whether the way a value is thrown away is this rule's business. Looked at before anything is inferred.
    looks_at: fn(&Discard) -> bool,
    /// Whether what is lost is.
    matches: fn(&Lost) -> bool,
    /// What to say.
    say: fn(&Lost) -> Words,
}

/// A value that is thrown away, and what is lost with it.
#[derive(Debug)]
struct Lost<'a, 's> {
    discard: &'a Discard<'s>,
    loss: &'a Loss,
    /// What kind of function it is lost in.
    around: Around,
    /// What is called to make the value.
    callee: Option<&'static str>,
    /// The method that begins what a builder describes.
    start: Option<&'static str>,
    /// The name that it is bound to.
    bound: Option<&'static str>,
    /// What is spoken.
    lang: Lang,
}

/// What a rule says of a finding.
#[derive(Debug)]
struct Words {
    message: String,
    help: String,
}

/// The list, sorted by name: a new rule is a line here.
static LIST: &[Rule] = &[
    callback_discards_future::RULE,
    cancelled_task::RULE,
    dropped_future::RULE,
    explicit_future_drop::RULE,
    future_in_dropped_value::RULE,
    future_in_thread::RULE,
    let_underscore_future::RULE,
    nested_future::RULE,
    unawaited_builder::RULE,
    unpolled_collection::RULE,
    unpolled_stream::RULE,
    unused_future_binding::RULE,
];

/// Rules about comments: `suppress` says what they find.
static OF_COMMENTS: [&RuleMeta; 2] = [&INVALID_SUPPRESSION, &UNUSED_SUPPRESSION];

/// Facts about all rules, in the order of their names.
pub static RULES: LazyLock<Vec<&'static RuleMeta>> = LazyLock::new(|| {
    let mut all: Vec<_> = LIST.iter().map(|rule| rule.meta).chain(OF_COMMENTS).collect();
    all.sort_by_key(|meta| meta.name);
    all
});

/// The rule of that name.
pub fn find(name: &str) -> Option<&'static RuleMeta> {
    RULES.iter().copied().find(|meta| meta.name == name)
}

/// The rule that may be meant by a name that none has: the one about what a lint of that name is about, or the one
/// whose name comes nearest.
pub fn nearest(name: &str) -> Option<&'static str> {
    let is_about = |meta: &&RuleMeta| {
        meta.lints
            .iter()
            .any(|lint| lint.name.trim_start_matches("clippy::") == name.trim_start_matches("clippy::"))
    };
    let plainest = [&DROPPED_FUTURE, &LET_UNDERSCORE_FUTURE].into_iter().chain(RULES.iter().copied());
    let about = plainest.into_iter().find(is_about).map(|meta| meta.name);
    about.or_else(|| closest(name, RULES.iter().map(|meta| meta.name)))
}

/// What rules make of one value that is thrown away.
#[derive(Debug)]
pub struct Verdict {
    /// What dropping the value does.
    pub loss: Loss,
    /// What is reported.
    pub finding: Option<Finding>,
}

/// Whether any rule with a level above allow looks at a discard.
pub fn is_candidate(discard: &Discard, level: &dyn Fn(&RuleMeta) -> Level) -> bool {
    LIST.iter().any(|rule| level(rule.meta) > Level::Allow && (rule.looks_at)(discard))
}

/// The lints whose permission silences a rule where a value is lost in that way, `bound` to a name: of one that
/// nothing reads, rustc speaks with a lint of its own, whatever the value is, and never where the name begins with `_`
/// or is dropped.
pub fn lints_of(rule: &'static RuleMeta, how: How, bound: Option<&str>) -> &'static [&'static Lint] {
    match how {
        How::UnusedBinding if bound.is_some_and(|name| name.starts_with('_')) => &[],
        How::UnusedBinding => UNUSED_FUTURE_BINDING.lints,
        How::DroppedBinding => &[],
        _ => rule.lints,
    }
}

/// Judges a discard; what it says is in `lang`.
pub fn judge(discard: &Discard, level: &dyn Fn(&RuleMeta) -> Level, infer: &Infer, lang: Lang) -> Verdict {
    let called = |expr| infer.called_name(expr).map(|name| name.as_str());
    let callee = called(discard.expr);
    let loss = match (discard.how, discard.binding) {
        (How::OnlyFilled, Some(binding)) if infer.holds_what_is_under_way(binding) => Loss::Kept,
        (How::OnlyFilled, Some(binding)) => infer.loss_of_collection(binding),
        // Whoever names what waits for work under way has said enough. A lock that nobody waits for is none.
        (How::UnusedBinding, _) => match infer.loss(discard.expr, discard.binding) {
            Loss::Future(_) if !callee.is_some_and(words::locks) && infer.may_be_under_way(discard.expr) => {
                Loss::Kept
            }
            loss => loss,
        },
        _ => infer.loss(discard.expr, discard.binding),
    };
    // What is said of a thread is said of the call that starts it.
    let spoken_of = if let Loss::Thread(_, start) = loss { start } else { discard.expr };
    let callee = called(spoken_of);
    let start = match loss {
        Loss::Unstarted(start) => Some(infer.db.world.index.func(start).sig.name.as_str()),
        _ => None,
    };
    let bound = discard.bound(infer.body);
    let lost = Lost { discard, loss: &loss, around: infer.around(), callee, start, bound, lang };
    let rule = LIST
        .iter()
        .find(|rule| level(rule.meta) > Level::Allow && (rule.looks_at)(discard) && (rule.matches)(&lost));
    let finding = rule.map(|rule| {
        let evidence = match &loss {
            Loss::Callback(_, callee) => infer.callback_evidence(*callee),
            _ => infer.evidence(spoken_of, origin(&loss)),
        };
        // A callback is reported where it is handed over.
        let at = if let Loss::Callback(callback, _) = loss { callback } else { discard.expr };
        let words = (rule.say)(&lost);
        let chain = evidence.links.iter().map(|(place, link)| ChainLink {
            file: place.file,
            span: place.span,
            message: evidence::link(link, lang),
        });
        Finding {
            rule: rule.meta,
            level: level(rule.meta),
            confidence: confidence(&loss),
            file: infer.site.file,
            span: infer.body.expr(at).span,
            message: words.message,
            label: evidence::label(&evidence, lang),
            chain: chain.collect(),
            help: words.help,
        }
    });
    Verdict { loss, finding }
}

/// A value that came out of an `.await` was made by work that was done; that it wants another one may be known.
fn confidence(loss: &Loss) -> Confidence {
    if matches!(loss, Loss::OutputBuilder) { Confidence::Likely } else { Confidence::Certain }
}

/// The future in what is lost, where there is one.
fn origin(loss: &Loss) -> Option<&Origin> {
    match loss {
        Loss::Future(origin) | Loss::Output(origin) | Loss::Held(origin) | Loss::Thread(origin, _) => {
            Some(origin)
        }
        _ => None,
    }
}
