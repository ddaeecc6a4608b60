//! Walks the summaries' items and fills the tables.

mod modules;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::attributes::{Effect, effect};
use super::*;
use crate::source::Span;
use crate::summary::{Block, FieldShape, FileSummary, ItemKind, MacroItem, Token, Visibility};

/// A file that several `mod`s of one crate name (by `#[path]`) is a module as often as this.
pub const MAX_VISITS: u32 = 8;

/// A crate to be indexed.
#[derive(Debug)]
pub struct CrateSpec<'s> {
    /// Its name.
    pub name: Name,
    /// 2015 to 2024.
    pub edition: u16,
    /// The root file.
    pub file: FileId,
    /// The root file's summary.
    pub summary: &'s FileSummary,
    /// The files of its `mod name;` declarations: by declaring file and the declaration's span.
    pub mods: FxHashMap<(FileId, Span), ModFile<'s>>,
}

/// The file of a `mod name;`.
#[derive(Debug, Clone, Copy)]
pub struct ModFile<'s> {
    /// The file.
    pub file: FileId,
    /// Its summary.
    pub summary: &'s FileSummary,
}

/// Adds crates one by one.
#[derive(Debug, Default)]
pub struct Builder<'s> {
    index: Index<'s>,
}

impl<'s> Builder<'s> {
    /// Adds one crate. Names of other crates are added with [`Builder::add_extern`].
    pub fn add(&mut self, spec: &CrateSpec<'s>) -> CrateId {
        let krate = CrateId(self.index.crates.len() as u32);
        let mut root = ModuleData::new(krate, None, spec.name, spec.file);
        root.attrs.push(&spec.summary.attrs);
        let root = self.index.push_module(root);
        self.index.crates.push(CrateData {
            name: spec.name,
            root,
            edition: spec.edition,
            externs: FxHashMap::default(),
            aliases: FxHashMap::default(),
        });
        let mut walk = Walk::new(&mut self.index, spec, krate);
        walk.claim(spec.file);
        walk.items(root, &spec.summary.items);
        krate
    }

    /// Adds std's signatures: one file for each of its modules.
    pub fn add_std(&mut self, files: Vec<(Name, FileId, &'s FileSummary)>) -> CrateId {
        let krate = CrateId(self.index.crates.len() as u32);
        let name = Name::from("std");
        let root_file = files.first().map_or(FileId(0), |(_, file, _)| *file);
        let root = self.index.push_module(ModuleData::new(krate, None, name, root_file));
        let (externs, aliases) = Default::default();
        self.index.crates.push(CrateData { name, root, edition: 2021, externs, aliases });
        for (name, file, summary) in files {
            let module = self.index.push_module(ModuleData::new(krate, Some(root), name, file));
            let types = &mut self.index.modules[root.0 as usize].types;
            types.entry(name).or_default().push((Def::Module(module), Vis::Public));
            let spec = CrateSpec { name, edition: 2021, file, summary, mods: FxHashMap::default() };
            Walk::new(&mut self.index, &spec, krate).items(module, &summary.items);
        }
        krate
    }

    /// Lets paths of `krate` start with `name`; `target` is `None` where its sources are missing.
    pub fn add_extern(&mut self, krate: CrateId, name: Name, target: Option<CrateId>) {
        let externs = &mut self.index.crates[krate.0 as usize].externs;
        if target.is_some() || !externs.contains_key(&name) {
            externs.insert(name, target);
        }
    }

    /// All crates so far.
    pub fn crates(&self) -> Vec<CrateId> {
        (0..self.index.crates.len() as u32).map(CrateId).collect()
    }

    /// The finished tables.
    pub fn finish(self) -> Index<'s> {
        self.index
    }
}

impl<'s> ModuleData<'s> {
    fn new(krate: CrateId, parent: Option<ModuleId>, name: Name, file: FileId) -> Self {
        ModuleData {
            krate,
            parent,
            name,
            file,
            kind: ModuleKind::Named,
            attrs: SmallVec::new(),
            types: FxHashMap::default(),
            values: FxHashMap::default(),
            opaque: false,
            unread: FxHashSet::default(),
            unread_types: FxHashSet::default(),
        }
    }
}

impl<'s> Index<'s> {
    fn push_module(&mut self, data: ModuleData<'s>) -> ModuleId {
        self.modules.push(data);
        ModuleId(self.modules.len() as u32 - 1)
    }
}

struct Walk<'i, 's> {
    index: &'i mut Index<'s>,
    spec: &'i CrateSpec<'s>,
    krate: CrateId,
    /// What is walked stands in `thread_local!`.
    in_thread_local: bool,
    /// How often each file was a module.
    visits: FxHashMap<FileId, u32>,
}

impl<'i, 's> Walk<'i, 's> {
    fn new(index: &'i mut Index<'s>, spec: &'i CrateSpec<'s>, krate: CrateId) -> Self {
        Walk { index, spec, krate, in_thread_local: false, visits: FxHashMap::default() }
    }

    fn claim(&mut self, file: FileId) {
        self.index.home.entry(file).or_insert(self.krate);
    }

    /// Whether a file can be a module once more. Two files that declare each other twice would double without end.
    fn visit(&mut self, file: FileId) -> bool {
        let visits = self.visits.entry(file).or_default();
        *visits += 1;
        *visits <= MAX_VISITS
    }

    fn items(&mut self, module: ModuleId, items: &'s [Item]) {
        for item in items {
            self.item(module, item);
        }
    }

    fn item(&mut self, module: ModuleId, item: &'s Item) {
        let file = self.index.module(module).file;
        let site = Site { item, module, file };
        match &item.kind {
            ItemKind::Use(imports) => {
                let vis = self.vis(module, &item.vis);
                let kinds = imports.iter().map(ImportSource::Use);
                let imports = kinds.map(|kind| ImportData { module, vis, kind, attrs: &item.attrs });
                self.index.imports.extend(imports);
            }
            ItemKind::ExternCrate { name, alias } => {
                let vis = self.vis(module, &item.vis);
                let kind = ImportSource::ExternCrate { name: *name, alias: *alias };
                let krate = &mut self.index.crates[self.krate.0 as usize];
                if krate.root == module && name != alias {
                    krate.aliases.insert(*alias, *name);
                }
                self.index.imports.push(ImportData { module, vis, kind, attrs: &item.attrs });
            }
            ItemKind::Mod(decl) => self.module_item(module, item, decl),
            ItemKind::Fn(sig) => {
                let id = self.func(site, sig, Owner::Module, Effect::AsWritten);
                self.declare_value(module, sig.name, Def::Fn(id), &item.vis);
            }
            ItemKind::Struct(decl) => self.adt(site, decl.name, AdtShape::Struct(decl), decl.fields.shape),
            ItemKind::Enum(decl) => self.adt(site, decl.name, AdtShape::Enum(decl), FieldShape::Named),
            ItemKind::Trait(decl) => self.trait_item(site, decl),
            ItemKind::TraitAlias { name, .. } => self.declare_type(module, *name, Def::Unseen, &item.vis),
            ItemKind::TypeAlias(decl) => {
                self.index.aliases.push(AliasData { site, decl });
                let id = AliasId(self.index.aliases.len() as u32 - 1);
                self.declare_type(module, decl.name, Def::Alias(id), &item.vis);
            }
            ItemKind::Const(decl) => {
                let id = self.const_item(site, decl, Owner::Module);
                self.declare_value(module, decl.name, Def::Const(id), &item.vis);
            }
            ItemKind::Impl(decl) => self.impl_item(site, decl),
            ItemKind::Extern(items) => self.items(module, items),
            ItemKind::Macro(MacroItem { call, items: Some(items) }) => {
                let named = call.path.segments.last().is_some_and(|segment| segment.name == "thread_local");
                let outer = std::mem::replace(&mut self.in_thread_local, named);
                self.items(module, items);
                self.in_thread_local = outer;
            }
            ItemKind::Macro(MacroItem { call, .. }) => {
                self.index.unread_macros += 1;
                let data = &mut self.index.modules[module.0 as usize];
                data.opaque = true;
                words(&call.tokens, &mut data.unread);
                declared(&call.tokens, &mut data.unread_types);
            }
            ItemKind::MacroDef(_) => {}
        }
    }

    fn adt(&mut self, site: Site<'s>, name: Name, shape: AdtShape<'s>, fields: FieldShape) {
        self.index.adts.push(AdtData { site, shape });
        let def = Def::Adt(AdtId(self.index.adts.len() as u32 - 1));
        self.declare_type(site.module, name, def, &site.item.vis);
        if fields != FieldShape::Named {
            self.declare_value(site.module, name, def, &site.item.vis);
        }
    }

    fn trait_item(&mut self, site: Site<'s>, decl: &'s Trait) {
        let id = TraitId(self.index.traits.len() as u32);
        self.index.traits.push(TraitData {
            site,
            decl,
            fns: FxHashMap::default(),
            types: Vec::new(),
            consts: Vec::new(),
        });
        let members = self.members(site, &decl.items, Owner::Trait(id));
        let data = &mut self.index.traits[id.0 as usize];
        (data.fns, data.types, data.consts) = (members.fns, members.types, members.consts);
        self.declare_type(site.module, decl.name, Def::Trait(id), &site.item.vis);
    }

    fn impl_item(&mut self, site: Site<'s>, decl: &'s Impl) {
        if decl.negative {
            return;
        }
        let id = ImplId(self.index.impls.len() as u32);
        let (fns, types, consts) = Default::default();
        self.index.impls.push(ImplData { site, decl, fns, types, consts });
        let members = self.members(site, &decl.items, Owner::Impl(id));
        let data = &mut self.index.impls[id.0 as usize];
        (data.fns, data.types, data.consts) = (members.fns, members.types, members.consts);
    }

    fn members(&mut self, around: Site<'s>, items: &'s [Item], owner: Owner) -> Members<'s> {
        let outer = effect(&around.item.attrs);
        let mut members = Members::default();
        for item in items {
            let site = Site { item, ..around };
            match &item.kind {
                ItemKind::Fn(sig) => {
                    let id = self.func(site, sig, owner, outer);
                    members.fns.entry(sig.name).or_default().push(id);
                }
                ItemKind::TypeAlias(decl) => members.types.push(decl),
                ItemKind::Const(decl) => members.consts.push(self.const_item(site, decl, owner)),
                ItemKind::Macro(MacroItem { items: Some(items), .. }) => {
                    let inner = self.members(around, items, owner);
                    members.types.extend(inner.types);
                    members.consts.extend(inner.consts);
                    inner
                        .fns
                        .into_iter()
                        .for_each(|(name, ids)| members.fns.entry(name).or_default().extend(ids));
                }
                ItemKind::Macro(_) => self.index.unread_macros += 1,
                _ => {}
            }
        }
        members
    }

    fn func(&mut self, site: Site<'s>, sig: &'s Fn, owner: Owner, outer: Effect) -> FnId {
        let id = FnId(self.index.fns.len() as u32);
        let effect = match effect(&site.item.attrs) {
            Effect::AsWritten => outer,
            own => own,
        };
        self.index.fns.push(FnData { site, sig, owner, effect });
        if let Some(body) = &sig.body {
            self.blocks(BodyOwner::Fn(id), site.module, body);
        }
        id
    }

    fn const_item(&mut self, site: Site<'s>, decl: &'s Const, owner: Owner) -> ConstId {
        let id = ConstId(self.index.consts.len() as u32);
        self.index.consts.push(ConstData { site, decl, owner, is_thread_local: self.in_thread_local });
        if let Some(body) = &decl.body {
            self.blocks(BodyOwner::Const(id), site.module, body);
        }
        id
    }

    /// Makes a module of each block with items. Blocks come after the blocks within them, so outer ones are made
    /// first by going backwards, and an inner one finds its parent by span.
    fn blocks(&mut self, owner: BodyOwner, module: ModuleId, body: &'s Body) {
        let mut around: Vec<(Span, ModuleId)> = Vec::new();
        for (at, block) in body.blocks.iter().enumerate().rev().filter(|(_, block)| !block.items.is_empty()) {
            let holder = around.iter().rev().find(|(span, _)| span.contains(block.span));
            let parent = holder.map_or(module, |(_, module)| *module);
            let id = self.block(owner, BlockId(at as u32), parent, block);
            around.push((block.span, id));
        }
    }

    fn block(&mut self, owner: BodyOwner, at: BlockId, parent: ModuleId, block: &'s Block) -> ModuleId {
        let (name, file) = (self.index.module(parent).name, self.index.module(parent).file);
        let data = ModuleData::new(self.krate, Some(parent), name, file);
        let id = self.index.push_module(ModuleData { kind: ModuleKind::Block(owner), ..data });
        self.index.blocks.insert((owner, at), id);
        self.items(id, &block.items);
        id
    }

    fn vis(&self, module: ModuleId, vis: &Visibility) -> Vis {
        let here = self.index.named_module(module);
        let up = |module| self.index.module(module).parent.unwrap_or(module);
        match vis {
            Visibility::Public => Vis::Public,
            Visibility::Private => Vis::In(module),
            Visibility::Crate => Vis::In(self.index.krate(self.krate).root),
            Visibility::Restricted(path) => {
                // `in a::b` names an ancestor; the crate root is a superset of whatever it is.
                let supers = path.iter().all(|name| name == "super" || name == "self");
                let count = path.iter().filter(|name| *name == "super").count();
                let target = (0..count).fold(here, |module, _| up(module));
                Vis::In(if supers { target } else { self.index.krate(self.krate).root })
            }
        }
    }

    fn declare_type(&mut self, module: ModuleId, name: Name, def: Def, vis: &Visibility) {
        let vis = self.vis(module, vis);
        self.index.modules[module.0 as usize].types.entry(name).or_default().push((def, vis));
    }

    fn declare_value(&mut self, module: ModuleId, name: Name, def: Def, vis: &Visibility) {
        let vis = self.vis(module, vis);
        self.index.modules[module.0 as usize].values.entry(name).or_default().push((def, vis));
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

/// The members of a trait or impl.
#[derive(Default)]
struct Members<'s> {
    fns: FxHashMap<Name, SmallVec<[FnId; 1]>>,
    types: Vec<&'s TypeAlias>,
    consts: Vec<ConstId>,
}
