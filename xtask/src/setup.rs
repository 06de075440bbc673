//! Installs what a command needs and is missing: npm packages, Chromium, fonts.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    Result, files,
    shell::{Steps, can_install_packages, install_packages, output, quiet, say, which},
    toolchain::Toolchain,
};

/// Everything, for a person who wants to be offline afterwards.
pub fn all() -> Result<()> {
    let mut steps = Steps::of(3);
    steps.next("wasm: looking for a compiler");
    let toolchain = Toolchain::find()?;
    say(&format!("      {}", toolchain.name()));
    steps.next("npm: wasm-opt and the tools of the tests");
    npm(files::root())?;
    npm(&files::root().join("tests"))?;
    steps.next("chromium: looking for a browser");
    say(&format!("      {}", chromium()?.display()));
    Ok(())
}

/// Installs what the lock file of a folder names, unless it is there.
pub fn npm(folder: &Path) -> Result<()> {
    node()?;
    let lock = files::read(&folder.join("package-lock.json"))?;
    let (stamp, digest) = (folder.join("node_modules/.draftlens-lock"), files::digest(&lock));
    if fs::read_to_string(&stamp).is_ok_and(|held| held == digest) {
        return Ok(());
    }
    say("      installing npm packages (about ten seconds)…");
    quiet(Command::new("npm").current_dir(folder).arg("ci"))?;
    files::write(&stamp, digest.as_bytes())
}

/// Fails where there is no Node, or an old one.
pub fn node() -> Result<()> {
    const WANTED: &str = "Node 20 or newer is needed: https://nodejs.org, or on Debian `apt-get install nodejs npm`.";
    let version = output(Command::new("node").arg("--version")).map_err(|_| WANTED.to_owned())?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_some_and(|major| major >= 20) { Ok(()) } else { Err(WANTED.to_owned()) }
}

/// The browser to test with: `CHROMIUM`, or one on the PATH, or Debian's package.
pub fn chromium() -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM").filter(|path| !path.is_empty()) {
        let path = PathBuf::from(path);
        return if path.is_file() {
            Ok(path)
        } else {
            Err(format!("CHROMIUM is {}, which is no file.", path.display()))
        };
    }
    let found =
        || ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].into_iter().find_map(which);
    if let Some(path) = found() {
        return Ok(path);
    }
    if can_install_packages() {
        say("      installing Chromium (about a minute)…");
        install_packages(&["chromium", "fonts-inter", "fonts-noto-color-emoji"])?;
    }
    found().ok_or_else(|| {
        "Chromium is missing: on Debian, as root, `apt-get install chromium`, or name a browser in the variable CHROMIUM.".to_owned()
    })
}
