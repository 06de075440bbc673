//! Finds the lowest point of a smooth function: L-BFGS with halving steps. Only + - * / and sqrt, so that
//! every machine takes the same way.

/// How many steps back are remembered.
const MEMORY: usize = 8;

/// Goes down from `x` for at most `rounds` steps. `at` gives the value at a point and fills in the slope.
pub fn descend(x: &mut [f64], rounds: usize, mut at: impl FnMut(&[f64], &mut [f64]) -> f64) {
    let n = x.len();
    let (mut slope, mut next_slope) = (vec![0.0; n], vec![0.0; n]);
    let mut value = at(x, &mut slope);
    let mut past: Vec<(Vec<f64>, Vec<f64>, f64)> = Vec::new();
    for round in 0..rounds {
        let way = direction(&slope, &past);
        let fall = dot(&way, &slope);
        if fall >= 0.0 {
            break;
        }
        let mut step = if round == 0 { 1.0 / dot(&slope, &slope).sqrt().max(1.0) } else { 1.0 };
        let (next, next_value) = loop {
            let next: Vec<f64> = x.iter().zip(&way).map(|(x, w)| x + step * w).collect();
            let next_value = at(&next, &mut next_slope);
            if next_value <= value + 1e-4 * step * fall || step < 1e-9 {
                break (next, next_value);
            }
            step *= 0.5;
        };
        let moved: Vec<f64> = next.iter().zip(x.iter()).map(|(a, b)| a - b).collect();
        let bent: Vec<f64> = next_slope.iter().zip(&slope).map(|(a, b)| a - b).collect();
        let curve = dot(&moved, &bent);
        let gain = value - next_value;
        x.copy_from_slice(&next);
        std::mem::swap(&mut slope, &mut next_slope);
        value = next_value;
        if curve > 1e-12 {
            past.push((moved, bent, 1.0 / curve));
            if past.len() > MEMORY {
                past.remove(0);
            }
        }
        if gain < 1e-7 * (1.0 + value.abs()) {
            break;
        }
    }
}

fn direction(slope: &[f64], past: &[(Vec<f64>, Vec<f64>, f64)]) -> Vec<f64> {
    let mut way: Vec<f64> = slope.iter().map(|s| -s).collect();
    let mut parts = Vec::with_capacity(past.len());
    for (moved, bent, rho) in past.iter().rev() {
        let part = rho * dot(moved, &way);
        way.iter_mut().zip(bent).for_each(|(w, b)| *w -= part * b);
        parts.push(part);
    }
    if let Some((moved, bent, _)) = past.last() {
        let scale = dot(moved, bent) / dot(bent, bent);
        way.iter_mut().for_each(|w| *w *= scale);
    }
    for ((moved, bent, rho), part) in past.iter().zip(parts.iter().rev()) {
        let other = rho * dot(bent, &way);
        way.iter_mut().zip(moved).for_each(|(w, m)| *w += (part - other) * m);
    }
    way
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
