//! A printed form of summaries.
