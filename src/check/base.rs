//! The part of the index that dependencies alone decide. Nothing in it leads into the project, so what its imports bring
//! and what its impls are for is the same from run to run as long as the dependencies are. There is none where a file is
//! theirs and the project's, as vendored ones can be.

use super::digest::{Digest, Digester, key};
use crate::cache::Cache;
use crate::discover::Project;
use crate::index::{CrateId, Extent, Index};
use crate::resolve::{Settled, World};

/// Where the base ends in the index, and what an earlier run over the same project kept of it.
pub(super) struct Base {
    extent: Extent,
    /// Of all that decides what it holds.
    digest: Digest,
    cache: Cache,
    key: String,
}

impl Base {
    /// The base is all that `index` holds by now. Std and `test` alone are not worth keeping.
    pub fn new(index: &Index, digest: Digest, project: &Project, cache: &Cache) -> Self {
        let cache = if index.crates.len() > 2 { cache.clone() } else { Cache::default() };
        let key = key("imports", &project.boundary.roots);
        Base { extent: index.extent(), digest, cache, key }
    }

    /// Nothing: all is resolved at once, and nothing kept.
    pub fn none() -> Self {
        let (extent, cache) = (Extent::default(), Cache::default());
        Base { extent, digest: Digester::default().finish(), cache, key: String::new() }
    }

    /// Resolves the names of an index that begins with this base.
    pub fn world<'s>(&self, index: Index<'s>, std: CrateId) -> World<'s> {
        let entry = self.cache.load(&self.key);
        let kept = entry.as_ref().and_then(|entry| self.kept(entry.value()));
        let (world, is_taken) = World::on(index, Some(std), self.extent, kept.as_ref());
        if !is_taken && self.cache.is_on() {
            self.keep(&world);
        }
        world
    }

    /// What was kept of a base like this one.
    fn kept<'e>(&self, value: &'e [u8]) -> Option<Settled<&'e [u8]>> {
        let (digest, settled) = postcard::from_bytes::<(Digest, Settled<&[u8]>)>(value).ok()?;
        (digest == self.digest).then_some(settled)
    }

    fn keep(&self, world: &World) {
        let settled = world.settled(self.extent);
        if let Ok(value) = postcard::to_stdvec(&(self.digest, settled)) {
            self.cache.write(&self.key, Vec::new(), &value);
        }
    }
}
