//! A short stamp over some bytes: 64-bit FNV-1a. It tells versions apart; it proves nothing.

/// The stamp as a number.
pub(crate) fn fnv(bytes: &[u8]) -> u64 {
    more(0xCBF2_9CE4_8422_2325, bytes)
}

/// The stamp of what `hash` is the stamp of, and more.
pub(crate) fn more(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}

/// The stamp as sixteen hexadecimal digits.
pub(crate) fn digest(bytes: &[u8]) -> String {
    hex(fnv(bytes))
}

/// A stamp as sixteen hexadecimal digits.
pub(crate) fn hex(hash: u64) -> String {
    (0..16).rev().filter_map(|i| char::from_digit((hash >> (i * 4)) as u32 & 15, 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn the_stamp_is_that_of_the_published_test_vectors() {
        assert_eq!(digest(b""), "cbf29ce484222325");
        assert_eq!(digest(b"a"), "af63dc4c8601ec8c");
        assert_eq!(digest(b"foobar"), "85944171f73967e8");
    }
}
