// Every step of `npm test`, in its order; `for` names the smaller scripts that take the step too.

// A link to a private item serves those who read the source.
const DOCS = { RUSTDOCFLAGS: '-D warnings -A rustdoc::private_intra_doc_links' };
// Cargo starts tests in the folder of their crate.
const WASI = {
  CARGO_TARGET_WASM32_WASIP1_RUNNER:
    'node --disable-warning=ExperimentalWarning ../scripts/wasi.mjs',
};

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command
 * @property {string[]} for
 * @property {(keyof typeof import('./setup.mjs').provide)[]} needs
 * @property {Record<string, string>} [env]
 */

/** @type {Step[]} */
export const steps = [
  {
    name: 'Rust: format',
    command: 'cargo fmt --check',
    for: ['rust'],
    needs: ['rust', 'rustTools'],
  },
  {
    name: 'Rust: lints',
    command: 'cargo clippy --locked -p spiral-lab -p xtask --all-targets -- -D warnings',
    for: ['rust'],
    needs: ['rust', 'rustTools'],
  },
  {
    name: 'Rust: lints, as wasm',
    // As a release, which shares what it compiles with the engine's build below.
    command:
      'cargo clippy --release -p session -p inspector --target wasm32-unknown-unknown -- -D warnings',
    for: ['rust'],
    needs: ['rust', 'rustTools', 'wasm32-unknown-unknown'],
  },
  {
    name: 'Rust: docs',
    command: 'cargo doc -p spiral-lab -p xtask --no-deps',
    env: DOCS,
    for: ['rust'],
    needs: ['rust'],
  },
  {
    name: 'Rust: docs, as wasm',
    command:
      'cargo doc --release -p facade -p session -p inspector --no-deps --target wasm32-unknown-unknown',
    env: DOCS,
    for: ['rust'],
    needs: ['rust', 'wasm32-unknown-unknown'],
  },
  {
    name: 'Rust: tests',
    command: 'cargo test -p spiral-lab',
    for: ['rust'],
    needs: ['rust'],
  },
  {
    name: 'Rust: tests, as wasm',
    command: 'cargo test -p spiral-lab --target wasm32-wasip1',
    env: WASI,
    for: ['rust'],
    needs: ['rust', 'wasm32-wasip1'],
  },
  {
    name: 'Page: style',
    command: 'biome check --error-on-warnings',
    for: ['style'],
    needs: ['packages'],
  },
  {
    name: 'Engine: compile',
    command: 'cargo build --release -p session -p inspector --target wasm32-unknown-unknown',
    for: ['build', 'engine', 'pack', 'types', 'unit', 'e2e', 'engines'],
    needs: ['rust', 'wasm32-unknown-unknown'],
  },
  {
    name: 'Engine: modules',
    command: 'cargo run -p xtask',
    for: ['build', 'engine', 'pack', 'types', 'unit', 'e2e', 'engines'],
    needs: ['rust'],
  },
  {
    name: 'Engine: smaller modules',
    command: 'node scripts/shrink.mjs',
    for: ['build', 'engine', 'pack', 'types', 'unit', 'e2e', 'engines'],
    needs: ['packages'],
  },
  {
    // Unit tests and those in the browser install what it writes.
    name: 'Engine: package',
    command: 'node scripts/pack.mjs',
    for: ['pack', 'unit', 'e2e'],
    needs: ['packages'],
  },
  {
    name: 'Page: types',
    command: 'tsc --noEmit',
    for: ['types'],
    needs: ['packages'],
  },
  {
    name: 'Page: unit tests',
    command: 'vitest run',
    for: ['unit'],
    needs: ['packages'],
  },
  {
    name: 'Page: build',
    command: 'vite build',
    for: ['build', 'e2e', 'engines'],
    needs: ['packages'],
  },
  {
    name: 'Page: weight',
    command: 'node scripts/weight.mjs',
    for: ['build'],
    needs: [],
  },
  {
    name: 'Page: in the browser',
    command: 'playwright test',
    for: ['e2e'],
    needs: ['packages', 'browser'],
  },
  {
    name: 'Page: in other engines',
    command: 'playwright test --config www/test/engines --pass-with-no-tests',
    for: ['engines'],
    needs: ['packages', 'engines'],
  },
];
