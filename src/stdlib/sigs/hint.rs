//! `std::hint`: hints to the compiler.

pub const unsafe fn unreachable_unchecked() -> ! {}
pub const unsafe fn assert_unchecked(cond: bool) {}
pub fn spin_loop() {}
pub fn black_box<T>(dummy: T) -> T {}
pub const fn cold_path() {}
pub fn select_unpredictable<T>(condition: bool, true_val: T, false_val: T) -> T {}
