//! Adds what macro calls where items stand make.

use rustc_hash::FxHashSet;

use super::macros::{Makes, Pending};
use super::{Builder, ModFile, ModFiles, ModPlace, Name, Site};
use crate::finding::FileId;
use crate::index::ModuleKind;
use crate::index::made::type_key;
use crate::summary::{Item, ItemKind, Token, TypeRef};

impl<'s> Builder<'s> {
    /// Adds what a pending call makes, the items of `made`. `mods` are the files of its `mod name;` declarations.
    pub fn add_expansion(&mut self, pending: &Pending<'s>, made: ModFile<'s>, mods: ModFiles<'s>) {
        let krate = self.index.module(pending.module).krate;
        self.mods.extend(mods.into_iter().map(|((file, span), target)| ((krate, file, span), target)));
        let all = &made.summary.items[..];
        let (items, rest) = match (pending.makes, &pending.around, all) {
            (Makes::Type, _, [Item { kind: ItemKind::TypeAlias(alias), .. }, rest @ ..]) => {
                self.add_type(pending, alias.ty.as_ref());
                (&[][..], rest)
            }
            (Makes::Type, ..) => return,
            (_, None, items) => (items, &[][..]),
            (_, Some(_), [Item { kind: ItemKind::Impl(decl), .. }, rest @ ..]) => (&decl.items[..], rest),
            (_, Some(_), [Item { kind: ItemKind::Trait(decl), .. }, rest @ ..]) => (&decl.items[..], rest),
            (_, Some(_), _) => return,
        };
        self.add_made(pending, made.file, items);
        // Macros in types of what was made.
        self.walk(krate, made.file, pending.scope).items(pending.module, rest);
    }

    /// Notes the type that a pending call makes. Of two types that calls of one text make in one module, none is.
    fn add_type(&mut self, pending: &Pending<'s>, ty: Option<&'s TypeRef>) {
        let key = type_key(pending.module, &pending.macro_item.call);
        let made = self.index.made_types.entry(key).or_insert(ty);
        if *made != ty {
            *made = None;
        }
    }

    /// Adds what stands in a pending call as it is, if it is nothing but items.
    pub fn add_as_written(&mut self, pending: &Pending<'s>) {
        if let Some(items) = &pending.macro_item.items {
            self.add_made(pending, pending.file, items);
        }
    }

    fn add_made(&mut self, pending: &Pending<'s>, file: FileId, items: &'s [Item]) {
        let krate = self.index.module(pending.module).krate;
        let mut walk = self.walk(krate, file, pending.scope);
        walk.claim(file);
        match pending.around {
            None => walk.items(pending.module, items),
            Some((around, owner)) => walk.more_members(Site { file, ..around }, items, owner),
        }
        let end = walk.scope;
        if pending.behind != pending.scope {
            self.macros.fill(pending.behind, end);
        }
    }

    /// Notes that a pending call could not be read: its module may declare more.
    /// `may_declare`: what it makes may be items after all.
    pub fn add_unread(&mut self, pending: &Pending<'s>, may_declare: bool) {
        self.index.unread_macros += 1;
        if pending.makes == Makes::Type {
            return self.add_type(pending, None);
        }
        let in_block = matches!(self.index.module(pending.module).kind, ModuleKind::Block(_));
        if pending.around.is_none() && (may_declare || !in_block) {
            let data = &mut self.index.modules[pending.module.0 as usize];
            data.opaque = true;
            words(&pending.macro_item.call.tokens, &mut data.unread);
            declared(&pending.macro_item.call.tokens, &mut data.unread_types);
        }
    }

    /// Where the modules lie that a pending call's expansion declares.
    pub fn mod_place(&self, pending: &Pending<'s>) -> ModPlace {
        let mut module = self.index.named_module(pending.module);
        let mut inline = Vec::new();
        loop {
            let data = self.index.module(module);
            match data.parent {
                Some(parent) if self.index.module(parent).file == data.file => {
                    inline.push(data.name);
                    module = self.index.named_module(parent);
                }
                parent => {
                    inline.reverse();
                    return ModPlace { is_root: parent.is_none(), inline };
                }
            }
        }
    }
}

/// Every identifier among tokens.
fn words(tokens: &[Token], into: &mut FxHashSet<Name>) {
    for token in tokens {
        match token {
            Token::Ident { name, .. } => {
                into.insert(*name);
            }
            Token::Group { tokens, .. } => words(tokens, into),
            Token::Punct { .. } | Token::Literal { .. } => {}
        }
    }
}

/// Every name among tokens that follows a word which declares a type: `struct Send`.
fn declared(tokens: &[Token], into: &mut FxHashSet<Name>) {
    const DECLARING: [&str; 6] = ["struct", "enum", "union", "trait", "type", "mod"];
    for pair in tokens.windows(2) {
        if let [Token::Ident { name: word, .. }, Token::Ident { name, .. }] = pair
            && DECLARING.contains(&word.as_str())
        {
            into.insert(*name);
        }
    }
    for token in tokens {
        if let Token::Group { tokens, .. } = token {
            declared(tokens, into);
        }
    }
}
