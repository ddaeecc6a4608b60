//! What is said of a mock's calls gives no future: all of it is decided.

use crate::machine::Machine;

#[test]
fn what_a_mock_is_told_to_expect() {
    let machine = Machine::new(
        "//- /p/Cargo.toml
[dev-dependencies]
mockall = \"0.14\"
//- /p/src/lib.rs
use mockall::automock;
#[automock]
pub trait Store<T> {
    async fn save(&self, value: T);
    fn size(&self) -> u32;
    fn open(at: u32) -> u32;
}
pub struct Client;
#[automock]
impl Client {
    pub async fn get(&self) {}
}
#[cfg(test)]
async fn mocked(mut store: MockStore<u8>, mut client: MockClient) {
    store.expect_save().times(1).withf(|_| true).returning(|_| ());
    store.expect_size().never().in_sequence(&mut order).return_const(1u32);
    store.save(1); //~ dropped_future
    let context = MockStore::<u8>::open_context();
    context.expect().with(eq(1)).return_const(1u32);
    client.expect_get().once().return_const(());
    client.get(); //~ dropped_future
    client.checkpoint();
}
pub trait Wire {
    async fn write(&self);
    fn flush(&self) -> u32;
}
mockall::mock! {
    #[derive(Debug)]
    pub Link<T: Clone> where T: Send {
        pub async fn open(&self, at: T) -> T;
        fn speed(&self) -> u32;
    }
    impl<T: Clone> Wire for Link<T> where T: Send {
        async fn write(&self);
        fn flush(&self) -> u32;
    }
}
#[cfg(test)]
async fn linked() {
    let mut link = MockLink::<u8>::default();
    link.expect_open().returning(|at| at);
    link.expect_flush().once().return_const(1u32);
    link.open(1); //~ dropped_future
    link.write(); //~ dropped_future
    link.speed();
    link.flush();
}
",
    );
    let statistics = machine.finds();
    assert_eq!((statistics.decided, statistics.discarded_calls), (13, 13));
}
