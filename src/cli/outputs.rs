//! `--output-format` and `--output-file`: which formats are written, and where to.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error, ValueEnum};

use super::args::{CheckArgs, OutputFormat};
use crate::report::Format;

/// One value of `--output-format`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The format.
    pub format: Format,
    /// The file it goes to; `None`: standard output.
    pub file: Option<PathBuf>,
}

/// Reads `FORMAT` or `FORMAT:FILE`.
#[derive(Debug, Clone, Copy)]
pub struct OutputParser;

impl TypedValueParser for OutputParser {
    type Value = Output;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Output, Error> {
        let text = value.to_str().ok_or_else(|| Error::new(ErrorKind::InvalidUtf8).with_cmd(command))?;
        let (name, file) = match text.split_once(':') {
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (text, None),
        };
        match OutputFormat::from_str(name, false) {
            Ok(format) if file.as_ref().is_none_or(|file| !file.as_os_str().is_empty()) => {
                Ok(Output { format: format.into(), file })
            }
            _ => Err(invalid(command, arg, text)),
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(OutputFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value)))
    }
}

fn invalid(command: &Command, arg: Option<&Arg>, value: &str) -> Error {
    let mut error = Error::new(ErrorKind::InvalidValue).with_cmd(command);
    let arg = arg.map_or_else(String::new, ToString::to_string);
    let names = OutputFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let names = names.map(|name| name.get_name().to_owned()).collect();
    error.insert(ContextKind::InvalidArg, ContextValue::String(arg));
    error.insert(ContextKind::InvalidValue, ContextValue::String(value.to_owned()));
    error.insert(ContextKind::ValidValue, ContextValue::Strings(names));
    error
}

/// What is to be written.
///
/// # Errors
///
/// Two formats for one place; a file for a format that has one, in words.
pub fn outputs(args: &CheckArgs) -> Result<Vec<Output>, String> {
    let mut outputs = args.output_format.clone();
    if let Some(file) = &args.output_file {
        let Some(output) = outputs.iter_mut().find(|output| output.file.is_none()) else {
            return Err("`--output-file` is for a format that names no file: there is none".to_owned());
        };
        output.file = Some(file.clone());
    }
    for (at, output) in outputs.iter().enumerate() {
        if outputs[..at].iter().any(|other| other.file == output.file) {
            return Err(match &output.file {
                Some(file) => format!("two formats are to be written to `{}`", file.display()),
                None => "two formats are to be written to standard output; \
                    `--output-format FORMAT:FILE` writes one of them to a file"
                    .to_owned(),
            });
        }
    }
    Ok(outputs)
}

#[cfg(test)]
mod tests {
    use super::super::args;
    use super::*;

    fn outputs_of(arguments: &[&str]) -> Result<Vec<(Format, Option<String>)>, String> {
        let arguments: Vec<_> = ["cargo-unawaited"].iter().chain(arguments).map(Into::into).collect();
        let args = args::parse(&arguments).map_err(|error| error.to_string())?.check;
        let shown = |file: PathBuf| file.display().to_string();
        Ok(outputs(&args)?.into_iter().map(|output| (output.format, output.file.map(shown))).collect())
    }

    #[test]
    fn each_format_has_a_place_of_its_own() {
        assert_eq!(outputs_of(&[]), Ok(vec![(Format::Full, None)]));
        assert_eq!(outputs_of(&["--output-file", "a"]), Ok(vec![(Format::Full, Some("a".into()))]));
        assert_eq!(
            outputs_of(&["--output-format", "sarif:C:\\a", "--output-format", "github"]),
            Ok(vec![(Format::Sarif, Some("C:\\a".into())), (Format::Github, None)])
        );
        for wrong in [
            &["--output-format", "json", "--output-format", "full"][..],
            &["--output-format", "json:a", "--output-format", "full:a"],
            &["--output-format", "json:a", "--output-file", "b"],
            &["--output-format", "json:"],
            &["--output-format", "xml:a"],
        ] {
            assert!(outputs_of(wrong).is_err(), "{wrong:?}");
        }
    }
}
