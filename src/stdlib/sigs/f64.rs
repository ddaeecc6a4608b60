//! `std::f64`: constants; the methods of `f64` itself are in `numbers`.

pub const EPSILON: f64 = 0.0;
pub const INFINITY: f64 = 0.0;
pub const MAX: f64 = 0.0;
pub const MIN: f64 = 0.0;
pub const MIN_POSITIVE: f64 = 0.0;
pub const NAN: f64 = 0.0;
pub const NEG_INFINITY: f64 = 0.0;
pub mod consts {
    pub const E: f64 = 0.0;
    pub const FRAC_1_PI: f64 = 0.0;
    pub const FRAC_1_SQRT_2: f64 = 0.0;
    pub const FRAC_2_PI: f64 = 0.0;
    pub const FRAC_2_SQRT_PI: f64 = 0.0;
    pub const FRAC_PI_2: f64 = 0.0;
    pub const FRAC_PI_3: f64 = 0.0;
    pub const FRAC_PI_4: f64 = 0.0;
    pub const FRAC_PI_6: f64 = 0.0;
    pub const FRAC_PI_8: f64 = 0.0;
    pub const LN_10: f64 = 0.0;
    pub const LN_2: f64 = 0.0;
    pub const LOG10_2: f64 = 0.0;
    pub const LOG10_E: f64 = 0.0;
    pub const LOG2_10: f64 = 0.0;
    pub const LOG2_E: f64 = 0.0;
    pub const PI: f64 = 0.0;
    pub const SQRT_2: f64 = 0.0;
    pub const TAU: f64 = 0.0;
}
