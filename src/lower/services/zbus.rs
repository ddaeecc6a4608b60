//! zbus: `#[proxy] trait X` gives `XProxy`, whose functions are async, and `XProxyBlocking`, whose functions are not.
//! `#[interface] impl X` adds functions that emit signals. Source: the crate `zbus_macros`, versions 3 to 6.

use super::{Args, Maker, by_ref, functions};
use crate::summary::{
    Fn, Generics, Impl, Item, ItemKind, Lazy, Name, Path, Receiver, Signature, Trait, TypeRef, Visibility,
};

/// Whether the arguments are those of zbus: other crates have a `proxy` as well.
pub(super) fn is_meant(args: Args) -> bool {
    const OWN: [&str; 9] = [
        "interface",
        "name",
        "default_path",
        "default_service",
        "assume_defaults",
        "gen_async",
        "gen_blocking",
        "async_name",
        "blocking_name",
    ];
    OWN.iter().any(|name| args.has(name))
}

/// The proxies that a trait describes.
pub(super) fn of_trait(item: &Item, decl: &Trait, args: Args) -> Vec<Item> {
    let is_on = |name| args.value(name) != Some("false");
    let (has_async, has_blocking) = (is_on("gen_async"), is_on("gen_blocking"));
    let named = |key, ending: &str| match args.value(key) {
        Some(name) => Name::from(name),
        None => Name::from(format!("{}{ending}", decl.name).as_str()),
    };
    let mut made = Vec::new();
    if has_async {
        let name = named("async_name", "Proxy");
        made.extend(Proxy { maker: Maker::new(item), name, is_async: true }.items(
            &item.vis,
            &decl.items,
            true,
        ));
    }
    if has_blocking {
        let name = named("blocking_name", if has_async { "ProxyBlocking" } else { "Proxy" });
        made.extend(Proxy { maker: Maker::new(item), name, is_async: false }.items(
            &item.vis,
            &decl.items,
            true,
        ));
    }
    made
}

/// What an interface adds to its type: functions that emit signals, and a proxy where one is asked for.
pub(super) fn of_impl(item: &Item, decl: &Impl, args: Args) -> Vec<Item> {
    let maker = Maker::new(item);
    let (mut properties, mut emitters) = (Vec::new(), Vec::new());
    let mut signals = Vec::new();
    for (member, sig, own) in functions(&decl.items, "zbus") {
        let own = Args(&own);
        // A getter and a setter are one property.
        let is_new = |name: &str| !properties.iter().any(|known| known == name);
        if own.has("property") && is_new(sig.name.trim_start_matches("set_")) {
            let name = sig.name.trim_start_matches("set_");
            properties.push(name.to_owned());
            for ending in ["changed", "invalidate"] {
                let emit = Fn {
                    is_async: true,
                    sig_span: sig.sig_span,
                    ..maker.function(
                        &format!("{name}_{ending}"),
                        by_ref(),
                        vec![TypeRef::Unknown],
                        maker.result(TypeRef::unit()),
                    )
                };
                emitters.push(Item { name_span: member.name_span, ..maker.public(emit) });
            }
        }
        if own.has("signal") {
            let params = sig.params.iter().skip(1).cloned().collect();
            let emit = Fn {
                is_async: true,
                sig_span: sig.sig_span,
                ..maker.function(&sig.name, by_ref(), params, sig.ret.clone())
            };
            signals.push(Item { name_span: member.name_span, ..maker.public(emit) });
        }
    }
    let interface = maker.path(&["zbus", "object_server", "Interface"], true, Vec::new());
    let mut made = vec![
        maker.inherent(decl.generics.clone(), decl.self_ty.clone(), emitters),
        maker.implement(interface, decl.self_ty.clone()),
    ];
    let TypeRef::Path(Path { segments, .. }) = &decl.self_ty else { return made };
    let Some(own) = segments.last().map(|segment| segment.name) else { return made };
    made.extend(signals_trait(&maker, own, &decl.self_ty, signals));
    if args.has("proxy") {
        let name = Name::from(format!("{own}Proxy").as_str());
        made.extend(Proxy { maker, name, is_async: true }.items(&Visibility::Public, &decl.items, false));
    }
    made
}

/// `trait XSignals { … }`, for emitters and for references to the interface.
fn signals_trait(maker: &Maker, own: Name, self_ty: &TypeRef, signals: Vec<Item>) -> Vec<Item> {
    if signals.is_empty() {
        return Vec::new();
    }
    let name = Name::from(format!("{own}Signals").as_str());
    let targets = [
        maker.global(&["zbus", "object_server", "SignalEmitter"], Vec::new()),
        maker.global(&["zbus", "object_server", "InterfaceRef"], vec![self_ty.clone()]),
    ];
    let (generics, supertraits) = (Generics::default(), Vec::new());
    let decl = Trait { name, generics, supertraits, items: signals };
    let implement =
        |self_ty: TypeRef| maker.implement(maker.path(&[name.as_str()], false, Vec::new()), self_ty);
    let declared = maker.item(Visibility::Public, ItemKind::Trait(Box::new(decl)));
    [declared].into_iter().chain(targets.map(implement)).collect()
}

/// The trait of what a signal's function gives.
const STREAM: [&str; 5] = ["zbus", "export", "futures_core", "stream", "Stream"];

struct Proxy<'i> {
    maker: Maker<'i>,
    name: Name,
    is_async: bool,
}

impl Proxy<'_> {
    /// The struct and its functions. `as_written`: the members give what a client sees.
    fn items(&self, vis: &Visibility, members: &[Item], as_written: bool) -> Vec<Item> {
        let maker = &self.maker;
        let inner = |rest: &[&str], args| {
            let front: &[&str] = if self.is_async { &["zbus"] } else { &["zbus", "blocking"] };
            maker.global(&[front, rest].concat(), args)
        };
        let raw = || inner(&["Proxy"], Vec::new());
        let own = || maker.local("Self", Vec::new());
        let by_value = Some(Receiver { by_ref: false, mutable: false, ty: None });
        let reference = TypeRef::Ref { mutable: false, inner: Box::new(raw()) };
        let new =
            Fn { is_async: self.is_async, ..maker.function("new", None, Vec::new(), maker.result(own())) };
        let builder = inner(&["proxy", "Builder"], vec![own()]);
        let mut all = vec![
            maker.public(new),
            maker.public(maker.function("builder", None, Vec::new(), builder)),
            maker.public(maker.function("inner", by_ref(), Vec::new(), reference)),
            maker.public(maker.function("into_inner", by_value, Vec::new(), raw())),
        ];
        for (member, sig, args) in functions(members, "zbus") {
            let made = self.function(sig, Args(&args), as_written);
            all.extend(made.map(|sig| Item { name_span: member.name_span, ..maker.public(sig) }));
        }
        let declared = maker.tuple_struct(self.name, vis, Generics::default(), raw());
        let ty = || maker.local(&self.name, Vec::new());
        let clone = maker.implement(maker.path(&["core", "clone", "Clone"], true, Vec::new()), ty());
        vec![declared, maker.inherent(Generics::default(), ty(), all), clone]
    }

    /// What a member is called by, and what that gives.
    fn function(&self, sig: &Fn, args: Args, as_written: bool) -> impl Iterator<Item = Fn> {
        let maker = &self.maker;
        let is_async = self.is_async;
        let make = move |name: String, params: Vec<TypeRef>, ret: TypeRef| Fn {
            is_async,
            sig_span: sig.sig_span,
            ..maker.function(&name, by_ref(), params, ret)
        };
        let mut made = Vec::new();
        if args.has("signal") {
            // The type that the attribute writes for it is a stream, and of little use otherwise.
            let stream = match is_async {
                true => TypeRef::ImplTrait(vec![maker.bound(&STREAM)]),
                false => TypeRef::Unknown,
            };
            let stream = maker.result(stream);
            made.push(make(format!("receive_{}", sig.name), Vec::new(), stream.clone()));
            let params = vec![TypeRef::Unknown];
            made.push(make(format!("receive_{}_with_args", sig.name), params, stream));
        } else {
            let is_object = args.has("object") || args.has("object_vec");
            let ret = if as_written && !is_object { sig.ret.clone() } else { maker.result(TypeRef::Unknown) };
            let call = make(sig.name.to_string(), sig.params.clone(), ret);
            let generic = Signature { generics: sig.generics.clone(), ..Signature::clone(&call) };
            made.push(Fn { sig: Lazy::from(generic), ..call });
        }
        if args.has("property") && !sig.name.starts_with("set_") {
            made.push(make(format!("receive_{}_changed", sig.name), Vec::new(), TypeRef::Unknown));
        }
        made.into_iter()
    }
}
