//! Every word that any pattern or list asks for, and what it may be: one look-up a token.

/// The number of no word.
pub(crate) const NONE: u32 = u32::MAX;

/// Words to labels, by open addressing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionary {
    bytes: String,
    /// End of word `i` in `bytes`; it begins where the word before ends.
    ends: Vec<u32>,
    /// The labels of word `i`.
    labels: Vec<Vec<u32>>,
    /// How many of them stand first.
    firsts: Vec<u32>,
    /// Index of a word plus one, 0 for an empty slot; the length is a power of two.
    slots: Vec<u32>,
}

impl Dictionary {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn word(&self, i: u32) -> &str {
        let i = i as usize;
        let start = if i == 0 { 0 } else { self.ends[i - 1] as usize };
        &self.bytes[start..self.ends[i] as usize]
    }

    /// The labels of word `i`; none of no word.
    pub(crate) fn labels(&self, i: u32) -> &[u32] {
        self.labels.get(i as usize).map_or(&[], Vec::as_slice)
    }

    /// Those of them that [`Self::part`] puts first.
    pub(crate) fn first_labels(&self, i: u32) -> &[u32] {
        let count = self.firsts.get(i as usize).map_or(0, |&count| count as usize);
        self.labels(i).get(..count).unwrap_or_default()
    }

    /// Puts labels that are asked for more often before the others of their word.
    pub(crate) fn part(&mut self, is_first: impl Fn(u32) -> bool) {
        self.firsts.clear();
        for labels in &mut self.labels {
            let mut count = 0;
            for at in 0..labels.len() {
                if is_first(labels[at]) {
                    labels.swap(count, at);
                    count += 1;
                }
            }
            self.firsts.push(count as u32);
        }
    }

    pub(crate) fn find(&self, sigil: u8, word: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let mask = self.slots.len() - 1;
        let mut slot = hash(sigil, word) as usize & mask;
        loop {
            match self.slots[slot] {
                0 => return None,
                i if self.is(i - 1, sigil, word) => return Some(i - 1),
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// The index of a word, added when it is new.
    pub(crate) fn intern(&mut self, sigil: u8, word: &str) -> u32 {
        if let Some(i) = self.find(sigil, word) {
            return i;
        }
        self.bytes.push(char::from(sigil));
        self.bytes.push_str(word);
        self.ends.push(self.bytes.len() as u32);
        self.labels.push(Vec::new());
        if self.ends.len() * 2 > self.slots.len() {
            self.rehash();
        } else {
            self.place(self.ends.len() as u32 - 1);
        }
        self.ends.len() as u32 - 1
    }

    pub(crate) fn add_label(&mut self, i: u32, label: u32) {
        let labels = &mut self.labels[i as usize];
        if !labels.contains(&label) {
            labels.push(label);
        }
    }

    pub(crate) fn drop_label(&mut self, i: u32, keep: impl Fn(u32) -> bool) {
        self.labels[i as usize].retain(|&l| keep(l));
    }

    fn is(&self, i: u32, sigil: u8, word: &str) -> bool {
        let own = self.word(i).as_bytes();
        own.len() == word.len() + 1 && own[0] == sigil && &own[1..] == word.as_bytes()
    }

    fn rehash(&mut self) {
        let size = (self.ends.len() * 4).next_power_of_two().max(64);
        self.slots = vec![0; size];
        for i in 0..self.ends.len() as u32 {
            self.place(i);
        }
    }

    fn place(&mut self, i: u32) {
        let mask = self.slots.len() - 1;
        let word = self.word(i);
        let mut slot = hash(word.as_bytes()[0], &word[1..]) as usize & mask;
        while self.slots[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        self.slots[slot] = i + 1;
    }
}

/// FNV-1a, with its high bits mixed in: the mask takes the low ones.
fn hash(sigil: u8, word: &str) -> u32 {
    let mut h = (0x811C_9DC5 ^ u32::from(sigil)).wrapping_mul(0x0100_0193);
    for &b in word.as_bytes() {
        h = (h ^ u32::from(b)).wrapping_mul(0x0100_0193);
    }
    h ^ (h >> 15)
}
