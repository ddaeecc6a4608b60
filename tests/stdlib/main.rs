//! The standard library's signatures: they read, they keep their conventions, their names resolve among
//! themselves, and the compiler agrees with each of them.

mod compiler;
mod conventions;
mod names;
mod tokens;

/// The parsed files: module name and items.
fn files() -> Vec<(&'static str, syn::File)> {
    let parse = |&(name, text): &(&'static str, &str)| match syn::parse_file(text) {
        Ok(file) => (name, file),
        Err(error) => panic!("{name}: {error} at {:?}", error.span().start()),
    };
    unawaited::stdlib::FILES.iter().map(parse).collect()
}
