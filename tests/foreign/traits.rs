//! Traits of which some cannot be seen.

use crate::machine::Machine;

#[test]
fn an_import_that_cannot_be_seen_hides_the_trait_of_its_name_that_a_glob_brings() {
    let machine = Machine::new(
        "//- /p/Cargo.toml
[dependencies]
unseen = \"1\"
//- /p/src/lib.rs
pub mod prelude {
    pub trait Run {
        async fn run(&self) {}
    }
    impl<T> Run for T {}
}
mod hidden {
    use crate::prelude::*;
    use unseen::{other, Run};
    pub async fn f(one: u8) {
        one.run();
    }
}
mod shown {
    use crate::prelude::*;
    use unseen::run;
    pub async fn f(one: u8) {
        one.run(); //~ dropped_future
    }
}
",
    );
    machine.finds();
}
