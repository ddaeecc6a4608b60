//! Explanation pages: of rules (each lies beside its rule) and of topics (here). Finding them by name, putting them
//! into one document, and reading their code blocks. Data and look-up only: how a page is shown is the command line's business.

mod blocks;
mod reference;
mod topics;

pub use blocks::{Block, code_blocks};
pub use reference::reference;
pub use topics::{TOPICS, Topic};

use crate::lang::Text;
use crate::rules::RULES;

/// One explanation, ready to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// A rule's name, or a topic's title.
    pub title: Text,
    /// The whole page, Markdown, with its heading.
    pub markdown: Text,
}

/// How near a name must come to what was asked for to be suggested: 0 is unlike, 1 is equal.
const NEAR: f64 = 0.75;

/// How many suggestions are made at most.
const MOST_SUGGESTIONS: usize = 3;

/// The page of the rule or topic of that name.
///
/// Upper and lower case, and ` `, `-` and `_`, count as equal; a rule may be written with the `unawaited::` that
/// machine formats put in front of it. Words that belong to one topic alone (`gil`, `executor`) find it as well.
///
/// # Errors
///
/// Names that come near, best first, at most three; none if nothing does.
pub fn find(name: &str) -> Result<Page, Vec<&'static str>> {
    let wanted = normalise(name);
    let wanted = wanted.strip_prefix("unawaited::").unwrap_or(&wanted);
    names()
        .find(|known| normalise(known.word) == wanted)
        .map(|known| known.page)
        .ok_or_else(|| suggest(wanted))
}

/// One way to ask for a page.
struct Known {
    /// What is asked.
    word: &'static str,
    /// The page's proper name: what is suggested.
    name: &'static str,
    page: Page,
}

/// Every word that finds a page. Proper names come before the other words.
fn names() -> impl Iterator<Item = Known> {
    let rules = RULES.iter().map(|rule| Known {
        word: rule.name,
        name: rule.name,
        page: Page { title: Text { en: rule.name, ru: rule.name }, markdown: rule.page },
    });
    let topics = TOPICS.iter().map(|topic| topic_by(topic, topic.name));
    let words = TOPICS.iter().flat_map(|topic| topic.words.iter().map(|word| topic_by(topic, word)));
    rules.chain(topics).chain(words)
}

fn topic_by(topic: &Topic, word: &'static str) -> Known {
    Known { word, name: topic.name, page: Page { title: topic.title, markdown: topic.page } }
}

fn normalise(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

fn suggest(wanted: &str) -> Vec<&'static str> {
    let mut near: Vec<(f64, &'static str)> = names()
        .map(|known| (nearness(wanted, &normalise(known.word)), known.name))
        .filter(|(nearness, _)| *nearness >= NEAR)
        .collect();
    near.sort_by(|(left, _), (right, _)| right.total_cmp(left));
    let mut suggestions = Vec::new();
    for (_, name) in near {
        if !suggestions.contains(&name) {
            suggestions.push(name);
        }
    }
    suggestions.truncate(MOST_SUGGESTIONS);
    suggestions
}

/// From 0, unlike, to 1, equal. Both normalised.
fn nearness(wanted: &str, known: &str) -> f64 {
    // A part of the name is a good guess whatever its length makes of the distance: `underscore`.
    if wanted.len() >= 4 && known.contains(wanted) {
        return 0.95;
    }
    strsim::jaro_winkler(wanted, known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(name: &str) -> &'static str {
        find(name).unwrap_or_else(|near| panic!("{name}: not found, near {near:?}")).title.en
    }

    fn near(name: &str) -> Vec<&'static str> {
        find(name).expect_err(name)
    }

    #[test]
    fn every_rule_and_topic_is_found_by_its_name() {
        for rule in RULES.iter() {
            let title = Text { en: rule.name, ru: rule.name };
            assert_eq!(find(rule.name), Ok(Page { title, markdown: rule.page }));
        }
        for topic in TOPICS {
            assert_eq!(find(topic.name), Ok(Page { title: topic.title, markdown: topic.page }));
        }
    }

    #[test]
    fn case_and_separators_do_not_matter() {
        assert_eq!(title("Dropped-Future"), "dropped_future");
        assert_eq!(title(" DROPPED FUTURE "), "dropped_future");
        assert_eq!(title("gather_vs_as_completed"), "gather and as_completed");
        assert_eq!(title("event loop"), "The event loop");
        assert_eq!(title("unawaited::let_underscore_future"), "let_underscore_future");
    }

    #[test]
    fn a_topics_words_find_it() {
        assert_eq!(title("await"), "async and await");
        assert_eq!(title(".await"), "async and await");
        assert_eq!(title("GIL"), "Threads, processes and async");
        assert_eq!(title("as_completed"), "gather and as_completed");
        assert_eq!(title("executor"), "The event loop");
        assert_eq!(title("Цикл событий"), "The event loop");
        assert_eq!(title("футура"), "async and await");
    }

    #[test]
    fn no_word_finds_two_pages() {
        let mut words: Vec<String> = names().map(|known| normalise(known.word)).collect();
        words.sort();
        let all = words.len();
        words.dedup();
        assert_eq!(words.len(), all, "a word is listed twice: {words:?}");
    }

    #[test]
    fn typos_give_the_nearest_names_best_first() {
        assert_eq!(near("droped_future").first(), Some(&"dropped_future"));
        assert_eq!(near("let-underscor-future").first(), Some(&"let_underscore_future"));
        assert_eq!(near("evnt-loop").first(), Some(&"event-loop"));
        assert_eq!(near("underscore").first(), Some(&"let_underscore_future"));
        assert_eq!(near("awiat").first(), Some(&"async-await"));
    }

    #[test]
    fn what_is_like_nothing_gives_no_names() {
        assert_eq!(near("xyzzy"), Vec::<&str>::new());
        assert_eq!(near(""), Vec::<&str>::new());
    }
}
