//! Short names for what a module asks its JavaScript for. wasm-bindgen's end in sixteen random digits, which do not compress: a
//! visitor would download a kilobyte of names that nobody reads. What a module offers keeps its names, which tests ask for.

use std::{cmp::Reverse, fs, io, mem, path::Path};

/// Names and their short forms, the longest first: none is taken for the beginning of another.
pub(crate) struct Names(Vec<(String, String)>);

impl Names {
    /// Gives all that a module imports short names.
    pub(crate) fn shorten<'a>(imports: impl Iterator<Item = &'a mut String>) -> Names {
        let mut pairs: Vec<_> =
            imports.enumerate().map(|(place, name)| (mem::replace(name, short(place)), short(place))).collect();
        pairs.sort_by_key(|(long, _)| Reverse(long.len()));
        Names(pairs)
    }

    /// Has the JavaScript that wasm-bindgen wrote beside the module use the short names.
    pub(crate) fn write_into(&self, pkg: &Path, module: &str) -> io::Result<()> {
        let file = pkg.join(format!("{module}.js"));
        let mut text = fs::read_to_string(&file)?;
        for (long, short) in &self.0 {
            text = text.replace(&format!("{long}: function"), &format!("{short}: function"));
        }
        fs::write(file, text)
    }
}

/// a to z, then a1 to z1, and so on.
fn short(place: usize) -> String {
    let letter = char::from(b"abcdefghijklmnopqrstuvwxyz"[place % 26]);
    if place < 26 { letter.into() } else { format!("{letter}{}", place / 26) }
}
