//! Macro calls: own token trees, read from the text itself, and arguments that parse as expressions or items.

use proc_macro2::TokenStream;
use syn::parse::Parser;
use syn::punctuated::Punctuated;

use super::Bodies;
use super::context::{Context, intern};
use super::scan::{Kind, Lexeme, Scanner};
use crate::source::Span;
use crate::summary::{Delimiter, ExprId, ExprKind, Item, MacroCall, MacroItem, Name, Token, Tokens};

/// How many macro calls within each other are read as code: each keeps the tokens of all in it.
const MAX_MACROS: usize = 32;

/// Macros that wait for one of several futures.
const SELECTS: [&str; 2] = ["select", "select_biased"];
/// Macros that make a stream of statements.
const STREAMS: [&str; 2] = ["stream", "try_stream"];
/// Macros whose argument decides the type of what they give.
const DECIDING: [&str; 8] = ["vec", "dbg", "join", "try_join", "pin", "ready", "write", "writeln"];

impl Context<'_> {
    /// `path!(…)`; `ident` stands after the bang.
    pub(super) fn macro_call(&mut self, mac: &syn::Macro, ident: Option<&proc_macro2::Ident>) -> MacroCall {
        let call = self.bare_call(mac, ident);
        let group = self.span(mac.delimiter.span().join());
        MacroCall { tokens: self.tokens(inside(group)).into(), ..call }
    }

    /// The same without its argument's tokens.
    fn bare_call(&mut self, mac: &syn::Macro, ident: Option<&proc_macro2::Ident>) -> MacroCall {
        let path = self.path(None, &mac.path);
        let delimiter = match mac.delimiter {
            syn::MacroDelimiter::Paren(_) => Delimiter::Paren,
            syn::MacroDelimiter::Brace(_) => Delimiter::Brace,
            syn::MacroDelimiter::Bracket(_) => Delimiter::Bracket,
        };
        let group = self.span(mac.delimiter.span().join());
        MacroCall {
            span: path.span.to(group),
            ident: ident.map(|ident| self.name(ident).0),
            path,
            delimiter,
            tokens: Tokens::default(),
        }
    }

    /// A call in a body.
    pub(super) fn body_call(&mut self, mac: &syn::Macro) -> MacroCall {
        match self.bodies {
            Bodies::Keep => self.macro_call(mac, None),
            Bodies::Relevant | Bodies::Drop => self.bare_call(mac, None),
        }
    }

    /// A macro called in an expression, with its span.
    pub(super) fn expr_macro(&mut self, mac: &syn::Macro) -> (ExprId, Span) {
        let call = self.body_call(mac);
        let span = call.span;
        let name = call.path.segments.last().map(|segment| segment.name);
        let is_called = |names: &[&str]| name.is_some_and(|name| names.contains(&name.as_str()));
        if is_called(&SELECTS)
            && let Some(expr) = self.within_macro(mac, |cx| cx.select(mac, span))
        {
            return (expr, span);
        }
        let reads = match self.bodies {
            _ if is_called(&STREAMS) => true,
            Bodies::Keep => may_be_exprs(&call.tokens) || is_called(&["vec"]),
            Bodies::Relevant | Bodies::Drop => self.holds_code(mac),
        };
        let args = if !reads {
            None
        } else if is_called(&STREAMS) {
            self.within_macro(mac, |cx| cx.stream(mac, span))
        } else {
            self.within_macro(mac, |cx| cx.macro_args(&mac.tokens))
        };
        (self.add_expr(ExprKind::Macro { call: Box::new(call), args }, span), span)
    }

    /// The statements of a `stream!` as an async block: what they throw away is thrown away.
    fn stream(&mut self, mac: &syn::Macro, span: Span) -> Option<Vec<ExprId>> {
        let stmts = mac.parse_body_with(syn::Block::parse_within).ok()?;
        let (block, _) = self.stmts(&stmts, span);
        Some(vec![self.add_expr(ExprKind::Async { block, is_move: false }, span)])
    }

    /// Whether something in the argument can throw a value away, or the argument decides the macro's type. The others
    /// (`println!`, `assert_eq!` …) are the most frequent macros by far. A macro within may do what it likes.
    fn holds_code(&self, mac: &syn::Macro) -> bool {
        let argument = self.source(inside(self.span(mac.delimiter.span().join())));
        let decides = |name: &str| mac.path.segments.last().is_some_and(|last| last.ident == name);
        let is_call = |at: usize| {
            let (before, behind) = (&argument[..at], &argument[at + 1..]);
            before.ends_with(|char: char| char.is_alphanumeric() || char == '_')
                && behind.starts_with(['(', '[', '{', ' '])
        };
        argument.contains('{') && argument.contains(';')
            || DECIDING.iter().any(|name| decides(name))
            || argument.match_indices('!').any(|(at, _)| is_call(at))
    }

    /// The argument's expressions, if it is nothing but expressions between commas, or one and how often it stands.
    fn macro_args(&mut self, tokens: &TokenStream) -> Option<Vec<ExprId>> {
        let args = exprs_or_repeat.parse2(tokens.clone()).ok()?;
        Some(args.iter().map(|arg| self.expr(arg).0).collect())
    }

    /// A macro called where items stand.
    pub(super) fn macro_item(&mut self, mac: &syn::Macro, ident: Option<&proc_macro2::Ident>) -> MacroItem {
        let call = self.macro_call(mac, ident);
        let name = call.path.segments.last().map_or("", |segment| segment.name.as_str());
        let items = self.within_macro(mac, |cx| match name {
            "cfg_select" => cx.selected_items(&mac.tokens),
            "mock" => cx.mocked_items(&mac.tokens).or_else(|| cx.macro_items(&mac.tokens)),
            _ => cx.macro_items(&mac.tokens),
        });
        MacroItem { call, items }
    }

    /// The argument's items, if it is nothing but items.
    pub(super) fn macro_items(&mut self, tokens: &TokenStream) -> Option<Vec<Item>> {
        let parser = |input: syn::parse::ParseStream| {
            let mut items = Vec::new();
            while !input.is_empty() {
                items.push(input.parse::<syn::Item>()?);
            }
            Ok(items)
        };
        let parsed = parser.parse2(tokens.clone()).ok()?;
        let mut items = Vec::with_capacity(parsed.len());
        self.items(&parsed, &mut items);
        Some(items)
    }

    /// Reads a macro's argument as code, unless that is too deep.
    fn within_macro<T>(&mut self, mac: &syn::Macro, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.macros >= MAX_MACROS || self.is_deep(mac) {
            return None;
        }
        self.macros += 1;
        let read = read(self);
        self.macros -= 1;
        read
    }

    fn is_deep(&self, mac: &syn::Macro) -> bool {
        if self.deep_macros.is_empty() {
            return false;
        }
        let open = self.start(mac.delimiter.span().open()) - self.base;
        self.deep_macros.binary_search(&open).is_ok()
    }

    /// The token trees of a span of the file.
    pub(super) fn tokens(&self, span: Span) -> Vec<Token> {
        tokens(self.source(span), span.start)
    }
}

/// The token trees of a text that starts at byte `base` of its file.
pub fn tokens(text: &str, base: u32) -> Vec<Token> {
    let mut trees = Trees { text, base, open: Vec::new(), tokens: Vec::new() };
    Scanner::new(text).for_each(|lexeme| trees.push(lexeme));
    trees.finish()
}

/// `a, b, c` or `[a; n]`'s inside.
fn exprs_or_repeat(input: syn::parse::ParseStream) -> syn::Result<Punctuated<syn::Expr, syn::Token![,]>> {
    let mut args = Punctuated::new();
    while !input.is_empty() {
        args.push_value(input.parse()?);
        if args.len() == 1 && input.parse::<Option<syn::Token![;]>>()?.is_some() {
            input.parse::<syn::Expr>()?;
            break;
        }
        if input.is_empty() {
            break;
        }
        args.push_punct(input.parse()?);
    }
    Ok(args)
}

/// Whether tokens can be expressions between commas at all. Cheaper to see than to try: an error has a long message.
fn may_be_exprs(tokens: &[Token]) -> bool {
    let is_arrow = |pair: &[Token]| {
        matches!(pair, [Token::Punct { char: '=', joint: true, .. }, Token::Punct { char: '>', .. }])
    };
    let is_semicolon = |token: &Token| matches!(token, Token::Punct { char: ';', .. });
    !tokens.iter().any(is_semicolon) && !tokens.windows(2).any(is_arrow)
}

/// What lies between the delimiters of `group`.
pub(super) fn inside(group: Span) -> Span {
    Span::new(group.start + 1, group.end.saturating_sub(1).max(group.start + 1))
}

/// Builds token trees.
struct Trees<'t> {
    text: &'t str,
    base: u32,
    /// The groups that are open: delimiter, start, and the tokens before it.
    open: Vec<(Delimiter, u32, Vec<Token>)>,
    tokens: Vec<Token>,
}

impl<'t> Trees<'t> {
    fn push(&mut self, lexeme: Lexeme) {
        let span = Span::new(self.base + lexeme.start as u32, self.base + lexeme.end as u32);
        let text = &self.text[lexeme.start..lexeme.end];
        match lexeme.kind {
            Kind::Ident => self.ident(text, span),
            Kind::Lifetime => {
                let quote = Span::new(span.start, span.start + 1);
                self.tokens.push(Token::Punct { char: '\'', joint: true, span: quote });
                self.ident(&text[1..], Span::new(span.start + 1, span.end));
            }
            Kind::Literal => self.tokens.push(Token::Literal { text: intern(text), span }),
            Kind::Punct(byte) => {
                let joint = self.is_joint(lexeme.end);
                self.tokens.push(Token::Punct { char: byte as char, joint, span });
            }
            Kind::Doc => self.doc(text, span),
            Kind::Open(byte) => {
                let outer = std::mem::take(&mut self.tokens);
                self.open.push((delimiter(byte), span.start, outer));
            }
            Kind::Close(_) => self.close(span.end),
        }
    }

    fn ident(&mut self, text: &'t str, span: Span) {
        let name = text.strip_prefix("r#");
        let raw = name.is_some();
        self.tokens.push(Token::Ident { name: intern(name.unwrap_or(text)), raw, span });
    }

    fn close(&mut self, end: u32) {
        let Some((delimiter, start, outer)) = self.open.pop() else { return };
        let tokens = std::mem::replace(&mut self.tokens, outer);
        self.tokens.push(Token::Group { delimiter, tokens, span: Span::new(start, end) });
    }

    /// As `proc_macro2` has it: another operator character follows at once, and no comment.
    fn is_joint(&self, next: usize) -> bool {
        let rest = &self.text.as_bytes()[next..];
        let comment = rest.starts_with(b"//") || rest.starts_with(b"/*");
        !comment && rest.first().is_some_and(|byte| b"~!@#$%^&*-=+|;:,<.>/?'".contains(byte))
    }

    /// `#[doc = ""]`, so that a macro sees an attribute where one stands. The words themselves are left out.
    fn doc(&mut self, text: &str, span: Span) {
        let punct = |char| Token::Punct { char, joint: false, span };
        self.tokens.push(punct('#'));
        if text.as_bytes().get(2) == Some(&b'!') {
            self.tokens.push(punct('!'));
        }
        let literal = Token::Literal { text: Name::from("\"\""), span };
        let tokens = vec![Token::Ident { name: Name::from("doc"), raw: false, span }, punct('='), literal];
        self.tokens.push(Token::Group { delimiter: Delimiter::Bracket, tokens, span });
    }

    fn finish(mut self) -> Vec<Token> {
        let end = self.base + self.text.len() as u32;
        while !self.open.is_empty() {
            self.close(end);
        }
        self.tokens
    }
}

fn delimiter(byte: u8) -> Delimiter {
    match byte {
        b'(' => Delimiter::Paren,
        b'[' => Delimiter::Bracket,
        _ => Delimiter::Brace,
    }
}
