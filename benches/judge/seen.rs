//! How much of a project the linter sees: of the calls whose value is thrown away, how many it decides; of macro
//! calls, how many it reads. Of projects as they are.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use unawaited::finding::Statistics;
use unawaited::lang::Text;

/// Figures of one project or of many.
#[derive(Debug, Default)]
pub struct Seen {
    decided: Share,
    between_items: Share,
    in_bodies: Share,
}

/// Some of many, and why the others are none.
#[derive(Debug, Default)]
struct Share {
    part: usize,
    of: usize,
    why_not: BTreeMap<String, usize>,
}

impl Seen {
    /// Those of one run.
    pub fn of(statistics: &Statistics) -> Seen {
        let Statistics { discarded_calls, decided, macros_between_items, .. } = *statistics;
        let why_not = |reasons: &[(Text, usize)]| {
            reasons.iter().map(|(why, count)| (why.en.to_owned(), *count)).collect()
        };
        let in_bodies = statistics.read_in_bodies;
        let unread = statistics.unread_in_bodies.iter().map(|(_, count)| count).sum::<usize>();
        Seen {
            decided: Share { part: decided, of: discarded_calls, why_not: why_not(&statistics.unknown) },
            between_items: Share {
                part: macros_between_items - statistics.unread_macros,
                of: macros_between_items,
                why_not: why_not(&statistics.unread_by_reason),
            },
            in_bodies: Share {
                part: in_bodies,
                of: in_bodies + unread,
                why_not: why_not(&statistics.unread_in_bodies),
            },
        }
    }

    /// Adds another project's.
    pub fn add(&mut self, other: Seen) {
        self.decided.add(other.decided);
        self.between_items.add(other.between_items);
        self.in_bodies.add(other.in_bodies);
    }
}

impl Share {
    fn add(&mut self, other: Share) {
        self.part += other.part;
        self.of += other.of;
        for (why, count) in other.why_not {
            *self.why_not.entry(why).or_default() += count;
        }
    }

    fn fmt(&self, f: &mut Formatter, what: &str) -> fmt::Result {
        if self.of == 0 {
            return Ok(());
        }
        let share = 100.0 * self.part as f64 / self.of as f64;
        writeln!(f, "  {what}: {} of {}, {share:.2} %", self.part, self.of)?;
        let mut why_not: Vec<_> = self.why_not.iter().collect();
        why_not.sort_by_key(|(why, count)| (std::cmp::Reverse(**count), *why));
        why_not.iter().try_for_each(|(why, count)| writeln!(f, "    {count:>7} {why}"))
    }
}

impl Display for Seen {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        self.decided.fmt(f, "calls whose value is thrown away, with a known type")?;
        self.between_items.fmt(f, "macro calls between items, dependencies' included, that are read")?;
        self.in_bodies
            .fmt(f, "macro calls in bodies, not known by name and with calls in them, that are read")
    }
}
