//! Lowering at the level of the printed form: what comes out of texts, whole and broken, shallow and deep.

#[path = "lower/depth.rs"]
mod depth;
