//! Sources with parts cut out, doubled or strewn in: nothing panics, errors lie in the text, the rest is lowered.

use unawaited::lower::{Bodies, STACK_SIZE, lower, outline};
use unawaited::summary::print;

const SOURCES: &[&str] = &[
    include_str!("../../src/lower/scan.rs"),
    include_str!("../../src/lower/recover.rs"),
    include_str!("../../src/summary/print/types.rs"),
];

const STREWN: &[&str] = &[
    "(", ")", "{", "}", "[", "]", "<", "\"", "'", "/*", "*/", "//", "r#\"", ";", ",", ".", "::", "->", "=>",
    "|", "&", "#[", "fn ", "let ", "if ", "match ", "impl ", "pub ", "async ", "ä", "`", "\u{feff}", "\r",
    "0x", "b'", "$", "_",
];

/// A small generator of numbers, the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn mutilate(text: &mut String, numbers: &mut Numbers) {
    let from = boundary(text, numbers.below(text.len()));
    let to = boundary(text, (from + numbers.below(60)).min(text.len()));
    match numbers.below(3) {
        0 => text.replace_range(from..to, ""),
        1 => {
            let part = text[from..to].to_owned();
            text.insert_str(to, &part);
        }
        _ => text.insert_str(from, STREWN[numbers.below(STREWN.len())]),
    }
}

#[test]
fn mutilated_sources_are_survived() {
    let worker = std::thread::Builder::new().stack_size(STACK_SIZE);
    let worker = worker.spawn(|| {
        let mut numbers = Numbers(1);
        let mut lowered = 0;
        for round in 0..240 {
            let mut text = SOURCES[round % SOURCES.len()].to_owned();
            for _ in 0..1 + numbers.below(4) {
                mutilate(&mut text, &mut numbers);
            }
            for summary in [lower(&text, Bodies::Keep), lower(&text, Bodies::Drop), outline(&text)] {
                let printed = print::file(&summary);
                assert!(!printed.contains("the parser gave up"), "round {round}: {text}");
                let inside = |span: std::ops::Range<usize>| text.get(span).is_some();
                assert!(summary.errors.iter().all(|error| inside(error.span.range())), "round {round}");
                lowered += summary.items.len();
            }
        }
        // Between ten and twenty items a source, fewer in its outline: few are lost.
        assert!(lowered > 240 * 2 * 10, "{lowered}");
    });
    worker.expect("a thread").join().expect("no panic");
}
