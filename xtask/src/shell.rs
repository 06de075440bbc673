//! Runs other programs and says what is going on.

use std::{
    env,
    ffi::OsString,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{Result, files};

/// Numbers the steps of a long command: `[2/4] wasm: compiling …`.
pub struct Steps {
    done: usize,
    total: usize,
}

impl Steps {
    /// A command of `total` steps.
    pub fn of(total: usize) -> Self {
        Self { done: 0, total }
    }

    /// Says that the next step begins.
    pub fn next(&mut self, what: &str) {
        self.done += 1;
        say(&format!("[{}/{}] {what}", self.done, self.total));
    }
}

/// A line for the person who waits. On stderr: stdout belongs to reports.
pub fn say(line: &str) {
    // Nobody to read it is no reason to stop.
    let _ = writeln!(io::stderr(), "{line}");
}

/// The cargo that runs us, at the repository's root, building where it built us.
pub fn cargo(command: &str) -> Command {
    let mut cargo = Command::new(cargo_path());
    cargo.current_dir(files::root()).arg(command).env("CARGO_TARGET_DIR", files::target());
    cargo
}

/// The cargo that runs us.
pub fn cargo_path() -> OsString {
    env::var_os("CARGO").unwrap_or("cargo".into())
}

/// Whether a program can be had and ends well. Prints nothing.
pub fn succeeds(command: &mut Command) -> bool {
    output(command).is_ok()
}

/// Runs a program whose output is worth seeing.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status}).", shown(command))) }
}

/// Runs a program whose output matters only when it fails.
pub fn quiet(command: &mut Command) -> Result<()> {
    output(command).map(drop)
}

/// What a program prints on stdout.
pub fn output(command: &mut Command) -> Result<String> {
    let made = command.stdin(Stdio::null()).output().map_err(|error| cannot_start(command, &error))?;
    if made.status.success() {
        return Ok(String::from_utf8_lossy(&made.stdout).into_owned());
    }
    let said = [made.stdout, made.stderr].concat();
    Err(format!("{}\n`{}` failed ({}).", String::from_utf8_lossy(&said).trim_end(), shown(command), made.status))
}

/// Whether a program can be had and ends well within a time limit. Prints nothing.
pub fn succeeds_within(command: &mut Command, limit: Duration) -> bool {
    let Ok(mut child) = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn() else {
        return false;
    };
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if start.elapsed() < limit => thread::sleep(Duration::from_millis(50)),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
        }
    }
}

/// Where a program is on the PATH.
pub fn which(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Whether packages can be installed here: Debian or its kin, as root.
pub fn can_install_packages() -> bool {
    which("apt-get").is_some() && output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Installs Debian packages; call [`can_install_packages`] first.
pub fn install_packages(names: &[&str]) -> Result<()> {
    let apt =
        |arguments: &[&str]| quiet(Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(arguments));
    let install = [&["install", "-y", "--no-install-recommends"], names].concat();
    // The lists may be there and fresh enough; fetching them takes as long as a small package.
    if apt(&install).is_ok() {
        return Ok(());
    }
    apt(&["update"])?;
    apt(&install)
}

/// A command line for a message, without the folders of the program.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn cannot_start(command: &Command, error: &io::Error) -> String {
    format!("`{}` could not be started: {error}.", shown(command))
}
