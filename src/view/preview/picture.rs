//! One picture: a stand-in until the host gives one, and when it does not load. Tells the style sheet
//! the picture's own proportion as `--ratio`, so that the network's crop can follow it.

use web_sys::{HtmlElement, HtmlImageElement};
use yew::prelude::*;

/// Below this size, in pixels, Facebook draws a small card.
const LARGE: (u32, u32) = (600, 315);

/// What to show.
#[derive(PartialEq, Properties)]
pub struct PictureProps {
    /// Address; empty where the host gave none.
    pub src: String,
    /// What it shows, for people who do not see it.
    pub alt: String,
    /// What a picture that is not there says.
    pub missing: &'static str,
    /// What a picture that does not load says.
    pub failed: &'static str,
    /// Size in pixels as the host tells it; 0 when unknown.
    pub width: u32,
    /// The same.
    pub height: u32,
}

/// What became of the picture.
#[derive(Clone, Copy, PartialEq)]
enum Seen {
    Nothing,
    Size(u32, u32),
    Failure,
}

/// The picture.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let seen = use_state(|| Seen::Nothing);
    let place = use_node_ref();
    let size = match *seen {
        // A drawing without a size of its own has none in some browsers.
        Seen::Size(width, height) if width > 0 && height > 0 => (width, height),
        _ => (props.width, props.height),
    };
    use_effect_with((size, place.clone()), |((width, height), place)| {
        if let Some(place) = place.cast::<HtmlElement>() {
            let ratio = if *width == 0 || *height == 0 { String::new() } else { ratio(*width, *height) };
            let _ = place.style().set_property("--ratio", &ratio);
        }
    });
    let (onload, onerror) = (sets(&seen), sets(&seen));
    let is_slight = matches!(*seen, Seen::Size(width, height) if width < LARGE.0 || height < LARGE.1);
    let is_upright = size.0 > 0 && size.0 <= size.1;
    let is_missing = props.src.is_empty() || *seen == Seen::Failure;
    let says = if props.src.is_empty() { props.missing } else { props.failed };
    html! {
        <span ref={place} class={classes!(
            "picture",
            is_slight.then_some("slight"),
            is_upright.then_some("upright"),
            is_missing.then_some("missing"),
        )}>
            if is_missing {
                <span class="stand-in"><span>{ says }</span></span>
            } else {
                <img src={props.src.clone()} alt={props.alt.clone()} {onload} {onerror} />
            }
        </span>
    }
}

/// Notes the size of what was loaded, or that nothing was.
fn sets(seen: &UseStateHandle<Seen>) -> Callback<Event> {
    let seen = seen.clone();
    Callback::from(move |event: Event| {
        let Some(image) = event.target_dyn_into::<HtmlImageElement>() else { return };
        seen.set(match event.type_().as_str() {
            "load" => Seen::Size(image.natural_width(), image.natural_height()),
            _ => Seen::Failure,
        });
    })
}

/// Width by height, in thousandths: `1.910`.
fn ratio(width: u32, height: u32) -> String {
    let thousandths = (u64::from(width) * 1_000 / u64::from(height)).clamp(1, 999_999);
    let digits = (thousandths % 1_000 + 1_000).to_string();
    [&(thousandths / 1_000).to_string(), ".", &digits[1..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_has_three_decimals() {
        assert_eq!((&*ratio(1200, 630), &*ratio(1080, 1350), &*ratio(1, u32::MAX)), ("1.904", "0.800", "0.001"));
    }
}
