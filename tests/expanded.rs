//! What macros make: what a nightly rustc made of the same, recorded once, and that nothing at all makes the expansion
//! panic or run on.

use std::time::{Duration, Instant};

use unawaited::expand::{Definition, Fuel, Group, Origin, Reach, Rendered, Tree, expand_call, trees, unfold};
use unawaited::lower::{Bodies, lower, tokens};

#[path = "support/pairs.rs"]
mod pairs;

use pairs::{calls_macros, made, pairs, same, shown, whole};

const MACROS: &str = include_str!("../fixtures/expanded/macros.rs");
const RECORDED: &str = include_str!("../fixtures/expanded/rustc.txt");

#[test]
fn macros_make_what_rustc_makes_of_them() {
    let summary = lower(MACROS, Bodies::Keep);
    assert_eq!(summary.errors, []);
    let pairs = pairs(MACROS, &summary, usize::MAX);
    let recorded: Vec<(&str, &str)> =
        RECORDED.split("//# ").skip(1).filter_map(|section| section.split_once('\n')).collect();
    assert_eq!(recorded.len(), pairs.len(), "record anew: see benches/README.md");
    for (pair, (call, theirs)) in pairs.iter().zip(recorded) {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(pair.call), words(call), "record anew: see benches/README.md");
        let ours = made(pair).unwrap_or_else(|why| panic!("{}: {why:?}", whole(pair)));
        assert!(!calls_macros(&ours.items), "{}", whole(pair));
        let (ours, theirs) = (shown(ours), shown(lower(theirs, Bodies::Keep)));
        assert!(same(&ours, &theirs), "{}\n--- ours\n{ours}--- rustc's\n{theirs}", whole(pair));
    }
}

/// Numbers that are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

const WORDS: [&str; 45] = [
    "$a", "$b", ":", "expr", "ty", "tt", "pat", "ident", "block", "item", "stmt", "vis", "path", "literal",
    "lifetime", "meta", "$(", ")*", ")+", ")?", "(", ")", "{", "}", "[", "]", ",", ";", "=>", "m!(", "let",
    "x", "1", "'a", "+", "<", ">", ">>", "::", "#[", "|", "fn", "impl", "$crate", "_",
];

/// Some of the words of `text`, a few of them replaced, dropped or doubled.
fn mutated(text: &str, random: &mut Random) -> String {
    let mut out = Vec::new();
    let words: Vec<&str> = text.split_inclusive([' ', '(', ')', '{', '}', ',', ';', ':']).collect();
    for word in words {
        match random.below(48) {
            0 => {}
            1 => out.push(WORDS[random.below(WORDS.len())]),
            2 => out.extend([word, " ", word]),
            _ => out.push(word),
        }
    }
    out.concat()
}

fn soup(random: &mut Random) -> String {
    let len = random.below(40);
    (0..len).map(|_| WORDS[random.below(WORDS.len())]).collect::<Vec<_>>().join(" ")
}

/// Definition × call: whatever they are, there is an answer, and soon.
#[test]
fn no_definition_and_no_call_makes_it_panic_or_run_on() {
    let summary = lower(MACROS, Bodies::Keep);
    let pairs = pairs(MACROS, &summary, usize::MAX);
    let read = |text: &str| trees(&tokens(text, 0), &Origin::Call);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut read_definitions, mut fits, mut slowest) = (0, 0, Duration::ZERO);
    for round in 0..40_000 {
        let pair = &pairs[random.below(pairs.len())];
        let other = &pairs[random.below(pairs.len())];
        let definition = match round % 3 {
            0 => soup(&mut random),
            _ => mutated(pair.definition, &mut random),
        };
        let call = match round % 4 {
            0 => format!("m!({})", soup(&mut random)),
            1 => mutated(other.call, &mut random),
            _ => mutated(pair.call, &mut random),
        };
        let written = read(&definition);
        let arms = match written.last() {
            Some(Tree::Group(group)) => &group.trees,
            _ => &written,
        };
        let Some(definition) = Definition::parse(arms) else { continue };
        read_definitions += 1;
        let start = Instant::now();
        let mut fuel = Fuel::new(50_000);
        let mut make = |_: &[Tree], group: &Group| definition.expand(&group.trees, "crate", &mut fuel).ok();
        if let Some(made) = expand_call(&read(&call), round % 2 == 0, &mut make) {
            fits += 1;
            let _ = lower(&format!("fn x() {{ {} }}", Rendered::new(&made).text), Bodies::Keep);
        }
        let helper = |_: &str| Some(&definition);
        let mut fuel = Fuel::new(50_000);
        if let Some(Tree::Group(group)) = read(&call).last() {
            let _ = unfold((&definition, "m"), &group.trees, "crate", (&helper, Reach::Members), &mut fuel);
        }
        slowest = slowest.max(start.elapsed());
    }
    // Not all of it is nonsense.
    assert!(read_definitions > 4_000 && fits > 1_000, "{read_definitions} definitions, {fits} fit");
    assert!(slowest < Duration::from_secs(5), "{slowest:?}");
}
