//! More pictures and videos than a network takes, or none where it needs one.

use super::Context;
use super::over_limit::name;
use crate::network::{self, Media as Takes};
use crate::rule::finding::Finding;
use crate::{Draft, Media};

/// How many there are of each kind.
struct Counts {
    images: u32,
    gifs: u32,
    videos: u32,
}

/// One finding a network that takes fewer, as far as anybody knows how many it takes.
pub(crate) fn too_much_media(context: &Context<'_>, found: &mut Vec<Finding>) {
    each(context, found, |takes, counts| {
        let pairs = [
            (takes.images, counts.images, ("picture", "image")),
            (takes.gifs, counts.gifs, ("GIF", "GIF")),
            (takes.videos, counts.videos, ("video", "vidéo")),
        ];
        let over =
            pairs.into_iter().find_map(|(most, count, kind)| most.filter(|&most| count > most).map(|m| (m, kind)));
        if let Some((most, kind)) = over {
            return Some(at_most(most, kind));
        }
        let kinds = pairs.iter().filter(|(_, count, _)| *count > 0).count();
        let all = counts.images + counts.gifs + counts.videos;
        let most = pairs.into_iter().filter_map(|(most, _, _)| most).max();
        match most {
            Some(_) if !takes.mixed && kinds > 1 => {
                Some(("pictures or a video, not both".to_owned(), "des images ou une vidéo, pas les deux".to_owned()))
            }
            Some(most) if all > most => Some(at_most(most, ("picture or video", "image ou vidéo"))),
            _ => None,
        }
    });
}

/// One finding a network that takes no post without a picture or video.
pub(crate) fn media_needed(context: &Context<'_>, found: &mut Vec<Finding>) {
    each(context, found, |takes, counts| {
        let none = counts.images + counts.gifs + counts.videos == 0;
        (takes.needed && none).then(|| (String::new(), String::new()))
    });
}

/// Asks for each network that shows this text; what comes back stands in the title.
fn each(context: &Context<'_>, found: &mut Vec<Finding>, ask: impl Fn(&Takes, &Counts) -> Option<(String, String)>) {
    let Some(counts) = counts(context.draft) else { return };
    for report in context.networks.iter().filter(|r| r.text == context.text_id) {
        let Some(network) = network::by_id(report.network) else { continue };
        let Some((takes, prend)) = ask(&network.media, &counts) else { continue };
        found.push(Finding {
            matched: name(report.network).to_owned(),
            networks: Some(vec![report.network]),
            vars: vec![("takes", takes), ("accepte", prend)],
            ..Finding::default()
        });
    }
}

/// `None` where the host does not say.
fn counts(draft: &Draft) -> Option<Counts> {
    let media = draft.media.as_deref()?;
    let of = |kinds: &[&str]| media.iter().filter(|m: &&Media| kinds.contains(&m.kind.as_str())).count() as u32;
    Some(Counts { images: of(&["", "image"]), gifs: of(&["gif"]), videos: of(&["video"]) })
}

fn at_most(most: u32, (one, un): (&str, &str)) -> (String, String) {
    if most == 0 {
        return (format!("no {one}"), format!("aucun {un}"));
    }
    let (plural, pluriel) = match un {
        "image ou vidéo" => ("pictures and videos".to_owned(), "images et vidéos".to_owned()),
        "GIF" => ("GIFs".to_owned(), "GIF".to_owned()),
        _ => (format!("{one}s"), format!("{un}s")),
    };
    if most == 1 {
        return (format!("1 {one}"), format!("1 {un}"));
    }
    (format!("{most} {plural}"), format!("{most} {pluriel}"))
}

#[cfg(test)]
mod tests {
    use crate::{Checker, Draft, Media, Settings};

    fn said(network: &str, kinds: &[&str]) -> Vec<String> {
        let media =
            kinds.iter().map(|kind| Media { kind: (*kind).to_owned(), alt: Some("A wall".into()), ..Media::default() });
        let draft = Draft {
            media: Some(media.collect()),
            networks: vec![network.to_owned()],
            text: "Hi".into(),
            ..Draft::default()
        };
        let report = Checker::new(Settings::default()).0.check(&draft);
        let ours = report.flags.into_iter().filter(|f| f.rule == "too-much-media" || f.rule == "media-needed");
        ours.map(|flag| flag.title).collect()
    }

    #[test]
    fn more_than_a_network_takes_is_told_by_kind() {
        assert_eq!(said("x", &["image"; 5]), ["X takes 4 pictures"]);
        assert_eq!(said("x", &["image", "video"]), ["X takes pictures or a video, not both"]);
        assert_eq!(said("tiktok", &["gif"]), ["TikTok takes no GIF"]);
        assert_eq!(
            said("threads", &[&["image"; 15][..], &["video"; 6]].concat()),
            ["Threads takes 20 pictures and videos"]
        );
        assert_eq!(said("x", &["image"; 4]), [""; 0]);
        assert_eq!(said("facebook", &["image"; 90]), [""; 0], "nobody knows");
    }

    #[test]
    fn a_network_of_pictures_needs_one() {
        assert_eq!(said("instagram", &[]), ["Instagram needs a picture or video"]);
        assert_eq!((said("instagram", &["image"]), said("x", &[])), (vec![], vec![]));
    }
}
