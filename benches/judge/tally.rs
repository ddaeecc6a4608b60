//! Figures of one project or of many, and the table that shows them.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use super::Mutated;
use crate::mutate::{Form, Kind, Reason, Site};

/// Sites, and how many of them were found.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    sites: usize,
    found: usize,
}

/// All figures.
#[derive(Debug, Default)]
pub struct Tally {
    /// Files that were mutated (with or without a site), and their lines.
    pub files: usize,
    /// Lines of these.
    pub lines: usize,
    /// Files that could not be mutated.
    pub unparsed: usize,
    /// Findings on the untouched tree.
    pub untouched: usize,
    /// Findings on the mutated copy that are neither on the untouched tree nor at a site.
    pub extra: usize,
    /// Findings on the untouched tree that are not on the mutated copy.
    pub gone: usize,
    cells: BTreeMap<(Kind, Form), Cell>,
    in_item_macros: Cell,
    /// In files that name nothing but what was published.
    published: Cell,
    excluded: BTreeMap<Reason, usize>,
    /// Why sites were missed, in the engine's own words.
    missed: BTreeMap<String, usize>,
    /// Whether the linter ran at all.
    judged: bool,
}

impl Tally {
    /// What is known before the linter runs, except for the sites.
    pub fn of(mutated: &Mutated) -> Tally {
        let mut tally =
            Tally { files: mutated.files.len(), unparsed: mutated.unparsed.len(), ..Tally::default() };
        tally.judged = true;
        for file in &mutated.files {
            tally.lines += file.old.lines().count();
            for (reason, _) in &file.mutation.excluded {
                *tally.excluded.entry(*reason).or_default() += 1;
            }
        }
        tally
    }

    /// With the sites, of which nothing is known.
    pub fn of_sites(mutated: &Mutated) -> Tally {
        let mut tally = Tally::of(mutated);
        tally.judged = false;
        for file in &mutated.files {
            file.mutation.sites.iter().for_each(|site| tally.count(site, false, file.is_incomplete));
        }
        tally
    }

    /// Counts one site. `is_incomplete`: its file names what was not published.
    pub fn count(&mut self, site: &Site, found: bool, is_incomplete: bool) {
        let one = Cell { sites: 1, found: usize::from(found) };
        self.cells.entry((site.kind, site.form)).or_default().add(one);
        if site.in_item_macro && site.kind.has_rule() {
            self.in_item_macros.add(one);
        }
        if !is_incomplete && site.kind.has_rule() {
            self.published.add(one);
        }
    }

    /// Of the sites in files that name nothing but what was published: how many were found, of how many.
    pub fn published(&self) -> (usize, usize) {
        (self.published.found, self.published.sites)
    }

    /// Counts one site that was missed.
    pub fn miss(&mut self, reason: &str) {
        *self.missed.entry(reason.to_owned()).or_default() += 1;
    }

    /// Kinds that have a rule: kind, form, sites, found.
    pub fn figures(&self) -> impl Iterator<Item = (Kind, Form, usize, usize)> {
        let ruled = self.cells.iter().filter(|((kind, _), _)| kind.has_rule());
        ruled.map(|((kind, form), cell)| (*kind, *form, cell.sites, cell.found))
    }

    /// How many sites were missed for a reason.
    pub fn missed(&self, reason: &str) -> usize {
        self.missed.get(reason).copied().unwrap_or(0)
    }

    /// Adds another project's figures.
    pub fn add(&mut self, other: &Tally) {
        self.files += other.files;
        self.lines += other.lines;
        self.unparsed += other.unparsed;
        self.untouched += other.untouched;
        self.extra += other.extra;
        self.gone += other.gone;
        self.judged |= other.judged;
        self.in_item_macros.add(other.in_item_macros);
        self.published.add(other.published);
        for (key, cell) in &other.cells {
            self.cells.entry(*key).or_default().add(*cell);
        }
        for (reason, count) in &other.excluded {
            *self.excluded.entry(*reason).or_default() += count;
        }
        for (reason, count) in &other.missed {
            *self.missed.entry(reason.clone()).or_default() += count;
        }
    }

    fn sum(&self, wanted: impl Fn(Kind, Form) -> bool) -> Cell {
        let mut sum = Cell::default();
        self.cells
            .iter()
            .filter(|((kind, form), _)| wanted(*kind, *form))
            .for_each(|(_, cell)| sum.add(*cell));
        sum
    }

    fn row(f: &mut Formatter, columns: [&str; 3], cell: Cell, judged: bool) -> fmt::Result {
        let [kind, rule, form] = columns;
        write!(f, "  {kind:<21} {rule:<22} {form:<11} {:>7}", cell.sites)?;
        match cell.share() {
            Some(share) if judged => writeln!(f, " {:>7} {share:>7.1} %", cell.found),
            _ => writeln!(f),
        }
    }

    fn kind_rows(&self, f: &mut Formatter, kind: Kind) -> fmt::Result {
        let rule = if kind.has_rule() { kind.rule() } else { "no rule yet" };
        for form in Form::ALL {
            if let Some(cell) = self.cells.get(&(kind, form)) {
                Self::row(f, [kind.name(), rule, form.name()], *cell, self.judged && kind.has_rule())?;
            }
        }
        Ok(())
    }
}

impl Cell {
    fn add(&mut self, other: Cell) {
        self.sites += other.sites;
        self.found += other.found;
    }

    /// In percent; none of none.
    fn share(self) -> Option<f64> {
        (self.sites > 0).then(|| 100.0 * self.found as f64 / self.sites as f64)
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        writeln!(f, "  {} files, {} lines; {} files do not parse", self.files, self.lines, self.unparsed)?;
        if self.judged {
            let (untouched, extra, gone) = (self.untouched, self.extra, self.gone);
            writeln!(f, "  findings: {untouched} untouched; mutated, elsewhere: {extra} extra, {gone} gone")?;
        }
        let end = if self.judged { "   found     share" } else { "" };
        writeln!(f, "  {:<21} {:<22} {:<11} {:>7}{end}", "kind", "rule", "form", "sites")?;
        for kind in Kind::ALL.into_iter().filter(|kind| kind.has_rule()) {
            self.kind_rows(f, kind)?;
        }
        for form in Form::ALL {
            let cell = self.sum(|kind, other| kind.has_rule() && other == form);
            Self::row(f, ["all with a rule", "", form.name()], cell, self.judged)?;
        }
        Self::row(f, ["all with a rule", "", "all"], self.sum(|kind, _| kind.has_rule()), self.judged)?;
        Self::row(f, ["… in a macro's items", "", "all"], self.in_item_macros, self.judged)?;
        Self::row(f, ["… of what is published", "", "all"], self.published, self.judged)?;
        for kind in Kind::ALL.into_iter().filter(|kind| !kind.has_rule()) {
            self.kind_rows(f, kind)?;
        }
        writeln!(f, "  missed {:>60}", self.missed.values().sum::<usize>())?;
        let mut missed: Vec<_> = self.missed.iter().collect();
        missed.sort_by_key(|(reason, count)| (std::cmp::Reverse(**count), *reason));
        for (reason, count) in missed {
            writeln!(f, "    {reason:<59} {count:>5}")?;
        }
        writeln!(f, "  excluded {:>58}", self.excluded.values().sum::<usize>())?;
        for (reason, count) in &self.excluded {
            writeln!(f, "    {:<61} {count:>3}", reason.name())?;
        }
        Ok(())
    }
}
