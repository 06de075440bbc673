//! Discord: a message to a channel; names are ids, and hashtags are channels.

use draftlens_text::{Entity, EntityKind, entity};

use super::fact::{Fact, Read, fact};
use super::grammar::characters;
use super::reader::{Reader, Reading, Seen};
use super::{Card, Fold, Network, PLAIN, When};

/// Discord.
pub(super) static DISCORD: Network = Network {
    id: "discord",
    name: "Discord",
    limit: 2000,
    limits: &[(When::Premium, 4000)],
    any_unit: true,
    fold: Fold::Never,
    alt: Some(1024),
    card: Card::Always,
    read,
    ..PLAIN
};

const API: &str = "https://github.com/discord/discord-api-docs";

pub(super) const FACTS: &[Fact] = &[
    fact("limit", "2,000 characters; nothing says of what kind", API, Read::Yes),
    fact("limit", "4,000 with Nitro", "", Read::No),
    fact("link", "counts in full; only with http:// or https://; <> around it hides its card", API, Read::Yes),
    fact("hashtag", "none: <#id> is a channel", API, Read::Yes),
    fact("mention", "<@id>, <#id> and <@&id>; a typed @name is none but @everyone and @here", API, Read::Yes),
    fact("fold", "none", "", Read::No),
    fact("media", "files of up to 10 MiB; how many is not told", API, Read::Yes),
    fact("alt text", "1,024 characters", API, Read::Yes),
    fact("card", "up to 10: title 256, description 4,096; the same address once", API, Read::Yes),
];

fn read(reader: &Reader<'_>, limit: u32) -> Reading {
    let source = reader.text.source();
    let links = reader.text.links().iter().filter(|link| source[link.range()].contains("://"));
    let names = reader.text.signs().iter().filter_map(|&(at, _)| name_at(source, at));
    let entities = entity::merge(links.copied().collect(), names.collect());
    Reading { entities: entities.into_iter().map(Seen::as_typed).collect(), ..characters(reader, limit) }
}

/// A mention around the sign at `at`.
fn name_at(source: &str, at: usize) -> Option<Entity> {
    let rest = &source[at..];
    let everybody = ["@everyone", "@here"].into_iter().find(|name| rest.starts_with(name));
    if let Some(name) = everybody {
        return Some(Entity::new(EntityKind::Mention, (at, at + name.len())));
    }
    let start = at.checked_sub(1).filter(|&start| source.as_bytes()[start] == b'<')?;
    let id = rest.strip_prefix("@&").or_else(|| rest.strip_prefix('#'));
    let id = id.or_else(|| rest.strip_prefix("@!")).or_else(|| rest.strip_prefix('@'))?;
    let digits = id.bytes().take_while(u8::is_ascii_digit).count();
    let end = at + (rest.len() - id.len()) + digits;
    let whole = (1..=20).contains(&digits) && source.as_bytes().get(end) == Some(&b'>');
    whole.then(|| Entity::new(EntityKind::Mention, (start, end + 1)))
}

#[cfg(test)]
mod tests {
    use super::super::grammar::tests::{seen, texts};

    #[test]
    fn names_are_ids() {
        assert_eq!(
            texts("discord", "<@123> <#45> <@&6> @everyone @anna #tea <@x> <@>"),
            ["<@123>", "<#45>", "<@&6>", "@everyone"]
        );
    }

    #[test]
    fn links_need_a_scheme() {
        assert_eq!(
            seen("discord", "acme.fr https://acme.fr <https://b.fr>"),
            [("link", "https://acme.fr".into()), ("link", "https://b.fr".into())]
        );
    }
}
