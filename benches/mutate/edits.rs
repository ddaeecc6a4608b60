//! Deletions from a text, and how positions move with them.

use std::ops::Range;

/// Ranges of bytes to delete: sorted, apart from each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edits {
    deleted: Vec<Range<usize>>,
}

impl Edits {
    /// Of ranges in any order that must not overlap.
    pub fn new(mut deleted: Vec<Range<usize>>) -> Self {
        deleted.sort_by_key(|range| range.start);
        assert!(deleted.is_sorted_by(|a, b| a.end <= b.start), "deletions overlap: {deleted:?}");
        Edits { deleted }
    }

    /// `text` without the deleted ranges.
    pub fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for range in &self.deleted {
            out.push_str(&text[at..range.start]);
            at = range.end;
        }
        out.push_str(&text[at..]);
        out
    }

    /// Where a range of the old text, whose ends are not deleted, lies in the new one.
    pub fn to_new(&self, old: &Range<usize>) -> Range<usize> {
        let gone_before = |at: usize| {
            self.deleted.iter().take_while(|range| range.end <= at).map(Range::len).sum::<usize>()
        };
        old.start - gone_before(old.start)..old.end - gone_before(old.end)
    }

    /// Where a range of the new text lay in the old one. What was deleted right at its start or right at its
    /// end lies outside of it.
    pub fn to_old(&self, new: &Range<usize>) -> Range<usize> {
        let mut old = new.clone();
        for range in &self.deleted {
            if range.start <= old.start {
                old.start += range.len();
            }
            if range.start < old.end {
                old.end += range.len();
            }
        }
        old.start..old.end.max(old.start)
    }
}
