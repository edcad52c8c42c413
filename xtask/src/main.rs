//! Turns the compiled modules into `www/pkg`: for each a JavaScript module, its types and the wasm beside it.

use std::path::{Path, PathBuf};
use std::{env, process};

use names::Names;
use wasm_bindgen_cli_support::Bindgen;

mod names;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);

    for module in ["session", "inspector"] {
        let mut bindgen = Bindgen::new();
        bindgen
            .input_path(target.join("wasm32-unknown-unknown/release").join(module).with_extension("wasm"))
            .web(true)
            .expect("no other kind of module was asked for")
            .typescript(true)
            // For debuggers and statistics only; the names are a tenth of what a visitor would download.
            .remove_name_section(true)
            .remove_producers_section(true)
            // Without it the module holds no `new URL('…_bg.wasm', import.meta.url)`, which is what
            // Vite looks for: it would ship the page without its wasm, and without an error.
            .omit_default_module_path(false);

        let pkg = root.join("www/pkg");
        let written = bindgen.generate_output().and_then(|mut output| {
            let wasm = output.wasm_mut();
            let names = Names::shorten(
                wasm.imports.iter_mut().map(|import| &mut import.name),
                wasm.exports.iter_mut().map(|export| &mut export.name),
            );
            output.emit(&pkg)?;
            Ok(names.write_into(&pkg, module)?)
        });
        if let Err(error) = written {
            eprintln!("error: {error:?}");
            process::exit(1);
        }
    }
}
