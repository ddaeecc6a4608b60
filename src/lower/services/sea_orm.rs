//! sea-orm: `#[derive(DeriveEntityModel)] struct Model { … }` gives `Entity`, `ActiveModel`, `Column` and `PrimaryKey`, each
//! with its trait, by paths that start with a `sea_orm` that the module sees. Source: the crate `sea-orm-macros`, versions
//! 0.12 to 2.

use super::Maker;
use crate::summary::{
    Enum, Field, FieldShape, Fields, Generics, Impl, Item, ItemKind, Name, Struct, TypeAlias, TypeRef,
    Variant, Visibility,
};

/// Whether a struct derives it.
pub(super) fn is_model(item: &Item) -> bool {
    let mut derives = item.attrs.list.iter().filter(|attr| attr.path == "derive");
    derives.any(|attr| attr.args.contains("DeriveEntityModel"))
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
        let decl = Struct { name: Name::from(name), generics: Generics::default(), fields };
        self.maker.item(Visibility::Public, ItemKind::Struct(decl))
    }

    /// The same fields, each of them `ActiveValue<…>`.
    fn active_model(&self) -> Item {
        let active = |field: &Field| {
            let ty =
                TypeRef::Path(self.maker.path(&["sea_orm", "ActiveValue"], false, vec![field.ty.clone()]));
            Field { ty, vis: Visibility::Public, ..field.clone() }
        };
        let fields = Fields { shape: FieldShape::Named, fields: self.fields.iter().map(active).collect() };
        let decl = Struct { name: Name::from("ActiveModel"), generics: Generics::default(), fields };
        self.maker.item(Visibility::Public, ItemKind::Struct(decl))
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
        self.maker.item(Visibility::Public, ItemKind::Enum(decl))
    }

    /// `impl sea_orm::name for subject { type … = …; }`
    fn implement(&self, name: &str, subject: &str, types: &[(&str, &str)]) -> Item {
        let associated = |(name, ty): &(&str, &str)| {
            let (name, ty) = (Name::from(name), Some(self.maker.local(ty, Vec::new())));
            let alias = TypeAlias { name, generics: Generics::default(), bounds: Vec::new(), ty };
            self.maker.item(Visibility::Public, ItemKind::TypeAlias(alias))
        };
        let trait_ = Some(self.maker.path(&["sea_orm", name], false, Vec::new()));
        let self_ty = self.maker.local(subject, Vec::new());
        let items = types.iter().map(associated).collect();
        let decl = Impl { generics: Generics::default(), trait_, negative: false, self_ty, items };
        self.maker.item(Visibility::Private, ItemKind::Impl(Box::new(decl)))
    }

    fn conversion(&self) -> Item {
        let active: TypeRef = self.maker.local("ActiveModel", Vec::new());
        let trait_ = self.maker.path(&["sea_orm", "IntoActiveModel"], false, vec![active]);
        self.maker.implement(trait_, self.maker.local(&self.name, Vec::new()))
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
