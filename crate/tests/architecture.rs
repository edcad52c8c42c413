//! The picture of the code, kept true: who may import whom, and what must not be there at all.

#![cfg(not(target_family = "wasm"))] // reads the source tree

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Each module and what it may import, leaf first: no arrow points down, so there is no circle.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("random", &[]),
    ("numerals", &[]),
    ("refusal", &[]),
    ("activation", &[]),
    ("loss_curve", &[]),
    ("dataset", &["random"]),
    ("settings", &["activation", "dataset", "refusal"]),
    ("points", &["random", "settings", "dataset"]),
    ("network", &["activation", "random"]),
    ("parameter", &["network", "refusal"]),
    ("kernel", &["activation", "dataset", "network"]),
    ("held_out", &["dataset", "network", "kernel"]),
    ("optimizer", &["network", "settings"]),
    ("script", &["dataset", "network"]),
    ("training", &["settings", "dataset", "held_out", "network", "optimizer", "refusal", "kernel", "script"]),
    ("divergence", &["settings", "parameter", "training"]),
    ("regions", &["activation", "network", "kernel"]),
    ("inspect", &["settings", "activation", "dataset", "network", "parameter", "refusal", "kernel", "training"]),
    (
        "run",
        &[
            "random",
            "settings",
            "dataset",
            "held_out",
            "points",
            "network",
            "parameter",
            "refusal",
            "training",
            "divergence",
        ],
    ),
    ("experiment", &["numerals", "dataset", "settings", "parameter", "run"]),
    (
        "timeline",
        &[
            "activation",
            "dataset",
            "network",
            "loss_curve",
            "refusal",
            "parameter",
            "training",
            "divergence",
            "run",
            "experiment",
        ],
    ),
    ("check_code", &["run"]),
];

/// What only the facade may name: crates that know that JavaScript exists.
const JAVASCRIPT: [&str; 4] = ["js_sys", "web_sys", "wasm_bindgen", "getrandom"];

/// What would give other bits elsewhere: the platform's mathematics and fused operations, as methods of `f64`.
const PLATFORM_MATHS: &str = "exp exp2 exp_m1 ln ln_1p log log2 log10 sin cos sin_cos tan asin acos atan atan2 sinh \
                              cosh tanh powf powi cbrt hypot mul_add";

/// One file of the crate without its comments and its tests.
struct Source {
    /// `["kernel", "dense"]` for kernel/dense.rs, `["kernel"]` for kernel/mod.rs, nothing for lib.rs.
    module: Vec<String>,
    code: String,
}

impl Source {
    fn new(path: &Path, text: &str) -> Self {
        let parts = path.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect::<Vec<_>>();
        let module = parts.into_iter().filter(|part| part != "mod" && part != "lib").collect();
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code = code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
        Source { module, code }
    }

    fn top(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    /// The modules of this crate that the code names by `crate::…`, `super::…` or `use …` in lib.rs.
    fn imports(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for (start, _) in self.code.match_indices("crate::").chain(self.code.match_indices("super::")) {
            let before = self.code[..start].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || "_$".contains(c))
                || self.code[..start].ends_with("super::")
            {
                continue;
            }
            let mut rest = &self.code[start..];
            let mut depth = self.module.len();
            if let Some(path) = rest.strip_prefix("crate::") {
                (rest, depth) = (path, 0);
            }
            while let Some(path) = rest.strip_prefix("super::") {
                (rest, depth) = (path, depth - 1);
            }
            if depth == 0 {
                found.extend(heads(rest).into_iter().filter(|head| head != self.top()));
            }
        }
        found
    }
}

/// The first name of each path of a `use` tree: `b` and `c` for `{b::{X, Y}, c::Z}`.
fn heads(tree: &str) -> Vec<String> {
    let name = |path: &str| path.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = tree.strip_prefix('{') else { return vec![name(tree)] };
    let (mut heads, mut depth, mut path_start) = (Vec::new(), 0, 0);
    for (place, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                heads.push(name(&group[path_start..place]));
                path_start = place + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

fn sources() -> Vec<Source> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    let source = |path: &PathBuf| Source::new(path.strip_prefix(&root).unwrap(), &fs::read_to_string(path).unwrap());
    paths.iter().map(source).collect()
}

#[test]
fn imports_follow_the_table() {
    let mut seen = BTreeSet::new();
    for source in sources().iter().filter(|source| source.top() != "lib") {
        let top = source.top();
        let row = MAY_IMPORT.iter().find(|(module, _)| *module == top);
        let (_, allowed) = row.unwrap_or_else(|| panic!("{top} is not in the table: where does it stand?"));
        for import in source.imports() {
            assert!(allowed.contains(&import.as_str()), "{} must not import {import}", source.module.join("::"));
        }
        seen.insert(top.to_owned());
    }
    let table: BTreeSet<String> = MAY_IMPORT.iter().map(|(module, _)| (*module).to_owned()).collect();
    assert_eq!(seen, table, "the modules that are there, and those in the table");
}

#[test]
fn the_table_has_no_circle() {
    for (place, (module, allowed)) in MAY_IMPORT.iter().enumerate() {
        for import in *allowed {
            let above = MAY_IMPORT[..place].iter().any(|(earlier, _)| earlier == import);
            assert!(above, "{module} may import {import}, which does not stand above it");
        }
    }
}

/// The rows of ARCHITECTURE.md that are about modules of this crate: which, and what they may import by it.
fn rows_of_the_document() -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../ARCHITECTURE.md")).unwrap();
    let known = |name: &str| MAY_IMPORT.iter().any(|(module, _)| *module == name);
    let mut rows: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, place, _, imports, _] = cells[..] else { panic!("three columns: {line}") };
        let place = place.split(',').next().unwrap_or_default().trim_matches('`');
        let place = place.trim_start_matches("crate/src/").trim_end_matches(".rs").trim_end_matches('/');
        if known(place) {
            let imports = match imports {
                "–" => Vec::new(),
                "all above" => rows.iter().map(|(module, _)| module.clone()).collect(),
                list => list.split(", ").map(str::to_owned).collect(),
            };
            rows.push((place.to_owned(), imports));
        }
    }
    rows
}

#[test]
fn the_document_shows_the_same_table() {
    let rows = rows_of_the_document();
    assert_eq!(rows.len(), MAY_IMPORT.len(), "{rows:?}");
    for (module, imports) in rows {
        let (_, allowed) = MAY_IMPORT.iter().find(|(name, _)| *name == module).unwrap();
        let set = |names: &mut dyn Iterator<Item = String>| names.collect::<BTreeSet<_>>();
        let allowed = set(&mut allowed.iter().map(|&name| name.to_owned()));
        assert_eq!(set(&mut imports.into_iter()), allowed, "ARCHITECTURE.md on {module}");
    }
}

#[test]
fn the_front_page_lists_every_module_in_the_order_of_the_code() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let (front, code) = text.split_once("pub mod ").unwrap();
    let (_, list) = front.split_once("# Modules, in reading order").unwrap();
    let listed = list.split('`').skip(1).step_by(2);
    let modules = code.split("pub mod ").map(|rest| rest.split(';').next().unwrap_or_default());
    assert_eq!(listed.collect::<Vec<_>>(), modules.collect::<Vec<_>>());
}

#[test]
fn the_crates_root_imports_nothing() {
    let root = sources().into_iter().find(|source| source.top() == "lib").unwrap();
    assert_eq!(root.imports(), BTreeSet::new());
    assert!(!root.code.contains("use "), "so that nothing has two addresses");
}

#[test]
fn only_the_facade_knows_that_javascript_exists() {
    for source in sources() {
        for name in JAVASCRIPT {
            assert!(!source.code.contains(name), "{} names {name}", source.module.join("::"));
        }
    }
    let facade =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../facade/session/src/lib.rs")).unwrap();
    assert!(facade.contains("wasm_bindgen"), "the search finds what is there");
}

#[test]
fn no_result_depends_on_the_platforms_mathematics() {
    for source in sources() {
        let module = source.module.join("::");
        for name in PLATFORM_MATHS.split(' ') {
            let used = source.code.contains(&format!(".{name}(")) || source.code.contains(&format!("f64::{name}"));
            assert!(!used, "{module} uses f64::{name}, which other machines round otherwise");
        }
        assert!(!source.code.contains("relaxed"), "{module} uses relaxed SIMD, which other machines round otherwise");
    }
}

#[test]
fn the_reader_of_imports_reads_every_way_of_writing_them() {
    let text = "
        //! Not [`crate::comments`].
        use std::fmt; // nor crate::trailing
        use super::{Evaluation, Kernel};
        use super::super::history;
        use crate::{
            dataset::{Dataset, Spiral},
            network,
        };
        pub(crate) fn f(_: &crate::settings::Limits) { $crate::hygiene(); other_crate::x() }
        fn g() { crate::kernel::argmax(&[]); super::super::super::nothing }
#[cfg(test)]
mod tests {
    use crate::wasm;
}";
    let imports = |path: &str| Source::new(Path::new(path), text).imports().into_iter().collect::<Vec<_>>();
    assert_eq!(imports("kernel/fast/lanes.rs"), ["dataset", "network", "nothing", "settings"]);
    let one_deep =
        Source::new(Path::new("run.rs"), "use super::{kernel::Evaluation, run::Run}; use super::random::RandomState;");
    assert_eq!(one_deep.imports().into_iter().collect::<Vec<_>>(), ["kernel", "random"]);
    let folder = Source::new(Path::new("kernel/mod.rs"), "use super::training; pub mod dense; use self::dense::Dense;");
    assert_eq!(folder.imports().into_iter().collect::<Vec<_>>(), ["training"]);
}
