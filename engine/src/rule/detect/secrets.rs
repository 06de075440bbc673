//! Keys, tokens and passwords. Each kind of key by its own prefix, alphabet and length, so that hardly
//! anything else is taken for one.

use super::{Context, offset};
use crate::rule::finding::Finding;
use draftlens_text::fold::fold;
use draftlens_text::{Kind, Text, words};

/// What the characters after a prefix may be.
#[derive(Clone, Copy)]
enum Alphabet {
    /// `0-9a-f`
    Hex,
    /// `0-9A-Z`
    Upper,
    /// `0-9A-Za-z`
    Alnum,
    /// `0-9A-Za-z_-`
    Url,
    /// `0-9A-Za-z_-` and `.`, `/`, `=`, `+`
    Wide,
}

impl Alphabet {
    fn has(self, c: u8) -> bool {
        match self {
            Self::Hex => c.is_ascii_digit() || (b'a'..=b'f').contains(&c),
            Self::Upper => c.is_ascii_digit() || c.is_ascii_uppercase(),
            Self::Alnum => c.is_ascii_alphanumeric(),
            Self::Url => c.is_ascii_alphanumeric() || matches!(c, b'_' | b'-'),
            Self::Wide => c.is_ascii_alphanumeric() || matches!(c, b'_' | b'-' | b'.' | b'/' | b'=' | b'+'),
        }
    }
}

use Alphabet::{Alnum, Hex, Upper, Url, Wide};

/// Prefix, alphabet of the rest, least and most characters of the rest, and whose key it is.
const KEYS: &[(&str, Alphabet, usize, usize, &str)] = &[
    ("AKIA", Upper, 16, 16, "AWS"),
    ("ASIA", Upper, 16, 16, "AWS"),
    ("ghp_", Alnum, 36, 255, "GitHub"),
    ("gho_", Alnum, 36, 255, "GitHub"),
    ("ghu_", Alnum, 36, 255, "GitHub"),
    ("ghs_", Alnum, 36, 255, "GitHub"),
    ("ghr_", Alnum, 36, 255, "GitHub"),
    ("github_pat_", Url, 40, 255, "GitHub"),
    ("glpat-", Url, 20, 60, "GitLab"),
    ("xoxb-", Url, 20, 255, "Slack"),
    ("xoxp-", Url, 20, 255, "Slack"),
    ("xoxa-", Url, 20, 255, "Slack"),
    ("xoxr-", Url, 20, 255, "Slack"),
    ("xoxs-", Url, 20, 255, "Slack"),
    ("xapp-", Url, 20, 255, "Slack"),
    ("hooks.slack.com/services/T", Wide, 30, 80, "Slack"),
    ("discord.com/api/webhooks/", Wide, 60, 120, "Discord"),
    ("sk_live_", Alnum, 16, 255, "Stripe"),
    ("rk_live_", Alnum, 16, 255, "Stripe"),
    ("sk_test_", Alnum, 16, 255, "Stripe"),
    ("whsec_", Wide, 24, 80, "Stripe"),
    ("sk-ant-", Url, 24, 255, "Anthropic"),
    ("sk-proj-", Url, 24, 255, "OpenAI"),
    ("sk-svcacct-", Url, 24, 255, "OpenAI"),
    ("sk-", Alnum, 40, 64, "OpenAI"),
    ("hf_", Alnum, 30, 40, "Hugging Face"),
    ("AIza", Url, 33, 39, "Google"),
    ("GOCSPX-", Url, 24, 40, "Google"),
    ("ya29.", Url, 40, 400, "Google"),
    ("SG.", Wide, 60, 80, "SendGrid"),
    ("xkeysib-", Url, 60, 120, "Brevo"),
    ("npm_", Alnum, 36, 36, "npm"),
    ("pypi-AgE", Url, 40, 400, "PyPI"),
    ("dop_v1_", Hex, 64, 64, "DigitalOcean"),
    ("shpat_", Hex, 32, 32, "Shopify"),
    ("shpss_", Hex, 32, 32, "Shopify"),
    ("EAACEdEose0cBA", Alnum, 20, 400, "Meta"),
    ("dckr_pat_", Url, 24, 60, "Docker"),
    ("glsa_", Url, 32, 60, "Grafana"),
    ("ATATT3", Wide, 60, 400, "Atlassian"),
    ("AGE-SECRET-KEY-1", Upper, 58, 58, "age"),
];

/// Words that come before a password or a key, folded, the longest first.
const PASSWORD: &[&str] = &[
    "mot de passe",
    "mots de passe",
    "code wi-fi",
    "code wifi",
    "cle wifi",
    "cle wi-fi",
    "wifi code",
    "passphrase",
    "passcode",
    "password",
    "passwd",
    "mdp",
    "pwd",
    "pw",
];
const KEY: &[&str] = &[
    "client secret",
    "client_secret",
    "access token",
    "access_token",
    "secret key",
    "secret_key",
    "api key",
    "api_key",
    "api-key",
    "apikey",
    "cle d'api",
    "cle api",
    "cle secrete",
    "auth token",
    "auth_token",
    "bearer",
];

/// One finding a secret, masked after its first characters.
pub(crate) fn secrets(context: &Context<'_>, found: &mut Vec<Finding>) {
    let source = context.text.source();
    let (bytes, mut start) = (source.as_bytes(), 0);
    // A key is ASCII, and so is the white space before and after most: other white space is passed over.
    for end in (0..=bytes.len()).filter(|&end| bytes.get(end).is_none_or(|&byte| byte == b' ')) {
        if end - start >= SHORTEST || source[start..end].ends_with("-----BEGIN") {
            scan(source, start, end, found);
        }
        start = end + 1;
    }
    if says_label(context.text) {
        labelled(source, found);
    }
    logins(context.text, found);
}

/// `login admin / Summer24`: a name and a password after the word, with a stroke between.
fn logins(text: &Text, found: &mut Vec<Finding>) {
    static LABELS: words::List =
        words::List::of("acces credentials identifiant identifiants login logins user username");
    const WEAK: &str = "\
        123456 12345678 admin admin123 azerty azerty123 changeme motdepasse password password1 qwerty root secret \
        test1234 welcome1";
    let source = text.source();
    for token in text.tokens().iter().filter(|t| t.kind == Kind::Word && LABELS.holds(text.folded(t))) {
        let line = source[token.end as usize..].lines().next().unwrap_or("");
        let rest = line.trim_start_matches([' ', '\u{A0}', ':', '=']);
        let Some(stop) = rest.find([' ', '/', '|']).filter(|&stop| stop > 0) else { continue };
        let after = rest[stop..].trim_start();
        let Some(value) = after.strip_prefix(['/', '|']) else { continue };
        let value = value.split_whitespace().next().unwrap_or("").trim_end_matches(['.', ',', ';', ')', '"', '»']);
        if value.len() > LONGEST_VALUE || !(is_password(value) || words::holds(WEAK, &fold(value))) {
            continue;
        }
        let from = offset(source, value);
        let head = value.chars().next().unwrap_or('…');
        let matched = format!("{}: {head}…", text.typed(token));
        let vars = vec![("kind", text.folded(token).to_owned())];
        found.push(Finding { vars, ..Finding::at(from, from + value.len(), matched) });
    }
}

/// The fewest bytes any key has: shorter words are not looked at.
const SHORTEST: usize = 20;

fn scan(source: &str, mut at: usize, end: usize, found: &mut Vec<Finding>) {
    while at < end {
        if let Some((len, kind)) = secret_at(source, at) {
            found.push(masked(source, at, at + len, kind));
            at += len;
        } else {
            at += 1;
            while !source.is_char_boundary(at) {
                at += 1;
            }
        }
    }
}

/// Whether any label may be there: most texts have no word that one begins with or has in it, and are
/// not searched.
fn says_label(text: &Text) -> bool {
    text.tokens().iter().filter(|t| t.kind == Kind::Word).any(|t| is_of_label(text.folded(t)))
}

fn is_of_label(word: &str) -> bool {
    matches!(
        word,
        "api"
            | "apikey"
            | "bearer"
            | "cle"
            | "key"
            | "mdp"
            | "passe"
            | "passcode"
            | "passphrase"
            | "passwd"
            | "password"
            | "pw"
            | "pwd"
            | "secret"
            | "token"
            | "wi"
            | "wifi"
    )
}

fn masked(source: &str, start: usize, end: usize, kind: &str) -> Finding {
    let head: String = source[start..end].chars().take(4).collect();
    let vars = vec![("kind", kind.to_owned())];
    Finding { vars, ..Finding::at(start, end, format!("{head}…")) }
}

/// A key that begins at a byte: its length, and whose it is.
fn secret_at(source: &str, at: usize) -> Option<(usize, &'static str)> {
    let bytes = &source.as_bytes()[at..];
    let before = at.checked_sub(1).map(|i| source.as_bytes()[i]);
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'-')) {
        return None;
    }
    if bytes.starts_with(b"eyJ") {
        return token_of_three_parts(bytes).map(|len| (len, "JWT"));
    }
    if bytes.starts_with(b"-----BEGIN ") {
        return private_key(&source[at..]).map(|len| (len, "private key"));
    }
    for &(prefix, alphabet, least, most, kind) in KEYS {
        // The first byte tells most of them apart, sooner than a comparison of slices does.
        if bytes.first() != prefix.as_bytes().first() || !bytes.starts_with(prefix.as_bytes()) {
            continue;
        }
        let rest = bytes[prefix.len()..].iter().take(most + 1).take_while(|c| alphabet.has(**c)).count();
        if (least..=most).contains(&rest) && is_random(&bytes[prefix.len()..prefix.len() + rest]) {
            return Some((prefix.len() + rest, kind));
        }
    }
    telegram(bytes).map(|len| (len, "Telegram"))
}

/// The line that opens a private key; what it opens is said at its start.
fn private_key(text: &str) -> Option<usize> {
    const HEAD: usize = 64;
    let head = &text.as_bytes()[..text.len().min(HEAD)];
    let line = head.split(|&b| b == b'\n').next()?;
    let says = line.windows(11).any(|w| w == b"PRIVATE KEY");
    says.then(|| text.lines().next().map_or(0, str::len))
}

/// A JSON web token: three parts of base64 with points between.
fn token_of_three_parts(bytes: &[u8]) -> Option<usize> {
    let part = |from: usize| bytes[from.min(bytes.len())..].iter().take_while(|c| Url.has(**c)).count();
    let head = part(0);
    let body = part(head + 1);
    (head >= 13 && bytes.get(head) == Some(&b'.') && body >= 10 && bytes.get(head + 1 + body) == Some(&b'.'))
        .then(|| head + body + 2 + part(head + body + 2))
}

/// A bot's token: eight to ten digits, a colon, `AA` and 33 more.
fn telegram(bytes: &[u8]) -> Option<usize> {
    let digits = bytes.iter().take_while(|c| c.is_ascii_digit()).count();
    let rest = bytes.get(digits + 1..)?;
    let len = rest.iter().take_while(|c| Url.has(**c)).count();
    ((8..=10).contains(&digits) && bytes[digits] == b':' && rest.starts_with(b"AA") && len == 35).then_some(digits + 36)
}

/// Letters repeated are a drawing, not a key.
fn is_random(bytes: &[u8]) -> bool {
    entropy(bytes) >= 2.5
}

/// `password: …` and `api key = …`, with a value that is neither a word nor advice.
fn labelled(source: &str, found: &mut Vec<Finding>) {
    let lower: String = source.chars().map(first_of_fold).collect();
    for (labels, is_value) in [(PASSWORD, is_password as fn(&str) -> bool), (KEY, is_key)] {
        for label in labels {
            // Places in both texts of the same character, which move on together.
            let (mut low, mut start) = (0, 0);
            for (at, _) in lower.match_indices(label) {
                start += bytes_of(&source[start..], lower[low..at].chars().count());
                low = at;
                let end = start + bytes_of(&source[start..], label.len());
                let fresh = !source[..start].chars().next_back().is_some_and(char::is_alphanumeric);
                let said = value_after(&source[end..]);
                let Some((value, from)) = said.or_else(|| strong_after(&source[end..])) else { continue };
                let (from, to) = (end + from, end + from + value.len());
                let known = found.iter().any(|f| f.spans[0].0 < to as u32 && (from as u32) < f.spans[0].1);
                if fresh && !known && is_value(value) {
                    let head = value.chars().next().unwrap_or('…');
                    let matched = format!("{}: {head}…", &source[start..end]);
                    found.push(Finding { vars: vec![("kind", (*label).to_owned())], ..Finding::at(from, to, matched) });
                }
            }
        }
    }
}

/// One folded character for one character, so that places hold.
fn first_of_fold(c: char) -> char {
    let mut buffer = [0; 4];
    fold(c.encode_utf8(&mut buffer)).chars().next().unwrap_or(' ')
}

/// Bytes of the first `n` characters.
fn bytes_of(text: &str, n: usize) -> usize {
    text.char_indices().nth(n).map_or(text.len(), |(i, _)| i)
}

/// The most characters of a value: no password is longer, and no key that has no name of its own.
const LONGEST_VALUE: usize = 2000;

/// What may stand between the label and the value, the longest first.
const OF_WHAT: &[&str] =
    &["for the wi-fi", "for the wifi", "of the wifi", "du wi-fi", "du wifi", "for wifi", "wi-fi", "wifi"];

/// The rest after a prefix in any case.
fn strip_prefix_folded<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

/// What stands after `:`, `=`, `is` or `est`, up to a space, without closing marks; and where it begins.
fn value_after(rest: &str) -> Option<(&str, usize)> {
    let trimmed = rest.trim_start();
    // What the password is for: “du wifi”, “for the Wi-Fi”.
    let trimmed = OF_WHAT.iter().find_map(|w| strip_prefix_folded(trimmed, w)).unwrap_or(trimmed).trim_start();
    let mark = [":", "=", "is:", "is ", "est :", "est:", "est ", "："].iter().find(|m| trimmed.starts_with(**m))?;
    let value =
        trimmed[mark.len()..].trim_start_matches([' ', '\u{A0}', '\u{202F}', '"', '“', '«', '`', '\'', ':', '=']);
    let from = rest.len() - value.len();
    let (end, _) =
        value.char_indices().chain([(value.len(), ' ')]).take(LONGEST_VALUE).find(|(_, c)| c.is_whitespace())?;
    let value = value[..end].trim_end_matches(['.', ',', ';', '"', '”', '»', '`', '\'', ')', '…']);
    (!value.is_empty()).then_some((value, from))
}

/// A value right after a label without a mark between, where it can be nothing else: letters, digits and a mark
/// inside, as in `mdp Soleil#2026`.
fn strong_after(rest: &str) -> Option<(&str, usize)> {
    let trimmed = rest.strip_prefix(' ')?.trim_start_matches(['"', '“', '«', '`', '\'', ' ', '\u{A0}']);
    let (end, _) =
        trimmed.char_indices().chain([(trimmed.len(), ' ')]).take(LONGEST_VALUE).find(|(_, c)| c.is_whitespace())?;
    let value = trimmed[..end].trim_end_matches(['.', ',', ';', '"', '”', '»', '`', '\'', ')', '…']);
    let core = value.trim_end_matches(['!', '?']);
    let has = |is: fn(char) -> bool| core.chars().any(is);
    let strong = has(|c| c.is_ascii_digit()) && has(char::is_alphabetic) && has(|c| "@#$%^&*!_+".contains(c));
    (strong && core.chars().count() >= 8).then_some((value, rest.len() - trimmed.len()))
}

/// Letters with digits, or with marks inside, eight or more unless clearly mixed; not `8-character`, not a link.
fn is_password(value: &str) -> bool {
    let core = value.trim_end_matches(['!', '?']);
    let digits = core.chars().filter(char::is_ascii_digit).count();
    let letters = core.chars().filter(|c| c.is_alphabetic()).count();
    let marks = core.chars().filter(|c| "@#$%^&*!_+".contains(*c)).count();
    let counts = core.split('-').next().is_some_and(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit()));
    core.chars().count() >= 6
        && letters >= 2
        && digits + marks >= 1
        && !(counts && core.contains('-'))
        && !core.contains("://")
        && !["password", "your", "example", "motdepasse", "xxx"].iter().any(|w| fold(core).contains(w))
        && !core.starts_with(['@', '#', '[', '{', '<', '*'])
        && entropy(core.as_bytes()) >= 2.3
}

fn is_key(value: &str) -> bool {
    let bytes = value.as_bytes();
    bytes.len() >= 20
        && bytes.iter().all(|c| Wide.has(*c))
        && bytes.iter().any(u8::is_ascii_digit)
        && bytes.iter().any(u8::is_ascii_alphabetic)
        && !value.contains("://")
        && entropy(bytes) >= 3.5
}

/// Bits a byte, by the log of a power series: close enough to tell a key from a word, and the same everywhere.
fn entropy(bytes: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    for &b in bytes {
        counts[usize::from(b)] += 1;
    }
    let total = bytes.len().max(1) as f64;
    counts.iter().filter(|&&n| n > 0).map(|&n| f64::from(n) / total).map(|p| -p * libm::log2(p)).sum()
}

#[cfg(test)]
mod tests {
    use super::super::tests::find;

    #[test]
    fn a_name_and_a_password_after_login_are_found() {
        for source in ["login admin / Summer24x", "Identifiants : demo/azerty", "Our staging login: jo | hunter22x"] {
            assert_eq!(find("secrets", source).len(), 1, "{source}");
        }
        for source in ["login app / website", "Login at acme.com/start", "Login / register", "user stories / epics"] {
            assert_eq!(find("secrets", source), [], "{source}");
        }
    }

    #[test]
    fn keys_are_found_by_their_prefix_and_masked() {
        let found = find("secrets", "token ghp_abcdefghijklmnopqrstuvwxyz0123456789, keep it");
        assert_eq!(found[0].matched, "ghp_…");
        assert_eq!(found[0].vars, [("kind", "GitHub".to_owned())]);
        for source in [
            "AKIAIOSFODNN7EXAMPLE is our key",
            "clé AIzaSyA1234567890abcdefghijklmnopqrstuv",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123",
            "-----BEGIN RSA PRIVATE KEY-----",
            "bot 123456789:AAabcdefghijklmnopqrstuvwxyz0123456",
            "api_key = 9fA3kLm20QzXy81BvTr7",
            "use sk_live_4eC39HqLyjWDarjtT1zd today",
        ] {
            assert_eq!(find("secrets", source).len(), 1, "{source}");
        }
    }

    #[test]
    fn passwords_are_found_after_their_label() {
        let found = find("secrets", "Le mot de passe\u{A0}: Soleil2026!");
        assert_eq!(found[0].matched, "mot de passe: S…");
        for source in ["passphrase b1rdie-Eagle!72 (members)", "identifiant com, mdp Moucherotte#1907. Merci"] {
            assert_eq!(find("secrets", source).len(), 1, "{source}");
        }
        for source in ["password: Hunter2024!", "WIFI CODE = coffee123", "MDP : Été2026", "the password is s3cr3tWord"]
        {
            assert_eq!(find("secrets", source).len(), 1, "{source}");
        }
    }

    #[test]
    fn advice_and_words_pass() {
        for source in [
            "Password tips: use a manager",
            "AKIA stands for nothing",
            "Changez de mot de passe souvent",
            "Password: must be strong",
            "Mot de passe : 12 caractères minimum",
            "password: 12-character minimum",
            "Password: ********",
            "The password is friendship!",
            "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "sk-ating on thin ice",
            "MONGO_PASSWORD=your_mongo_password",
            "API key: see the docs",
            "Use promo code: SAVE2026",
            "Password manager2024 is out",
            "Mot de passe #cyber2026",
            "Reset your password @acme_support24",
            "password: https://acme.com/reset1",
        ] {
            assert_eq!(find("secrets", source), [], "{source}");
        }
    }
}
