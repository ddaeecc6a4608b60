//! Which arm a call fits, and what its variables stand for: rustc's algorithm (all ways to go on at once, token by
//! token), so that what it accepts is the same.

use super::fragment::fragment_len;
use super::pattern::{Arm, Often, Step};
use super::tree::{Leaf, Tree};
use super::{Failure, Fuel, MAX_DEPTH};
use crate::summary::Delimiter;

/// What a variable stands for.
#[derive(Debug)]
pub(super) enum Bound<'t> {
    Trees(&'t [Tree], super::Kind),
    Each(Vec<Bound<'t>>),
}

/// A call's tokens, laid out flat.
pub(super) struct Flat<'t> {
    tokens: Vec<Token<'t>>,
}

struct Token<'t> {
    at: At<'t>,
    /// From this tree to the end of its group.
    rest: &'t [Tree],
    /// The place behind the tree.
    behind: usize,
}

enum At<'t> {
    Tree(&'t Tree),
    Open(Delimiter),
    Close(Delimiter),
}

impl Token<'_> {
    fn is_leaf(&self, leaf: &Leaf) -> bool {
        matches!(self.at, At::Tree(Tree::Leaf(found)) if found.is_same(leaf))
    }

    /// Whether it is the very token that a step asks for.
    fn is(&self, step: &Step) -> bool {
        match (step, &self.at) {
            (Step::Leaf(leaf), _) => self.is_leaf(leaf),
            (Step::Open(wanted), At::Open(found)) | (Step::Close(wanted), At::Close(found)) => {
                wanted == found
            }
            _ => false,
        }
    }
}

impl<'t> Flat<'t> {
    pub(super) fn new(trees: &'t [Tree]) -> Result<Self, Failure> {
        let mut flat = Flat { tokens: Vec::with_capacity(trees.len()) };
        flat.push(trees, 0)?;
        Ok(flat)
    }

    fn push(&mut self, trees: &'t [Tree], depth: usize) -> Result<(), Failure> {
        if depth > MAX_DEPTH {
            return Err(Failure::TooLarge);
        }
        for (index, tree) in trees.iter().enumerate() {
            let (at, rest) = (self.tokens.len(), &trees[index..]);
            match tree {
                Tree::Group(group) => {
                    self.tokens.push(Token { at: At::Open(group.delimiter), rest, behind: 0 });
                    self.push(&group.trees, depth + 1)?;
                    let behind = self.tokens.len() + 1;
                    self.tokens.push(Token { at: At::Close(group.delimiter), rest: &[], behind });
                    self.tokens[at].behind = behind;
                }
                _ => self.tokens.push(Token { at: At::Tree(tree), rest, behind: at + 1 }),
            }
        }
        Ok(())
    }
}

/// What happened on the way of one thread, newest first; each names the one before.
struct Event<'t> {
    before: usize,
    what: What<'t>,
}

enum What<'t> {
    /// A repetition starts, at this depth, with these variables.
    Repeat(std::ops::Range<usize>, usize),
    Bind(usize, usize, &'t [Tree], super::Kind),
}

const NONE: usize = usize::MAX;

/// One way to go on.
#[derive(Clone, Copy)]
struct Thread {
    step: usize,
    event: usize,
}

/// What the variables of `arm` stand for if the call fits it.
pub(super) fn fit<'t>(
    arm: &Arm,
    call: &Flat<'t>,
    fuel: &mut Fuel,
) -> Result<Option<Vec<Bound<'t>>>, Failure> {
    let mut run = Run {
        arm,
        call,
        events: Vec::new(),
        current: vec![Thread { step: 0, event: NONE }],
        next: Vec::new(),
        fragments: Vec::new(),
    };
    let mut at = 0;
    loop {
        let done = run.advance(at, fuel)?;
        if at == call.tokens.len() {
            return Ok(done.map(|event| run.bound(event)));
        }
        match (run.next.is_empty(), run.fragments.as_slice()) {
            (true, []) => return Ok(None),
            (false, []) => {
                std::mem::swap(&mut run.current, &mut run.next);
                at += 1;
            }
            (true, [thread]) => match run.fragment(*thread, at) {
                Some(behind) => at = behind,
                None => return Ok(None),
            },
            _ => return Err(Failure::Ambiguous),
        }
    }
}

struct Run<'a, 't> {
    arm: &'a Arm,
    call: &'a Flat<'t>,
    events: Vec<Event<'t>>,
    current: Vec<Thread>,
    /// Threads that took the token.
    next: Vec<Thread>,
    /// Threads that want a fragment.
    fragments: Vec<Thread>,
}

impl<'t> Run<'_, 't> {
    /// Moves all threads over the token at `at`; gives the one that is at the end together with the call.
    fn advance(&mut self, at: usize, fuel: &mut Fuel) -> Result<Option<usize>, Failure> {
        self.next.clear();
        self.fragments.clear();
        let mut done = None;
        let token = self.call.tokens.get(at);
        // A repetition that can be empty could go round without end.
        let mut moves = 0;
        while let Some(thread) = self.current.pop() {
            fuel.burn(1)?;
            moves += 1;
            if moves > self.arm.steps.len() * 4 + 16 {
                return Err(Failure::Ambiguous);
            }
            let to = |step| Thread { step, ..thread };
            match &self.arm.steps[thread.step] {
                Step::Leaf(_) | Step::Open(_) | Step::Close(_) => {
                    if token.is_some_and(|token| token.is(&self.arm.steps[thread.step])) {
                        self.next.push(to(thread.step + 1));
                    }
                }
                Step::Repeat { often, vars, depth, end } => {
                    let event = self.event(thread.event, What::Repeat(vars.clone(), *depth));
                    if *often != Often::Some {
                        self.current.push(Thread { step: *end, event });
                    }
                    self.current.push(Thread { step: thread.step + 1, event });
                }
                Step::Again { often, first } => {
                    self.current.push(to(thread.step + 1));
                    if *often != Often::Optional {
                        self.current.push(to(*first));
                    }
                }
                Step::Separator { leaf, first } => {
                    self.current.push(to(thread.step + 1));
                    if token.is_some_and(|token| token.is_leaf(leaf)) {
                        self.next.push(to(*first));
                    }
                }
                Step::Var { kind, .. } => {
                    // A closing delimiter has no rest, and starts nothing.
                    if token.and_then(|token| token.rest.first()).is_some_and(|tree| kind.can_begin(tree)) {
                        self.fragments.push(thread);
                    }
                }
                Step::End if token.is_none() => done = done.or(Some(thread.event)),
                Step::End => {}
            }
        }
        Ok(done)
    }

    /// Reads a fragment for `thread` at `at`, which goes on alone behind it.
    fn fragment(&mut self, thread: Thread, at: usize) -> Option<usize> {
        let Step::Var { kind, .. } = &self.arm.steps[thread.step] else { return None };
        let rest = self.call.tokens.get(at).map_or(&[][..], |token| token.rest);
        let taken = fragment_len(*kind, rest)?;
        let mut behind = at;
        for _ in 0..taken {
            behind = self.call.tokens.get(behind)?.behind;
        }
        let event = self.bind(thread, &rest[..taken]);
        self.current.push(Thread { step: thread.step + 1, event });
        Some(behind)
    }

    fn bind(&mut self, thread: Thread, trees: &'t [Tree]) -> usize {
        let Step::Var { slot, kind, depth } = &self.arm.steps[thread.step] else { return thread.event };
        self.event(thread.event, What::Bind(*slot, *depth, trees, *kind))
    }

    fn event(&mut self, before: usize, what: What<'t>) -> usize {
        self.events.push(Event { before, what });
        self.events.len() - 1
    }

    /// Plays a thread's events in order.
    fn bound(&self, last: usize) -> Vec<Bound<'t>> {
        let mut order = Vec::new();
        let mut at = last;
        while let Some(event) = self.events.get(at) {
            order.push(&event.what);
            at = event.before;
        }
        let mut bound: Vec<Option<Bound<'t>>> = self.arm.vars.iter().map(|_| None).collect();
        for what in order.into_iter().rev() {
            match what {
                What::Repeat(vars, depth) => {
                    for slot in vars.clone() {
                        put(&mut bound[slot], *depth, Bound::Each(Vec::new()));
                    }
                }
                What::Bind(slot, depth, trees, kind) => {
                    put(&mut bound[*slot], *depth, Bound::Trees(trees, *kind));
                }
            }
        }
        bound.into_iter().map(|bound| bound.unwrap_or(Bound::Each(Vec::new()))).collect()
    }
}

/// Adds to the newest round at `depth`.
fn put<'t>(place: &mut Option<Bound<'t>>, depth: usize, new: Bound<'t>) {
    let Some(mut at) = place.as_mut() else {
        *place = Some(new);
        return;
    };
    for _ in 1..depth {
        match at {
            Bound::Each(rounds) if !rounds.is_empty() => {
                let last = rounds.len() - 1;
                at = &mut rounds[last];
            }
            _ => return,
        }
    }
    if let Bound::Each(rounds) = at {
        rounds.push(new);
    }
}
