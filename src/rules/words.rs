//! Phrases that several rules share, in every language.

use super::{Lost, Words};
use crate::discards::{Context, Within};
use crate::infer::Around;
use crate::lang::Text;

/// What to do with a collection of futures.
pub(super) fn poll_all(lost: &Lost) -> Text {
    match lost.discard.context {
        Context::Async => Text {
            en: "poll it to its end: `while let Some(x) = q.next().await {}` for a `FuturesUnordered`, \
                 `join_all(v).await` for a `Vec`",
            ru: "опросите её до конца: `while let Some(x) = q.next().await {}` для `FuturesUnordered`, \
                 `join_all(v).await` для `Vec`",
        },
        _ => Text {
            en: "hand `join_all` of it to your runtime's `block_on`, or return it to an `async fn` that polls it to its end",
            ru: "передайте `join_all` от неё в `block_on` вашей среды выполнения или верните её в `async fn`, которая \
                 опросит её до конца",
        },
    }
}

/// What to do with a future that a thread should run.
pub(super) const RUN_IN_THREAD: Text = Text {
    en: "run it in the closure with your runtime's `block_on`, or give it to your runtime's `spawn` instead of a thread",
    ru: "выполните её внутри замыкания через `block_on` вашей среды выполнения или передайте её в `spawn` вместо потока",
};

/// What to do with a task that should run on.
pub(super) fn detach(lost: &Lost) -> Text {
    match lost.discard.context {
        Context::Async => Text {
            en: "call `.detach()` to let it run on, keep the handle, or `.await` it",
            ru: "вызовите `.detach()`, чтобы она выполнялась сама, сохраните её дескриптор или дождитесь её через \
                 `.await`",
        },
        _ => Text {
            en: "call `.detach()` to let it run on, or keep the handle for as long as it shall live",
            ru: "вызовите `.detach()`, чтобы она выполнялась сама, или храните её дескриптор, пока она нужна",
        },
    }
}

/// What to do with a stream.
pub(super) fn drain(lost: &Lost) -> Text {
    match lost.discard.context {
        Context::Async => Text {
            en: "poll it to its end: `while let Some(x) = stream.next().await {}`, `for_each(…).await` or \
                 `collect().await`",
            ru: "опросите его до конца: `while let Some(x) = stream.next().await {}`, `for_each(…).await` или \
                 `collect().await`",
        },
        _ => Text {
            en: "return it to an `async fn` that polls it to its end, or hand `stream.collect()` to your runtime's \
                 `block_on`",
            ru: "верните его в `async fn`, которая опросит его до конца, или передайте `stream.collect()` в `block_on` \
                 вашей среды выполнения",
        },
    }
}

impl Lost<'_, '_> {
    /// What a rule says: `named` with the name of what is called in place of its `{}`, or `unnamed` where nothing is.
    pub(super) fn say(&self, named: Text, unnamed: Text, help: Text) -> Words {
        let message = match self.callee {
            Some(name) => named.with(self.lang, name),
            None => unnamed.get(self.lang).to_owned(),
        };
        Words { message, help: help.get(self.lang).to_owned() }
    }
}

/// Whether awaiting the value would lock or acquire something, by the name of what is called.
pub(super) fn is_guard(lost: &Lost) -> bool {
    lost.callee.is_some_and(locks)
}

/// Whether a function of that name locks or acquires something.
pub(super) fn locks(callee: &str) -> bool {
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
    GUARDS.contains(&callee)
}

/// What to do with a lock or a permit that nobody waited for.
fn acquire(lost: &Lost) -> Text {
    match lost.discard.context {
        Context::Async => Text {
            en: "add `.await`: only then is it locked or acquired",
            ru: "добавьте `.await`: только тогда блокировка или разрешение будут захвачены",
        },
        _ => Text {
            en: "use what locks or acquires without `.await` (`blocking_lock`, `try_acquire`, std's `Mutex`), or make \
                 the code around it `async`",
            ru: "возьмите то, что захватывает без `.await` (`blocking_lock`, `try_acquire`, `Mutex` из std), или сделайте \
                 код вокруг `async`",
        },
    }
}

/// What to do with a value that holds a future.
pub(super) fn take_out(lost: &Lost) -> Text {
    match (lost.discard.context, lost.around) {
        (Context::Async, _) => Text {
            en: "take the future out and `.await` it: `if let Some(future) = … { future.await }`, or `join_all` for many",
            ru: "достаньте футуру и дождитесь её: `if let Some(future) = … { future.await }`, а если их много, `join_all`",
        },
        (Context::Sync, Around::Test) => in_function(Around::Test),
        _ => Text {
            en: "return the value, so that an `async fn` can take the future out and `.await` it, or take it out here \
                 and hand it to your runtime's `block_on`",
            ru: "верните значение, чтобы футуру достала и дождалась её `async fn`, или достаньте футуру здесь и передайте \
                 её в `block_on` вашей среды выполнения",
        },
    }
}

/// What to do with a future that should run, by what is possible where it stands.
pub(super) fn run_it(lost: &Lost) -> Text {
    if is_guard(lost) {
        return acquire(lost);
    }
    match (lost.discard.context, lost.discard.within) {
        (Context::Async, Within::Select) => Text {
            en: "add `.await`: by now the other branches are dropped, so it holds up none of them; to go on selecting \
                 meanwhile, hand it to your runtime's `spawn`",
            ru: "добавьте `.await`: остальные ветви уже отброшены, ждать они не будут; чтобы тем временем снова вызывать \
                 `select!`, передайте футуру в `spawn` вашей среды выполнения",
        },
        (Context::Async, _) => Text {
            en: "add `.await`; to let it run in the background, hand it to your runtime's `spawn`",
            ru: "добавьте `.await`; чтобы работа шла в фоне, передайте футуру в `spawn` вашей среды выполнения",
        },
        (Context::Sync, _) => in_function(lost.around),
        (Context::Closure { within_async: true }, Within::ForEach) => Text {
            en: "a closure given to `for_each` cannot `.await`: write a `for` loop, and `.await` in it",
            ru: "в замыкании для `for_each` нельзя писать `.await`: замените его циклом `for` и ждите в нём",
        },
        (Context::Closure { within_async: false }, Within::ForEach) => Text {
            en: "a closure given to `for_each` cannot `.await`: write a `for` loop in an `async fn`, or hand each future \
                 to your runtime's `block_on` or `spawn`",
            ru: "в замыкании для `for_each` нельзя писать `.await`: напишите цикл `for` в `async fn` или передавайте \
                 каждую футуру в `block_on` либо `spawn` вашей среды выполнения",
        },
        (Context::Closure { within_async: true }, _) => Text {
            en: "a synchronous closure cannot `.await`: make it `async`, move the call out of it, or hand the future to \
                 your runtime's `spawn`",
            ru: "в синхронном замыкании нельзя писать `.await`: сделайте его `async`, вынесите вызов наружу или передайте \
                 футуру в `spawn` вашей среды выполнения",
        },
        (Context::Closure { within_async: false }, _) => Text {
            en: "a synchronous closure cannot `.await`: make it `async`, or hand the future to your runtime's `block_on` \
                 or `spawn`",
            ru: "в синхронном замыкании нельзя писать `.await`: сделайте его `async` или передайте футуру в `block_on` \
                 либо `spawn` вашей среды выполнения",
        },
    }
}

/// The same in a function that is not `async`.
fn in_function(around: Around) -> Text {
    match around {
        Around::Plain => Text {
            en: "`.await` needs an `async fn` around it: make this function `async`, or hand the future to your \
                 runtime's `block_on` or `spawn`",
            ru: "`.await` возможен только внутри `async fn`: сделайте эту функцию `async` или передайте футуру в \
                 `block_on` либо `spawn` вашей среды выполнения",
        },
        Around::Drop => Text {
            en: "`drop` cannot be `async`: offer an `async fn close(self)` that is awaited before, or hand the future to \
                 your runtime's `spawn`",
            ru: "`drop` не бывает `async`: заведите `async fn close(self)`, которую вызывают и ждут заранее, или \
                 передайте футуру в `spawn` вашей среды выполнения",
        },
        Around::Test => Text {
            en: "make the test an `async fn` with your runtime's attribute, such as `#[tokio::test]`, and add `.await`",
            ru: "сделайте тест `async fn` с атрибутом вашей среды выполнения, например `#[tokio::test]`, и добавьте \
                 `.await`",
        },
        Around::Main => Text {
            en: "hand the future to your runtime's `block_on`, or make `main` an `async fn` with its attribute, such as \
                 `#[tokio::main]`, and add `.await`",
            ru: "передайте футуру в `block_on` вашей среды выполнения или сделайте `main` `async fn` с её атрибутом, \
                 например `#[tokio::main]`, и добавьте `.await`",
        },
        Around::OwnTraitMethod => Text {
            en: "the trait says that this method is not `async`: hand the future to your runtime's `spawn`, or change \
                 the trait",
            ru: "трейт объявляет этот метод не `async`: передайте футуру в `spawn` вашей среды выполнения или измените \
                 трейт",
        },
        Around::ForeignTraitMethod => Text {
            en: "the trait says that this method is not `async`: hand the future to your runtime's `spawn`, or do this \
                 in an `async fn` of the type's own",
            ru: "трейт объявляет этот метод не `async`: передайте футуру в `spawn` вашей среды выполнения или сделайте \
                 это в собственной `async fn` этого типа",
        },
    }
}
