//! Phrases that several rules share.

use super::Lost;
use crate::discards::{Context, Discard};

/// What to do with a collection of futures.
pub(super) const POLL_ALL: &str = "poll it to its end: `while let Some(x) = q.next().await {}` for a \
     `FuturesUnordered`, `join_all(v).await` for a `Vec`";

/// What to do with a future that a thread should run.
pub(super) const RUN_IN_THREAD: &str = "run it in the closure with your runtime's `block_on`, or give it to your \
     runtime's `spawn` instead of a thread";

/// What to do with a task that should run on.
pub(super) const DETACH: &str = "call `.detach()` to let it run on, keep the handle, or `.await` it";

/// What to do with a stream.
pub(super) const DRAIN: &str = "poll it to its end: `while let Some(x) = stream.next().await {}`, `for_each(…).await` \
     or `collect().await`";

/// `the future of `f``, `this future`.
pub(super) fn the_future(lost: &Lost) -> String {
    match lost.callee {
        Some(name) => format!("the future of `{name}`"),
        None => "this future".to_owned(),
    }
}

/// Whether awaiting the value would lock or acquire something, by the name of what is called.
pub(super) fn is_guard(lost: &Lost) -> bool {
    const GUARDS: [&str; 10] = [
        "lock",
        "lock_owned",
        "read_owned",
        "write_owned",
        "lock_arc",
        "acquire",
        "acquire_owned",
        "acquire_many",
        "acquire_many_owned",
        "acquire_arc",
    ];
    lost.callee.is_some_and(|name| GUARDS.contains(&name))
}

/// What to do with a value that holds a future.
pub(super) fn take_out(discard: &Discard) -> &'static str {
    match discard.context {
        Context::Async => {
            "take the future out and `.await` it: `if let Some(future) = … { future.await }`, or `join_all` for many"
        }
        _ => {
            "return the value, so that an `async fn` can take the future out and `.await` it, or hand it to `block_on`"
        }
    }
}

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
