//! The closing lines of a run: counts, time, and what they do not cover.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::time::Duration;

use super::{Report, escape};
use crate::finding::{Level, Statistics};
use crate::lang::{Lang, Text};

/// Writes what it comes to.
pub fn write(report: &Report, took: Duration, out: &mut dyn Write) -> io::Result<()> {
    let (statistics, lang) = (&report.outcome.statistics, report.outcome.lang);
    let files = statistics.files + statistics.loose_files;
    let took = time(took, lang);
    if files == 0 {
        writeln!(out, "{} ({took})", NOTHING_CHECKED.get(lang))?;
    } else {
        let found = found(report.count(Level::Deny), report.count(Level::Warn), lang);
        writeln!(out, "{found} {} ({took})", IN_FILES.say(files, lang))?;
    }
    if statistics.loose_files > 0 && statistics.files > 0 {
        writeln!(out, "{}", LOOSE.say(statistics.loose_files, lang))?;
    }
    let broken =
        report.outcome.problems.iter().filter(|problem| !problem.incomplete).map(|problem| &problem.path);
    let broken = broken.collect::<BTreeSet<_>>().len();
    if broken > 0 {
        writeln!(out, "{}", BROKEN.say(broken, lang))?;
    }
    let errors = report.outcome.problems.iter().filter(|problem| problem.incomplete).count();
    if errors > 0 {
        writeln!(out, "{}", INCOMPLETE.say(errors, lang))?;
    }
    match statistics.unseen_dependencies.as_slice() {
        [] => {}
        [one] => writeln!(out, "{}", UNSEEN.with(lang, &escape(one)))?,
        many => {
            let more = if report.statistics { LISTED } else { SEE_STATISTICS };
            let said = ALL_UNSEEN.say(many.len(), lang);
            writeln!(out, "{}", said.replacen("{more}", more.get(lang), 1))?;
        }
    }
    Ok(())
}

/// What was found, in words.
fn found(errors: usize, warnings: usize, lang: Lang) -> String {
    match (errors, warnings) {
        (0, 0) => NOTHING_FOUND.get(lang).to_owned(),
        (0, warnings) => WARNINGS.say(warnings, lang),
        (errors, 0) => ERRORS.say(errors, lang),
        (errors, warnings) => format!("{}, {}", ERRORS.say(errors, lang), WARNINGS.say(warnings, lang)),
    }
}

/// Writes what was counted, a line each.
pub fn write_statistics(statistics: &Statistics, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let Statistics { packages, files, loose_files, lines, bodies, .. } = statistics;
    let Statistics { discarded_calls, decided, unknown, unread_macros, unread_by_reason, .. } = statistics;
    let Statistics { macros_between_items, read_in_bodies, unread_in_bodies, .. } = statistics;
    let Statistics { dependencies, known_dependencies, platform_dependencies, .. } = statistics;
    let unseen_dependencies = &statistics.unseen_dependencies;
    let undecided: usize = unknown.iter().map(|(_, count)| count).sum();
    let counts = [*packages, *files, *loose_files, *lines, *bodies, *discarded_calls, *decided, undecided];
    for (count, what) in counts.iter().zip(COUNTED) {
        writeln!(out, "{count:>9}  {}", what.get(lang))?;
    }
    write_reasons(unknown, lang, out)?;
    writeln!(out, "{macros_between_items:>9}  {}", MACROS_BETWEEN_ITEMS.get(lang))?;
    writeln!(out, "{unread_macros:>9}    {}", NOT_READ.get(lang))?;
    write_reasons(unread_by_reason, lang, out)?;
    let unread: usize = unread_in_bodies.iter().map(|(_, count)| count).sum();
    writeln!(out, "{:>9}  {}", read_in_bodies + unread, MACROS_IN_BODIES.get(lang))?;
    writeln!(out, "{unread:>9}    {}", NOT_READ.get(lang))?;
    write_reasons(unread_in_bodies, lang, out)?;
    writeln!(out, "{dependencies:>9}  {}", SEEN_DEPENDENCIES.get(lang))?;
    writeln!(out, "{known_dependencies:>9}  {}", KNOWN_DEPENDENCIES.get(lang))?;
    writeln!(out, "{platform_dependencies:>9}  {}", PLATFORM_DEPENDENCIES.get(lang))?;
    writeln!(out, "{:>9}  {}", unseen_dependencies.len(), UNSEEN_DEPENDENCIES.get(lang))?;
    for unseen in unseen_dependencies {
        writeln!(out, "{:>13}{}", "", escape(unseen))?;
    }
    Ok(())
}

fn write_reasons(reasons: &[(Text, usize)], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    reasons.iter().try_for_each(|(reason, count)| writeln!(out, "{count:>9}      {}", reason.get(lang)))
}

fn time(took: Duration, lang: Lang) -> String {
    if took < Duration::from_secs(1) {
        return MILLISECONDS.with(lang, &took.as_millis().to_string());
    }
    SECONDS.with(lang, &format!("{:.1}", took.as_secs_f64()))
}

/// A text that counts, `{}` being the number: its forms for one and for many in English; in Russian for numbers that
/// end like 1, like 2 to 4, and for all others.
struct Counted {
    en: [&'static str; 2],
    ru: [&'static str; 3],
}

impl Counted {
    fn say(&self, count: usize, lang: Lang) -> String {
        let form = match (lang, count % 10, count % 100) {
            (Lang::En, ..) => self.en[usize::from(count != 1)],
            (Lang::Ru, _, 11..=14) => self.ru[2],
            (Lang::Ru, 1, _) => self.ru[0],
            (Lang::Ru, 2..=4, _) => self.ru[1],
            (Lang::Ru, ..) => self.ru[2],
        };
        form.replacen("{}", &count.to_string(), 1)
    }
}

const NOTHING_CHECKED: Text =
    Text { en: "no file was checked", ru: "не проверено ни одного файла" };
const NOTHING_FOUND: Text =
    Text { en: "no lost future found", ru: "потерянных футур не найдено" };
const WARNINGS: Counted = Counted {
    en: ["{} warning", "{} warnings"],
    ru: ["{} предупреждение", "{} предупреждения", "{} предупреждений"],
};
const ERRORS: Counted =
    Counted { en: ["{} error", "{} errors"], ru: ["{} ошибка", "{} ошибки", "{} ошибок"] };
const IN_FILES: Counted = Counted {
    en: ["in {} file", "in {} files"],
    ru: ["в {} файле", "в {} файлах", "в {} файлах"],
};
const LOOSE: Counted = Counted {
    en: ["of these, {} file outside of every target", "of these, {} files outside of every target"],
    ru: [
        "из них {} файл не входит ни в одну цель сборки",
        "из них {} файла не входят ни в одну цель сборки",
        "из них {} файлов не входят ни в одну цель сборки",
    ],
};
const BROKEN: Counted = Counted {
    en: ["{} note above changes no exit code", "{} notes above change no exit code"],
    ru: [
        "{} замечание выше не меняет кода возврата",
        "{} замечания выше не меняют кода возврата",
        "{} замечаний выше не меняют кода возврата",
    ],
};
const INCOMPLETE: Counted = Counted {
    en: [
        "incomplete: {} error above kept something from being checked",
        "incomplete: {} errors above kept something from being checked",
    ],
    ru: [
        "проверено не всё: помешала {} ошибка, названная выше",
        "проверено не всё: помешали {} ошибки, названные выше",
        "проверено не всё: помешали {} ошибок, названных выше",
    ],
};
const UNSEEN: Text = Text {
    en: "no sources found of `{}`: what it declares is unknown",
    ru: "не найдены исходники `{}`: что там объявлено, неизвестно",
};
const ALL_UNSEEN: Counted = Counted {
    en: [
        "no sources found of {} dependency ({more}): what it declares is unknown",
        "no sources found of {} dependencies ({more}): what they declare is unknown",
    ],
    ru: [
        "не найдены исходники {} зависимости ({more}): что там объявлено, неизвестно",
        "не найдены исходники {} зависимостей ({more}): что там объявлено, неизвестно",
        "не найдены исходники {} зависимостей ({more}): что там объявлено, неизвестно",
    ],
};
const LISTED: Text = Text { en: "listed above", ru: "перечислены выше" };
const SEE_STATISTICS: Text = Text { en: "see --statistics", ru: "см. --statistics" };
const MILLISECONDS: Text = Text { en: "{} ms", ru: "{} мс" };
const SECONDS: Text = Text { en: "{} s", ru: "{} с" };

/// What [`write_statistics`] counts first, in its order.
const COUNTED: [Text; 8] = [
    Text { en: "packages", ru: "пакетов" },
    Text { en: "files of their targets", ru: "файлов в их целях сборки" },
    Text { en: "files outside of every target", ru: "файлов вне целей сборки" },
    Text { en: "lines", ru: "строк" },
    Text { en: "function bodies", ru: "тел функций" },
    Text {
        en: "calls whose value is discarded, of these",
        ru: "вызовов, значение которых отброшено, из них",
    },
    Text { en: "  with a known type", ru: "  с известным типом" },
    Text {
        en: "  with an unknown type, because", ru: "  с неизвестным типом, потому что"
    },
];
const MACROS_BETWEEN_ITEMS: Text = Text {
    en: "macro calls between items, those of dependencies included, of these",
    ru: "вызовов макросов между элементами, включая зависимости, из них",
};
const MACROS_IN_BODIES: Text = Text {
    en: "macro calls in bodies that are not known by their name and hold calls, of these",
    ru: "вызовов макросов в телах функций, которые не известны по имени и содержат вызовы, из них",
};
const NOT_READ: Text = Text {
    en: "that could not be read, because", ru: "не удалось прочесть, поскольку"
};
const SEEN_DEPENDENCIES: Text = Text {
    en: "dependencies whose sources were found",
    ru: "зависимостей, исходники которых найдены",
};
const KNOWN_DEPENDENCIES: Text = Text {
    en: "dependencies without sources that the linter knows by itself, in a compatible version",
    ru: "зависимостей без исходников, которые линтер знает сам, в совместимой версии",
};
const PLATFORM_DEPENDENCIES: Text = Text {
    en: "dependencies for single platforms, which are left out",
    ru: "зависимостей для отдельных платформ, которые не читаются",
};
const UNSEEN_DEPENDENCIES: Text = Text {
    en: "dependencies of which nothing was found",
    ru: "зависимостей, о которых ничего не найдено",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_their_nouns() {
        assert_eq!(found(0, 0, Lang::En), "no lost future found");
        assert_eq!(found(0, 1, Lang::En), "1 warning");
        assert_eq!(found(2, 0, Lang::En), "2 errors");
        assert_eq!(found(1, 3, Lang::En), "1 error, 3 warnings");
        let nouns = [(1, "е"), (2, "я"), (5, "й"), (11, "й"), (12, "й"), (21, "е"), (113, "й"), (124, "я")];
        for (count, ending) in nouns {
            let said = found(0, count, Lang::Ru);
            assert_eq!(said, format!("{count} предупреждени{ending}"));
        }
        assert_eq!(found(1, 3, Lang::Ru), "1 ошибка, 3 предупреждения");
    }

    #[test]
    fn times_have_a_unit_that_fits() {
        assert_eq!(time(Duration::from_micros(12_900), Lang::En), "12 ms");
        assert_eq!(time(Duration::from_millis(61_250), Lang::En), "61.2 s");
        assert_eq!(time(Duration::from_millis(61_250), Lang::Ru), "61.2 с");
    }
}
