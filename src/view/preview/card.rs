//! The card of a link: large, small or without picture, as far as the host knows the page.

use draftlens_engine::Link;
use yew::prelude::*;

use super::host_of;
use super::picture::Picture;
use crate::locale::Words;

/// The card.
pub fn view(words: &'static Words, link: &Link) -> Html {
    let host = host_of(&link.url);
    let has_title = !link.title.trim().is_empty();
    let class = classes!(
        "link-card",
        (link.card == "small").then_some("small"),
        link.image.is_empty().then_some("bare"),
        (link.card == "large").then_some("large"),
    );
    html! {
        <div {class}>
            if !link.image.is_empty() {
                <Picture key={link.image.clone()} src={link.image.clone()} alt="" missing={words.picture}
                    failed={words.broken_picture} width={0} height={0} />
            }
            <div class="about">
                <span class="where"><bdi>{ host }</bdi></span>
                <strong dir="auto">{ if has_title { &*link.title } else { host } }</strong>
                if !link.description.trim().is_empty() {
                    <span class="description" dir="auto">{ &link.description }</span>
                }
                <span class="from">{ (words.from)(host) }</span>
            </div>
        </div>
    }
}

/// Whether an address is one of a page: http or https or neither, a host with a point, no spaces.
pub fn is_web_address(url: &str) -> bool {
    let url = url.trim();
    let rest = match url.split_once("://") {
        Some((scheme, rest)) if ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) => rest,
        Some(_) => return false,
        None => url,
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let (host, port) = host.split_once(':').unwrap_or((host, "80"));
    let fits = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c == '-' || c.is_ascii_alphanumeric() || !c.is_ascii())
    };
    let has_spaces = url.chars().any(|c| c.is_whitespace() || c.is_control());
    !has_spaces && host.contains('.') && host.split('.').all(fits) && port.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_host_with_a_point() {
        for url in ["https://example.fr/a?b#c", "HTTP://a.b:80", "example.fr", "https://été.fr/ü"] {
            assert!(is_web_address(url), "{url}");
        }
        for url in [
            "",
            "https://",
            "htp://a.b",
            "example",
            "javascript:alert(1)",
            "https://a b.fr",
            "https://a..b",
            "mailto:a@b.fr",
        ] {
            assert!(!is_web_address(url), "{url}");
        }
    }
}
