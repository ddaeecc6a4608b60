//! `paste!`, the one procedural macro that macros by example lean on everywhere: it makes one word of several. What it
//! does is said in the documentation of the `paste` crate.

use super::tree::{Group, Leaf, LeafKind, Origin, Tree};
use super::{Failure, Fuel};
use crate::summary::{Delimiter, Name};

/// Whether a path calls it: by its name, whatever crate hands it on, or by the older ones that its crate has for it.
pub fn is_paste<'n>(path: impl DoubleEndedIterator<Item = &'n str>) -> bool {
    let mut names = path.rev();
    match names.next() {
        Some("paste") => true,
        Some("expr" | "item" | "item_with_macros") => names.next() == Some("paste"),
        _ => false,
    }
}

/// The argument with one word in the place of each `[< … >]`.
pub fn paste(trees: &[Tree], fuel: &mut Fuel) -> Result<Vec<Tree>, Failure> {
    let mut out = Vec::with_capacity(trees.len());
    for (at, tree) in trees.iter().enumerate() {
        fuel.burn(1)?;
        match tree {
            Tree::Leaf(_) => out.push(tree.clone()),
            Tree::Fragment(kind, inner) => out.push(Tree::Fragment(*kind, paste(inner, fuel)?.into())),
            Tree::Group(group) => match parts(group) {
                Some(parts) => out.push(Tree::Leaf(word(group, parts)?)),
                None => {
                    let before = trees[..at].iter().rev().find(|tree| !tree.is_punct("!"));
                    let is_attribute = group.delimiter == Delimiter::Bracket
                        && before.is_some_and(|before| before.is_punct("#"));
                    let mut inner = paste(&group.trees, fuel)?;
                    if is_attribute {
                        join_texts(&mut inner);
                    }
                    out.push(Tree::Group(Group { trees: inner.into(), ..group.clone() }));
                }
            },
        }
    }
    Ok(out)
}

/// What stands in `[< … >]`.
fn parts(group: &Group) -> Option<&[Tree]> {
    match &group.trees[..] {
        [open, parts @ .., close]
            if group.delimiter == Delimiter::Bracket && open.is_punct("<") && close.is_punct(">") =>
        {
            (!parts.is_empty()).then_some(parts)
        }
        _ => None,
    }
}

/// `#[doc = "one" "two"]`: only the first text stays. None of them is code.
fn join_texts(attribute: &mut Vec<Tree>) {
    if attribute.get(1).is_some_and(|tree| tree.is_punct("=")) {
        attribute.truncate(3);
    }
}

/// One word of the parts of `group`.
fn word(group: &Group, parts: &[Tree]) -> Result<Leaf, Failure> {
    let mut words = Vec::new();
    let mut kind = LeafKind::Ident;
    collect(parts, &mut words, &mut kind)?;
    let text = words.concat();
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        kind = LeafKind::Literal;
    }
    let is_of_word = |char: char| char == '_' || char.is_alphanumeric();
    if text.is_empty() || !text.chars().all(is_of_word) {
        return Err(Failure::NoArm);
    }
    let origin = match (group.open, group.close) {
        (Origin::Call(open), Origin::Call(close)) if open.start < close.end => Origin::Call(open.to(close)),
        (Origin::Definition(id, open), Origin::Definition(other, close)) if id == other => {
            Origin::Definition(id, open.to(close))
        }
        (open, _) => open,
    };
    Ok(Leaf { kind, text: Name::from(text.as_str()).as_str(), origin })
}

fn collect(parts: &[Tree], words: &mut Vec<String>, kind: &mut LeafKind) -> Result<(), Failure> {
    let mut parts = parts.iter();
    while let Some(part) = parts.next() {
        match part {
            Tree::Fragment(_, inner) => collect(inner, words, kind)?,
            Tree::Leaf(leaf) => match leaf.kind {
                LeafKind::Ident | LeafKind::RawIdent => words.push(leaf.text.to_owned()),
                LeafKind::Literal => words.push(literal(leaf.text).ok_or(Failure::NoArm)?),
                LeafKind::Lifetime => {
                    *kind = LeafKind::Lifetime;
                    words.push(leaf.text.to_owned());
                }
                LeafKind::Punct { .. } if leaf.text == ":" => {
                    let modifier = parts.next().and_then(Tree::leaf).map_or("", |leaf| leaf.text);
                    let last = words.pop().ok_or(Failure::NoArm)?;
                    words.push(modified(&last, modifier).ok_or(Failure::NoArm)?);
                }
                LeafKind::Punct { .. } => return Err(Failure::NoArm),
            },
            Tree::Group(_) => return Err(Failure::NoArm),
        }
    }
    Ok(())
}

/// What a literal adds to a word: the words of a text, a number as it is.
fn literal(written: &str) -> Option<String> {
    let quoted = |quote: char| written.strip_prefix(quote)?.strip_suffix(quote);
    let text = quoted('"').or_else(|| quoted('\'')).unwrap_or(written);
    Some(text.replace('-', "_")).filter(|text| !text.contains(['"', '\\', '\'', '.']))
}

fn modified(word: &str, modifier: &str) -> Option<String> {
    Some(match modifier {
        "lower" => word.to_lowercase(),
        "upper" => word.to_uppercase(),
        "snake" => snake(word),
        "camel" => camel(word),
        _ => return None,
    })
}

/// `HelloWorld` → `hello_world`.
fn snake(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 2);
    let mut before = '_';
    for char in word.chars() {
        if char.is_uppercase() && before != '_' {
            out.push('_');
        }
        out.push(char);
        before = char;
    }
    out.to_lowercase()
}

/// `hello_world` → `HelloWorld`.
fn camel(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut before = '_';
    for char in word.chars() {
        match (char, before) {
            ('_', _) => {}
            (_, '_') => out.extend(char.to_uppercase()),
            (_, before) if before.is_uppercase() => out.extend(char.to_lowercase()),
            _ => out.push(char),
        }
        before = char;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expand::{Rendered, trees};
    use crate::lower::tokens;

    fn pasted(text: &str) -> Result<String, Failure> {
        let trees = trees(&tokens(text, 0), &Origin::Call);
        let pasted = paste(&trees, &mut Fuel::new(1000))?;
        Ok(Rendered::new(&pasted).text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn words_are_joined() {
        let words = [
            ("fn [<get_ name>]() {}", "fn get_name ( ) { }"),
            ("[<HelloWorld:snake _ URL:lower>]", "hello_world_url"),
            ("[<hello_world:camel 2>]", "HelloWorld2"),
            ("[<r#type _ name:upper>]", "type_NAME"),
            ("[<\"a-b\" 'c'>]", "a_bc"),
            ("x::<[<'a b>]>", "x :: < 'ab >"),
            ("[<1 u8>]", "1u8"),
            ("f([a, [<b c>]])", "f ( [ a , bc ] )"),
            ("[<a b:snake:camel>]", "aB"),
            ("#[doc = \"a\" stringify!(b)] struct S;", "#[ doc = \"a\" ] struct S ;"),
        ];
        for (text, expected) in words {
            let spaces = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(pasted(text).map(|made| spaces(&made)), Ok(spaces(expected)), "{text}");
        }
    }

    #[test]
    fn what_makes_no_word_fails() {
        for text in ["[<a - b>]", "[<a:title>]", "[<:lower>]", "[<\"a.b\">]", "[<(a)>]", "[<a \"\\n\">]"] {
            assert_eq!(pasted(text), Err(Failure::NoArm), "{text}");
        }
        // No `[< … >]` at all.
        for text in ["[<>]", "[a < b]", "<a>"] {
            assert!(pasted(text).is_ok(), "{text}");
        }
    }
}
