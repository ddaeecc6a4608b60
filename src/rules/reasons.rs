//! Why a type stayed unknown, in every language.

use crate::infer::Reason;
use crate::lang::Text;

/// A few words for statistics.
pub fn reason(reason: Reason) -> Text {
    match reason {
        Reason::PathUnseen => Text {
            en: "path into code that cannot be seen",
            ru: "путь ведёт в код, которого не видно",
        },
        Reason::PathNotResolved => {
            Text { en: "path not resolved", ru: "путь никуда не ведёт" }
        }
        Reason::MethodNotFound => Text {
            en: "method not found on a known type",
            ru: "у известного типа нет такого метода",
        },
        Reason::TypeUnseen => Text {
            en: "type from code that cannot be seen",
            ru: "тип из кода, которого не видно",
        },
        Reason::Local => {
            Text { en: "type of a local not known", ru: "неизвестен тип переменной" }
        }
        Reason::Macro => Text { en: "value of a macro", ru: "значение макроса" },
        Reason::Attribute => Text {
            en: "signature depends on an attribute",
            ru: "сигнатура зависит от атрибута",
        },
        Reason::Field => Text { en: "type of a field not known", ru: "неизвестен тип поля" },
        Reason::Generic => Text {
            en: "result depends on generics not known",
            ru: "результат зависит от неизвестных параметров типа",
        },
        Reason::Other => Text { en: "other", ru: "прочее" },
    }
}
