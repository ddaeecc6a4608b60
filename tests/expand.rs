//! Macros: what a definition makes of a call, as text.

use unawaited::expand::{Definition, Failure, Fuel, Origin, Reach, Rendered, Tree, trees, unfold};
use unawaited::lower::tokens;

fn read(text: &str) -> std::sync::Arc<[Tree]> {
    trees(&tokens(text, 0), &Origin::Call)
}

fn expand(definition: &str, call: &str) -> Result<String, Failure> {
    let definition = Definition::parse(&read(definition)).expect("a definition");
    let made = definition.expand(&read(call), "crate", &mut Fuel::new(100_000))?;
    Ok(Rendered::new(&made).text)
}

/// Texts are the same where their tokens are.
#[track_caller]
fn makes(definition: &str, call: &str, wanted: &str) {
    let made = expand(definition, call).unwrap_or_else(|why| panic!("{call}: {why:?}"));
    assert_eq!(made, Rendered::new(&read(wanted)).text, "{call}");
}

#[test]
fn fragments_end_where_the_language_says() {
    for (kind, parts) in [
        (
            "expr",
            &[
                "a + b",
                "f::<A, B>(1, 2)",
                "|x, y| x + y",
                "<A as B<C, D>>::e()",
                "x as Vec<A, B>",
                "&mut a[1..]",
                "if a { b } else { c }",
                "match x { _ => 1 }",
                "async move { f().await? }",
                "move |a: Vec<A, B>| -> C<D, E> { a }",
                "S { a, ..b }",
                "-1",
                "'a: loop { break 'a 1; }",
                "a < b",
                "a >> b >= c",
                "#[x] y",
                "return",
                "!a.b.0.1",
            ][..],
        ),
        (
            "ty",
            &[
                "A",
                "&'a mut [T; N]",
                "Vec<Vec<A>>",
                "dyn A + Send + 'a",
                "impl Fn(A, B) -> C<D>",
                "fn(A) -> B",
                "<A as B>::C",
                "(A, B)",
                "*const T",
                "for<'a> fn(&'a A)",
                "!",
                "_",
                "a::b::<C>::D",
                "m!(x)",
                "Box<dyn FnOnce(A) -> B + 'static>",
                "[A]",
            ],
        ),
        (
            "pat",
            &["_", "Some(x)", "A | B", "&(a, ref mut b)", "1..=2", "S { a: 1, .. }", "x @ A::<B, C>(..)"],
        ),
        ("path", &["a", "::a::b", "A<B, C>", "a::B::<C>::d", "Fn(A) -> B"]),
        ("meta", &["a", "a::b(c, d)", "doc = \"x\"", "cfg(any(a, b = \"c\"))"]),
        (
            "stmt",
            &[
                "let x: A<B, C> = f(1, 2)",
                "let S { a, .. } = b else { return }",
                "f()",
                "fn f<A, B>(a: A) {}",
                "x = 1",
            ],
        ),
        ("ident", &["a", "r#fn", "self", "fn"]),
        ("lifetime", &["'a", "'static"]),
        ("literal", &["1", "-1.5", "\"a\"", "true", "'c'"]),
        ("block", &["{ a; b }"]),
        ("tt", &["a", "(b, c)", ">>=", "=>", "::", "'a", "..="]),
    ] {
        let definition = format!("($($x:{kind}),*) => {{ $( < $x > )* }}");
        let bare = Definition::parse(&read(&definition)).expect("a definition");
        let call = parts.join(", ");
        let made = bare.expand(&read(&call), "crate", &mut Fuel::new(100_000));
        let made = Rendered::new(&made.unwrap_or_else(|why| panic!("{kind}: {why:?}"))).text;
        let wanted: String = parts.iter().map(|part| format!("< {part} > ")).collect();
        let plain = |text: &str| Rendered::new(&read(text)).text.replace(['(', ')', ' '], "");
        assert_eq!(plain(&made), plain(&wanted), "{kind}");
    }
}

#[test]
fn items_end_with_braces_or_semicolons() {
    makes(
        "($($i:item)*) => { $( #[x] $i )* }",
        "use a::{b, c}; pub(crate) struct A<T>(T) where T: B; struct D { e: F } fn f<const N: usize>() -> [u8; 2] { g(); }
         impl<T> A for B<T> {} const X: [u8; 2] = [1, 2]; const fn h() {} m!(a); n! { b } macro_rules! o { () => {} } mod p; extern crate q; pub type R<S> = T<S>;",
        "#[x] use a::{b, c}; #[x] pub(crate) struct A<T>(T) where T: B; #[x] struct D { e: F } #[x] fn f<const N: usize>() -> [u8; 2] { g(); }
         #[x] impl<T> A for B<T> {} #[x] const X: [u8; 2] = [1, 2]; #[x] const fn h() {} #[x] m!(a); #[x] n! { b } #[x] macro_rules! o { () => {} } #[x] mod p; #[x] extern crate q; #[x] pub type R<S> = T<S>;",
    );
}

#[test]
fn repetitions_nest_and_are_separated() {
    makes(
        "($($name:ident => { $($field:ident : $ty:ty),* $(,)? });+ $(;)?) => { $( struct $name { $( $field : $ty ; )* } )+ }",
        "A => { a: B, c: Vec<D>, }; E => {};",
        "struct A { a: B; c: Vec<D>; } struct E { }",
    );
    // Documentation is left out of summaries, so that one attribute or more can be none.
    makes("($(#[$m:meta])+ $a:ident) => { $(#[$m])+ struct $a; }", "A", "struct A;");
    makes("($a:ident $($b:ident)*) => { $( $a . $b )=>* }", "x y z", "x.y => x.z");
    makes("($(<$($a:ident),*>)*) => { $( [ $( ($a) )* ] )* }", "<a, b> <> <c>", "[(a)(b)] [] [(c)]");
    makes("($($a:ident)? $($b:literal)?) => { [$($a)?][$($b)?] }", "1", "[][1]");
}

#[test]
fn arms_are_tried_in_order() {
    let definition = "(@a $x:tt) => { a $x }; ($v:vis fn $n:ident) => { $v n $n }; ($x:expr) => { e $x }; () => { nothing }";
    makes(definition, "@a b", "a b");
    makes(definition, "pub(crate) fn x", "pub(crate) n x");
    makes(definition, "fn x", "n x");
    makes(definition, "f(x)", "e (f(x))");
    makes(definition, "", "nothing");
    assert_eq!(expand(definition, "=> =>"), Err(Failure::NoArm));
}

#[test]
fn expressions_and_types_stay_whole() {
    makes("($a:expr, $b:expr) => { $a * $b }", "1 + 2, x", "(1 + 2) * x");
    makes("($a:ty) => { $a::new() }", "Vec<u8>", "<Vec<u8> >::new()");
    makes("($a:ty) => { let x: $a = 1; }", "Vec<Vec<u8>>", "let x: Vec<Vec<u8>> = 1;");
}

#[test]
fn a_macro_can_make_macros() {
    makes(
        "($name:ident, $($x:ident),*) => { macro_rules! $name { ($v:expr) => { $v + $crate::$name } $($x)* } }",
        "m, a, b",
        "macro_rules! m { ($v:expr) => { $v + crate::m } a b }",
    );
}

#[test]
fn macro_2_has_one_arm_without_an_arrow() {
    makes("($a:ident) { $a; }", "x", "x;");
}

#[test]
fn unlike_repetitions_and_endless_work_are_failures() {
    assert_eq!(expand("($($a:ident)*; $($b:ident)*) => { $( $a $b )* }", "a b; c"), Err(Failure::Repetition));
    assert_eq!(expand("($($a:ident)*) => { $a }", "a"), Err(Failure::Repetition));
    let definition = Definition::parse(&read("($($a:tt)*) => { $( $a )* }")).expect("a definition");
    let call = "x ".repeat(10_000);
    assert!(matches!(
        definition.expand(&read(&call), "crate", &mut Fuel::new(1_000)),
        Err(Failure::TooLarge)
    ));
}

#[test]
fn what_hands_on_its_argument_is_known() {
    let passes = |text: &str| Definition::parse(&read(text)).expect("a definition").passes_on();
    assert!(passes("($($item:item)*) => { $( #[cfg(feature = \"a\")] #[doc(b)] $item )* }"));
    assert!(passes("($($t:tt)*) => { $($t)* }"));
    assert!(!passes("($($t:tt)*) => {}"));
    assert!(!passes("($($item:item)*) => { $( mod x { $item } )* }"));
    assert!(!passes("($a:ident) => { struct $a; }"));
}

#[test]
fn tokens_know_where_they_were_written() {
    let definition = trees(&tokens("($f:expr) => { let x = $f; }", 0), &|span| Origin::Definition(7, span));
    let call = read("a.b()");
    let definition = Definition::parse(&definition).expect("a definition");
    let made = definition.expand(&call, "crate", &mut Fuel::new(1_000)).expect("it fits");
    let rendered = Rendered::new(&made);
    for piece in &rendered.pieces {
        let here = &rendered.text[piece.start as usize..];
        let source = match piece.origin {
            Origin::Call(_) => "a.b()",
            Origin::Definition(7, _) => "($f:expr) => { let x = $f; }",
            Origin::Definition(..) => panic!("no such definition"),
        };
        assert!(here.starts_with(&source[piece.origin.span().range()]), "{here}");
    }
}

#[test]
fn macros_of_a_definition_are_looked_for_beside_it() {
    let text =
        "($x:tt) => { inner!($x) a::other! {} $x!() fn inner() { log!(1) } macro_rules! made { () => {} } }";
    let definition = Definition::parse(&read(text)).expect("a definition").with_local_macros();
    let made = definition.expand(&read("m"), "__crate_7", &mut Fuel::new(1_000)).expect("it fits");
    let wanted = "__crate_7::inner!(m) a::other! {} m!() fn inner() { __crate_7::log!(1) }
        macro_rules! made { () => {} }";
    assert_eq!(Rendered::new(&made).text, Rendered::new(&read(wanted)).text);
}

/// Calls among the members of what a macro makes; those of functions' bodies are no items, and one that fits no arm stays.
#[test]
fn calls_among_members_are_expanded_where_they_stand() {
    let read_definition = |text: &str| Definition::parse(&read(text)).expect("a definition");
    let outer = read_definition(
        "() => {
            const _: () = { $crate::one!(a); impl A for B { $crate::one! { b } fn c() { $crate::one!(d); } } };
            pub(crate) mod m { #[x] $crate::one!(e); unsafe trait T { fn f(); } $crate::one!(1); }
            const N: u8 = { $crate::one!(g) };
            fn h() -> impl I { $crate::one!(i) }
            mod n { $crate::one!(j); }
        }",
    );
    let one = read_definition("($x:ident) => { fn $x() {} };");
    let helper = |name: &str| (name == "one").then_some(&one);
    let made = |reach| {
        let made = unfold((&outer, "outer"), &[], "crate", (&helper, reach), &mut Fuel::new(10_000));
        let made = made.expect("it fits");
        (Rendered::new(&made.trees).text, made.handed_on)
    };
    let text = |written: &str| Rendered::new(&read(written)).text;
    let members = "const _: () = { fn a() {} impl A for B { fn b() {} fn c() { crate::one!(d); } } };
        pub(crate) mod m { #[x] fn e() {} unsafe trait T { fn f(); } crate::one!(1); }
        const N: u8 = { crate::one!(g) };
        fn h() -> impl I { crate::one!(i) }
        mod n { fn j() {} }";
    assert_eq!(made(Reach::Members), (text(members), 4));
    let (items, handed_on) = made(Reach::Items);
    assert_eq!((items.matches("one").count(), handed_on), (8, 0));
}

/// Two macros that hand on to each other what is left: in place as far as the bounds allow, and what is left then stays a
/// call.
#[test]
fn macros_of_a_crate_call_each_other() {
    let read_definition = |text: &str| Definition::parse(&read(text)).expect("a definition");
    let each = read_definition("($x:ident $($rest:tt)*) => { $crate::one!{ $x $($rest)* } }; () => {};");
    let one = read_definition("($x:ident $($rest:tt)*) => { fn $x() {} $crate::each!($($rest)*); };");
    let made = |count: usize, units: usize, known: bool| {
        let names: Vec<String> = (0..count).map(|at| format!("f{at}")).collect();
        let helper = |name: &str| (known && name == "one").then_some(&one);
        let mut fuel = Fuel::new(units);
        let made =
            unfold((&each, "each"), &read(&names.join(" ")), "crate", (&helper, Reach::Items), &mut fuel);
        made.map(|made| Rendered::new(&made.trees).text)
    };
    let text = |written: &str| Rendered::new(&read(written)).text;
    assert_eq!(made(2, 1_000, true), Ok(text("fn f0() {} fn f1() {}")));
    assert_eq!(made(2, 1_000, false), Ok(text("crate::one!{ f0 f1 }")));
    // Too deep, and too little fuel.
    for (count, units) in [(300, 1_000_000), (100, 10_000)] {
        let made = made(count, units, true).expect("some of it");
        let items = made.matches("fn f").count();
        assert!(10 < items && items < count, "{items} of {count}");
        let left = made.split_once("one").map(|(_, left)| left.matches('f').count());
        assert_eq!(left, Some(count - items));
    }
}
