//! Walks one parsed file and collects the `.await`s that can be deleted, in bytes of the text.

use std::ops::Range;

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::Parser;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Expr, ExprAwait, Local, Pat, Stmt};

use super::shape;
use super::{Form, Kind, Reason};

/// What one file holds.
#[derive(Default)]
pub struct Found {
    /// `.await`s that can be deleted, in the order of the walk.
    pub sites: Vec<Candidate>,
    /// Awaited chains that are left alone, in the order of the walk.
    pub excluded: Vec<(Reason, Range<usize>)>,
}

/// One `.await` that can be deleted. Ranges are bytes of the untouched text.
#[derive(Clone)]
pub struct Candidate {
    /// Where the value goes.
    pub kind: Kind,
    /// What the call looks like.
    pub form: Form,
    /// Whether it stands among items that are a macro's arguments.
    pub in_item_macro: bool,
    /// The call, without parentheses around it.
    pub call: Range<usize>,
    /// The `.await` and what stands behind it, up to the semicolon or the end of the tail expression.
    pub deleted: Range<usize>,
}

/// Parses `text` and walks it.
pub fn find(text: &str) -> Result<Found, syn::Error> {
    // Positions belong to the thread and would pile up from file to file.
    proc_macro2::extra::invalidate_current_thread_spans();
    let file = syn::parse_file(text)?;
    // `parse_file` counts from behind the byte-order mark and the shebang line.
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let shift = mark + file.shebang.as_ref().map_or(0, String::len);
    let mut finder = Finder { found: Found::default(), shift, in_item_macro: false, outside: None };
    finder.visit_file(&file);
    Ok(finder.found)
}

struct Finder {
    found: Found,
    /// Bytes in front of what `syn` saw.
    shift: usize,
    /// Within a macro's arguments that are items.
    in_item_macro: bool,
    /// Why nothing here can be deleted, if so.
    outside: Option<Reason>,
}

impl Finder {
    fn bytes(&self, node: &impl Spanned) -> Range<usize> {
        let range = node.span().byte_range();
        range.start + self.shift..range.end + self.shift
    }

    fn exclude(&mut self, reason: Reason, chain: &Expr) {
        let at = self.bytes(chain);
        self.found.excluded.push((reason, at));
    }

    /// Visits with `outside` set while one of `attributes` silences the linter.
    fn under(&mut self, attributes: &[Attribute], visit: impl FnOnce(&mut Self)) {
        let reason = shape::silences(attributes).then_some(Reason::Silenced);
        self.outside_of(reason, visit);
    }

    fn outside_of(&mut self, reason: Option<Reason>, visit: impl FnOnce(&mut Self)) {
        let before = self.outside;
        self.outside = before.or(reason);
        visit(self);
        self.outside = before;
    }

    fn statements(&mut self, statements: &[Stmt]) {
        for (at, statement) in statements.iter().enumerate() {
            let attributes = match statement {
                Stmt::Local(local) => &local.attrs,
                Stmt::Expr(expr, _) => shape::attributes(expr),
                Stmt::Macro(_) | Stmt::Item(_) => &[],
            };
            self.under(attributes, |finder| {
                finder.statement(statement, &statements[at + 1..]);
                finder.visit_stmt(statement);
            });
        }
    }

    fn statement(&mut self, statement: &Stmt, rest: &[Stmt]) {
        match statement {
            Stmt::Expr(Expr::Assign(assign), Some(_)) if matches!(*assign.left, Expr::Infer(_)) => {
                if shape::chain_await(&assign.right).is_some() {
                    self.exclude(self.outside.unwrap_or(Reason::AssignUnderscore), &assign.right);
                }
            }
            Stmt::Expr(expr, Some(semicolon)) => {
                self.site(Kind::Statement, expr, self.bytes(semicolon).start, None);
            }
            Stmt::Local(local) => self.local(local, rest),
            Stmt::Expr(_, None) | Stmt::Macro(_) | Stmt::Item(_) => {}
        }
    }

    fn local(&mut self, local: &Local, rest: &[Stmt]) {
        let Some(init) = &local.init else { return };
        let (pattern, typed) = match &local.pat {
            Pat::Type(typed) => (&*typed.pat, true),
            pattern => (pattern, false),
        };
        let (kind, used) = match pattern {
            Pat::Wild(_) => (Kind::LetUnderscore, false),
            Pat::Ident(binding) if binding.subpat.is_none() => {
                let name = binding.ident.to_string();
                if !name.starts_with('_') {
                    return;
                }
                (Kind::LetNamedUnderscore, shape::mentions(rest, &name))
            }
            _ => return,
        };
        let reason = if init.diverge.is_some() {
            Some(Reason::LetElse)
        } else if typed {
            Some(Reason::TypedLet)
        } else {
            used.then_some(Reason::UsedBinding)
        };
        self.site(kind, &init.expr, self.bytes(&local.semi_token).start, reason);
    }

    /// Notes the chain `expr` if it awaits; `end` is where the deleted part ends, `reason` what speaks against
    /// the statement as a whole.
    fn site(&mut self, kind: Kind, expr: &Expr, end: usize, reason: Option<Reason>) {
        let Some(awaiting) = shape::chain_await(expr) else { return };
        match self.judge(awaiting, reason) {
            Err(reason) => self.exclude(reason, expr),
            Ok((base, form)) => {
                let call = self.bytes(shape::peel(base));
                let deleted = self.bytes(base).end..end;
                let in_item_macro = self.in_item_macro;
                self.found.sites.push(Candidate { kind, form, in_item_macro, call, deleted });
            }
        }
    }

    fn judge<'a>(
        &self,
        awaiting: Result<&'a ExprAwait, Reason>,
        reason: Option<Reason>,
    ) -> Result<(&'a Expr, Form), Reason> {
        if let Some(outside) = self.outside {
            return Err(outside);
        }
        let base = &awaiting?.base;
        let form = shape::form(shape::peel(base))?;
        reason.map_or(Ok((base, form)), Err)
    }

    /// The tails of async blocks among the arguments, if `expr` is a call of `spawn…`.
    fn spawn_tails(&mut self, expr: &Expr) {
        let arguments = match expr {
            Expr::Call(call) => &call.args,
            Expr::MethodCall(call) => &call.args,
            _ => return,
        };
        if !shape::callee(expr).is_some_and(|name| name.starts_with("spawn")) {
            return;
        }
        for argument in arguments {
            if let Expr::Async(block) = shape::peel(argument)
                && let Some(Stmt::Expr(tail, None)) = block.block.stmts.last()
            {
                let end = self.bytes(tail).end;
                self.under(shape::attributes(tail), |finder| finder.site(Kind::SpawnTail, tail, end, None));
            }
        }
    }

    /// Counts what stands in tokens that are left alone: those that read as statements, else those of the
    /// groups within.
    fn tokens(&mut self, tokens: &TokenStream) {
        if let Ok(statements) = Block::parse_within.parse2(tokens.clone()) {
            return self.statements(&statements);
        }
        for token in tokens.clone() {
            if let TokenTree::Group(group) = token {
                self.tokens(&group.stream());
            }
        }
    }

    fn item_macro(&mut self, item: &syn::ItemMacro) {
        if item.ident.is_some() {
            return self.outside_of(Some(Reason::MacroDefinition), |finder| finder.tokens(&item.mac.tokens));
        }
        let Ok(items) = syn::parse2::<syn::File>(item.mac.tokens.clone()) else {
            return self.visit_macro(&item.mac);
        };
        let before = std::mem::replace(&mut self.in_item_macro, true);
        self.visit_file(&items);
        self.in_item_macro = before;
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_block(&mut self, block: &'ast Block) {
        self.statements(&block.stmts);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.outside_of(Some(Reason::MacroArguments), |finder| finder.tokens(&call.tokens));
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        self.under(&item.attrs, |finder| finder.item_macro(item));
    }

    fn visit_file(&mut self, file: &'ast syn::File) {
        self.under(&file.attrs, |finder| visit::visit_file(finder, file));
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.under(&item.attrs, |finder| visit::visit_item_mod(finder, item));
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.under(&item.attrs, |finder| visit::visit_item_fn(finder, item));
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        self.under(&item.attrs, |finder| visit::visit_item_impl(finder, item));
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.under(&item.attrs, |finder| visit::visit_item_trait(finder, item));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.under(&item.attrs, |finder| visit::visit_impl_item_fn(finder, item));
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        self.under(&item.attrs, |finder| visit::visit_trait_item_fn(finder, item));
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        self.under(shape::attributes(expr), |finder| {
            finder.spawn_tails(expr);
            visit::visit_expr(finder, expr);
        });
    }
}
