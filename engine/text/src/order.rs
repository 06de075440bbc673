//! Sorting in few bytes: the standard library's sorts are fast, and cost the download 5 KB for every
//! type they are used with.

/// Sorts so that no item stands before one that must come `before` it. Stable: items of which neither
/// comes before the other keep their order. Takes n log² n steps at most, and no memory.
pub fn sort_by<T>(items: &mut [T], before: &dyn Fn(&T, &T) -> bool) {
    if items.len() <= FEW {
        insert_each(items, before);
        return;
    }
    let mid = items.len() / 2;
    sort_by(&mut items[..mid], before);
    sort_by(&mut items[mid..], before);
    merge(items, mid, before);
}

/// So few are sorted by moving each to its place: no halves, fewer calls.
const FEW: usize = 12;

fn insert_each<T>(items: &mut [T], before: &dyn Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && before(&items[at], &items[at - 1]) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// Merges two sorted halves in place, by turning the middle around.
fn merge<T>(items: &mut [T], mid: usize, before: &dyn Fn(&T, &T) -> bool) {
    let len = items.len();
    if mid == 0 || mid == len || !before(&items[mid], &items[mid - 1]) {
        return;
    }
    if len == 2 {
        items.swap(0, 1);
        return;
    }
    // The middle item of the longer half splits the other half by where it belongs.
    let (left, right) = if mid > len / 2 {
        let left = mid / 2;
        (left, mid + items[mid..].partition_point(|x| before(x, &items[left])))
    } else {
        let right = mid + (len - mid) / 2;
        (items[..mid].partition_point(|x| !before(&items[right], x)), right)
    };
    items[left..right].rotate_left(mid - left);
    let turned = left + right - mid;
    let (head, tail) = items.split_at_mut(turned);
    merge(head, left.min(turned), before);
    merge(tail, right - turned, before);
}

/// Sorts by the items' own order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, &|a, b| a < b);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_sorts_like_the_standard_library_and_keeps_equal_items_in_order() {
        let mut seed = 12345u32;
        for len in [0, 1, 2, 3, 5, 8, 13, 100, 1000, 5000] {
            let mut items: Vec<(u32, usize)> = (0..len)
                .map(|i| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 24, i)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by(&mut items, &|a, b| a.0 < b.0);
            assert_eq!(items, expected, "{len} items");
        }
    }
}
