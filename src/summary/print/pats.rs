//! Patterns.

use super::body::BodyPrinter;
use crate::summary::{PatId, PatKind};

impl BodyPrinter<'_> {
    pub(super) fn pats(&mut self, pats: &[PatId], separator: &str) {
        for (index, pat) in pats.iter().enumerate() {
            self.text(if index > 0 { separator } else { "" });
            self.pat(*pat);
        }
    }

    pub(super) fn pat(&mut self, pat: PatId) {
        match &self.body.pat(pat).kind {
            PatKind::Wild => self.text("_"),
            PatKind::Rest => self.text(".."),
            PatKind::Binding { name, by_ref, mutable, sub } => {
                self.text(if *by_ref { "ref " } else { "" });
                self.text(if *mutable { "mut " } else { "" });
                self.text(name);
                if let Some(sub) = sub {
                    self.text(" @ ");
                    self.pat(*sub);
                }
            }
            PatKind::Path(path) => self.to.path(path),
            PatKind::TupleStruct { path, pats } => {
                self.to.path(path);
                self.text("(");
                self.pats(pats, ", ");
                self.text(")");
            }
            PatKind::Struct { path, fields } => {
                self.to.path(path);
                self.text(" { ");
                for (name, pat) in fields {
                    self.text(name);
                    self.text(": ");
                    self.pat(*pat);
                    self.text(", ");
                }
                self.text("}");
            }
            PatKind::Tuple(pats) => {
                self.text("(");
                self.pats(pats, ", ");
                self.text(")");
            }
            PatKind::Slice(pats) => {
                self.text("[");
                self.pats(pats, ", ");
                self.text("]");
            }
            PatKind::Ref { mutable, pat } => {
                self.text(if *mutable { "&mut " } else { "&" });
                self.pat(*pat);
            }
            PatKind::Or(pats) => {
                self.text("(");
                self.pats(pats, " | ");
                self.text(")");
            }
            PatKind::Literal => self.text("lit"),
            PatKind::Macro { call, .. } => {
                self.to.path(&call.path);
                self.text("!(…)");
            }
            PatKind::Unknown => self.text("{unknown}"),
        }
    }
}
