//! Phrases that several rules share.

use crate::discards::{Context, Discard};

/// What to do with a future that should run, by what is possible where it stands.
pub(super) fn run_it(discard: &Discard) -> &'static str {
    match discard.context {
        Context::Async => "add `.await`; to let it run in the background, hand it to your runtime's `spawn`",
        Context::Sync => {
            "`.await` needs an `async fn` around it: make this function `async`, or hand the future to your \
             runtime's `block_on` or `spawn`"
        }
        Context::Closure { within_async: true } => {
            "a synchronous closure cannot `.await`: make it `async`, move the call out of it, or hand the future to \
             your runtime's `spawn`"
        }
        Context::Closure { within_async: false } => {
            "a synchronous closure cannot `.await`: make it `async`, or hand the future to your runtime's `block_on` \
             or `spawn`"
        }
    }
}
