//! The form that `src/stdlib/mod.rs` promises.

use std::collections::BTreeSet;
use std::path::Path;

use syn::{Fields, Ident, ImplItem, Item, Stmt, TraitItem, Type, Visibility};
use unawaited::stdlib::{FILES, TEST};

#[test]
fn files_are_sorted_and_complete() {
    let listed: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
    assert!(listed.is_sorted_by(|a, b| a < b), "not sorted by name: {listed:?}");

    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/stdlib/sigs");
    let on_disk: BTreeSet<String> = dir
        .read_dir()
        .expect("src/stdlib/sigs")
        .map(|entry| {
            entry.expect("an entry").path().file_stem().expect("a name").to_string_lossy().into_owned()
        })
        .collect();
    let listed: BTreeSet<String> =
        listed.into_iter().filter(|name| *name != "numbers").chain([TEST.0]).map(str::to_owned).collect();
    assert_eq!(listed, on_disk, "FILES and the directory differ");
}

#[test]
fn bodies_are_empty_and_private_fields_are_type_parameters() {
    let mut faults = Vec::new();
    for (name, file) in crate::files() {
        each_item(&file.items, &mut |item| check(name, item, &mut faults));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Calls `f` for each item, those of inline modules too.
pub fn each_item<'a>(items: &'a [Item], f: &mut impl FnMut(&'a Item)) {
    for item in items {
        f(item);
        if let Item::Mod(inner) = item
            && let Some((_, items)) = &inner.content
        {
            each_item(items, f);
        }
    }
}

fn check(file: &str, item: &Item, faults: &mut Vec<String>) {
    let mut fault =
        |name: &dyn ToString, what: &str| faults.push(format!("{file}: {} {what}", name.to_string()));
    let empty = |stmts: &[Stmt]| stmts.is_empty();
    match item {
        Item::Fn(f) if !empty(&f.block.stmts) => fault(&f.sig.ident, "has a body"),
        Item::Fn(f) if !is_public(&f.vis) => fault(&f.sig.ident, "is private"),
        Item::Struct(s) => {
            let Fields::Named(fields) = &s.fields else { return };
            for field in &fields.named {
                let is_owned = |ty: &Type| s.generics.type_params().any(|p| is_named(ty, &p.ident));
                if !is_public(&field.vis) && !is_owned(&field.ty) {
                    fault(&s.ident, "has a private field that is no type parameter");
                }
            }
        }
        Item::Trait(t) => {
            for method in t.items.iter().filter_map(|i| if let TraitItem::Fn(f) = i { Some(f) } else { None })
            {
                if method.default.as_ref().is_some_and(|body| !empty(&body.stmts)) {
                    fault(&method.sig.ident, "has a body");
                }
            }
        }
        Item::Impl(i) => {
            for method in i.items.iter().filter_map(|i| if let ImplItem::Fn(f) = i { Some(f) } else { None })
            {
                if !empty(&method.block.stmts) {
                    fault(&method.sig.ident, "has a body");
                }
                if i.trait_.is_none() && !is_public(&method.vis) {
                    fault(&method.sig.ident, "is a private method");
                }
            }
        }
        Item::Macro(m) => fault(&"a macro", &format!("call: {}", m.mac.tokens)),
        _ => {}
    }
}

fn is_public(vis: &Visibility) -> bool {
    matches!(vis, Visibility::Public(_))
}

fn is_named(ty: &Type, name: &Ident) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident(name))
}
