//! Which arm a call fits, and what its variables stand for: rustc's algorithm (all ways to go on at once, token by
//! token), so that what it accepts is the same.

use super::fragment::fragment_len;
use super::pattern::{Arm, Often, Step};
use super::tree::{Group, Leaf, Tree};
use super::{Failure, Fuel, Kind, MAX_DEPTH};
use crate::summary::Delimiter;

/// What a variable stands for.
#[derive(Debug)]
pub(super) enum Bound<'t> {
    Trees(&'t [Tree], Kind),
    Each(Vec<Bound<'t>>),
    /// All rounds of a `tt`, which are never asked for one by one.
    All(&'t [Tree]),
}

/// A place in a call: what is left of each group that it is in, the innermost last.
struct Cursor<'t> {
    left: Vec<&'t [Tree]>,
}

/// The token at a place.
#[derive(Clone, Copy)]
enum At<'t> {
    /// One that is no group.
    Tree(&'t Tree),
    Open(&'t Group),
    Close(Delimiter),
    End,
}

impl At<'_> {
    fn is_leaf(self, leaf: &Leaf) -> bool {
        matches!(self, At::Tree(Tree::Leaf(found)) if found.is_same(leaf))
    }

    /// Whether it is the very token that a step asks for.
    fn is(self, step: &Step) -> bool {
        match (step, self) {
            (Step::Leaf(leaf), _) => self.is_leaf(leaf),
            (Step::Open(wanted), At::Open(found)) => *wanted == found.delimiter,
            (Step::Close(wanted), At::Close(found)) => *wanted == found,
            _ => false,
        }
    }
}

impl<'t> Cursor<'t> {
    /// From the place to the end of its group.
    fn rest(&self) -> &'t [Tree] {
        self.left.last().copied().unwrap_or_default()
    }

    fn at(&self) -> At<'t> {
        match (self.rest(), self.left.len().checked_sub(2)) {
            ([Tree::Group(group), ..], _) => At::Open(group),
            ([tree, ..], _) => At::Tree(tree),
            // The group around still begins with the one that ends here.
            ([], Some(around)) => match self.left[around].first() {
                Some(Tree::Group(group)) => At::Close(group.delimiter),
                _ => At::End,
            },
            ([], None) => At::End,
        }
    }

    /// Goes behind so many trees.
    fn skip(&mut self, trees: usize) {
        if let Some(left) = self.left.last_mut() {
            *left = left.get(trees..).unwrap_or_default();
        }
    }

    /// Goes behind the token, into a group that it opens.
    fn step(&mut self) -> Result<(), Failure> {
        match self.at() {
            At::Open(_) if self.left.len() > MAX_DEPTH => return Err(Failure::TooLarge),
            At::Open(group) => self.left.push(&group.trees),
            At::Close(_) => {
                self.left.pop();
                self.skip(1);
            }
            At::Tree(_) => self.skip(1),
            At::End => {}
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
    Bind(usize, usize, &'t [Tree], Kind),
    /// All rounds of a repetition that holds but this variable, and is in no other.
    BindAll(usize, &'t [Tree]),
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
    call: &'t [Tree],
    fuel: &mut Fuel,
) -> Result<Option<Vec<Bound<'t>>>, Failure> {
    let mut run = Run {
        arm,
        call: Cursor { left: vec![call] },
        events: Vec::new(),
        current: vec![Thread { step: 0, event: NONE }],
        next: Vec::new(),
        fragments: Vec::new(),
    };
    loop {
        run.take_all(fuel)?;
        let done = run.advance(fuel)?;
        if matches!(run.call.at(), At::End) {
            return Ok(done.map(|event| run.bound(event)));
        }
        match (run.next.is_empty(), run.fragments.as_slice()) {
            (true, []) => return Ok(None),
            (false, []) => {
                std::mem::swap(&mut run.current, &mut run.next);
                run.call.step()?;
            }
            (true, [thread]) => {
                if !run.fragment(*thread) {
                    return Ok(None);
                }
            }
            _ => return Err(Failure::Ambiguous),
        }
    }
}

struct Run<'a, 't> {
    arm: &'a Arm,
    call: Cursor<'t>,
    events: Vec<Event<'t>>,
    current: Vec<Thread>,
    /// Threads that took the token.
    next: Vec<Thread>,
    /// Threads that want a fragment.
    fragments: Vec<Thread>,
}

impl<'t> Run<'_, 't> {
    /// `$($x:tt)*` at the end of a group takes all that is left there: nothing else can. Macros that go through their
    /// argument item by item hand on the rest like that, over and over.
    fn take_all(&mut self, fuel: &mut Fuel) -> Result<(), Failure> {
        let [thread] = self.current[..] else { return Ok(()) };
        let [
            Step::Repeat { depth: 0, end, .. },
            Step::Var { kind: Kind::Tt, slot, .. },
            Step::Again { often: Often::Any | Often::Some, .. },
            last,
            ..,
        ] = &self.arm.steps[thread.step..]
        else {
            return Ok(());
        };
        let rest = self.call.rest();
        if !self.arm.in_one[*slot] || !matches!(last, Step::End | Step::Close(_)) || rest.is_empty() {
            return Ok(());
        }
        fuel.burn(rest.len())?;
        self.call.skip(rest.len());
        let event = self.event(thread.event, What::BindAll(*slot, rest));
        self.current = vec![Thread { step: *end, event }];
        Ok(())
    }

    /// Moves all threads over the token; gives the one that is at the end together with the call.
    fn advance(&mut self, fuel: &mut Fuel) -> Result<Option<usize>, Failure> {
        self.next.clear();
        self.fragments.clear();
        let mut done = None;
        let (token, rest) = (self.call.at(), self.call.rest());
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
                    if token.is(&self.arm.steps[thread.step]) {
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
                    if token.is_leaf(leaf) {
                        self.next.push(to(*first));
                    }
                }
                Step::Var { kind, .. } => {
                    // A closing delimiter starts nothing.
                    if rest.first().is_some_and(|tree| kind.can_begin(tree)) {
                        self.fragments.push(thread);
                    }
                }
                Step::End if matches!(token, At::End) => done = done.or(Some(thread.event)),
                Step::End => {}
            }
        }
        Ok(done)
    }

    /// Reads a fragment for `thread`, which goes on alone behind it, if there is one.
    fn fragment(&mut self, thread: Thread) -> bool {
        let Step::Var { kind, .. } = &self.arm.steps[thread.step] else { return false };
        let rest = self.call.rest();
        let Some(taken) = fragment_len(*kind, rest) else { return false };
        self.call.skip(taken);
        let event = self.bind(thread, &rest[..taken]);
        self.current.push(Thread { step: thread.step + 1, event });
        true
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
                What::BindAll(slot, trees) => bound[*slot] = Some(Bound::All(trees)),
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
