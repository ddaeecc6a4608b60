//! A printed form of the module tree.
