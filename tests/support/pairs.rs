//! Macro definitions and calls of a file, what the linter makes of them, and what rustc's answer says beside it. No test
//! lives here.

use std::collections::BTreeMap;

use unawaited::expand::{
    Definition, Failure, Fuel, Group, Helper, Origin, Reach, Rendered, Tree, expand_call, trees, unfold,
};
use unawaited::lower::{Bodies, lower, tokens};
use unawaited::summary::{Body, FileSummary, Item, ItemKind, MacroCall, Spot, Standing, print};

const FUEL: usize = 400_000;

/// Where a call stands.
#[derive(Clone, Copy)]
pub enum Place {
    Items,
    Members,
    Statement,
    Value,
    Pattern,
}

/// A definition and a call, as written.
pub struct Pair<'t> {
    pub name: &'t str,
    pub definition: &'t str,
    pub call: &'t str,
    pub place: Place,
}

/// The definitions of a file with at most `most` calls of each.
pub fn pairs<'t>(text: &'t str, summary: &'t FileSummary, most: usize) -> Vec<Pair<'t>> {
    let mut found = Found::default();
    found.items(&summary.items, Place::Items);
    let mut pairs = Vec::new();
    for (name, calls) in &found.calls {
        // Of several definitions under one name it is not plain which is meant.
        let Some([definition]) = found.definitions.get(name).map(Vec::as_slice) else { continue };
        let Some(definition) = text.get(definition.span.range()) else { continue };
        let calls = calls.iter().filter_map(|(call, place)| Some((text.get(call.span.range())?, *place)));
        pairs.extend(calls.take(most).map(|(call, place)| Pair { name, definition, call, place }));
    }
    pairs
}

#[derive(Default)]
struct Found<'t> {
    definitions: BTreeMap<&'t str, Vec<&'t MacroCall>>,
    calls: BTreeMap<&'t str, Vec<(&'t MacroCall, Place)>>,
}

impl<'t> Found<'t> {
    fn items(&mut self, items: &'t [Item], place: Place) {
        for item in items {
            match &item.kind {
                ItemKind::MacroDef(call) if item.attrs.cfg.is_none() => {
                    if let Some(name) = &call.ident
                        && call.path.segments.first().is_some_and(|first| first.name == "macro_rules")
                    {
                        self.definitions.entry(name.as_str()).or_default().push(call);
                    }
                }
                ItemKind::Macro(made) => self.call(&made.call, place),
                ItemKind::Mod(decl) => self.items(decl.content.as_deref().unwrap_or_default(), Place::Items),
                ItemKind::Impl(decl) => self.items(&decl.items, Place::Members),
                ItemKind::Fn(sig) => sig.body.iter().for_each(|body| self.body(body)),
                _ => {}
            }
        }
    }

    fn body(&mut self, body: &'t Body) {
        for (call, spot, standing) in body.standings() {
            let place = match (spot, standing) {
                (Spot::Pat(_), _) => Place::Pattern,
                (Spot::Expr(_), Standing::Statement) => Place::Statement,
                (Spot::Expr(_), _) => Place::Value,
            };
            self.call(call, place);
        }
        body.blocks.iter().for_each(|block| self.items(&block.items, Place::Items));
    }

    fn call(&mut self, call: &'t MacroCall, place: Place) {
        if let [name] = &call.path.segments[..] {
            self.calls.entry(name.name.as_str()).or_default().push((call, place));
        }
    }
}

/// A file with what stands at a call's place.
fn around(place: Place, text: &str) -> String {
    match place {
        Place::Items if text.ends_with('}') => text.to_owned(),
        Place::Items => format!("{text};"),
        Place::Members if text.ends_with('}') => format!("impl X {{ {text} }}"),
        Place::Members => format!("impl X {{ {text}; }}"),
        Place::Statement => format!("fn x() {{ {text}; }}"),
        Place::Value => format!("fn x() {{ let v = {text}; }}"),
        Place::Pattern => format!("fn x() {{ match v {{ {text} => {{}} _ => {{}} }} }}"),
    }
}

/// A file with a definition and its call.
pub fn whole(pair: &Pair) -> String {
    format!("{}\n{}", pair.definition, around(pair.place, pair.call))
}

/// What the linter makes of a call, at its place.
pub fn made(pair: &Pair) -> Result<FileSummary, Failure> {
    let text = ours(pair)?;
    let text = match pair.place {
        Place::Items => text,
        Place::Members => format!("impl X {{ {text} }}"),
        Place::Statement | Place::Value | Place::Pattern => around(pair.place, &text),
    };
    Ok(lower(&text, Bodies::Keep))
}

fn ours(pair: &Pair) -> Result<String, Failure> {
    let read = |text: &str| trees(&tokens(text, 0), &Origin::Call);
    let written = read(pair.definition);
    let Some(Tree::Group(arms)) = written.last() else { return Err(Failure::NoArm) };
    let definition = Definition::parse(&arms.trees).ok_or(Failure::NoArm)?;
    let call = read(pair.call);
    let Some(Tree::Group(group)) = call.last() else { return Err(Failure::NoArm) };
    let mut fuel = Fuel::new(FUEL);
    let made = match pair.place {
        Place::Items | Place::Members => {
            let own = (&|_: &str| None) as &Helper;
            unfold((&definition, pair.name), &group.trees, "crate", (own, Reach::Items), &mut fuel)?.trees
        }
        Place::Statement | Place::Value | Place::Pattern => {
            let mut failure = Failure::NoArm;
            let mut make = |path: &[Tree], group: &Group| {
                let is_own = matches!(path, [only] if only.is_word(pair.name));
                let made = is_own.then(|| definition.expand(&group.trees, "crate", &mut fuel))?;
                made.inspect_err(|why| failure = *why).ok()
            };
            let statement = matches!(pair.place, Place::Statement);
            expand_call(&call, statement, &mut make).ok_or(failure)?
        }
    };
    Ok(Rendered::new(&made).text.trim().to_owned())
}

/// Whether a call is left anywhere.
pub fn calls_macros(items: &[Item]) -> bool {
    let in_body = |body: &Body| {
        body.calls().next().is_some() || body.blocks.iter().any(|block| calls_macros(&block.items))
    };
    items.iter().any(|item| match &item.kind {
        ItemKind::Macro(_) | ItemKind::MacroDef(_) => true,
        ItemKind::Mod(decl) => decl.content.as_deref().is_some_and(calls_macros),
        ItemKind::Impl(decl) => calls_macros(&decl.items),
        ItemKind::Trait(decl) => calls_macros(&decl.items),
        ItemKind::Fn(sig) => sig.body.as_deref().is_some_and(in_body),
        ItemKind::Const(decl) => decl.body.as_deref().is_some_and(in_body),
        _ => false,
    })
}

/// Whether two files say the same. Arguments of attributes are kept as they are spaced.
pub fn same(ours: &str, theirs: &str) -> bool {
    ours.replace(' ', "") == theirs.replace(' ', "")
}

/// What a file says, without what rustc adds, definitions and documentation.
pub fn shown(mut summary: FileSummary) -> String {
    fn strip(items: &mut Vec<Item>) {
        let is_prelude = |item: &Item| item.attrs.list.iter().any(|attr| attr.path == "prelude_import");
        items.retain(|item| {
            !matches!(item.kind, ItemKind::MacroDef(_) | ItemKind::ExternCrate { .. }) && !is_prelude(item)
        });
        for item in items {
            item.attrs.list.retain(|attr| attr.path != "doc");
            match &mut item.kind {
                // There is no file beside it.
                ItemKind::Mod(decl) => strip(decl.content.get_or_insert_default()),
                ItemKind::Impl(decl) => strip(&mut decl.items),
                ItemKind::Trait(decl) => strip(&mut decl.items),
                _ => {}
            }
        }
    }
    strip(&mut summary.items);
    let errors: String = summary.errors.iter().map(|error| format!("{}\n", error.message)).collect();
    errors + &print::file(&FileSummary { attrs: Default::default(), ..summary })
}
