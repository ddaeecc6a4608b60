//! `-A`, `-W`, `-D`: three options of which the last one counts, whichever it is.

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::finding::{Level, RuleMeta};
use crate::rules::{self, RULES};
use crate::suggest::closest;

/// What was said about rules, in the order in which it was said.
#[derive(Debug, Clone, Default)]
pub struct Levels(pub Vec<(&'static RuleMeta, Level)>);

/// The rules that one argument names.
#[derive(Debug, Clone)]
struct Named(Vec<&'static RuleMeta>);

/// The name of the group of all rules.
const ALL: &str = "all";

const OPTIONS: [(&str, char, Level, &str); 3] = [
    (
        "allow",
        'A',
        Level::Allow,
        "Switch a rule off (`all`: every rule). Of -A, -W and -D the last one for a rule counts",
    ),
    ("warn", 'W', Level::Warn, "Report a rule's findings as warnings"),
    ("deny", 'D', Level::Deny, "Report a rule's findings as errors"),
];

impl clap::Args for Levels {
    fn augment_args(command: Command) -> Command {
        command.args(OPTIONS.map(|(name, short, _, help)| {
            Arg::new(name)
                .short(short)
                .long(name)
                .value_name("RULE")
                .help(help)
                .action(ArgAction::Append)
                .value_parser(named)
        }))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl clap::FromArgMatches for Levels {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut said: Vec<(usize, &Named, Level)> = Vec::new();
        for (name, _, level, _) in OPTIONS {
            let places = matches.indices_of(name).into_iter().flatten();
            let rules = matches.get_many::<Named>(name).into_iter().flatten();
            said.extend(places.zip(rules).map(|(place, rules)| (place, rules, level)));
        }
        said.sort_by_key(|(place, ..)| *place);
        let levels = said.iter().flat_map(|(_, rules, level)| rules.0.iter().map(|rule| (*rule, *level)));
        Ok(Levels(levels.collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

fn named(name: &str) -> Result<Named, String> {
    if name == ALL {
        return Ok(Named(RULES.to_vec()));
    }
    if let Some(rule) = rules::find(name) {
        return Ok(Named(vec![rule]));
    }
    Err(match rules::nearest(name).or_else(|| closest(name, [ALL].into_iter())) {
        Some(near) => format!("there is no such rule; did you mean `{near}`?"),
        None => "there is no such rule; `cargo unawaited rules` lists them".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::args;
    use super::*;

    /// The level that each rule ends up with, in the order of [`RULES`].
    fn levels(arguments: &[&str]) -> Vec<Level> {
        let arguments: Vec<_> = ["cargo-unawaited"].iter().chain(arguments).map(Into::into).collect();
        let said = args::parse(&arguments).expect("arguments that parse").check.levels.0;
        let last =
            |rule: &RuleMeta| said.iter().rev().find(|(said, _)| *said == rule).map(|(_, level)| *level);
        RULES.iter().map(|rule| last(rule).unwrap_or(rule.level)).collect()
    }

    #[test]
    fn the_last_one_for_a_rule_counts_whichever_option_it_is() {
        let rule = RULES[0].name;
        assert_eq!(levels(&["-A", rule, "-D", rule])[0], Level::Deny);
        assert_eq!(levels(&["-D", rule, "-A", rule])[0], Level::Allow);
        assert_eq!(levels(&["-D", rule, "--allow", rule, "-W", rule])[0], Level::Warn);
        assert_eq!(levels(&["-D", rule, "path", "-A", rule])[0], Level::Allow);
    }

    #[test]
    fn all_names_every_rule() {
        let rule = RULES[1].name;
        assert!(levels(&["-D", "all"]).iter().all(|level| *level == Level::Deny));
        let one_left = levels(&["-A", "all", "-D", rule]);
        assert_eq!(one_left.iter().filter(|level| **level == Level::Allow).count(), RULES.len() - 1);
        assert_eq!(one_left[1], Level::Deny);
        assert!(levels(&["-D", rule, "-A", "all"]).iter().all(|level| *level == Level::Allow));
    }
}
