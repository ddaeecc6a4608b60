//! Attributes: documentation left out, `cfg_attr` unfolded, `cfg` read.

use super::context::Context;
use super::tokens::inside;
use crate::source::Span;
use crate::summary::{Attr, Attrs, Cfg, Delimiter, Name, Token};

impl Context<'_> {
    /// The attributes of one node.
    pub(super) fn attrs(&self, attrs: &[syn::Attribute]) -> Attrs {
        let mut lowered = Attrs::default();
        for attr in attrs {
            if attr.path().is_ident("doc") {
                continue;
            }
            let span =
                Span::new(self.start(attr.pound_token.spans[0]), self.end(attr.bracket_token.span.close()));
            let brackets = self.start(attr.bracket_token.span.open());
            let tokens = self.tokens(inside(Span::new(brackets, span.end)));
            Reader { cx: self, into: &mut lowered }.meta(&tokens, span, None);
        }
        lowered
    }
}

/// Reads what stands between the brackets of one attribute.
struct Reader<'c, 't> {
    cx: &'c Context<'t>,
    into: &'c mut Attrs,
}

impl Reader<'_, '_> {
    /// `path`, `path(…)` or `path = …`; `condition` is that of the `cfg_attr` around it.
    fn meta(&mut self, tokens: &[Token], span: Span, condition: Option<&Cfg>) {
        let (path, rest) = split_path(tokens);
        match (path.as_str(), rest) {
            ("doc", _) => {}
            ("cfg", [Token::Group { tokens, .. }]) => {
                let read = cfg(tokens);
                self.add_cfg(match condition {
                    Some(condition) => Cfg::Any(vec![Cfg::Not(Box::new(condition.clone())), read]),
                    None => read,
                });
            }
            ("cfg_attr", [Token::Group { tokens, .. }]) => {
                let mut parts = split_commas(tokens).into_iter();
                let own = cfg(parts.next().unwrap_or_default());
                let both = match condition {
                    Some(outer) => Cfg::All(vec![outer.clone(), own]),
                    None => own,
                };
                for part in parts.filter(|part| !part.is_empty()) {
                    self.meta(part, whole(part), Some(&both));
                }
            }
            ("unsafe", [Token::Group { tokens, .. }]) => self.meta(tokens, span, condition),
            _ => {
                let (path, args) = (Name::from(path.as_str()), self.args(rest));
                let condition = condition.cloned().map(Box::new);
                self.into.list.push(Attr { path, args, condition, span });
            }
        }
    }

    fn add_cfg(&mut self, cfg: Cfg) {
        self.into.cfg = Some(Box::new(match self.into.cfg.take().map(|cfg| *cfg) {
            None => cfg,
            Some(Cfg::All(mut all)) => {
                all.push(cfg);
                Cfg::All(all)
            }
            Some(other) => Cfg::All(vec![other, cfg]),
        }));
    }

    /// What follows the path, without its delimiters or `=`.
    fn args(&self, rest: &[Token]) -> String {
        let source = |start: u32, end: u32| self.cx.source(Span::new(start, end)).trim();
        match rest {
            [] => String::new(),
            [Token::Group { span, .. }] => source(span.start + 1, span.end.saturating_sub(1)).to_owned(),
            [Token::Punct { char: '=', span, .. }, ..] => source(span.end, whole(rest).end).to_owned(),
            _ => source(whole(rest).start, whole(rest).end).to_owned(),
        }
    }
}

/// From the first to the last of `tokens`.
fn whole(tokens: &[Token]) -> Span {
    match tokens {
        [] => Span::default(),
        [first, .., last] => token_span(first).to(token_span(last)),
        [only] => token_span(only),
    }
}

fn token_span(token: &Token) -> Span {
    match token {
        Token::Ident { span, .. }
        | Token::Punct { span, .. }
        | Token::Literal { span, .. }
        | Token::Group { span, .. } => *span,
    }
}

/// The leading path as `a::b`, and what follows it.
fn split_path(tokens: &[Token]) -> (String, &[Token]) {
    let mut path = String::new();
    let mut rest = tokens;
    loop {
        match rest {
            [Token::Ident { name, .. }, tail @ ..] if path.is_empty() || path.ends_with("::") => {
                path.push_str(name);
                rest = tail;
            }
            [Token::Punct { char: ':', .. }, Token::Punct { char: ':', .. }, tail @ ..] => {
                path.push_str("::");
                rest = tail;
            }
            _ => return (path, rest),
        }
    }
}

fn split_commas(tokens: &[Token]) -> Vec<&[Token]> {
    tokens.split(|token| matches!(token, Token::Punct { char: ',', .. })).collect()
}

/// The predicate of a `cfg`.
pub(super) fn cfg(tokens: &[Token]) -> Cfg {
    let tokens = match tokens {
        [init @ .., Token::Punct { char: ',', .. }] => init,
        all => all,
    };
    match tokens {
        [Token::Ident { name, .. }, Token::Group { delimiter: Delimiter::Paren, tokens, .. }] => {
            let parts = || split_commas(tokens).into_iter().filter(|part| !part.is_empty()).map(cfg);
            match name.as_str() {
                "all" => Cfg::All(parts().collect()),
                "any" => Cfg::Any(parts().collect()),
                "not" => Cfg::Not(Box::new(cfg(tokens))),
                _ => Cfg::Unknown,
            }
        }
        [Token::Ident { name, .. }] => Cfg::Atom { name: *name, value: None },
        [Token::Ident { name, .. }, Token::Punct { char: '=', .. }, Token::Literal { text, .. }] => {
            match string_value(text) {
                Some(value) => Cfg::Atom { name: *name, value: Some(Name::from(value.as_str())) },
                None => Cfg::Unknown,
            }
        }
        _ => Cfg::Unknown,
    }
}

/// The value of a string literal as written.
pub(super) fn string_value(literal: &str) -> Option<String> {
    if let Some(plain) = literal.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'))
        && !plain.contains(['"', '\\'])
    {
        return Some(plain.to_owned());
    }
    syn::parse_str::<syn::LitStr>(literal).ok().map(|literal| literal.value())
}

/// The value of `path = "…"` attributes.
pub(super) fn path_values(attrs: &Attrs) -> Vec<String> {
    let paths = attrs.list.iter().filter(|attr| attr.path == "path");
    paths.filter_map(|attr| string_value(&attr.args)).collect()
}
