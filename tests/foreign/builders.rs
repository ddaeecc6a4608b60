//! Builders of dependencies.

use crate::machine::Machine;
use crate::{REGISTRY, unpacked};

/// async-nats's acknowledgement of a message, which can be ignored by those who know that it is there.
const NET: &str = "
pub struct Ack;
impl std::future::IntoFuture for Ack {
    type Output = u8;
    type IntoFuture = std::pin::Pin<Box<dyn std::future::Future<Output = u8> + Send>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async { 1 })
    }
}
impl Drop for Ack {
    fn drop(&mut self) {}
}
pub fn publish() -> Ack {
    Ack
}
";

#[test]
fn what_has_a_drop_of_its_own_is_lost_elsewhere() {
    let machine = Machine::new(
        r#"
//- /p/Cargo.toml
[dependencies]
net = "1"
//- /p/Cargo.lock
version = 4
[[package]]
name = "net"
version = "1.0.0"
source = "registry+https://git.example.org/i"
[[package]]
name = "p"
version = "0.1.0"
//- /p/src/lib.rs
pub async fn f() {
    net::publish(); //~ unawaited_builder
    net::publish().await;
}
"#,
    );
    unpacked(&machine, &format!("{REGISTRY}/net-1.0.0"), "", NET);
    machine.finds();
}
