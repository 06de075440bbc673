//! `cargo xtask serve`: the demo on this machine, under the strict policy, rebuilt and reloaded on change.

use std::{
    fs,
    io::{self, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
    time::Duration,
};

use crate::{
    Result,
    args::Args,
    build, files,
    http::{Request, Response, head},
    shell::say,
    watch::Look,
};

/// What of the repository is served; nothing else is.
const SERVED: [&str; 5] = ["index.html", "demo", "dist", "docs", "tests"];

/// Reloads the page when the server says so. A script of its own, as the policy forbids scripts in the page.
const RELOAD: &str = "new EventSource('/@dev/events').onmessage = () => location.reload();\n";
const RELOAD_TAG: &str = "<script type=\"module\" src=\"/@dev/reload.js\"></script>";

/// Runs the command.
pub fn command(mut args: Args) -> Result<()> {
    let port = match args.value("--port")? {
        None => 8080,
        Some(text) => text.parse().map_err(|_| format!("--port needs a number from 1 to 65535, not `{text}`."))?,
    };
    let live = !args.switch("--no-reload");
    args.end()?;
    // The port before the build: nobody should wait ninety seconds to hear that it is taken.
    let listener = listen(port)?;
    build::build()?;
    let seen = Look::now(files::root());
    let builds = live.then(|| Arc::new(Builds::default()));
    let address = serve(listener, builds.clone())?;
    say(&format!("\n  The demo is at {address}  (Ctrl+C ends it)\n"));
    match builds {
        Some(builds) => rebuild_on_change(seen, &builds),
        None => loop {
            thread::park();
        },
    }
}

/// Takes a port of this machine, never of the network. Port 0 is any free one.
pub fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!("Port {port} is taken: choose another with `--port {}`.", port.wrapping_add(1).max(1024))
        }
        _ => format!("Port {port} could not be opened ({error}): choose another with `--port`."),
    })
}

/// Answers in threads of its own from now on, and gives the address.
pub fn serve(listener: TcpListener, builds: Option<Arc<Builds>>) -> Result<String> {
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let builds = builds.clone();
            // A browser that went away is no error of ours.
            thread::spawn(move || answer(&stream, port, builds.as_deref()).ok());
        }
    });
    Ok(format!("http://127.0.0.1:{port}"))
}

fn answer(stream: &TcpStream, port: u16, builds: Option<&Builds>) -> io::Result<()> {
    let request = Request::read(stream)?;
    // A page elsewhere that renames its host to this machine is not a visitor.
    let known = [format!("127.0.0.1:{port}"), format!("localhost:{port}")].contains(&request.host);
    let response = match (request.method.as_str(), request.path.as_str()) {
        _ if !known => Response::text("403 Forbidden", "Only 127.0.0.1 and localhost are served.\n"),
        ("GET", "/@dev/events") if builds.is_some() => {
            return builds.map_or(Ok(()), |builds| builds.tell(stream));
        }
        ("GET", "/@dev/reload.js") if builds.is_some() => Response::file(Path::new("reload.js"), RELOAD.into()),
        ("GET" | "HEAD", _) => page(&request, builds.is_some()),
        // The demo's form posts here; a CMS would keep the draft and the report.
        ("POST", "/save") => Response::nothing(),
        ("POST", "/echo") => Response::text("200 OK", request.body),
        _ => Response::text("405 Method Not Allowed", "Only GET, HEAD and the demo's POST /save.\n"),
    };
    response.send(stream, &request.method)
}

fn page(request: &Request, live: bool) -> Response {
    let missing = || Response::text("404 Not Found", "There is no such file.\n");
    let Some(mut parts) = request.parts() else {
        return missing();
    };
    if parts.is_empty() {
        parts.push("index.html".to_owned());
    }
    if !SERVED.contains(&parts[0].as_str()) {
        return missing();
    }
    let path = parts.iter().fold(files::root().to_path_buf(), |path, part| path.join(part));
    // A link may not lead out either.
    let inside =
        path.canonicalize().is_ok_and(|real| files::root().canonicalize().is_ok_and(|root| real.starts_with(root)));
    match fs::read(&path) {
        Ok(html) if inside && live && path.extension().is_some_and(|end| end == "html") => {
            Response::file(&path, with_reload(&String::from_utf8_lossy(&html)).into())
        }
        Ok(body) if inside => Response::file(&path, body),
        _ => missing(),
    }
}

/// The page with the reloading script at the end of its head, or of the page where it has none.
fn with_reload(html: &str) -> String {
    let at = html.find("</head>").unwrap_or(html.len());
    format!("{}{RELOAD_TAG}{}", &html[..at], &html[at..])
}

fn rebuild_on_change(mut seen: Look, builds: &Builds) -> ! {
    loop {
        thread::sleep(Duration::from_secs(1));
        let look = Look::now(files::root());
        if look == seen {
            continue;
        }
        seen = look;
        match build::build() {
            Ok(()) => {
                say("  Reloading.");
                builds.finished();
            }
            Err(message) => say(&format!("{message}\n  The page keeps the last build that worked.")),
        }
    }
}

/// How many builds there were, and who waits for the next.
#[derive(Default)]
pub struct Builds {
    count: Mutex<u64>,
    more: Condvar,
}

impl Builds {
    fn finished(&self) {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.more.notify_all();
    }

    /// Keeps a page's connection open and writes one event a build; ends when the page is gone.
    fn tell(&self, mut stream: &TcpStream) -> io::Result<()> {
        write!(stream, "{}\r\n: open\n\n", head("200 OK", "text/event-stream"))?;
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let before = *count;
            // Now and then a comment line, so that a page that went away is noticed.
            (count, _) = self.more.wait_timeout(count, Duration::from_secs(20)).unwrap_or_else(PoisonError::into_inner);
            stream.write_all(if *count == before { b": still here\n\n" } else { b"data: built\n\n" })?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RELOAD_TAG, listen, serve, with_reload};
    use std::{
        io::{Read, Write},
        net::TcpStream,
    };

    fn get(port: u16, head: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_taken_port_is_named_with_a_way_out() {
        let taken = listen(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let message = listen(port).unwrap_err();
        assert!(message.contains(&port.to_string()) && message.contains("--port"), "{message}");
    }

    #[test]
    fn only_this_machine_and_only_what_is_meant_is_served() {
        let listener = listen(0).unwrap();
        let port = listener.local_addr().unwrap().port();
        serve(listener, None).unwrap();
        let ask = |path: &str| get(port, &format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"));
        assert!(ask("/docs/rules.md").starts_with("HTTP/1.1 200"));
        assert!(ask("/docs/rules.md").contains("Content-Security-Policy: default-src 'none'"));
        for path in
            ["/Cargo.toml", "/docs/../Cargo.toml", "/docs/%2e%2e/Cargo.toml", "/.git", "/docs", "/@dev/reload.js"]
        {
            assert!(ask(path).starts_with("HTTP/1.1 404"), "{path}");
        }
        assert!(get(port, "GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n").starts_with("HTTP/1.1 403"));
        let save = format!("POST /save HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 3\r\n\r\na=1");
        assert!(get(port, &save).starts_with("HTTP/1.1 204"));
    }

    #[test]
    fn the_reloading_script_is_a_file_of_its_own_in_the_head() {
        let page = with_reload("<head><title>x</title></head><body></body>");
        assert!(page.contains(&format!("{RELOAD_TAG}</head>")) && !RELOAD_TAG.contains("EventSource"));
    }
}
