//! Makes scores mean what they say: one factor for all of them, and the lead from which an answer is sure.

use crate::figures::Answer;
use crate::folds::Set;
use crate::linear::softmax;
use crate::pack::Dials;

/// An answer is sure where those like it are right so often.
const RIGHT: f64 = 0.9;

/// Finds both on rows whose accounts the scores' model has not seen.
pub fn dials(set: &Set, scores: &[(usize, [f64; 3])]) -> Dials {
    let sharpness = (30..=250_u16).step_by(2).fold((100, f64::INFINITY), |best, hundredths| {
        let loss = loss(set, scores, f64::from(hundredths) / 100.0);
        if loss < best.1 { (hundredths, loss) } else { best }
    });
    let sharpness = sharpness.0;
    let answers: Vec<Answer> = scores.iter().map(|(at, s)| set.answer(*at, *s, f64::from(sharpness) / 100.0)).collect();
    Dials { sharpness, sure: sure(&answers) }
}

fn loss(set: &Set, scores: &[(usize, [f64; 3])], sharpness: f64) -> f64 {
    let of = |(at, scores): &(usize, [f64; 3])| {
        let (scores, target) = (scores.map(|s| s * sharpness), set.samples[*at].target);
        let sum = softmax(scores).1;
        (0..3).map(|k| target[k] * (sum - scores[k])).sum::<f64>()
    };
    scores.iter().map(of).sum()
}

/// The smallest lead, in hundredths of a percent, from which answers are right often enough.
fn sure(answers: &[Answer]) -> u16 {
    let is_enough = |lead: u16| {
        let among = answers.iter().filter(|a| a.lead() * 10_000.0 >= f64::from(lead));
        let (right, all) = among.fold((0.0, 0.0), |(right, all), a| (right + a.right(), all + 1.0));
        right >= RIGHT * all
    };
    (0..9_500).step_by(100).find(|lead| is_enough(*lead)).unwrap_or(9_500)
}
