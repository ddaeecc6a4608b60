//! Why a value is believed to be a future, said in every language: what stands at the value, and at other places.

use crate::infer::{Because, Evidence, Link};
use crate::lang::{Lang, Text};

/// What stands at the value itself.
pub(super) fn label(evidence: &Evidence, lang: Lang) -> String {
    let (text, of) = because(&evidence.because);
    // `text` is said of a call where one is named, else of "this".
    let said = text.with(lang, &of);
    match (&evidence.because, evidence.callee) {
        (Because::Type(_) | Because::AsyncBlock | Because::Callback(_), _) => said,
        (_, Some(name)) => format!("`{name}` {said}"),
        (_, None) => Text { en: "this {}", ru: "это {}" }.with(lang, &said),
    }
}

const ASYNC_FN: Text = Text {
    en: "is an `async fn`: the call only builds a future, nothing of it has run",
    ru: "— это `async fn`: вызов лишь создаёт футуру, её код не выполнялся",
};

const FOREIGN_ASYNC_FN: Text = Text {
    en: "is an `async fn` of `{}`: the call only builds a future, nothing of it has run",
    ru: "— это `async fn` из `{}`: вызов лишь создаёт футуру, её код не выполнялся",
};

/// The words, and what belongs into their `{}`.
fn because(because: &Because) -> (Text, String) {
    match because {
        Because::Type(ty) => (Text { en: "this is `{}`", ru: "тип значения: `{}`" }, ty.clone()),
        Because::AsyncBlock => (
            Text {
                en: "an `async` block only builds a future: nothing in it has run",
                ru: "блок `async` лишь создаёт футуру: ничего из него не выполнено",
            },
            String::new(),
        ),
        Because::GivesAsyncBlock => (
            Text {
                en: "gives an `async` block: the call only builds a future",
                ru: "возвращает блок `async`: вызов лишь создаёт футуру",
            },
            String::new(),
        ),
        Because::AsyncFn(None) => (ASYNC_FN, String::new()),
        Because::AsyncFn(Some(krate)) => (FOREIGN_ASYNC_FN, krate.to_string()),
        Because::GivesAsyncFn(inner) => (
            Text {
                en: "gives the future of `async fn {}`: nothing of it has run",
                ru: "возвращает футуру `async fn {}`: её код не выполнялся",
            },
            inner.to_string(),
        ),
        Because::AsyncClosure => (
            Text {
                en: "is an async closure: the call only builds a future",
                ru: "— это `async`-замыкание: вызов лишь создаёт футуру",
            },
            String::new(),
        ),
        Because::Returns(ty) => (
            Text {
                en: "returns `{}`: a future, and nothing of it has run",
                ru: "возвращает `{}`: это футура, и её код не выполнялся",
            },
            ty.clone(),
        ),
        Because::Callback(name) => (
            Text {
                en: "a call of this only builds a future, and `{}` throws away what it gives",
                ru: "вызов этого колбэка лишь создаёт футуру, а `{}` отбрасывает то, что он возвращает",
            },
            name.to_string(),
        ),
    }
}

/// What stands at another place.
pub(super) fn link(link: &Link, lang: Lang) -> String {
    match link {
        Link::Typed(name, ty) => {
            let text = Text { en: "`{}` is", ru: "`{}` имеет тип" };
            format!("{} `{ty}`", text.with(lang, name.as_str()))
        }
        Link::DeclaredAsync(name) => {
            let text = Text {
                en: "`{}` is declared `async` here", ru: "`{}` объявлена здесь как `async`"
            };
            text.with(lang, name.as_str())
        }
        Link::Declared(name) => {
            let text = Text { en: "`{}` is declared here", ru: "`{}` объявлена здесь" };
            text.with(lang, name.as_str())
        }
    }
}
