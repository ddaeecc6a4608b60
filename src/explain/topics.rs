//! The topics: one page for each section of the note that the project grew out of, and the list of them.

/// One topic page.
#[derive(Debug, PartialEq, Eq)]
pub struct Topic {
    /// What is typed: lower case, words joined by `-`; also the page's file name.
    pub name: &'static str,
    /// The page's heading.
    pub title: &'static str,
    /// One lower-case line: what the page answers.
    pub summary: &'static str,
    /// Other words that find it. Each belongs to one topic alone.
    pub words: &'static [&'static str],
    /// The page, Markdown.
    pub page: &'static str,
}

/// All topics, in the order in which one would read them.
pub static TOPICS: &[Topic] = &[
    Topic {
        name: "async-await",
        title: "async and await",
        summary: "what happens if one forgets `.await`, in Python and in Rust",
        words: &["async", "await", ".await", "coroutine", "future"],
        page: include_str!("topics/async-await.md"),
    },
    Topic {
        name: "event-loop",
        title: "The event loop",
        summary: "what runs a future, and what happens at `.await`",
        words: &["asyncio", "block_on", "eventloop", "executor", "poll", "reactor", "runtime", "waker"],
        page: include_str!("topics/event-loop.md"),
    },
    Topic {
        name: "threads-processes-async",
        title: "Threads, processes and async",
        summary: "when to use which, and what goes wrong where they meet",
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
        ],
        page: include_str!("topics/threads-processes-async.md"),
    },
    Topic {
        name: "gather-vs-as-completed",
        title: "gather and as_completed",
        summary: "many futures at once: the order of their results, and their errors",
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
        page: include_str!("topics/gather-vs-as-completed.md"),
    },
];
