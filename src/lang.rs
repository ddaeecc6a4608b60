//! The languages that the linter speaks. Data only: which one is wanted is the command line's business.

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English: what `check` speaks unless told otherwise.
    #[default]
    En,
    /// Russian, the language of the note that the project grew out of.
    Ru,
}

impl Lang {
    /// All of them.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Ru];

    /// The language of a POSIX locale, such as `ru_RU.UTF-8`: English wherever Russian is not wanted or cannot be shown.
    pub fn of_locale(locale: &str) -> Lang {
        let (locale, _modifier) = locale.split_once('@').unwrap_or((locale, ""));
        let (language, charset) = locale.split_once('.').unwrap_or((locale, "UTF-8"));
        let is_russian = language.split(['_', '-']).next() == Some("ru");
        let is_utf8 = charset.replace('-', "").eq_ignore_ascii_case("utf8");
        if is_russian && is_utf8 { Lang::Ru } else { Lang::En }
    }
}

/// One text in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Russian.
    pub ru: &'static str,
}

impl Text {
    /// The text in that language.
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Ru => self.ru,
        }
    }

    /// The text in that language, with `what` in place of its `{}`.
    pub fn with(&self, lang: Lang, what: &str) -> String {
        self.get(lang).replacen("{}", what, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_name_a_language_and_a_character_set() {
        for russian in ["ru", "ru_RU", "ru_RU.UTF-8", "ru_UA.utf8", "ru-RU", "ru_RU.UTF-8@cyrillic", "ru@x"] {
            assert_eq!(Lang::of_locale(russian), Lang::Ru, "{russian}");
        }
        for english in ["", "C", "POSIX", "C.UTF-8", "en_GB.UTF-8", "run", "ru_RU.KOI8-R", "ru_RU.CP1251"] {
            assert_eq!(Lang::of_locale(english), Lang::En, "{english}");
        }
    }

    #[test]
    fn what_a_text_speaks_of_is_put_into_it_as_it_is() {
        let text = Text { en: "of `{}`", ru: "`{}`" };
        assert_eq!(text.with(Lang::En, "{}"), "of `{}`");
        assert_eq!(text.with(Lang::Ru, "save"), "`save`");
    }
}
