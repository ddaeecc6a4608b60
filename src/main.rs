//! `cargo-unawaited`, also called as `cargo unawaited`.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    unawaited::cli::main().into()
}
