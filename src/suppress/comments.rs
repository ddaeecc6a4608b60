//! `// unawaited: allow(rule): reason`: what such comments say, and of what.

use super::date::Date;
use super::scopes::scopes;
use crate::finding::RuleMeta;
use crate::lower::{Comment, CommentKind, comments};
use crate::rules;
use crate::source::{LineIndex, Span};
use crate::summary::FileSummary;

/// What a comment begins with.
const MARK: &str = "unawaited:";

/// A comment that suppresses, or should.
#[derive(Debug)]
pub(super) struct Suppression {
    /// What it speaks of.
    pub scope: Scope,
    /// It stands where `//!` would speak of the whole file.
    pub at_top: bool,
    /// The rules that it allows, each with where it names it.
    pub allows: Vec<(&'static RuleMeta, Span)>,
    /// What is wrong with it, and where.
    pub faults: Vec<(Fault, Span)>,
}

/// What a comment speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// The whole file.
    File,
    /// All within an item, statement or arm.
    Node(Span),
    /// What begins or ends on a line (0-based).
    Line(usize),
}

/// Why a comment does not do what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// Another word than `allow`.
    Word(String),
    /// No rule in parentheses.
    NoRule,
    /// A rule without its parentheses.
    NoParentheses,
    /// No reason behind it.
    NoReason,
    /// A reason without the colon before it.
    NoColon,
    /// No rule has that name; the one that may be meant.
    Unknown(String, Option<&'static str>),
    /// Not a date.
    BadDate(String),
    /// The day is over.
    Expired(String),
    /// `//!` that is not at the file's top.
    NotAtTop,
    /// `///`
    Documentation,
    /// Nothing follows in the block.
    NothingFollows,
}

/// The suppressions of one file. `today`: when they expire; `None`: never.
pub(super) fn suppressions(text: &str, summary: &FileSummary, today: Option<Date>) -> Vec<Suppression> {
    let comments = comments(text, MARK);
    if comments.is_empty() {
        return Vec::new();
    }
    let (lines, scopes) = (LineIndex::new(text), scopes(summary));
    let read = |comment: &Comment| {
        let mut said = read(text, comment, today)?;
        match scope(comment, &lines, &scopes) {
            Ok(scope) => said.scope = scope,
            Err(fault) => said.faults.push((fault, comment.span)),
        }
        // One that is wrong suppresses nothing; a name that is unknown does no harm to the others.
        if said.faults.iter().any(|(fault, _)| !matches!(fault, Fault::Unknown(..))) {
            said.allows.clear();
        }
        Some(said)
    };
    comments.iter().filter_map(read).collect()
}

fn scope(comment: &Comment, lines: &LineIndex, scopes: &[Span]) -> Result<Scope, Fault> {
    match comment.kind {
        CommentKind::Inner if comment.at_top => return Ok(Scope::File),
        CommentKind::Inner => return Err(Fault::NotAtTop),
        CommentKind::Outer => return Err(Fault::Documentation),
        CommentKind::Plain if comment.after_code => return Ok(Scope::Line(lines.line(comment.span.start))),
        CommentKind::Plain => {}
    }
    let next = comment.next.ok_or(Fault::NothingFollows)?;
    let below = scopes.iter().filter(|span| (comment.span.end..=next).contains(&span.start));
    let widest = below.max_by_key(|span| span.end);
    Ok(widest.map_or(Scope::Line(lines.line(next)), |span| Scope::Node(*span)))
}

/// What a comment says; `None`: it only speaks of the linter.
fn read(text: &str, comment: &Comment, today: Option<Date>) -> Option<Suppression> {
    let whole = &text[comment.span.range()];
    let said = whole.trim_start_matches(['/', '!']).trim_start().strip_prefix(MARK)?.trim_start();
    let mut out =
        Suppression { scope: Scope::File, at_top: comment.at_top, allows: Vec::new(), faults: Vec::new() };
    let word: String = said.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let rest = said[word.len()..].trim_start();
    let Some(inside) = rest.strip_prefix('(') else {
        // Prose, unless it is the word itself.
        let named = rest.split([':', ',', ' ']).next().is_some_and(|name| rules::find(name).is_some());
        out.faults.push((if named { Fault::NoParentheses } else { Fault::NoRule }, comment.span));
        return (word == "allow").then_some(out);
    };
    if word != "allow" {
        out.faults.push((Fault::Word(word), comment.span));
        return Some(out);
    }
    let Some((names, behind)) = inside.split_once(')') else {
        out.faults.push((Fault::NoRule, comment.span));
        return Some(out);
    };
    let start = comment.span.end - inside.len() as u32;
    out.names(names, start, today);
    if out.allows.is_empty() && out.faults.is_empty() {
        out.faults.push((Fault::NoRule, comment.span));
    }
    let is_said = behind.chars().any(char::is_alphanumeric);
    match behind.trim_start().starts_with(':') {
        true if is_said => {}
        false if is_said => out.faults.push((Fault::NoColon, comment.span)),
        _ => out.faults.push((Fault::NoReason, comment.span)),
    }
    Some(out)
}

impl Suppression {
    /// Reads `rule, rule, until = YYYY-MM-DD`, which begins at byte `start` of the file.
    fn names(&mut self, names: &str, mut start: u32, today: Option<Date>) {
        for part in names.split(',') {
            let name = part.trim();
            let at = start + (part.len() - part.trim_start().len()) as u32;
            let span = Span::new(at, at + name.len() as u32);
            start += part.len() as u32 + 1;
            if let Some((key, value)) = name.split_once('=')
                && key.trim() == "until"
            {
                let value = value.trim().trim_matches('"');
                match Date::parse(value) {
                    None => self.faults.push((Fault::BadDate(value.to_owned()), span)),
                    Some(date) if today.is_some_and(|today| today > date) => {
                        self.faults.push((Fault::Expired(value.to_owned()), span));
                    }
                    Some(_) => {}
                }
            } else if let Some(rule) = rules::find(name) {
                self.allows.push((rule, span));
            } else if !name.is_empty() {
                let near = rules::nearest(name);
                self.faults.push((Fault::Unknown(name.to_owned(), near), span));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::{Bodies, lower};

    /// What a comment with that in its parentheses suppresses, and its faults, on that day.
    fn on(today: Option<&str>, said: &str) -> (usize, Vec<Fault>) {
        let text = format!("fn f() {{\n    // unawaited: allow({said}): reason\n    g();\n}}\n");
        let today = today.map(|day| Date::parse(day).expect("a date"));
        let mut all = suppressions(&text, &lower(&text, Bodies::Keep), today);
        let only = all.pop().expect("one comment");
        (only.allows.len(), only.faults.into_iter().map(|(fault, _)| fault).collect())
    }

    #[test]
    fn a_suppression_holds_up_to_its_last_day() {
        let said = "dropped_future, until = 2026-03-31";
        for day in [None, Some("2025-12-01"), Some("2026-03-31")] {
            assert_eq!(on(day, said), (1, Vec::new()), "{day:?}");
        }
        let expired = (0, vec![Fault::Expired("2026-03-31".into())]);
        assert_eq!(on(Some("2026-04-01"), said), expired);
        assert_eq!(on(Some("2030-01-01"), "until=2026-03-31,dropped_future"), expired);
    }

    #[test]
    fn what_is_missing_is_named() {
        let faults = |said: &str| {
            let text = format!("fn f() {{\n    // unawaited: {said}\n    g();\n}}\n");
            let all = suppressions(&text, &lower(&text, Bodies::Keep), None);
            assert!(all.iter().all(|suppression| suppression.allows.is_empty()), "{said}");
            all.into_iter().flat_map(|one| one.faults).map(|(fault, _)| fault).collect::<Vec<_>>()
        };
        assert_eq!(faults("allow dropped_future: reason"), [Fault::NoParentheses]);
        assert_eq!(faults("allow: reason"), [Fault::NoRule]);
        assert_eq!(faults("allow(): reason"), [Fault::NoRule]);
        assert_eq!(faults("allow(dropped_future) reason"), [Fault::NoColon]);
        assert_eq!(faults("allow(dropped_future)"), [Fault::NoReason]);
        assert_eq!(faults("allow(dropped_future): -"), [Fault::NoReason]);
    }

    #[test]
    fn a_day_alone_names_no_rule() {
        assert_eq!(on(None, "until = 2026-03-31"), (0, vec![Fault::NoRule]));
    }

    #[test]
    fn an_unknown_name_leaves_the_others() {
        let (allows, faults) = on(None, "droped_future, unpolled_stream, zzz");
        assert_eq!(allows, 1);
        let unknown = |name: &str, near| Fault::Unknown(name.into(), near);
        assert_eq!(faults, [unknown("droped_future", Some("dropped_future")), unknown("zzz", None)]);
    }
}
