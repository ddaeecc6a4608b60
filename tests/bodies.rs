//! Bodies made by chance, and ones that are made to be hard: work per body has a bound, whatever the types in it. Each
//! file ends with a lost future that must be found: nothing gave up on it, and nothing panicked.

#[path = "support/bounded.rs"]
mod bounded;

use std::fmt::Write;

use bounded::Random;

/// What all bodies can name: types that contain themselves in their own results, blanket impls that ask for each other,
/// traits whose associated types grow.
const SHARED: &str = "
use std::collections::HashMap;
use std::future::Future;
use std::sync::Arc;
#[derive(Clone)] pub struct W<T>(T);
#[derive(Clone)] pub struct P<A, B> { a: A, b: B }
pub enum E<T> { One(T), Two(Box<E<W<T>>>), Three { t: T, n: u8 } }
impl<T> W<T> {
    async fn save(&self) {}
    fn wrap(self) -> W<W<T>> { W(self) }
    fn get(&self) -> &T { &self.0 }
    fn map<U>(self, f: impl FnOnce(T) -> U) -> W<U> { W(f(self.0)) }
    fn pair<U>(self, u: U) -> P<T, U> { P { a: self.0, b: u } }
}
impl<A, B> P<A, B> {
    fn swap(self) -> P<B, A> { P { a: self.b, b: self.a } }
    async fn send(&self, _: u8) -> u8 { 1 }
}
impl<T> std::ops::Deref for W<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
pub trait Grow { type Next: Grow; fn grow(&self) -> Self::Next; }
impl<T: Clone> Grow for T { type Next = W<T>; fn grow(&self) -> W<T> { W(self.clone()) } }
pub trait Ping { fn ping(&self) -> impl Future<Output = u8>; }
impl<T> Ping for W<T> where P<T, T>: Pong { async fn ping(&self) -> u8 { 1 } }
pub trait Pong { fn pong(&self) -> u8; }
impl<A, B> Pong for P<A, B> where W<A>: Ping { fn pong(&self) -> u8 { 1 } }
pub fn twice<T: Clone>(t: T) -> (T, T) { (t.clone(), t) }
pub fn call<F: Fn(A) -> B, A, B>(f: F, a: A) -> B { f(a) }
pub fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C { move |a| g(f(a)) }
pub async fn load(_: u8) -> W<u8> { W(1) }
";

/// At the end of each file.
const LAST: &str = "pub fn last() { load(1); }\n";

/// Checks a text; how many findings there are.
#[track_caller]
fn check(name: &str, bodies: &str) -> usize {
    bounded::check(name, &format!("{SHARED}{bodies}{LAST}"))
}

/// Writes bodies. Few of them compile; all of them parse.
struct Writer {
    random: Random,
    /// Variables so far.
    names: usize,
}

impl Writer {
    fn name(&mut self) -> String {
        match self.names {
            0 => "1u8".to_owned(),
            names => format!("x{}", self.random.below(names)),
        }
    }

    fn expr(&mut self, depth: usize) -> String {
        if depth == 0 {
            return match self.random.below(4) {
                0 => "1u8".to_owned(),
                1 => "W(1u8)".to_owned(),
                _ => self.name(),
            };
        }
        let depth = depth - 1;
        match self.random.below(20) {
            0..=5 => {
                let method = [
                    "wrap()", "get()", "swap()", "grow()", "save()", "ping()", "clone()", "pong()", "send(1)",
                ];
                format!("{}.{}", self.expr(depth), self.random.of(&method))
            }
            6 => format!("{}.map(|y| {})", self.expr(depth), self.expr(depth).replace("x0", "y")),
            7 => format!("{}.pair({})", self.expr(depth), self.expr(depth)),
            8 => format!("twice({})", self.expr(depth)),
            9 => format!("call(|y| {}, {})", self.expr(depth), self.expr(depth)),
            10 => format!("compose(|y| W(y), |z| {})({})", self.expr(depth), self.expr(depth)),
            11 => {
                format!("if {} == 1 {{ {} }} else {{ {} }}", self.name(), self.expr(depth), self.expr(depth))
            }
            12 => {
                let (value, one, two) = (self.expr(depth), self.expr(depth), self.expr(depth));
                format!(
                    "match ({value}) {{ E::One(y) => {one}, E::Three {{ t, .. }} => {two}, _ => loop {{}} }}"
                )
            }
            13 => format!("async move {{ {} }}", self.expr(depth)),
            14 => format!("{}.await", self.expr(depth)),
            15 => format!("Arc::new(({}, {}))", self.expr(depth), self.expr(depth)),
            16 => format!("P {{ a: {}, b: {} }}", self.expr(depth), self.expr(depth)),
            17 => format!("{{ let y = {}; {} }}", self.expr(depth), self.expr(depth)),
            18 => format!(
                "[{}].into_iter().map(|y| {}).collect::<Vec<_>>()",
                self.expr(depth),
                self.expr(depth)
            ),
            _ => format!("HashMap::from([({}, {})])", self.name(), self.expr(depth)),
        }
    }

    fn body(&mut self, at: usize) -> String {
        self.names = 0;
        let mut body = format!("pub async fn f{at}() {{\n");
        for _ in 0..self.random.below(14) + 2 {
            let depth = self.random.below(4) + 1;
            let value = self.expr(depth);
            let _ = match self.random.below(8) {
                0 => writeln!(body, "    ({value}).save();"),
                1 => writeln!(body, "    let _ = ({value}).send(1);"),
                2 => writeln!(body, "    let _ = {value};"),
                3 => writeln!(body, "    let (x{0}, _) = {value};", self.names),
                4 => writeln!(body, "    let mut x{0} = {value}; x{0} = {value};", self.names),
                5 => {
                    writeln!(body, "    for x{0} in ({value}) {{ x{0}.save(); }} let x{0} = 1u8;", self.names)
                }
                _ => writeln!(body, "    let x{} = {value};", self.names),
            };
            self.names += 1;
        }
        body + "}\n"
    }
}

/// Impls that ask for each other, each of which says what an argument is: the same questions at every depth.
#[test]
fn impls_that_ask_for_each_other() {
    let mut items = "pub struct Law; pub trait Draw<T> {} impl Draw<u8> for Law {}\n".to_owned();
    for at in 0..24 {
        let _ = writeln!(
            items,
            "pub struct D{at}<T>(T); impl<T, U> Draw<D{at}<T>> for Law where Law: Draw<T>, Law: Draw<U> {{}}"
        );
    }
    items += "pub fn drawn<T>() -> W<T> where Law: Draw<T> { todo!() }\n\
              pub fn f() { drawn::<u8>().save(); drawn::<D1<D2<u8>>>().save(); }\n";
    assert_eq!(check("laws", &items), 3);
}

/// Blanket impls that ask of a type what is being asked of it, and two of them at each step.
#[test]
fn blanket_impls_that_ask_the_same_again() {
    let mut items = "pub struct Under<E>(E);\n\
        pub trait Metric<E> { fn put(&self, into: &mut E) -> bool; }\n\
        impl<M: Metric<E>, E> Metric<Under<E>> for M { fn put(&self, _: &mut Under<E>) -> bool { true } }\n\
        impl<'a, M: Metric<E>, E> Metric<&'a mut E> for M { fn put(&self, _: &mut &'a mut E) -> bool { true } }\n\
        impl<M: Metric<u8>> Metric<u16> for M { fn put(&self, _: &mut u16) -> bool { true } }\n\
        pub trait Family<E> { fn gather(&self, into: &mut E) -> bool; }\n\
        pub struct Gauge<T>(T);\n\
        pub struct Gauges<T>(T);\n\
        impl<M, E> Family<E> for Gauges<M> where Gauge<M>: Metric<E> {\n\
            fn gather(&self, e: &mut E) -> bool { true }\n\
        }\n"
        .to_owned();
    for at in 0..2_000 {
        let _ = writeln!(
            items,
            "pub fn f{at}(g: Gauge<u8>, gs: Gauges<u8>, e: &mut u64) {{ g.put(e); gs.gather(e); Gauge(1).put(e); }}"
        );
    }
    check("metrics", &items);
}

#[test]
fn bodies_made_by_chance() {
    let mut writer = Writer { random: Random(7), names: 0 };
    let mut found = 0;
    for round in 0..25 {
        let bodies: String = (0..24).map(|at| writer.body(at)).collect();
        found += check(&format!("round {round}"), &bodies);
    }
    // They are not all beyond understanding.
    assert!(found > 150, "{found}");
}

/// Forms repeated, each of which refers to the one before.
#[test]
fn bodies_made_to_be_hard() {
    let chain = |step: &dyn Fn(usize) -> String, count: usize| (1..=count).map(step).collect::<String>();
    let after = |text: String| format!("pub async fn hard() {{ let x0 = W(1u8); {text} }}\n");
    let kinds = [
        ("grow", after(chain(&|at| format!("let x{at} = x{}.grow(); x{at}.save(); ", at - 1), 60))),
        ("wraps", after(chain(&|at| format!("let x{at} = x{}.wrap().wrap(); x{at}.save(); ", at - 1), 80))),
        (
            "pairs",
            after(
                chain(&|at| format!("let x{at} = P {{ a: x{0}.clone(), b: x{0} }}.swap(); ", at - 1), 60)
                    + "x60.send(1);",
            ),
        ),
        ("closures", after(chain(&|at| format!("let x{at} = move |y| twice(x{}(y)); ", at - 1), 60))),
        (
            "composed",
            after(chain(&|at| format!("let x{at} = compose(x{0}, x{0}); ", at - 1), 30) + "x30(1).save();"),
        ),
        ("asks", after(format!("x0{}.ping();", ".wrap()".repeat(60)))),
        (
            "branches",
            after(chain(
                &|at| format!("let x{at} = if a {{ x{0}.wrap() }} else {{ x{0}.grow() }}; ", at - 1),
                50,
            )),
        ),
        (
            "matches",
            after(chain(
                &|at| {
                    format!(
                        "let x{at} = match x{0} {{ E::One(y) => y, E::Two(y) => *y, _ => x{0} }}; ",
                        at - 1
                    )
                },
                50,
            )),
        ),
        ("assigned", after("let mut x = W(1u8); ".to_owned() + &"x = x.wrap(); x.save(); ".repeat(200))),
        ("shadowed", after("let x0 = x0.get(); x0.save(); ".repeat(2_000))),
        ("statements", after("load(1).await; let y = \"text\"; ".repeat(20_000))),
        ("nested", after(format!("{}x0{}", "call(|y| ".repeat(40), ", 1)".repeat(40)))),
        ("mapped", after(format!("x0{};", ".map(|y| twice(y))".repeat(30)))),
    ];
    for (name, body) in kinds {
        check(name, &body);
    }
}
