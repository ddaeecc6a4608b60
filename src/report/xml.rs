//! What the XML formats share. The only place that names `quick_xml`.

use std::borrow::Cow;
use std::io::{self, Write};

use quick_xml::events::{BytesDecl, BytesText, Event};

use super::escape::escape;

/// Writes elements, indented.
pub type Writer<'a> = quick_xml::Writer<&'a mut dyn Write>;

/// Writes the declaration, then what `content` writes, then a line end.
pub fn document(out: &mut dyn Write, content: impl FnOnce(&mut Writer) -> io::Result<()>) -> io::Result<()> {
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    content(&mut writer)?;
    out.write_all(b"\n")
}

/// An element with attributes, and with what `content` writes.
pub fn element(
    writer: &mut Writer,
    name: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Writer) -> io::Result<()>,
) -> io::Result<()> {
    let attributes: Vec<_> = attributes.iter().map(|(key, value)| (*key, clean(value))).collect();
    let attributes = attributes.iter().map(|(key, value)| (*key, value.as_ref()));
    writer.create_element(name).with_attributes(attributes).write_inner_content(content)?;
    Ok(())
}

/// An element with attributes and nothing in it.
pub fn empty(writer: &mut Writer, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    let attributes: Vec<_> = attributes.iter().map(|(key, value)| (*key, clean(value))).collect();
    let attributes = attributes.iter().map(|(key, value)| (*key, value.as_ref()));
    writer.create_element(name).with_attributes(attributes).write_empty()?;
    Ok(())
}

/// An element with attributes and lines of text.
pub fn text(
    writer: &mut Writer,
    name: &str,
    attributes: &[(&str, &str)],
    lines: &[String],
) -> io::Result<()> {
    let attributes: Vec<_> = attributes.iter().map(|(key, value)| (*key, clean(value))).collect();
    let attributes = attributes.iter().map(|(key, value)| (*key, value.as_ref()));
    let lines: Vec<_> = lines.iter().map(|line| clean(line)).collect();
    let element = writer.create_element(name).with_attributes(attributes);
    element.write_text_content(BytesText::new(&lines.join("\n")))?;
    Ok(())
}

/// XML 1.0 has no way to say control characters, U+FFFE and U+FFFF: they are written out, like all that is unsafe.
fn clean(value: &str) -> Cow<'_, str> {
    let escaped = escape(value);
    if !escaped.contains(['\u{fffe}', '\u{ffff}']) {
        return escaped;
    }
    Cow::Owned(escaped.replace('\u{fffe}', r"\u{fffe}").replace('\u{ffff}', r"\u{ffff}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_say_is_written_out() {
        let mut out = Vec::new();
        document(&mut out, |writer| empty(writer, "a", &[("b", "\0\n\t<&\"'>\u{ffff}ä")])).expect("memory");
        let text = String::from_utf8(out).expect("UTF-8");
        let parsed = roxmltree::Document::parse(&text).expect("XML");
        assert_eq!(parsed.root_element().attribute("b"), Some("\\u{0}\\n\\t<&\"'>\\u{ffff}ä"));
    }
}
