//! Explanation pages: of rules (each lies beside its rule) and of topics (here).

use crate::rules::RULES;

/// One topic.
#[derive(Debug)]
pub struct Topic {
    /// What one asks for.
    pub name: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// One line.
    pub summary: &'static str,
    /// Markdown.
    pub page: &'static str,
}

/// All topics.
pub static TOPICS: &[Topic] = &[];

/// One explanation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// A rule's name, or a topic's title.
    pub title: &'static str,
    /// Markdown.
    pub markdown: &'static str,
}

/// The page of that name, or names that come near, best first.
pub fn find(name: &str) -> Result<Page, Vec<&'static str>> {
    let rules = RULES.iter().map(|rule| (rule.name, Page { title: rule.name, markdown: rule.page }));
    let topics = TOPICS.iter().map(|topic| (topic.name, Page { title: topic.title, markdown: topic.page }));
    let pages: Vec<(&str, Page)> = rules.chain(topics).collect();
    if let Some((_, page)) = pages.iter().find(|(known, _)| *known == name) {
        return Ok(*page);
    }
    let near = pages.iter().map(|(known, _)| *known);
    Err(near.filter(|known| strsim::jaro_winkler(known, name) > 0.75).collect())
}
