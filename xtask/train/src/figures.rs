//! How right the answers are: F1, confusion, calibration, agreement of readers.

/// What was answered for one row.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    /// Its label.
    pub label: usize,
    /// Its second label, where the guide leaves it open.
    pub alt: Option<usize>,
    /// How likely each category is said to be.
    pub shares: [f64; 3],
    /// Whether the answer is sure.
    pub sure: bool,
}

impl Answer {
    /// The likeliest.
    pub fn said(&self) -> usize {
        (1..3).fold(0, |best, i| if self.shares[i] > self.shares[best] { i } else { best })
    }

    /// How far the likeliest is ahead.
    pub fn lead(&self) -> f64 {
        let said = self.said();
        let second = (0..3).filter(|&i| i != said).map(|i| self.shares[i]).fold(0.0, f64::max);
        self.shares[said] - second
    }

    /// How often a reader would agree: half where the readers are divided.
    pub fn right(&self) -> f64 {
        match self.alt {
            Some(alt) if self.said() == self.label || self.said() == alt => 0.5,
            Some(_) => 0.0,
            None => f64::from(u8::from(self.said() == self.label)),
        }
    }
}

/// `seen[label][answer]` of the clear rows.
pub fn confusion<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> [[u32; 3]; 3] {
    let mut seen = [[0; 3]; 3];
    for answer in answers.into_iter().filter(|a| a.alt.is_none()) {
        seen[answer.label][answer.said()] += 1;
    }
    seen
}

/// F1 of each category.
pub fn f1(seen: &[[u32; 3]; 3]) -> [f64; 3] {
    [0, 1, 2].map(|at| {
        let labelled: u32 = seen[at].iter().sum();
        let answered: u32 = seen.iter().map(|row| row[at]).sum();
        f64::from(2 * seen[at][at]) / f64::from((labelled + answered).max(1))
    })
}

/// The mean of the three.
pub fn macro_f1(seen: &[[u32; 3]; 3]) -> f64 {
    f1(seen).iter().sum::<f64>() / 3.0
}

/// Share of right answers.
pub fn accuracy(seen: &[[u32; 3]; 3]) -> f64 {
    let all: u32 = seen.iter().flatten().sum();
    f64::from((0..3).map(|at| seen[at][at]).sum::<u32>()) / f64::from(all.max(1))
}

/// One bar of the calibration plot: how many answers, how likely they said they were, how often right.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bar {
    /// Answers.
    pub count: f64,
    /// Mean of the shares.
    pub said: f64,
    /// Share that was right.
    pub right: f64,
}

/// Ten bars over the share of the likeliest.
pub fn calibration<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> [Bar; 10] {
    let mut bars = [Bar::default(); 10];
    for answer in answers {
        let share = answer.shares[answer.said()];
        let bar = &mut bars[((share * 10.0) as usize).min(9)];
        bar.count += 1.0;
        bar.said += share;
        bar.right += answer.right();
    }
    bars.map(|b| {
        let n = b.count.max(1.0);
        Bar { count: b.count, said: b.said / n, right: b.right / n }
    })
}

/// Expected calibration error over the bars.
pub fn ece(bars: &[Bar; 10]) -> f64 {
    let all: f64 = bars.iter().map(|b| b.count).sum();
    bars.iter().map(|b| b.count / all.max(1.0) * (b.said - b.right).abs()).sum()
}

/// Cohen's kappa of pairs of labels, and the share that agrees.
pub fn kappa(pairs: &[(usize, usize)]) -> (f64, f64) {
    let n = pairs.len().max(1) as f64;
    let agree = pairs.iter().filter(|(a, b)| a == b).count() as f64 / n;
    let share = |side: &dyn Fn(&(usize, usize)) -> usize, k: usize| {
        pairs.iter().filter(|pair| side(pair) == k).count() as f64 / n
    };
    let chance: f64 = (0..3).map(|k| share(&|p| p.0, k) * share(&|p| p.1, k)).sum();
    (if chance < 1.0 { (agree - chance) / (1.0 - chance) } else { 1.0 }, agree)
}
