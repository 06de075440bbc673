//! `cargo xtask build`: compiles the widget and leaves the npm package in `dist/`. Skips what did not change.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Result, files, setup,
    shell::{Steps, cargo, quiet, run, say},
    strip::strip,
    toolchain::{TARGET, Toolchain},
};

/// What every engine that runs wasm today takes; Rust's own target turns these on. Node 20 is the oldest.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The glue's name: `draftlens_bg.js`. The wasm itself is shipped as `draftlens.wasm`.
const GLUE: &str = "draftlens_bg";

/// Builds everything that `dist/` holds.
pub fn build() -> Result<()> {
    let mut steps = Steps::of(4);
    steps.next("tools: wasm target, wasm-opt");
    setup::npm(files::root())?;
    let toolchain = Toolchain::find()?;
    let compiled = compile(toolchain, &mut steps)?;
    let glue = files::target().join("xtask/glue");
    bind(&compiled, &glue, &mut steps)?;
    steps.next("dist: wasm-opt, scripts, styles, types");
    assemble(&glue, &files::root().join("dist"))
}

/// `cargo xtask package`: `dist/` as the file that npm would publish.
pub fn package() -> Result<()> {
    build()?;
    let out = files::target().join("xtask");
    run(Command::new("npm").current_dir(files::root().join("dist")).args(["pack", "--pack-destination"]).arg(&out))?;
    say(&format!("The package is in {}.", out.display()));
    Ok(())
}

/// The module as it is shipped, but with the names of its functions, and the engine's book that is in it:
/// what `size` takes apart.
pub fn named_module() -> Result<(PathBuf, PathBuf)> {
    build()?;
    let glue = files::target().join("xtask/glue");
    let named = glue.join("named.wasm");
    // Memory packing cuts data at its runs of zeros: the book could not be found in it. It saves next to nothing.
    let flags = ["-Oz", "-g", "--skip-pass=memory-packing"];
    wasm_opt(&glue.join("draftlens_bg_bg.wasm"), &named, &flags)?;
    let builds = Toolchain::find()?.target_dir().join(TARGET).join("release/build");
    let books = files::list(&builds).into_iter().map(|build| build.join("out/book.bin")).filter(|book| book.is_file());
    let newest = books.max_by_key(|book| fs::metadata(book).and_then(|about| about.modified()).ok());
    Ok((named, newest.ok_or("The engine's book.bin is nowhere: look at engine/build.rs.")?))
}

fn compile(toolchain: Toolchain, steps: &mut Steps) -> Result<Vec<u8>> {
    let made = toolchain.target_dir().join(TARGET).join("release/draftlens.wasm");
    let hint = if made.is_file() { "" } else { ", about 90 s the first time" };
    steps.next(&format!("wasm: compiling with {}{hint}", toolchain.name()));
    // The first time cargo's own progress is worth seeing.
    let quiet = made.is_file().then_some("--quiet");
    run(toolchain.cargo("build").args(quiet).args(["--release", "--package", "draftlens"]))?;
    files::read(&made)
}

/// Writes the glue for a module, unless the one there is for the same module.
fn bind(compiled: &[u8], out: &Path, steps: &mut Steps) -> Result<()> {
    let tool = files::target().join("debug/draftlens-bindgen");
    let hint = if tool.is_file() { "" } else { " (building its writer: about 40 s the first time)" };
    steps.next(&format!("glue: wasm-bindgen{hint}"));
    run(cargo("build").args(tool.is_file().then_some("--quiet")).args(["--package", "draftlens-bindgen"]))?;
    let input = out.join("in.wasm");
    let stamp = Stamp::new(&out.join("stamp"), &[compiled, &files::read(&tool)?]);
    if stamp.holds() {
        return Ok(());
    }
    files::write(&input, compiled)?;
    quiet(Command::new(&tool).arg(&input).arg(out).arg(GLUE))?;
    stamp.keep()
}

/// Puts the package together from the glue and `www/`.
fn assemble(glue: &Path, dist: &Path) -> Result<()> {
    let mut kept = Vec::new();
    let mut keep = |name: &str, bytes: &[u8]| {
        kept.push(name.to_owned());
        files::write(&dist.join(name), bytes)
    };
    keep("draftlens.wasm", &optimised(glue)?)?;
    keep("draftlens_bg.js", strip(&renamed(&files::read_text(&glue.join("draftlens_bg.js"))?)?).as_bytes())?;
    keep("draftlens_bg.d.ts", &files::read(&glue.join("draftlens_bg.d.ts"))?)?;
    for path in files::list(&files::root().join("www")) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if [".js", ".css"].iter().any(|end| name.ends_with(end)) {
            keep(&name, strip(&files::read_text(&path)?).as_bytes())?;
        } else if [".d.ts", ".json"].iter().any(|end| name.ends_with(end)) {
            keep(&name, &files::read(&path)?)?;
        }
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE", "README.md", "CHANGELOG.md"] {
        keep(name, &files::read(&files::root().join(name))?)?;
    }
    keep("package.json", manifest().as_bytes())?;
    remove_others(dist, &kept)
}

/// What an earlier build left and this one did not make.
fn remove_others(dist: &Path, kept: &[String]) -> Result<()> {
    for path in files::list(dist) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_file() && !kept.iter().any(|kept| *kept == name) {
            fs::remove_file(&path).map_err(|error| format!("{} could not be removed: {error}.", path.display()))?;
        }
    }
    Ok(())
}

/// The module after wasm-opt, from the last time when the input is the same.
fn optimised(glue: &Path) -> Result<Vec<u8>> {
    let (input, made) = (glue.join("draftlens_bg_bg.wasm"), glue.join("optimised.wasm"));
    let tool = files::read(&files::root().join("node_modules/binaryen/package.json"))?;
    let stamp =
        Stamp::new(&glue.join("optimised.stamp"), &[&files::read(&input)?, &tool, WASM_FEATURES.concat().as_bytes()]);
    if !stamp.holds() {
        wasm_opt(&input, &made, &["-Oz"])?;
        stamp.keep()?;
    }
    files::read(&made)
}

/// Runs wasm-opt with the features that our oldest engine knows.
fn wasm_opt(input: &Path, made: &Path, flags: &[&str]) -> Result<()> {
    let tool = files::root().join("node_modules/.bin/wasm-opt");
    quiet(Command::new(tool).args(flags).args(WASM_FEATURES).arg(input).arg("-o").arg(made))
}

/// The glue with the wasm's shipped name.
fn renamed(glue: &str) -> Result<String> {
    let written = "draftlens_bg_bg.wasm";
    if !glue.contains(written) {
        return Err(format!("The glue no longer names {written}: look at what wasm-bindgen changed."));
    }
    Ok(glue.replace(written, "draftlens.wasm"))
}

/// The npm package's manifest.
fn manifest() -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        r#"{{
  "name": "draftlens",
  "version": "{version}",
  "description": "Shows a drafted social-media post as each network will show it, and checks it live, wholly in the browser.",
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "engines": {{ "node": ">=20" }},
  "sideEffects": ["./draftlens.js"],
  "exports": {{
    ".": {{ "types": "./draftlens.d.ts", "default": "./draftlens.js" }},
    "./check": {{ "types": "./check.d.ts", "default": "./check.js" }},
    "./draftlens.css": "./draftlens.css",
    "./draftlens.wasm": "./draftlens.wasm"
  }}
}}
"#
    )
}

/// A file that remembers what something was made from.
struct Stamp {
    path: PathBuf,
    digest: String,
}

impl Stamp {
    fn new(path: &Path, inputs: &[&[u8]]) -> Self {
        Self { path: path.to_path_buf(), digest: files::digest(&inputs.concat()) }
    }

    fn holds(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|held| held == self.digest)
    }

    fn keep(&self) -> Result<()> {
        files::write(&self.path, self.digest.as_bytes())
    }
}
