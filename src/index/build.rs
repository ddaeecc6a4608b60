//! Walks the summaries' items and fills the tables.

mod bodies;
mod expansions;
mod imports;
mod macros;
mod members;
mod modules;
mod search;

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::attributes::{Effect, effect};
use super::cfg::{Features, may_exist};
use super::*;
use crate::source::Span;
use crate::summary::{Block, FieldShape, FileSummary, ItemKind, MacroCall, Visibility};

pub use bodies::{Calling, Grafted};
use macros::{Macros, Scope};
pub use macros::{Makes, Pending, crate_mark, marked_crate};

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
    /// The files of its `mod name;` declarations.
    pub mods: ModFiles<'s>,
    /// It is a procedural macro's.
    pub exports_macros: bool,
    /// What is known of its features: items that no build has are left out. `None`: all items are wanted.
    pub features: Option<Features>,
}

/// The files of `mod name;` declarations, by declaring file and the declaration's span. Under several
/// `#[cfg_attr(…, path = "…")]` a declaration has one for each.
pub type ModFiles<'s> = FxHashMap<(FileId, Span), SmallVec<[ModFile<'s>; 1]>>;

/// The file of a `mod name;`.
#[derive(Debug, Clone, Copy)]
pub struct ModFile<'s> {
    /// The file.
    pub file: FileId,
    /// Its summary.
    pub summary: &'s FileSummary,
}

/// Where the files lie of modules that an expansion declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModPlace {
    /// The file is a crate's root.
    pub is_root: bool,
    /// Modules with braces around the call in that file, outermost first.
    pub inline: Vec<Name>,
}

/// Adds crates one by one.
#[derive(Debug, Default)]
pub struct Builder<'s> {
    index: Index<'s>,
    macros: Macros<'s>,
    /// The files of all `mod name;` declarations.
    mods: FxHashMap<(CrateId, FileId, Span), SmallVec<[ModFile<'s>; 1]>>,
    /// How often each file was a module of a crate.
    visits: FxHashMap<(CrateId, FileId), u32>,
    /// Crates whose `#[maybe_async]` functions are async.
    is_async: FxHashSet<CrateId>,
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
            features: spec.features.clone().map(Arc::new),
            aliases: FxHashMap::default(),
            is_own: spec.features.is_none(),
            exports_macros: spec.exports_macros,
        });
        let mods = spec.mods.iter().map(|((file, span), target)| ((krate, *file, *span), target.clone()));
        self.mods.extend(mods);
        let mut walk = self.walk(krate, spec.file, Scope::default());
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
        let (features, is_own, exports_macros) = (None, false, false);
        let std = CrateData { name, root, edition: 2021, externs, features, aliases, is_own, exports_macros };
        self.index.crates.push(std);
        for (name, file, summary) in files {
            let module = self.index.push_module(ModuleData::new(krate, Some(root), name, file));
            let types = &mut self.index.modules[root.0 as usize].types;
            types.entry(name).or_default().push((Def::Module(module), Vis::Public));
            self.walk(krate, file, Scope::default()).items(module, &summary.items);
        }
        krate
    }

    /// Lets paths of `krate` start with `name`; `target` is `None` where its sources are missing.
    pub fn add_extern(&mut self, krate: CrateId, name: Name, target: Option<CrateId>) {
        let data = &mut self.index.crates[krate.0 as usize];
        let is_known = || data.externs.contains_key(&name) || data.lacks(name);
        if target.is_some() || !is_known() {
            data.externs.insert(name, target);
        }
    }

    /// The same where no dependency has that name.
    pub fn add_extern_unless_known(&mut self, krate: CrateId, name: Name, target: CrateId) {
        self.index.crates[krate.0 as usize].externs.entry(name).or_insert(Some(target));
    }

    /// `#[maybe_async]` leaves the functions of a crate as they are written: `is_sync` is not switched on.
    pub fn set_async(&mut self, krate: CrateId) {
        self.is_async.insert(krate);
    }

    /// What was built so far.
    pub fn index(&self) -> &Index<'s> {
        &self.index
    }

    fn walk(&mut self, krate: CrateId, file: FileId, scope: Scope) -> Walk<'_, 's> {
        let features = self.index.crates[krate.0 as usize].features.clone();
        let Builder { index, macros, visits, mods, .. } = self;
        Walk { index, macros, visits, mods, features, krate, file, scope, in_thread_local: false }
    }

    /// All crates so far.
    pub fn crates(&self) -> Vec<CrateId> {
        (0..self.index.crates.len() as u32).map(CrateId).collect()
    }

    /// The finished tables.
    pub fn finish(mut self) -> Index<'s> {
        let Index { fns, modules, .. } = &mut self.index;
        for data in fns.iter_mut().filter(|data| data.effect == Effect::Maybe) {
            let is_async = self.is_async.contains(&modules[data.site.module.0 as usize].krate);
            data.effect = if is_async { Effect::AsWritten } else { Effect::Unknown };
        }
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
    macros: &'i mut Macros<'s>,
    visits: &'i mut FxHashMap<(CrateId, FileId), u32>,
    mods: &'i FxHashMap<(CrateId, FileId, Span), SmallVec<[ModFile<'s>; 1]>>,
    features: Option<Arc<Features>>,
    krate: CrateId,
    /// The file that is walked, or what a macro made.
    file: FileId,
    /// The macros that the place at work sees.
    scope: Scope,
    /// What is walked stands in `thread_local!`.
    in_thread_local: bool,
}

/// The items that some build has, as far as features say.
fn existing<'s>(features: Option<&Features>, items: &'s [Item]) -> impl Iterator<Item = &'s Item> {
    items.iter().filter(move |item| may_exist(features, item.attrs.cfg.as_deref()))
}

impl<'i, 's> Walk<'i, 's> {
    fn claim(&mut self, file: FileId) {
        self.index.home.entry(file).or_insert(self.krate);
    }

    /// Whether a file can be a module once more. Two files that declare each other twice would double without end.
    fn visit(&mut self, file: FileId) -> bool {
        let visits = self.visits.entry((self.krate, file)).or_default();
        *visits += 1;
        *visits <= MAX_VISITS
    }

    fn items(&mut self, module: ModuleId, items: &'s [Item]) {
        let features = self.features.clone();
        for item in existing(features.as_deref(), items) {
            self.item(module, item);
        }
    }

    fn item(&mut self, module: ModuleId, item: &'s Item) {
        let site = Site { item, module, file: self.file };
        match &item.kind {
            ItemKind::Use(imports) => {
                let vis = self.index.vis(module, &item.vis);
                let kinds = imports.iter().map(ImportSource::Use);
                let imports = kinds.map(|kind| ImportData { module, vis, kind, attrs: &item.attrs });
                self.index.imports.extend(imports);
            }
            ItemKind::ExternCrate { name, alias } => {
                let vis = self.index.vis(module, &item.vis);
                let kind = ImportSource::ExternCrate { name: *name, alias: *alias };
                if item.attrs.list.iter().any(|attr| attr.path == "macro_use") {
                    self.macros.use_all(self.krate, *name);
                }
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
            ItemKind::Struct(decl) => self.adt(site, decl.name, AdtShape::Struct(decl), decl.shape),
            ItemKind::Enum(decl) => self.adt(site, decl.name, AdtShape::Enum(decl), FieldShape::Named),
            ItemKind::Trait(decl) => self.trait_item(site, decl),
            ItemKind::TraitAlias(decl) => self.declare_type(module, decl.name, Def::Unseen, &item.vis),
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
            ItemKind::Macro(macro_item) => match &macro_item.items {
                Some(items) if is_called(&macro_item.call, "thread_local") => {
                    let outer = std::mem::replace(&mut self.in_thread_local, true);
                    self.items(module, items);
                    self.in_thread_local = outer;
                }
                _ => self.pending(site, macro_item, None),
            },
            ItemKind::TypeMacro(macro_item) => self.pending_type(site, macro_item),
            ItemKind::MacroDef(call) => self.macro_def(item, call),
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

    fn func(&mut self, site: Site<'s>, sig: &'s Fn, owner: Owner, outer: Effect) -> FnId {
        let id = FnId(self.index.fns.len() as u32);
        let effect = match effect(&site.item.attrs) {
            Effect::AsWritten => outer,
            own => own,
        };
        self.index.fns.push(FnData { site, sig, owner, effect });
        if let Some(body) = &sig.body {
            let scope = self.blocks(BodyOwner::Fn(id), site.module, body);
            self.note_calls(BodyOwner::Fn(id), site.module, body, scope);
        }
        id
    }

    fn const_item(&mut self, site: Site<'s>, decl: &'s Const, owner: Owner) -> ConstId {
        let id = ConstId(self.index.consts.len() as u32);
        self.index.consts.push(ConstData { site, decl, owner, is_thread_local: self.in_thread_local });
        if let Some(body) = &decl.body {
            let scope = self.blocks(BodyOwner::Const(id), site.module, body);
            self.note_calls(BodyOwner::Const(id), site.module, body, scope);
        }
        id
    }

    /// Makes a module of each block with items. Blocks come after the blocks within them, so outer ones are made
    /// first by going backwards, and an inner one finds its parent by span. Gives what macro calls in the body see: all
    /// that its blocks define.
    fn blocks(&mut self, owner: BodyOwner, module: ModuleId, body: &'s Body) -> Scope {
        let outer = self.scope;
        let mut around: Vec<(Span, ModuleId)> = Vec::new();
        for (at, block) in body.blocks.iter().enumerate().rev().filter(|(_, block)| !block.items.is_empty()) {
            let holder = around.iter().rev().find(|(span, _)| span.contains(block.span));
            let parent = holder.map_or(module, |(_, module)| *module);
            let id = self.block(owner, BlockId(at as u32), parent, block);
            around.push((block.span, id));
        }
        std::mem::replace(&mut self.scope, outer)
    }

    fn block(&mut self, owner: BodyOwner, at: BlockId, parent: ModuleId, block: &'s Block) -> ModuleId {
        let name = self.index.module(parent).name;
        let data = ModuleData::new(self.krate, Some(parent), name, self.file);
        let id = self.index.push_module(ModuleData { kind: ModuleKind::Block(owner), ..data });
        self.index.blocks.insert((owner, at), id);
        self.items(id, &block.items);
        id
    }

    fn declare_type(&mut self, module: ModuleId, name: Name, def: Def, vis: &Visibility) {
        let vis = self.index.vis(module, vis);
        self.index.modules[module.0 as usize].types.entry(name).or_default().push((def, vis));
    }

    fn declare_value(&mut self, module: ModuleId, name: Name, def: Def, vis: &Visibility) {
        let vis = self.index.vis(module, vis);
        self.index.modules[module.0 as usize].values.entry(name).or_default().push((def, vis));
    }
}

/// Whether a call's last segment is `name`.
fn is_called(call: &MacroCall, name: &str) -> bool {
    call.path.segments.last().is_some_and(|segment| segment.name == name)
}
