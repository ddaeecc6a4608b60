//! Std's items that the language itself knows, found by path in std's signatures.

use rustc_hash::FxHashMap;

use super::{Ns, World};
use crate::index::{AdtId, CrateId, Def, TraitId};
use crate::summary::Name;

macro_rules! lang {
    ($($(#[$meta:meta])* $kind:ident $field:ident = $($path:ident)::+;)*) => {
        /// Std's items by role; `None` where the signatures lack one.
        #[derive(Debug, Default, Clone)]
        #[allow(missing_docs)]
        pub struct Lang {
            $($(#[$meta])* pub $field: Option<lang!(@type $kind)>,)*
            operators: FxHashMap<Name, TraitId>,
        }

        impl Lang {
            /// Finds them.
            pub fn new(world: &World, std: Option<CrateId>) -> Self {
                let Some(std) = std else { return Lang::default() };
                Lang {
                    $($field: lang!(@find $kind)(world, std, &[$(stringify!($path)),+]),)*
                    operators: operators(world, std),
                }
            }
        }
    };
    (@type adt) => { AdtId };
    (@type tr) => { TraitId };
    (@find adt) => { adt };
    (@find tr) => { tr };
}

lang! {
    tr future = future::Future;
    tr into_future = future::IntoFuture;
    tr deref = ops::Deref;
    tr drop = ops::Drop;
    tr index = ops::Index;
    tr fn_once = ops::FnOnce;
    tr fn_mut = ops::FnMut;
    tr fn_ = ops::Fn;
    tr async_fn_once = ops::AsyncFnOnce;
    tr async_fn_mut = ops::AsyncFnMut;
    tr async_fn = ops::AsyncFn;
    tr iterator = iter::Iterator;
    tr into_iterator = iter::IntoIterator;
    tr sized = marker::Sized;
    tr copy = marker::Copy;
    tr clone = clone::Clone;
    adt option = option::Option;
    adt result = result::Result;
    adt poll = task::Poll;
    adt pin = pin::Pin;
    adt box_ = boxed::Box;
    adt rc = rc::Rc;
    adt arc = sync::Arc;
    adt vec = vec::Vec;
    adt string = string::String;
    adt range = ops::Range;
    adt range_from = ops::RangeFrom;
    adt range_to = ops::RangeTo;
    adt range_full = ops::RangeFull;
    adt range_inclusive = ops::RangeInclusive;
    adt range_to_inclusive = ops::RangeToInclusive;
    adt c_str = ffi::CStr;
    adt arguments = fmt::Arguments;
    adt local_key = thread::LocalKey;
}

/// Operator traits of `std::ops`.
const OPERATORS: [&str; 12] =
    ["Add", "Sub", "Mul", "Div", "Rem", "BitXor", "BitAnd", "BitOr", "Shl", "Shr", "Not", "Neg"];

fn operators(world: &World, std: CrateId) -> FxHashMap<Name, TraitId> {
    OPERATORS.iter().filter_map(|name| Some((Name::from(name), tr(world, std, &["ops", name])?))).collect()
}

impl Lang {
    /// The trait of an operator by its name in `std::ops`.
    pub fn operator(&self, name: &str) -> Option<TraitId> {
        self.operators.get(&Name::from(name)).copied()
    }
}

fn find(world: &World, std: CrateId, path: &[&str]) -> Option<Def> {
    let mut def = Def::Module(world.index.krate(std).root);
    for name in path {
        let Def::Module(module) = def else { return None };
        def = world.own(module, Ns::Types, Name::from(name)).first().copied()?;
    }
    Some(def)
}

fn adt(world: &World, std: CrateId, path: &[&str]) -> Option<AdtId> {
    match find(world, std, path)? {
        Def::Adt(id) => Some(id),
        _ => None,
    }
}

fn tr(world: &World, std: CrateId, path: &[&str]) -> Option<TraitId> {
    match find(world, std, path)? {
        Def::Trait(id) => Some(id),
        _ => None,
    }
}
