//! Remote calls: `#[tarpc::service] trait X` gives `XClient`; jsonrpsee's `#[rpc(client, server)] trait X` gives the traits
//! `XClient`, which every client has, and `XServer`. Sources: the crates `tarpc-plugins` and `jsonrpsee-proc-macros`.

use super::{Args, Maker, by_ref, functions, parameter};
use crate::summary::{
    Bound, Fn, Generics, Impl, ImplSignature, Item, ItemKind, Lazy, Name, Path, Predicate, Signature, Trait,
    TypeRef, Visibility,
};

/// The client of a tarpc service. Each call gives a future.
pub(super) fn tarpc(item: &Item, decl: &Trait) -> Vec<Item> {
    let maker = Maker::new(item);
    let name = format!("{}Client", decl.name);
    let client = || maker.local(&name, Vec::new());
    let dispatch = maker.global(&["tarpc", "client", "RequestDispatch"], vec![TypeRef::Unknown; 3]);
    let new = maker.global(&["tarpc", "client", "NewClient"], vec![client(), dispatch]);
    let params = vec![TypeRef::Unknown, TypeRef::Unknown];
    let mut all = vec![maker.public(maker.function("new", None, params, new))];
    let context = maker.global(&["tarpc", "context", "Context"], Vec::new());
    for (member, sig, _) in functions(&decl.items, "") {
        let params = [context.clone()].into_iter().chain(sig.params.iter().cloned()).collect();
        let call = maker.function(&sig.name, by_ref(), params, maker.result(sig.ret.clone()));
        let call = Fn { is_async: true, sig_span: sig.sig_span, ..call };
        all.push(Item { name_span: member.name_span, ..maker.public(call) });
    }
    let declared =
        maker.tuple_struct(Name::from(name.as_str()), &item.vis, Generics::default(), TypeRef::Unknown);
    vec![declared, maker.inherent(Generics::default(), client(), all)]
}

/// The client and server traits of a jsonrpsee service: those that any of its attributes asks for, under whatever `cfg`.
/// `None`: none does.
pub(super) fn jsonrpsee(item: &Item, decl: &Trait) -> Option<Vec<Item>> {
    let asks_for = |what: &str| {
        let own = item.attrs.list.iter().filter(|attr| attr.last() == "rpc");
        own.map(|attr| Args(&attr.args)).any(|args| args.has(what))
    };
    let maker = Maker::new(item);
    let mut made = Vec::new();
    if asks_for("client") {
        made.extend(client(&maker, item, decl));
    }
    if asks_for("server") {
        let name = Name::from(format!("{}Server", decl.name).as_str());
        let module = maker.global(&["jsonrpsee", "RpcModule"], vec![maker.local("Self", Vec::new())]);
        let by_value = Some(crate::summary::Receiver { by_ref: false, mutable: false, ty: None });
        let mut items = decl.items.clone();
        items.push(maker.public(maker.function("into_rpc", by_value, Vec::new(), module)));
        let server = Trait { name, items, ..decl.clone() };
        made.push(maker.item(item.vis.clone(), ItemKind::Trait(Box::new(server))));
    }
    (!made.is_empty()).then_some(made)
}

fn client(maker: &Maker, item: &Item, decl: &Trait) -> [Item; 2] {
    let subscribes = functions(&decl.items, "subscription").any(|(_, _, args)| !args.is_empty());
    let base = if subscribes { "SubscriptionClientT" } else { "ClientT" };
    let base: Bound = maker.bound(&["jsonrpsee", "core", "client", base]);
    let call = |(member, sig, args): (&Item, &Fn, String)| {
        let ret =
            if args.is_empty() { maker.result(ok_of(&sig.ret)) } else { maker.result(TypeRef::Unknown) };
        let called = Signature { receiver: by_ref(), ret, ..Signature::clone(sig) };
        let call = Fn { is_async: true, sig: Lazy::from(called), body: None, ..sig.clone() };
        Item { name_span: member.name_span, ..maker.public(call) }
    };
    let items = functions(&decl.items, "subscription").map(call).collect();
    let name = format!("{}Client", decl.name);
    let supertraits = vec![base.clone()];
    let declared =
        Trait { name: Name::from(name.as_str()), generics: decl.generics.clone(), supertraits, items };
    let any = maker.local("TypeJsonRpsee", Vec::new());
    let mut generics = parameter("TypeJsonRpsee");
    generics.predicates.push(Predicate { subject: any.clone(), bounds: vec![base] });
    generics.params.extend(decl.generics.params.iter().cloned());
    let trait_ = Some(maker.applied(&name, &decl.generics));
    let blanket = Impl::new(ImplSignature { generics, trait_, self_ty: any }, Vec::new());
    [
        maker.item(item.vis.clone(), ItemKind::Trait(Box::new(declared))),
        maker.item(Visibility::Private, ItemKind::Impl(Box::new(blanket))),
    ]
}

/// `T` of `Result<T, E>` and `RpcResult<T>`.
fn ok_of(ret: &TypeRef) -> TypeRef {
    let TypeRef::Path(Path { segments, .. }) = ret else { return TypeRef::Unknown };
    let args = segments.last().and_then(|last| last.args.as_deref());
    args.and_then(|args| args.args.first()).cloned().unwrap_or(TypeRef::Unknown)
}
