//! A printed form of a body's discards.

use super::Discard;
use crate::summary::Body;

/// One line each: how, then the value's text.
pub fn lines(discards: &[Discard], body: &Body, text: &str) -> String {
    let line = |discard: &Discard| {
        let value = text.get(body.expr(discard.expr).span.range()).unwrap_or("?");
        format!("{:?} {value}\n", discard.how)
    };
    discards.iter().map(line).collect()
}
