//! Makes scores mean what they say: one factor a language, and the lead from which an answer is sure.

use std::collections::BTreeMap;

use crate::figures::Answer;
use crate::folds::Set;
use crate::linear::softmax;
use crate::pack::Dials;

/// An answer is sure where those like it are right so often.
const RIGHT: f64 = 0.9;

/// Finds them on rows whose accounts the scores' model has not seen.
pub fn dials(set: &Set, scores: &[(usize, [f64; 3])]) -> Dials {
    let (french, others): (Vec<_>, Vec<_>) = scores.iter().partition(|(at, _)| set.is_french(*at));
    let (sharpness, french) = (sharpness(set, &others), sharpness(set, &french));
    let mut dials = Dials { sharpness, french, sure: 0 };
    let answer = |(at, s): &(usize, [f64; 3])| set.answer(*at, *s, dials.factor(set.is_french(*at)));
    let answers: Vec<Answer> = scores.iter().map(answer).collect();
    dials.sure = sure(&answers);
    dials
}

/// The factor, in hundredths, under which the answers are likeliest.
fn sharpness(set: &Set, scores: &[(usize, [f64; 3])]) -> u16 {
    let better = |best: (u16, f64), hundredths: u16| {
        let loss = loss(set, scores, f64::from(hundredths) / 100.0);
        if loss < best.1 { (hundredths, loss) } else { best }
    };
    (30..=250).step_by(2).fold((100, f64::INFINITY), better).0
}

/// Every account counts alike: the one who will ask is another one each time.
fn loss(set: &Set, scores: &[(usize, [f64; 3])], sharpness: f64) -> f64 {
    let mut rows: BTreeMap<usize, f64> = BTreeMap::new();
    scores.iter().for_each(|(at, _)| *rows.entry(set.samples[*at].account).or_default() += 1.0);
    let of = |(at, scores): &(usize, [f64; 3])| {
        let (scores, sample) = (scores.map(|s| s * sharpness), &set.samples[*at]);
        let sum = softmax(scores).1;
        (0..3).map(|k| sample.target[k] * (sum - scores[k])).sum::<f64>() / rows[&sample.account]
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
