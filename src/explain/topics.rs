//! The topics: one page for each section of the note that the project grew out of, and the list of them.

use crate::lang::Text;

/// One topic page.
#[derive(Debug, PartialEq, Eq)]
pub struct Topic {
    /// What is typed: lower case, words joined by `-`; also the page's file name.
    pub name: &'static str,
    /// The page's heading.
    pub title: Text,
    /// One lower-case line: what the page answers.
    pub summary: Text,
    /// Other words that find it. Each belongs to one topic alone.
    pub words: &'static [&'static str],
    /// The page, Markdown.
    pub page: Text,
}

/// All topics, in the order in which one would read them.
pub static TOPICS: &[Topic] = &[
    Topic {
        name: "async-await",
        title: Text { en: "async and await", ru: "async и await" },
        summary: Text {
            en: "what happens if one forgets `.await`, in Python and in Rust",
            ru: "что будет, если забыть `.await`, в Python и в Rust",
        },
        words: &["async", "await", ".await", "coroutine", "future", "корутина", "футура"],
        page: Text {
            en: include_str!("topics/async-await.md"),
            ru: include_str!("topics/async-await.ru.md"),
        },
    },
    Topic {
        name: "event-loop",
        title: Text { en: "The event loop", ru: "Цикл событий" },
        summary: Text {
            en: "what runs a future, and what happens at `.await`",
            ru: "что выполняет футуру и что происходит на `.await`",
        },
        words: &[
            "asyncio",
            "block_on",
            "eventloop",
            "executor",
            "poll",
            "reactor",
            "runtime",
            "waker",
            "исполнитель",
            "цикл_событий",
        ],
        page: Text { en: include_str!("topics/event-loop.md"), ru: include_str!("topics/event-loop.ru.md") },
    },
    Topic {
        name: "threads-processes-async",
        title: Text { en: "Threads, processes and async", ru: "Потоки, процессы и async" },
        summary: Text {
            en: "when to use which, and what goes wrong where they meet",
            ru: "что когда применять и что ломается там, где они встречаются",
        },
        words: &[
            "gil",
            "process",
            "processes",
            "rayon",
            "spawn",
            "spawn_blocking",
            "thread",
            "threads",
            "threads-processes-asyncio",
            "поток",
            "потоки",
            "процесс",
            "процессы",
        ],
        page: Text {
            en: include_str!("topics/threads-processes-async.md"),
            ru: include_str!("topics/threads-processes-async.ru.md"),
        },
    },
    Topic {
        name: "gather-vs-as-completed",
        title: Text { en: "gather and as_completed", ru: "gather и as_completed" },
        summary: Text {
            en: "many futures at once: the order of their results, and their errors",
            ru: "много футур сразу: порядок результатов и ошибки",
        },
        words: &[
            "as_completed",
            "buffer_unordered",
            "futures_unordered",
            "futuresunordered",
            "gather",
            "join",
            "join!",
            "join_all",
            "joinset",
            "return_exceptions",
            "try_join",
            "try_join!",
        ],
        page: Text {
            en: include_str!("topics/gather-vs-as-completed.md"),
            ru: include_str!("topics/gather-vs-as-completed.ru.md"),
        },
    },
];
