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

/// sea-query's statements: `#[inherent]` writes each method of the trait out as the type's own, and syn does not read
/// the declarations without a body that say so of those that the trait has by default.
#[test]
fn inherent_impls_need_no_import() {
    let machine = Machine::new(
        "//- /p/Cargo.toml
[dependencies]
inherent = \"1\"
//- /p/src/lib.rs
pub mod query {
    use inherent::inherent;
    pub trait Conditional {
        fn add(&mut self) -> &mut Self;
        fn and_where(&mut self) -> &mut Self {
            self.add()
        }
    }
    pub struct Select;
    #[inherent]
    impl Conditional for Select {
        pub fn add(&mut self) -> &mut Self {
            self
        }
        pub fn and_where(&mut self) -> &mut Self;
    }
    impl Select {
        pub async fn run(&self) {}
    }
    pub struct Plain;
    impl Conditional for Plain {
        fn add(&mut self) -> &mut Self {
            self
        }
    }
    impl Plain {
        pub async fn run(&self) {}
    }
}
pub async fn f(mut select: query::Select, mut plain: query::Plain) {
    select.and_where().run(); //~ dropped_future
    plain.and_where().run();
}
",
    );
    machine.finds();
}

#[test]
fn of_what_is_borrowed_nothing_is_lost() {
    let machine = Machine::new(
        "//- /p/Cargo.toml
[dependencies]
unseen = \"1\"
//- /p/src/lib.rs
pub fn f(all: &[unseen::Job], one: Option<unseen::Job>) {
    all.first().unwrap();
    one.unwrap();
}
",
    );
    let statistics = machine.finds();
    assert_eq!((statistics.discarded_calls, statistics.decided), (2, 1));
}

/// What thiserror's derive writes is not known for sure: whether `Display` is in it. If nothing else can be meant, it is.
#[test]
fn what_a_reference_and_its_type_may_have_is_one_method() {
    let machine = Machine::new(
        "//- /p/Cargo.toml
[dependencies]
thiserror = \"1\"
//- /p/src/lib.rs
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(\"not found\")]
    NotFound,
}
pub trait Send {
    async fn send(self);
}
impl Send for String {
    async fn send(self) {}
}
impl Failure {
    pub async fn tell(&self) {
        self.to_string().send(); //~ dropped_future
    }
}
",
    );
    machine.finds();
}

/// clap's `Parser` writes several traits.
#[test]
fn a_derive_may_give_other_traits_than_its_name_says() {
    let machine = Machine::new(
        "//- /p/Cargo.toml
[dependencies]
clap = \"4\"
//- /p/src/lib.rs
use own::CommandFactory;
mod own {
    pub struct Command;
    impl Command {
        pub async fn run(self) {}
    }
    pub trait CommandFactory {
        fn command() -> Command;
    }
}
#[derive(clap::Parser)]
#[command(version)]
pub struct Args;
#[derive(clap::Args)]
pub struct Group;
pub async fn f() {
    Args::command().run(); //~ dropped_future
    Group::command().run();
}
",
    );
    machine.finds();
}

/// What is private cannot be meant elsewhere, unless an attribute shows it.
#[test]
fn an_attribute_may_show_what_is_private() {
    let machine = Machine::new(
        "//- /p/Cargo.toml
[dependencies]
visibility = \"0.1\"
//- /p/src/lib.rs
mod inner {
    pub struct Job;
    impl Job {
        async fn hidden(&self) {}
        #[cfg_attr(feature = \"bench\", visibility::make(pub))]
        pub(super) async fn near(&self) {}
        #[cfg_attr(feature = \"bench\", visibility::make(pub))]
        async fn shown(&self) {}
    }
}
pub async fn f(job: inner::Job) {
    job.hidden();
    job.near(); //~ dropped_future
    job.shown(); //~ dropped_future
    inner::Job::shown(&job); //~ dropped_future
}
",
    );
    machine.finds();
}
