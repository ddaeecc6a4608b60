//! sea-orm: `#[derive(DeriveEntityModel)] struct Model { … }` gives `Entity`, `ActiveModel`, `Column` and `PrimaryKey`, each
//! with its trait, by paths that start with a `sea_orm` that the module sees. Under `#[sea_orm::model]` what relates to
//! other entities is no field of `Model`: `ModelEx` and `ActiveModelEx` have all. Source: the crate `sea-orm-macros`,
//! versions 0.12 to 2.

use super::Maker;
use crate::summary::{
    Attr, Attrs, Enum, Field, FieldShape, Fields, Generics, Item, ItemKind, Name, Receiver, Struct, TypeRef,
    Variant, Visibility,
};

/// Whether a struct derives it.
pub(super) fn is_model(item: &Item) -> bool {
    let mut derives = item.attrs.list.iter().filter(|attr| attr.path == "derive");
    derives.any(|attr| attr.args.contains("DeriveEntityModel"))
}

/// Whether what relates to other entities stands among the fields.
pub(super) fn is_extended(item: &Item) -> bool {
    item.attrs.list.iter().any(is_extending)
}

fn is_extending(attr: &Attr) -> bool {
    matches!(attr.path.as_str(), "sea_orm::model" | "sea_orm::compact_model")
}

/// What stands in the place of a model with relations.
pub(super) fn of_extended(item: &Item, decl: &Struct) -> Vec<Item> {
    let own = decl.fields.fields.iter().filter(|field| relation(&field.ty).is_none()).cloned().collect();
    let fields = Fields { shape: FieldShape::Named, fields: own };
    let decl_own = Struct::new(decl.name, decl.generics.clone(), fields);
    let mut model = item.clone();
    model.attrs.list.retain(|attr| !is_extending(attr));
    model.kind = ItemKind::Struct(Box::new(decl_own.clone()));
    let mut made = of_model(&model, &decl_own);
    // What an entity relates to is written out for it.
    made[0] = Maker::new(item).open(made[0].clone());
    made.insert(0, model);
    let attrs = made[0].attrs.clone();
    let model = Model { maker: Maker::new(item), name: decl.name, fields: &decl.fields.fields };
    made.extend(model.extended(attrs));
    made
}

/// Stands for the entity whose model is the `ModelEx`. There is none; nobody else uses the name.
const ENTITY: &str = "EntityOfModelEx";

/// The type of a relation's field, and of that field in an active model.
const RELATIONS: [(&str, &str); 3] =
    [("BelongsTo", "ActiveBelongsTo"), ("HasOne", "ActiveHasOne"), ("HasMany", "ActiveHasMany")];

/// What a relation's field is called in an active model.
fn relation(ty: &TypeRef) -> Option<&'static str> {
    let TypeRef::Path(path) = ty else { return None };
    let name = path.segments.last()?.name;
    RELATIONS.iter().find(|(of_model, _)| name == *of_model).map(|(_, active)| *active)
}

/// What the derive writes beside the model.
pub(super) fn of_model(item: &Item, decl: &Struct) -> Vec<Item> {
    let model = Model { maker: Maker::new(item), name: decl.name, fields: &decl.fields.fields };
    let mut made = vec![model.unit("Entity"), model.active_model(), model.columns("Column")];
    made.push(model.columns("PrimaryKey"));
    let own = |name: &'static str| (name, name);
    let entity = [
        ("Model", decl.name.as_str()),
        own("ActiveModel"),
        own("Column"),
        own("PrimaryKey"),
        own("Relation"),
    ];
    made.push(model.implement("EntityTrait", "Entity", &entity));
    made.push(model.implement("EntityName", "Entity", &[]));
    made.push(model.implement("ModelTrait", &decl.name, &[own("Entity")]));
    made.push(model.implement("FromQueryResult", &decl.name, &[]));
    made.push(model.implement("ActiveModelTrait", "ActiveModel", &[own("Entity")]));
    made.push(model.implement("ColumnTrait", "Column", &[("EntityName", "Entity")]));
    made.push(model.implement("PrimaryKeyTrait", "PrimaryKey", &[own("Column")]));
    made.push(model.conversion());
    made.extend(["Entity", "Column", "PrimaryKey"].map(|name| model.copies("Clone", "clone", name)));
    made.extend(["Entity", "ActiveModel"].map(|name| model.copies("Default", "default", name)));
    made
}

struct Model<'i> {
    maker: Maker<'i>,
    name: Name,
    fields: &'i [Field],
}

impl Model<'_> {
    fn unit(&self, name: &str) -> Item {
        let fields = Fields { shape: FieldShape::Unit, fields: Vec::new() };
        let decl = Struct::new(Name::from(name), Generics::default(), fields);
        self.maker.item(Visibility::Public, ItemKind::Struct(Box::new(decl)))
    }

    /// The same fields, each of them `ActiveValue<…>`.
    fn active_model(&self) -> Item {
        self.active_structure("ActiveModel")
    }

    fn active(&self, field: &Field) -> Field {
        let value = || self.maker.path(&["sea_orm", "ActiveValue"], false, vec![field.ty.clone()]);
        let ty = match (relation(&field.ty), &field.ty) {
            (Some(active), TypeRef::Path(path)) => {
                let args = path.segments.last().and_then(|last| last.args.clone()).unwrap_or_default().args;
                TypeRef::Path(self.maker.path(&["sea_orm", active], false, args))
            }
            _ => TypeRef::Path(value()),
        };
        Field { ty, vis: Visibility::Public, ..field.clone() }
    }

    fn active_structure(&self, name: &str) -> Item {
        let fields = self.fields.iter().map(|field| self.active(field)).collect();
        self.maker.deriving("Clone, Debug, PartialEq", self.structure(name, fields))
    }

    fn structure(&self, name: &str, fields: Vec<Field>) -> Item {
        let fields = Fields { shape: FieldShape::Named, fields };
        let decl = Struct::new(Name::from(name), Generics::default(), fields);
        self.maker.item(Visibility::Public, ItemKind::Struct(Box::new(decl)))
    }

    /// `ModelEx`, `ActiveModelEx` and what leads there. What saves is said to be the trait's: it is async where that is.
    /// `attrs`: those of the model, which the `ModelEx` has too.
    fn extended(&self, attrs: Attrs) -> Vec<Item> {
        let Model { maker, name, .. } = self;
        let all = format!("{name}Ex");
        let local = |name: &str| maker.local(name, Vec::new());
        let into = |name: &str, of: &str, receiver| {
            let into = maker.function(name, receiver, Vec::new(), local(of));
            maker.public(into)
        };
        let own = || Some(Receiver { by_ref: false, mutable: false, ty: None });
        let inherent = |name: &str, items| maker.inherent(Generics::default(), local(name), items);
        let active = "ActiveModelEx";
        let conversion = maker.path(&["sea_orm", "IntoActiveModel"], false, vec![local(active)]);
        let entity = [("Model", all.as_str()), ("ActiveModel", active)];
        let mut made = vec![
            Item { attrs, ..self.structure(&all, self.fields.to_vec()) },
            self.active_structure(active),
            Item { vis: Visibility::Private, ..self.unit(ENTITY) },
            self.implement("EntityTrait", ENTITY, &entity),
            self.implement("ModelTrait", &all, &[("Entity", "Entity")]),
            self.implement("ActiveModelTrait", active, &[("Entity", ENTITY)]),
            self.implement("ActiveModelBehavior", active, &[]),
            maker.implement(conversion, local(&all)),
            inherent(name, vec![into("into_ex", &all, own())]),
            inherent("ActiveModel", vec![into("into_ex", active, own()), into("builder", active, None)]),
        ];
        let mut setters = vec![into("new", active, None)];
        setters.extend(
            self.fields.iter().flat_map(setters_of).map(|name| {
                maker.public(maker.function(&name, own(), vec![TypeRef::Unknown], local(active)))
            }),
        );
        made.push(inherent(active, setters));
        made.push(self.copies("Default", "default", active));
        made
    }

    /// A variant for each field, whose name is in camel case.
    fn columns(&self, name: &str) -> Item {
        let variant = |field: &Field| Variant {
            name: Name::from(camel_case(&field.name).as_str()),
            span: field.span,
            fields: Fields { shape: FieldShape::Unit, fields: Vec::new() },
        };
        let variants = self.fields.iter().map(variant).collect();
        let decl = Enum { name: Name::from(name), generics: Generics::default(), variants };
        self.maker.item(Visibility::Public, ItemKind::Enum(Box::new(decl)))
    }

    /// `impl sea_orm::name for subject { type … = …; }`
    fn implement(&self, name: &str, subject: &str, types: &[(&str, &str)]) -> Item {
        let associated = |(name, ty): &(&str, &str)| {
            self.maker.associated(Name::from(name), self.maker.local(ty, Vec::new()))
        };
        let trait_ = self.maker.path(&["sea_orm", name], false, Vec::new());
        let self_ty = self.maker.local(subject, Vec::new());
        let items = types.iter().map(associated).collect();
        self.maker.implement_saying(Generics::default(), trait_, self_ty, items)
    }

    /// `impl core::module::name for subject {}`
    fn copies(&self, name: &str, module: &str, subject: &str) -> Item {
        let trait_ = self.maker.path(&["core", module, name], true, Vec::new());
        self.maker.implement(trait_, self.maker.local(subject, Vec::new()))
    }

    fn conversion(&self) -> Item {
        let active: TypeRef = self.maker.local("ActiveModel", Vec::new());
        let trait_ = self.maker.path(&["sea_orm", "IntoActiveModel"], false, vec![active]);
        self.maker.implement(trait_, self.maker.local(&self.name, Vec::new()))
    }
}

/// What sets a field of an `ActiveModelEx`, or adds to it. Plurals are taken to end with an `s`.
fn setters_of(field: &Field) -> Vec<String> {
    let name = field.name.as_str();
    match relation(&field.ty) {
        Some("ActiveHasMany") => vec![format!("add_{}", name.strip_suffix('s').unwrap_or(name))],
        Some(_) => vec![format!("set_{name}"), format!("set_{name}_option")],
        None => vec![format!("set_{name}")],
    }
}

fn camel_case(name: &str) -> String {
    let words = name.split('_').filter(|word| !word.is_empty());
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect::<String>()
    };
    words.map(capital).collect()
}
