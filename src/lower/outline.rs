//! What other crates can make use of in a dependency's file: the rest only takes memory.

use crate::summary::{
    Attr, Attrs, Cfg, Const, FileSummary, Impl, Item, ItemKind, Lazy, Signature, TypeRef, Visibility,
};

/// Attributes that the compiler or a tool reads, and that change no signature and add no item.
const INERT: [&str; 26] = [
    "allow",
    "automatically_derived",
    "cold",
    "deny",
    "deprecated",
    "doc",
    "expect",
    "export_name",
    "forbid",
    "ignore",
    "inline",
    "link",
    "link_name",
    "link_section",
    "no_mangle",
    "non_exhaustive",
    "repr",
    "serde",
    "should_panic",
    "stable",
    "target_feature",
    "track_caller",
    "unsafe",
    "unstable",
    "used",
    "warn",
];

/// Types of which a value has no method that could give a future.
pub(super) const NUMBERS: [&str; 24] = [
    "bool",
    "char",
    "f32",
    "f64",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "isize",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize",
    "c_char",
    "c_int",
    "c_long",
    "c_longlong",
    "c_short",
    "c_uchar",
    "c_uint",
    "c_ulong",
];

/// Leaves out what nobody outside can name or what says nothing of futures: tests, private functions, functions of trait
/// impls (their trait declares them), numbers, what is handed to C.
pub(super) fn reduce(summary: &mut FileSummary) {
    inert(&mut summary.attrs);
    items(&mut summary.items);
}

fn items(all: &mut Vec<Item>) {
    retain(all, keep);
    all.shrink_to_fit();
}

/// A macro in a type goes with the item before it.
fn retain(all: &mut Vec<Item>, keep: impl Fn(&mut Item) -> bool) {
    let mut kept = true;
    all.retain_mut(|item| {
        kept = if matches!(item.kind, ItemKind::TypeMacro(_)) { kept } else { keep(item) };
        kept
    });
}

/// Whether an item is of use; what it holds and is of none is taken out of it.
pub(super) fn keep(item: &mut Item) -> bool {
    if item.attrs.cfg.as_deref().is_some_and(is_for_tests) {
        return false;
    }
    inert(&mut item.attrs);
    match &mut item.kind {
        ItemKind::Fn(_) => is_seen(&item.vis),
        ItemKind::Const(decl) => {
            let blocks = decl.body.iter_mut().flat_map(|body| &mut body.blocks);
            blocks.for_each(|block| items(&mut block.items));
            !is_number(decl)
        }
        ItemKind::Mod(decl) => {
            decl.content.iter_mut().for_each(items);
            true
        }
        ItemKind::Trait(decl) => {
            items(&mut decl.items);
            true
        }
        ItemKind::Impl(decl) => block(decl),
        ItemKind::Extern(members) => {
            items(members);
            members.iter_mut().for_each(foreign);
            !members.is_empty()
        }
        ItemKind::Macro(call) => {
            call.items.iter_mut().for_each(items);
            true
        }
        _ => true,
    }
}

/// Of a trait impl only the types and calls of macros, which may make some.
fn block(decl: &mut Impl) -> bool {
    items(&mut decl.items);
    if decl.of_trait.is_some() {
        retain(&mut decl.items, |member| !matches!(member.kind, ItemKind::Fn(_)));
        decl.items.shrink_to_fit();
        return true;
    }
    !decl.items.is_empty()
}

fn foreign(member: &mut Item) {
    if let ItemKind::Fn(sig) = &mut member.kind {
        sig.sig = Lazy::from(Signature { params: Vec::new(), ..Signature::clone(&sig.sig) });
    }
}

fn is_seen(vis: &Visibility) -> bool {
    *vis == Visibility::Public
}

fn is_number(decl: &Const) -> bool {
    match &decl.ty {
        TypeRef::Path(path) => match &path.segments[..] {
            [only] => NUMBERS.contains(&only.name.as_str()),
            _ => false,
        },
        _ => false,
    }
}

/// Whether nothing but tests is compiled with it.
fn is_for_tests(cfg: &Cfg) -> bool {
    match cfg {
        Cfg::All(parts) => parts.iter().any(is_for_tests),
        Cfg::Any(parts) => !parts.is_empty() && parts.iter().all(is_for_tests),
        Cfg::Atom { name, value: None } => *name == "test",
        _ => false,
    }
}

/// Whether an attribute of that path changes no signature and adds no item.
pub(super) fn is_inert(path: &str) -> bool {
    let first = path.split("::").next().unwrap_or_default();
    INERT.contains(&path) || matches!(first, "clippy" | "rustfmt" | "diagnostic")
}

fn inert(attrs: &mut Attrs) {
    attrs.list.retain(|attr: &Attr| !is_inert(&attr.path));
    attrs.list.shrink_to_fit();
}
