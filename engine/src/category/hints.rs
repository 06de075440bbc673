//! What would move a post to another category: the smallest thing that it lacks. Touches its shapes only.

use super::shape::{Shape, Shapes};
use crate::{Category, Hint};

/// One hint for each category that the post is not, in the order of the categories.
pub(super) fn from(label: usize, shapes: &Shapes) -> Vec<Hint> {
    let hint = |category: Category| match category {
        Category::Promotional => promotional(shapes),
        Category::Curated => curated(shapes),
        Category::Engagement => engagement(shapes),
    };
    Category::ALL.into_iter().filter(|&category| category as usize != label).map(hint).collect()
}

fn promotional(shapes: &Shapes) -> Hint {
    if shapes.has(Shape::OwnLink) { Hint::Offer } else { Hint::OwnLink }
}

fn curated(shapes: &Shapes) -> Hint {
    let sourced = [Shape::Via, Shape::OtherLink, Shape::Repost].iter().any(|&shape| shapes.has(shape));
    if sourced { Hint::LessOfUs } else { Hint::Source }
}

fn engagement(shapes: &Shapes) -> Hint {
    let leads = shapes.has(Shape::OwnLink) || shapes.has(Shape::ShortLink) || shapes.has(Shape::OtherLink);
    match (shapes.has(Shape::Asking), leads) {
        (false, _) => Hint::Ask,
        (true, true) => Hint::DropLink,
        (true, false) => Hint::Address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Checker, Draft, Settings};

    fn hints(text: &str) -> Vec<Hint> {
        let draft = Draft { text: text.to_owned(), networks: vec!["x".to_owned()], ..Draft::default() };
        Checker::new(Settings::default()).0.check(&draft).category.hints
    }

    #[test]
    fn a_hint_names_what_is_not_there_yet() {
        assert!(hints("Buy our new bags today, 20% off in store").contains(&Hint::Ask));
        let teaser = hints("Ready for our sale? Shop now, 20% off: https://example.com");
        assert!(teaser.contains(&Hint::DropLink) && !teaser.contains(&Hint::Ask), "{teaser:?}");
        assert!(hints("Thank you all so much, you are wonderful!").contains(&Hint::OwnLink));
        assert!(hints("").is_empty());
    }
}
