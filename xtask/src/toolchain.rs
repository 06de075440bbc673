//! Where the wasm comes from: rustup's target, or Debian's packages. May install either.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
    time::Duration,
};

use crate::{
    Result, files,
    shell::{can_install_packages, cargo, cargo_path, install_packages, output, say, succeeds_within, which},
};

/// The target triple of the widget.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// std is built from its sources like everything else: for size, and without the words that a panic would say, which
/// no page shows. `cargo xtask size` tells what it saves.
const BUILD_STD: [&str; 4] = ["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"];
const SILENT_PANICS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none";

/// Up to what size a function is copied into its callers. The compiler's own bounds (225 for the engine's level 2) make
/// the download 27 KB larger, and a check one part in twenty quicker.
const FEW_COPIES: &str = "-Cllvm-args=-inline-threshold=25";

/// Debian's compiler, its sources of std and its linker's front; the linker itself is what the front points to.
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

/// The sources of std that `rust-web-src` brings.
const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library/std";

const NEITHER: &str = "The wasm target is missing: run `rustup target add wasm32-unknown-unknown` (https://rustup.rs), \
or on Debian, as root, `apt-get install rustc-web cargo-web rust-web-src rust-web-llvm`.";

/// A cargo that can build for wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The cargo that runs us, with std for wasm installed beside it.
    Installed,
    /// Debian's cargo in `/usr/bin`, which builds std from its sources.
    Debian,
}

impl Toolchain {
    /// Finds one, or installs one: rustup's first, then Debian's. `DRAFTLENS_WASM` forces either.
    pub fn find() -> Result<Self> {
        match env::var("DRAFTLENS_WASM").as_deref() {
            Ok("rustup") => rustup(),
            Ok("debian") => debian(),
            Ok(other) if !other.is_empty() => {
                Err(format!("DRAFTLENS_WASM is `{other}`; it can be `rustup` or `debian`."))
            }
            _ => rustup().or_else(|_| debian()).map_err(|_| NEITHER.to_owned()),
        }
    }

    /// A cargo command for wasm, `build` or `clippy`, with the target chosen and std taken care of.
    pub fn cargo(self, command: &str) -> Command {
        let mut cargo = match self {
            Self::Installed => Command::new(cargo_path()),
            Self::Debian => debian_cargo(),
        };
        cargo.current_dir(files::root()).arg(command).args(["--target", TARGET]);
        cargo.arg("--target-dir").arg(self.target_dir());
        // Clippy writes no code: an installed std does for it.
        let writes = command == "build";
        let builds_std = self == Self::Debian || writes && has_std_sources();
        if builds_std {
            cargo.env("RUSTC_BOOTSTRAP", "1").args(BUILD_STD);
        }
        let mut flags = remapped_paths();
        flags.push(FEW_COPIES.to_owned());
        if builds_std && writes {
            flags.push(SILENT_PANICS.to_owned());
        }
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
        cargo
    }

    /// Where its builds go: two compilers in one folder would undo each other's work.
    pub fn target_dir(self) -> PathBuf {
        files::target().join(match self {
            Self::Installed => "wasm",
            Self::Debian => "wasm-debian",
        })
    }

    /// Its name in a progress line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Installed => "rustup's target",
            Self::Debian => "Debian's packages",
        }
    }
}

/// Debian's cargo with Debian's compiler, whatever the one that runs us has in its environment.
fn debian_cargo() -> Command {
    let mut cargo = Command::new("/usr/bin/cargo");
    // `cargo run` under rustup points these at rustup's libraries.
    cargo.env_remove("LD_LIBRARY_PATH").env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
    // It looks for `cargo-clippy` on the PATH, where rustup's may stand before its own.
    let mut path = OsString::from("/usr/bin");
    if let Some(rest) = env::var_os("PATH") {
        path.push(":");
        path.push(rest);
    }
    cargo.env("PATH", path).env("RUSTC", "/usr/bin/rustc");
    cargo
}

/// Flags that leave the builder's own paths out of the wasm, which panic messages would name: it is the same from
/// every machine.
fn remapped_paths() -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo"))).unwrap_or_default();
    // With no space in the paths, as RUSTFLAGS splits there.
    let pairs = [(home.join("registry/src"), ""), (files::root().to_path_buf(), ".")];
    let flags = pairs.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    flags.filter(|flag| !flag.contains(' ')).collect()
}

/// The target of the compiler in use, and std's sources: added by rustup when they are not there. Without the sources
/// it works too, with the std that is installed.
fn rustup() -> Result<Toolchain> {
    if !has_target() {
        if which("rustup").is_none() {
            return Err("rustup is not installed: see https://rustup.rs.".to_owned());
        }
        say("      adding rustup's wasm target (a few seconds)…");
        let added = succeeds_within(Command::new("rustup").args(["target", "add", TARGET]), Duration::from_secs(120));
        if !added || !has_target() {
            return Err(format!("`rustup target add {TARGET}` failed."));
        }
    }
    if std_manifest().is_none() && which("rustup").is_some() {
        say("      adding std's sources (a few seconds)…");
        succeeds_within(Command::new("rustup").args(["component", "add", "rust-src"]), Duration::from_secs(120));
    }
    if !has_std_sources() {
        say("      std's sources cannot be had: the wasm will be larger by 4 %, and otherwise the same");
    }
    Ok(Toolchain::Installed)
}

fn has_target() -> bool {
    let lib = rustlib().map(|rustlib| rustlib.join(TARGET).join("lib"));
    // Debian's cross packages leave the folder behind when removed.
    lib.is_some_and(|lib| files::list(&lib).iter().any(|file| file.extension().is_some_and(|kind| kind == "rlib")))
}

/// Whether std can be built from its sources: they are there, and so is what they use, downloaded now or earlier.
fn has_std_sources() -> bool {
    static ANSWER: OnceLock<bool> = OnceLock::new();
    *ANSWER.get_or_init(|| {
        let Some(manifest) = std_manifest() else { return false };
        let mut fetch = cargo("fetch");
        fetch.env("RUSTC_BOOTSTRAP", "1").args(["--locked", "--manifest-path"]).arg(manifest);
        succeeds_within(&mut fetch, Duration::from_secs(120))
    })
}

/// The manifest of std's sources beside the compiler in use.
fn std_manifest() -> Option<PathBuf> {
    Some(rustlib()?.join("src/rust/library/Cargo.toml")).filter(|manifest| manifest.is_file())
}

/// The folder of the compiler in use that holds its targets and sources.
fn rustlib() -> Option<PathBuf> {
    let rustc = env::var_os("RUSTC").unwrap_or("rustc".into());
    let sysroot = output(Command::new(rustc).current_dir(files::root()).args(["--print", "sysroot"])).ok()?;
    Some(Path::new(sysroot.trim()).join("lib/rustlib"))
}

/// Debian's packages; installed when they are not there and we may.
fn debian() -> Result<Toolchain> {
    if !debian_ready() {
        if !can_install_packages() {
            return Err("On Debian, as root: `apt-get install rustc-web cargo-web rust-web-src rust-web-llvm` and the lld it names.".to_owned());
        }
        say("      installing Debian's compiler for wasm (about a minute)…");
        install_packages(&DEBIAN_PACKAGES)?;
        if let Some(linker) = missing_linker() {
            install_packages(&[&linker])?;
        }
    }
    if debian_ready() {
        return Ok(Toolchain::Debian);
    }
    Err("Debian's packages rustc-web, cargo-web, rust-web-src and rust-web-llvm are installed, but not complete."
        .to_owned())
}

fn debian_ready() -> bool {
    let ready = Path::new("/usr/bin/cargo").is_file() && Path::new(DEBIAN_STD).is_dir() && linker_link().is_some();
    ready && missing_linker().is_none()
}

/// `rust-lld`, a link of package `rust-web-llvm`.
fn linker_link() -> Option<PathBuf> {
    let link = PathBuf::from("/usr/bin/rust-lld");
    fs::symlink_metadata(&link).is_ok().then_some(link)
}

/// The package that the linker is in (`lld-22`: the number follows Debian's), when it is not installed.
fn missing_linker() -> Option<String> {
    let link = linker_link()?;
    if link.is_file() {
        return None;
    }
    Some(fs::read_link(link).ok()?.file_name()?.to_string_lossy().into_owned())
}
