//! Findings × suppressions → what is left to report: findings that nothing suppresses, suppressions that are wrong,
//! and those that suppress nothing.

use std::collections::BTreeMap;

use super::comments::{Scope, Suppression, suppressions};
use super::date::Date;
use super::words::{LABEL, OF_THE_FILE, TAKE_OUT, UNUSED};
use crate::finding::{Confidence, FileId, Finding, Level, RuleMeta};
use crate::lang::{Lang, Text};
use crate::rules::{INVALID_SUPPRESSION, UNUSED_SUPPRESSION};
use crate::source::{LineIndex, Span};
use crate::summary::FileSummary;

/// The suppressions of all files.
#[derive(Debug, Default)]
pub struct Suppressions {
    files: BTreeMap<FileId, OfFile>,
}

#[derive(Debug)]
struct OfFile {
    lines: LineIndex,
    all: Vec<Suppression>,
    /// For each suppression and each rule that it allows, whether it was of use.
    used: Vec<Vec<bool>>,
    /// The whole file was read, so that one that is of no use can be told.
    is_whole: bool,
}

/// How to report.
#[derive(Clone, Copy)]
pub struct Settings<'a> {
    /// The level of each rule.
    pub level: &'a dyn Fn(&RuleMeta) -> Level,
    /// What is spoken.
    pub lang: Lang,
}

impl Suppressions {
    /// Reads the comments of a file. `today`: when they expire; `None`: never.
    pub fn read(&mut self, file: FileId, text: &str, summary: &FileSummary, today: Option<Date>) {
        let all = suppressions(text, summary, today);
        if !all.is_empty() {
            let used = all.iter().map(|suppression| vec![false; suppression.allows.len()]).collect();
            let (lines, is_whole) = (LineIndex::new(text), summary.errors.is_empty());
            self.files.insert(file, OfFile { lines, all, used, is_whole });
        }
    }

    /// Whether any stand in a file.
    pub fn has(&self, file: FileId) -> bool {
        self.files.contains_key(&file)
    }

    /// Takes out of `findings` what is suppressed, and adds what is to be said of suppressions. `unknown`: values whose
    /// type is not known. A suppression there may be of use where more can be seen, so it is not called unused.
    pub fn settle(mut self, findings: &mut Vec<Finding>, unknown: &[(FileId, Span)], settings: Settings) {
        findings.retain(|finding| !self.suppresses(finding));
        for (file, span) in unknown {
            self.mark(*file, *span);
        }
        let mut said = self.say(settings, &INVALID_SUPPRESSION);
        said.extend(self.say(settings, &UNUSED_SUPPRESSION));
        said.retain(|finding| !self.suppresses(finding));
        findings.append(&mut said);
    }

    fn suppresses(&mut self, finding: &Finding) -> bool {
        let Some(file) = self.files.get_mut(&finding.file) else { return false };
        let mut found = false;
        for at in 0..file.all.len() {
            let suppression = &file.all[at];
            if !suppression.covers(finding.span, &file.lines) {
                continue;
            }
            for (rule, used) in suppression.allows.iter().zip(&mut file.used[at]) {
                if rule.0 == finding.rule {
                    (*used, found) = (true, true);
                }
            }
        }
        found
    }

    /// Notes that suppressions around a value may be of use.
    fn mark(&mut self, file: FileId, span: Span) {
        let Some(file) = self.files.get_mut(&file) else { return };
        for (suppression, used) in file.all.iter().zip(&mut file.used) {
            if suppression.covers(span, &file.lines) {
                used.fill(true);
            }
        }
    }

    /// What `rule` says of all suppressions.
    fn say(&self, settings: Settings, rule: &'static RuleMeta) -> Vec<Finding> {
        let Settings { level, lang } = settings;
        if level(rule) == Level::Allow {
            return Vec::new();
        }
        let mut said = Vec::new();
        for (file, of_file) in &self.files {
            let finding = |span, message, help: Text| Finding {
                rule,
                level: level(rule),
                confidence: Confidence::Certain,
                file: *file,
                span,
                message,
                label: LABEL.get(lang).to_owned(),
                chain: Vec::new(),
                help: help.get(lang).to_owned(),
            };
            for (suppression, used) in of_file.all.iter().zip(&of_file.used) {
                if *rule == INVALID_SUPPRESSION {
                    let faults = suppression.faults.iter();
                    said.extend(
                        faults.map(|(fault, span)| finding(*span, fault.message(lang), fault.help())),
                    );
                    continue;
                }
                // A rule that is off finds nothing, and what is said of suppressions comes after them.
                let is_idle = |(allowed, used): &(&(&'static RuleMeta, Span), &bool)| {
                    let on = level(allowed.0) > Level::Allow;
                    let ours = *allowed.0 == INVALID_SUPPRESSION || *allowed.0 == UNUSED_SUPPRESSION;
                    !**used && on && !ours
                };
                let idle = suppression.allows.iter().zip(used).filter(is_idle).filter(|_| of_file.is_whole);
                said.extend(idle.map(|((allowed, span), _)| {
                    let at_top = suppression.at_top && suppression.scope != Scope::File;
                    let help = if at_top { OF_THE_FILE } else { TAKE_OUT };
                    finding(*span, UNUSED.with(lang, allowed.name), help)
                }));
            }
        }
        said
    }
}

impl Suppression {
    fn covers(&self, span: Span, lines: &LineIndex) -> bool {
        match self.scope {
            Scope::File => true,
            Scope::Node(node) => node.contains(span),
            Scope::Line(line) => {
                [span.start, span.end.saturating_sub(1)].into_iter().any(|at| lines.line(at) == line)
            }
        }
    }
}
