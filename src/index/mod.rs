//! All summaries of a run merged into tables: crates, modules, items, each with an id. Names are not resolved here.

pub mod attributes;
mod build;
pub mod cfg;
mod made;

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use self::cfg::Features;
use crate::finding::FileId;
use crate::summary::{
    Attrs, BlockId, Body, Cfg, Const, Enum, Fields, Fn, Generics, Impl, Import, Item, MacroCall, Name,
    Struct, Trait, TypeAlias, TypeRef, Visibility,
};

pub use build::{
    Builder, Calling, CrateSpec, Grafted, MAX_VISITS, Makes, ModFile, ModFiles, ModPlace, Pending,
    crate_mark, marked_crate,
};

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);
    )*};
}

ids! {
    /// Index into [`Index::crates`].
    CrateId,
    /// Index into [`Index::modules`].
    ModuleId,
    /// Index into [`Index::fns`].
    FnId,
    /// Index into [`Index::adts`].
    AdtId,
    /// Index into [`Index::traits`].
    TraitId,
    /// Index into [`Index::aliases`].
    AliasId,
    /// Index into [`Index::consts`].
    ConstId,
    /// Index into [`Index::impls`].
    ImplId,
    /// Index into [`Index::macros`].
    MacroId,
}

/// What a name can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Def {
    /// A module, also a crate's root.
    Module(ModuleId),
    /// A function.
    Fn(FnId),
    /// A struct, enum or union; in the value namespace its constructor.
    Adt(AdtId),
    /// An enum's variant by position.
    Variant(AdtId, u32),
    /// A trait.
    Trait(TraitId),
    /// A type alias.
    Alias(AliasId),
    /// A const or static.
    Const(ConstId),
    /// A primitive type.
    Prim(Prim),
    /// Something that the linter cannot see, e.g. of a crate without sources.
    Unseen,
}

/// A set of definitions that share a name, one for each `cfg`; mostly one.
pub type Defs = SmallVec<[Def; 1]>;

/// Primitive types that have a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Prim {
    Bool,
    Char,
    Str,
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
    F32,
    F64,
    /// An integer literal whose type is open.
    Int,
    /// A float literal whose type is open.
    Float,
}

impl Prim {
    /// Named ones with their names.
    pub const NAMED: [(&'static str, Prim); 17] = [
        ("bool", Prim::Bool),
        ("char", Prim::Char),
        ("str", Prim::Str),
        ("i8", Prim::I8),
        ("i16", Prim::I16),
        ("i32", Prim::I32),
        ("i64", Prim::I64),
        ("i128", Prim::I128),
        ("isize", Prim::Isize),
        ("u8", Prim::U8),
        ("u16", Prim::U16),
        ("u32", Prim::U32),
        ("u64", Prim::U64),
        ("u128", Prim::U128),
        ("usize", Prim::Usize),
        ("f32", Prim::F32),
        ("f64", Prim::F64),
    ];

    /// What an integer literal can be.
    pub const INTEGERS: [Prim; 12] = [
        Prim::I8,
        Prim::I16,
        Prim::I32,
        Prim::I64,
        Prim::I128,
        Prim::Isize,
        Prim::U8,
        Prim::U16,
        Prim::U32,
        Prim::U64,
        Prim::U128,
        Prim::Usize,
    ];

    /// The type of that name.
    pub fn named(name: &str) -> Option<Prim> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, prim)| *prim)
    }

    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Prim::Int => "i32",
            Prim::Float => "f64",
            _ => Self::NAMED.iter().find(|(_, prim)| *prim == self).map_or("?", |(name, _)| *name),
        }
    }
}

/// One crate: a target of a package, a loose file, or std's signatures.
#[derive(Debug)]
pub struct CrateData {
    /// Its name.
    pub name: Name,
    /// Its root module.
    pub root: ModuleId,
    /// 2015 to 2024.
    pub edition: u16,
    /// Names of other crates that its paths may start with; `None`: no sources.
    pub externs: FxHashMap<Name, Option<CrateId>>,
    /// What is known of its features: what no build has is left out. `None`: all is wanted, as it is of the project's.
    pub features: Option<Arc<Features>>,
    /// Further names for them, or for the crate itself (`self`), from the root's `extern crate name as alias;`.
    pub aliases: FxHashMap<Name, Name>,
    /// Whether it is one of the project's, of which all items are wanted, whatever the features.
    pub is_own: bool,
    /// Whether it is a procedural macro's: others can name nothing of it but macros.
    pub exports_macros: bool,
}

impl CrateData {
    /// Whether some build may have what stands under `cfg`.
    pub fn may_have(&self, cfg: Option<&Cfg>) -> bool {
        cfg::may_exist(self.features.as_deref(), cfg)
    }

    /// Whether its paths cannot start with the name of a dependency of its own, as no build has that.
    pub fn lacks(&self, dependency: Name) -> bool {
        self.features.as_ref().is_some_and(|features| features.absent.contains(&dependency))
    }
}

/// How far a name can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Vis {
    /// Everywhere.
    Public,
    /// In this module and below.
    In(ModuleId),
}

/// What made a module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModuleKind {
    /// A crate's root, or a `mod`.
    Named,
    /// A block that declares items: its parent is where the block stands.
    Block(BodyOwner),
}

/// One module, or a block with items in it.
#[derive(Debug)]
pub struct ModuleData<'s> {
    /// Its crate.
    pub krate: CrateId,
    /// The module around it; `None` for a root.
    pub parent: Option<ModuleId>,
    /// Its name; the crate's for a root.
    pub name: Name,
    /// The file that holds its items.
    pub file: FileId,
    /// What made it.
    pub kind: ModuleKind,
    /// Attributes, of the `mod` item and of the file.
    pub attrs: SmallVec<[&'s Attrs; 2]>,
    /// What it declares itself, by namespace.
    pub types: FxHashMap<Name, SmallVec<[(Def, Vis); 1]>>,
    /// Likewise.
    pub values: FxHashMap<Name, SmallVec<[(Def, Vis); 1]>>,
    /// Whether a macro call in it could not be read: it may declare more.
    pub opaque: bool,
    /// The words of these calls: what they declare is mostly among them.
    pub unread: FxHashSet<Name>,
    /// Names that such calls seem to declare as types or modules.
    pub unread_types: FxHashSet<Name>,
}

/// A `use` leaf or `extern crate`.
#[derive(Debug)]
pub struct ImportData<'s> {
    /// Where it stands.
    pub module: ModuleId,
    /// How far it can be seen.
    pub vis: Vis,
    /// What it says.
    pub kind: ImportSource<'s>,
    /// Attributes of the declaration.
    pub attrs: &'s Attrs,
}

/// What an import says.
#[derive(Debug)]
pub enum ImportSource<'s> {
    /// A leaf of a `use`.
    Use(&'s Import),
    /// `extern crate name as alias`.
    ExternCrate { name: Name, alias: Name },
}

/// What a function belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A module (or block).
    Module,
    /// An impl.
    Impl(ImplId),
    /// A trait.
    Trait(TraitId),
}

/// What a body belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BodyOwner {
    /// A function's body.
    Fn(FnId),
    /// An initialiser.
    Const(ConstId),
}

/// What all items share.
#[derive(Debug, Clone, Copy)]
pub struct Site<'s> {
    /// The item.
    pub item: &'s Item,
    /// The module (or block) that it stands in.
    pub module: ModuleId,
    /// Its file.
    pub file: FileId,
}

/// A function.
#[derive(Debug)]
pub struct FnData<'s> {
    /// Where it is.
    pub site: Site<'s>,
    /// Its signature and body.
    pub sig: &'s Fn,
    /// What it belongs to.
    pub owner: Owner,
    /// What its attributes make of it.
    pub effect: attributes::Effect,
}

/// The two shapes of nominal types.
#[derive(Debug, Clone, Copy)]
pub enum AdtShape<'s> {
    /// A struct or union.
    Struct(&'s Struct),
    /// An enum.
    Enum(&'s Enum),
}

/// A nominal type.
#[derive(Debug)]
pub struct AdtData<'s> {
    /// Where it is.
    pub site: Site<'s>,
    /// What it is.
    pub shape: AdtShape<'s>,
}

impl<'s> AdtData<'s> {
    /// Its generics.
    pub fn generics(&self) -> &'s Generics {
        match self.shape {
            AdtShape::Struct(data) => &data.generics,
            AdtShape::Enum(data) => &data.generics,
        }
    }

    /// Its name.
    pub fn name(&self) -> Name {
        match self.shape {
            AdtShape::Struct(data) => data.name,
            AdtShape::Enum(data) => data.name,
        }
    }

    /// The fields of the struct, or of one variant.
    pub fn fields(&self, variant: Option<u32>) -> Option<&'s Fields> {
        match (self.shape, variant) {
            (AdtShape::Struct(data), None) => Some(&data.fields),
            (AdtShape::Enum(data), Some(at)) => data.variants.get(at as usize).map(|variant| &variant.fields),
            _ => None,
        }
    }
}

/// A trait.
#[derive(Debug)]
pub struct TraitData<'s> {
    /// Where it is.
    pub site: Site<'s>,
    /// Its summary.
    pub decl: &'s Trait,
    /// Its functions by name.
    pub fns: FxHashMap<Name, SmallVec<[FnId; 1]>>,
    /// Its associated types.
    pub types: Vec<&'s TypeAlias>,
    /// Its associated consts.
    pub consts: Vec<ConstId>,
}

/// A type alias.
#[derive(Debug)]
pub struct AliasData<'s> {
    /// Where it is.
    pub site: Site<'s>,
    /// Its summary.
    pub decl: &'s TypeAlias,
}

/// A const or static.
#[derive(Debug)]
pub struct ConstData<'s> {
    /// Where it is.
    pub site: Site<'s>,
    /// Its summary.
    pub decl: &'s Const,
    /// What it belongs to.
    pub owner: Owner,
    /// It stands in `thread_local!`, which wraps its type in a `LocalKey`.
    pub is_thread_local: bool,
}

/// An impl block.
#[derive(Debug)]
pub struct ImplData<'s> {
    /// Where it is.
    pub site: Site<'s>,
    /// Its summary.
    pub decl: &'s Impl,
    /// Its functions by name.
    pub fns: FxHashMap<Name, SmallVec<[FnId; 1]>>,
    /// Its associated types.
    pub types: Vec<&'s TypeAlias>,
    /// Its associated consts.
    pub consts: Vec<ConstId>,
}

/// A macro's definition.
#[derive(Debug)]
pub struct MacroData<'s> {
    /// Its crate.
    pub krate: CrateId,
    /// Its file.
    pub file: FileId,
    /// Its name and what it says.
    pub call: &'s MacroCall,
    /// It can be named by path from other crates.
    pub exported: bool,
    /// Macros that it calls are looked for in its crate.
    pub local_inner: bool,
    /// It stands under a `cfg`.
    pub conditional: bool,
}

/// All that a run knows of, before names are resolved.
#[derive(Debug, Default)]
pub struct Index<'s> {
    pub crates: Vec<CrateData>,
    pub modules: Vec<ModuleData<'s>>,
    pub imports: Vec<ImportData<'s>>,
    pub fns: Vec<FnData<'s>>,
    pub adts: Vec<AdtData<'s>>,
    pub traits: Vec<TraitData<'s>>,
    pub aliases: Vec<AliasData<'s>>,
    pub consts: Vec<ConstData<'s>>,
    pub impls: Vec<ImplData<'s>>,
    pub macros: Vec<MacroData<'s>>,
    /// Bodies that macros made something of, with the file of what they made.
    pub bodies: FxHashMap<BodyOwner, (&'s Body, FileId)>,
    /// The module that a block with items in it makes.
    pub blocks: FxHashMap<(BodyOwner, BlockId), ModuleId>,
    /// The crate that a file's bodies are checked in: the first that reaches it.
    pub home: FxHashMap<FileId, CrateId>,
    /// Macro calls in item position that could not be read.
    pub unread_macros: usize,
    /// What macro calls in types make, by [`made::type_key`]; `None`: not known, or not the same everywhere.
    made_types: FxHashMap<(ModuleId, u64), Option<&'s TypeRef>>,
}

macro_rules! get {
    ($($name:ident: $id:ident => $table:ident, $data:ident);* $(;)?) => {
        impl<'s> Index<'s> {$(
            /// The data behind `id`.
            pub fn $name(&self, id: $id) -> &$data<'s> {
                &self.$table[id.0 as usize]
            }
        )*}
    };
}

get! {
    module: ModuleId => modules, ModuleData;
    func: FnId => fns, FnData;
    adt: AdtId => adts, AdtData;
    trait_: TraitId => traits, TraitData;
    alias: AliasId => aliases, AliasData;
    const_: ConstId => consts, ConstData;
    impl_: ImplId => impls, ImplData;
    macro_: MacroId => macros, MacroData;
}

/// How far a part of an index goes that starts with its first module.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extent {
    /// Its modules.
    pub modules: usize,
    /// Its imports.
    pub imports: usize,
    /// Its impls.
    pub impls: usize,
}

impl<'s> Index<'s> {
    /// All that there is by now.
    pub fn extent(&self) -> Extent {
        Extent { modules: self.modules.len(), imports: self.imports.len(), impls: self.impls.len() }
    }

    /// The crate behind `id`.
    pub fn krate(&self, id: CrateId) -> &CrateData {
        &self.crates[id.0 as usize]
    }

    /// The named module around `module`, or itself.
    pub fn named_module(&self, module: ModuleId) -> ModuleId {
        let data = self.module(module);
        match (data.kind, data.parent) {
            (ModuleKind::Block(_), Some(parent)) => self.named_module(parent),
            _ => module,
        }
    }

    /// Whether `inner` is `outer` or lies below it.
    pub fn is_within(&self, mut inner: ModuleId, outer: ModuleId) -> bool {
        loop {
            if inner == outer {
                return true;
            }
            match self.module(inner).parent {
                Some(parent) => inner = parent,
                None => return false,
            }
        }
    }

    /// How far what stands in `module` with that visibility is seen.
    pub fn vis(&self, module: ModuleId, vis: &Visibility) -> Vis {
        let krate = self.krate(self.module(module).krate);
        match vis {
            Visibility::Public if krate.exports_macros => Vis::In(krate.root),
            Visibility::Public => Vis::Public,
            Visibility::Private => Vis::In(module),
            Visibility::Crate => Vis::In(krate.root),
            Visibility::Restricted(path) => {
                let step = |at: ModuleId, name: &Name| match name.as_str() {
                    "crate" => Some(krate.root),
                    "self" => Some(at),
                    "super" => self.module(at).parent,
                    _ => self.child(at, *name),
                };
                // It names an ancestor; the crate root is a superset of whatever it is.
                let target = path.iter().try_fold(self.named_module(module), step);
                Vis::In(target.filter(|target| self.is_within(module, *target)).unwrap_or(krate.root))
            }
        }
    }

    /// The module of that name that is declared in another.
    fn child(&self, module: ModuleId, name: Name) -> Option<ModuleId> {
        let declared = self.module(module).types.get(&name)?;
        declared.iter().find_map(|(def, _)| if let Def::Module(id) = def { Some(*id) } else { None })
    }

    /// Whether something of visibility `vis` can be seen from `from`.
    pub fn visible(&self, vis: Vis, from: ModuleId) -> bool {
        match vis {
            Vis::Public => true,
            Vis::In(module) => self.is_within(from, module),
        }
    }

    /// A body with where it stands, macro calls expanded.
    pub fn body(&self, owner: BodyOwner) -> Option<(&'s Body, Site<'s>)> {
        let site = self.site_of(owner);
        match self.bodies.get(&owner) {
            Some((body, file)) => Some((*body, Site { file: *file, ..site })),
            None => self.written_body(owner).map(|body| (body, site)),
        }
    }

    /// A body as it is written, macro calls as calls.
    pub fn written_body(&self, owner: BodyOwner) -> Option<&'s Body> {
        match owner {
            BodyOwner::Fn(id) => self.func(id).sig.body.as_deref(),
            BodyOwner::Const(id) => self.const_(id).decl.body.as_deref(),
        }
    }

    /// Where the item stands that has a body.
    pub fn site_of(&self, owner: BodyOwner) -> Site<'s> {
        match owner {
            BodyOwner::Fn(id) => self.func(id).site,
            BodyOwner::Const(id) => self.const_(id).site,
        }
    }

    /// The attributes of an item and of all that it stands in, innermost first.
    pub fn attrs_around(&self, site: Site<'s>, owner: Owner) -> Vec<&'s Attrs> {
        let mut attrs = vec![&site.item.attrs];
        match owner {
            Owner::Module => {}
            Owner::Impl(id) => attrs.push(&self.impl_(id).site.item.attrs),
            Owner::Trait(id) => attrs.push(&self.trait_(id).site.item.attrs),
        }
        let mut module = Some(site.module);
        while let Some(id) = module {
            let data = self.module(id);
            attrs.extend(data.attrs.iter().copied());
            module = data.parent;
            if let ModuleKind::Block(owner) = data.kind {
                let (site, owner) = match owner {
                    BodyOwner::Fn(id) => (self.func(id).site, self.func(id).owner),
                    BodyOwner::Const(id) => (self.const_(id).site, self.const_(id).owner),
                };
                attrs.extend(self.attrs_around(site, owner));
                break;
            }
        }
        attrs
    }

    /// `a::b::c` of a module, the crate's name first.
    pub fn module_path(&self, module: ModuleId) -> String {
        let module = self.named_module(module);
        let data = self.module(module);
        match data.parent {
            Some(parent) => format!("{}::{}", self.module_path(parent), data.name),
            None => data.name.to_string(),
        }
    }
}
