//! Short names for what a module and its JavaScript hand each other. wasm-bindgen's are long, and those of imports end in sixteen
//! random digits, which do not compress: a visitor would download more than a kilobyte of names that nobody reads. The classes and
//! methods that the JavaScript offers keep theirs.

use std::{cmp::Reverse, fs, io, mem, path::Path};

/// By these names tests ask for the memory, and for room in it.
const KEPT: [&str; 2] = ["memory", "__wbindgen_malloc"];

/// What goes before the name of an export: in the JavaScript, in its types, and in the types of the module itself.
const BEFORE_EXPORTS: [&str; 3] = ["wasm.", "readonly ", "export const "];

/// Names and their short forms, the longest first: none is taken for the beginning of another.
type Pairs = Vec<(String, String)>;

/// What was renamed in a module.
pub(crate) struct Names {
    exports: Pairs,
    imports: Pairs,
}

impl Names {
    /// Gives all that a module imports and exports short names.
    pub(crate) fn shorten<'a>(
        imports: impl Iterator<Item = &'a mut String>,
        exports: impl Iterator<Item = &'a mut String>,
    ) -> Names {
        Names { imports: shorten(imports), exports: shorten(exports.filter(|name| !KEPT.contains(&name.as_str()))) }
    }

    /// Has the files that wasm-bindgen wrote beside the module use the short names.
    pub(crate) fn write_into(&self, pkg: &Path, module: &str) -> io::Result<()> {
        for ending in [".js", ".d.ts", "_bg.wasm.d.ts"] {
            let file = pkg.join(format!("{module}{ending}"));
            let mut text = fs::read_to_string(&file)?;
            for (long, short) in &self.exports {
                for before in BEFORE_EXPORTS {
                    text = text.replace(&format!("{before}{long}"), &format!("{before}{short}"));
                }
            }
            for (long, short) in &self.imports {
                text = text.replace(&format!("{long}: function"), &format!("{short}: function"));
            }
            fs::write(file, text)?;
        }
        Ok(())
    }
}

fn shorten<'a>(names: impl Iterator<Item = &'a mut String>) -> Pairs {
    let mut pairs: Pairs =
        names.enumerate().map(|(place, name)| (mem::replace(name, short(place)), short(place))).collect();
    pairs.sort_by_key(|(long, _)| Reverse(long.len()));
    pairs
}

/// a to z, then a1 to z1, and so on.
fn short(place: usize) -> String {
    let letter = char::from(b"abcdefghijklmnopqrstuvwxyz"[place % 26]);
    if place < 26 { letter.into() } else { format!("{letter}{}", place / 26) }
}
