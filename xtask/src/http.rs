//! As much HTTP/1.1 as a development server on this machine needs: read one request, write one answer.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    time::Duration,
};

/// The longest head and the longest body that are read.
const LONGEST_HEAD: u64 = 64 * 1024;
const LONGEST_BODY: u64 = 8 * 1024 * 1024;

/// The policy of the design, as a page of a careful host would send it.
const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
img-src 'self' data: blob:; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// What a browser asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// Path without query, still percent-encoded.
    pub path: String,
    pub host: String,
    pub body: Vec<u8>,
}

impl Request {
    /// Reads one from a connection; an error where it is not HTTP or too long.
    pub fn read(stream: &TcpStream) -> io::Result<Self> {
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        Self::parse(BufReader::new(stream))
    }

    fn parse(mut input: impl BufRead) -> io::Result<Self> {
        let bad = || io::Error::from(io::ErrorKind::InvalidData);
        let mut head = (&mut input).take(LONGEST_HEAD);
        let mut line = String::new();
        head.read_line(&mut line)?;
        let mut words = line.split_whitespace();
        let (method, target) = (words.next().ok_or_else(bad)?.to_owned(), words.next().ok_or_else(bad)?);
        let path = target.split(['?', '#']).next().unwrap_or_default().to_owned();
        let (mut host, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            if head.read_line(&mut line)? == 0 {
                return Err(bad());
            }
            let Some((name, value)) = line.trim_end().split_once(':') else {
                break;
            };
            match name.to_ascii_lowercase().as_str() {
                "host" => value.trim().clone_into(&mut host),
                "content-length" => length = value.trim().parse().map_err(|_| bad())?,
                _ => {}
            }
        }
        if length > LONGEST_BODY {
            return Err(bad());
        }
        let mut body = Vec::new();
        input.take(length).read_to_end(&mut body)?;
        Ok(Self { method, path, host, body })
    }

    /// The path's parts, decoded; `None` where a part could lead out of the folder or to a hidden file.
    pub fn parts(&self) -> Option<Vec<String>> {
        let parts = self.path.split('/').filter(|part| !part.is_empty()).map(decoded);
        let safe = |part: &String| !part.starts_with('.') && !part.contains(['/', '\\', '\0', ':']);
        parts.map(|part| part.filter(safe)).collect()
    }
}

/// Percent-decodes; `None` where that is not UTF-8.
fn decoded(part: &str) -> Option<String> {
    let bytes = part.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let hex = (bytes[at] == b'%').then(|| part.get(at + 1..at + 3)).flatten();
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).ok()
}

/// An answer.
pub struct Response {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

impl Response {
    /// A file's content, with the type its name says.
    pub fn file(path: &Path, body: Vec<u8>) -> Self {
        Self { status: "200 OK", kind: kind_of(path), body }
    }

    /// A few words.
    pub fn text(status: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, kind: "text/plain; charset=utf-8", body: body.into() }
    }

    /// Nothing, and that is fine: the page stays where it is.
    pub fn nothing() -> Self {
        Self { status: "204 No Content", kind: "text/plain; charset=utf-8", body: Vec::new() }
    }

    /// Sends it. The body is left out for HEAD.
    pub fn send(&self, mut stream: &TcpStream, method: &str) -> io::Result<()> {
        let length = self.body.len();
        let head = format!("{}Content-Length: {length}\r\n\r\n", head(self.status, self.kind));
        stream.write_all(head.as_bytes())?;
        if method != "HEAD" {
            stream.write_all(&self.body)?;
        }
        stream.flush()
    }
}

/// The head that all answers share, without its last line.
pub fn head(status: &str, kind: &str) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Security-Policy: {CSP}\r\n\
X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\nConnection: close\r\n"
    )
}

fn kind_of(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "md" | "ts" | "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Request, kind_of};
    use std::path::Path;

    fn request(text: &str) -> std::io::Result<Request> {
        Request::parse(text.as_bytes())
    }

    #[test]
    fn a_request_is_read_with_its_body() {
        let read =
            request("POST /save?x=1 HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Length: 3\r\n\r\na=1more").unwrap();
        assert_eq!(
            (read.path.as_str(), read.host.as_str(), read.body.as_slice()),
            ("/save", "127.0.0.1:8080", &b"a=1"[..])
        );
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        for path in
            ["/../Cargo.toml", "/dist/..%2f..%2fetc/passwd", "/%2e%2e/x", "/.git/config", "/a%5c..", "/a%00", "/%ff"]
        {
            let read = request(&format!("GET {path} HTTP/1.1\r\n\r\n")).unwrap();
            assert_eq!(read.parts(), None, "{path}");
        }
        let read = request("GET /dist//caf%C3%A9.js HTTP/1.1\r\n\r\n").unwrap();
        assert_eq!(read.parts(), Some(vec!["dist".to_owned(), "café.js".to_owned()]));
    }

    #[test]
    fn what_is_no_request_is_an_error() {
        for text in ["", "GET", "GET / HTTP/1.1\r\nHost: x", "GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n"] {
            assert!(request(text).is_err(), "{text:?}");
        }
        assert!(request("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n").is_err());
    }

    #[test]
    fn wasm_and_scripts_have_the_types_that_browsers_insist_on() {
        assert_eq!(kind_of(Path::new("dist/draftlens.wasm")), "application/wasm");
        assert!(kind_of(Path::new("dist/check.js")).starts_with("text/javascript"));
    }
}
