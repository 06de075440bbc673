//! From scores to shares of a hundred percent, the same to the last digit on every machine.

/// Hundredths of a percent in the whole.
const WHOLE: u16 = 10_000;

/// The softmax of the scores, in hundredths of a percent that sum to exactly 10,000: what rounding
/// leaves over goes to the largest remainders. `libm` only: the standard library's `exp` differs
/// between native code and wasm.
pub(crate) fn shares(scores: [f64; 3]) -> [u16; 3] {
    let top = scores[0].max(scores[1]).max(scores[2]);
    let powers = scores.map(|s| libm::exp(s - top));
    let sum = powers[0] + powers[1] + powers[2];
    let exact = powers.map(|p| p / sum * f64::from(WHOLE));
    let mut out = exact.map(|x| x as u16);
    let mut left = WHOLE - out.iter().sum::<u16>().min(WHOLE);
    while left > 0 {
        let rest = |i: usize| exact[i] - f64::from(out[i]);
        let largest = (1..3).fold(0, |best, i| if rest(i) > rest(best) { i } else { best });
        out[largest] += 1;
        left -= 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_sum_to_the_whole_and_keep_the_order() {
        for a in -40..40 {
            for b in -40..40 {
                let scores = [f64::from(a) / 7.0, f64::from(b) / 9.0, 0.0];
                let out = shares(scores);
                assert_eq!(out.iter().sum::<u16>(), WHOLE, "{scores:?}");
                for (i, j) in [(0, 1), (1, 2), (0, 2)] {
                    assert!(scores[i] <= scores[j] || out[i] >= out[j], "{scores:?} {out:?}");
                }
            }
        }
    }

    #[test]
    fn equal_scores_share_alike_and_extremes_do_not_overflow() {
        assert_eq!(shares([0.0; 3]), [3334, 3333, 3333]);
        assert_eq!(shares([900.0, -900.0, 0.0]), [10_000, 0, 0]);
    }
}
