//! The rules: one file of code and one of explanation each, and the list of them.
//!
//! A rule decides over (how a value is thrown away × what it is) and says so. It walks nothing and prints nothing.

mod dropped_future;
mod let_underscore_future;
mod words;

use std::sync::LazyLock;

use crate::discards::Discard;
use crate::finding::{ChainLink, Confidence, Finding, Level, RuleMeta};
use crate::infer::{Evidence, Futureness, Infer};

pub use dropped_future::DROPPED_FUTURE;
pub use let_underscore_future::LET_UNDERSCORE_FUTURE;

/// A rule: facts about it, and a function that decides.
#[derive(Debug)]
pub struct Rule {
    /// Its unchanging facts.
    pub meta: &'static RuleMeta,
    /// Whether the way a value is thrown away is this rule's business. Looked at before anything is inferred.
    matches: fn(&Discard) -> bool,
    /// What to say of a future that is lost so.
    say: fn(&Discard, &Evidence) -> Words,
}

/// What a rule says of a finding.
#[derive(Debug)]
struct Words {
    message: String,
    help: String,
}

/// The list: a new rule is a line here.
static LIST: &[Rule] = &[dropped_future::RULE, let_underscore_future::RULE];

/// Facts about all rules, in the order of their names.
pub static RULES: LazyLock<Vec<&'static RuleMeta>> =
    LazyLock::new(|| LIST.iter().map(|rule| rule.meta).collect());

/// The rule of that name.
pub fn find(name: &str) -> Option<&'static RuleMeta> {
    RULES.iter().copied().find(|meta| meta.name == name)
}

/// What rules make of one value that is thrown away.
#[derive(Debug)]
pub struct Verdict {
    /// What dropping the value does.
    pub futureness: Futureness,
    /// What is reported.
    pub finding: Option<Finding>,
}

/// Whether any rule with a level above allow looks at a discard.
pub fn candidate(discard: &Discard, level: &dyn Fn(&RuleMeta) -> Level) -> Option<&'static Rule> {
    LIST.iter().find(|rule| level(rule.meta) > Level::Allow && (rule.matches)(discard))
}

/// Judges a discard that `rule` looks at.
pub fn judge(rule: &Rule, level: Level, discard: &Discard, infer: &Infer) -> Verdict {
    let futureness = infer.futureness(discard.expr);
    let Futureness::Lost(origin) = &futureness else { return Verdict { futureness, finding: None } };
    let evidence = infer.evidence(discard.expr, origin);
    let words = (rule.say)(discard, &evidence);
    let chain = evidence.links.into_iter().map(|(place, message)| ChainLink {
        file: place.file,
        span: place.span,
        message,
    });
    let finding = Finding {
        rule: rule.meta,
        level,
        confidence: Confidence::Certain,
        file: infer.site.file,
        span: infer.body.expr(discard.expr).span,
        message: words.message,
        label: evidence.label,
        chain: chain.collect(),
        help: words.help,
    };
    Verdict { futureness, finding: Some(finding) }
}
