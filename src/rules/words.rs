//! Phrases that several rules share.

use super::Lost;
use crate::discards::{Context, Discard};
use crate::infer::Around;

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
pub(super) fn run_it(lost: &Lost) -> &'static str {
    match lost.discard.context {
        Context::Async => "add `.await`; to let it run in the background, hand it to your runtime's `spawn`",
        Context::Sync => in_function(lost.around),
        Context::Closure { within_async: true } if lost.discard.in_for_each => {
            "a closure given to `for_each` cannot `.await`: write a `for` loop, and `.await` in it"
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

/// The same in a function that is not `async`.
fn in_function(around: Around) -> &'static str {
    match around {
        Around::Plain => {
            "`.await` needs an `async fn` around it: make this function `async`, or hand the future to your \
             runtime's `block_on` or `spawn`"
        }
        Around::Drop => {
            "`drop` cannot be `async`: offer an `async fn close(self)` that is awaited before, or hand the future to \
             your runtime's `spawn`"
        }
        Around::Test => {
            "make the test an `async fn` with your runtime's attribute, such as `#[tokio::test]`, and add `.await`"
        }
        Around::Main => {
            "hand the future to your runtime's `block_on`, or make `main` an `async fn` with its attribute, such as \
             `#[tokio::main]`, and add `.await`"
        }
        Around::TraitMethod => {
            "the trait says that this method is not `async`: hand the future to your runtime's `spawn`, or change \
             the trait"
        }
    }
}
