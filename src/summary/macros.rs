//! Macros of std and of crates that everybody uses, by name: what they do with their argument is known without their
//! definition, and they are most of all calls.

/// Macros that never return.
const DIVERGING: [&str; 4] = ["panic", "todo", "unimplemented", "unreachable"];

/// Macros of std and of logging crates that give `()`.
const UNIT: [&str; 18] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "compile_error",
    "debug",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "eprint",
    "eprintln",
    "error",
    "event",
    "info",
    "log",
    "print",
    "println",
    "trace",
    "warn",
];

/// Others whose argument is read as it is written, or says nothing.
const READ: [&str; 43] = [
    "anyhow",
    "bail",
    "cfg",
    "column",
    "concat",
    "dbg",
    "debug_span",
    "ensure",
    "env",
    "error_span",
    "eyre",
    "file",
    "format",
    "format_args",
    "format_err",
    "include_bytes",
    "include_str",
    "info_span",
    "join",
    "json",
    "line",
    "matches",
    "module_path",
    "option_env",
    "parse_quote",
    "parse_quote_spanned",
    "pin",
    "quote",
    "quote_spanned",
    "ready",
    "select",
    "select_biased",
    "span",
    "stream",
    "stringify",
    "thread_local",
    "trace_span",
    "try_join",
    "try_stream",
    "vec",
    "warn_span",
    "write",
    "writeln",
];

/// Whether a macro of that name never returns.
pub fn diverges(name: &str) -> bool {
    DIVERGING.binary_search(&name).is_ok()
}

/// Whether a macro of that name gives `()`.
pub fn gives_unit(name: &str) -> bool {
    UNIT.binary_search(&name).is_ok()
}

/// Whether a macro is known by its name, so that its definition need not be looked for.
pub fn is_well_known(name: &str) -> bool {
    diverges(name) || gives_unit(name) || READ.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        for list in [&DIVERGING[..], &UNIT, &READ] {
            assert!(list.is_sorted(), "{list:?}");
        }
        assert!(is_well_known("vec") && is_well_known("panic") && !is_well_known("my_macro"));
    }
}
