//! "Did you mean …?"

/// How near a name must come to be suggested: 0 is unlike, 1 is equal.
const NEAR: f64 = 0.75;

/// Of `names`, the one that comes nearest to `said`, if any comes near.
pub fn closest<'a>(said: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let said = said.to_lowercase();
    let near =
        names.map(|name| (strsim::jaro_winkler(&said, name), name)).filter(|(nearness, _)| *nearness > NEAR);
    near.max_by(|(left, _), (right, _)| left.total_cmp(right)).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_suggested_if_it_is_near() {
        let names = ["dropped_future", "let_underscore_future", "all"];
        let closest = |said| closest(said, names.into_iter());
        assert_eq!(closest("droped_future"), Some("dropped_future"));
        assert_eq!(closest("Dropped-Future"), Some("dropped_future"));
        assert_eq!(closest("let_underscore"), Some("let_underscore_future"));
        assert_eq!(closest("xyz"), None);
        assert_eq!(closest(""), None);
    }
}
