"""Word vectors to start from: those of spaCy's en_core_web_md (MIT), cut to 128 dimensions.

usage: word_vectors MODEL_DIR OUT.npz [--keys 150000]

MODEL_DIR is the folder of the spaCy model (with vocab/vectors, vocab/key2row, vocab/strings.json).
OUT holds rows f32 [20000][128] (principal components, scaled to unit mean norm) and the words that
share each row, most frequent first.
"""
import json

import msgpack
import numpy as np


def main(argv):
    folder, out = argv[:2]
    n_keys = int(argv[argv.index("--keys") + 1]) if "--keys" in argv else 150000
    vec = np.load(folder + "/vocab/vectors").astype(np.float32)
    with open(folder + "/vocab/key2row", "rb") as f:
        key2row = msgpack.unpackb(f.read(), strict_map_key=False)
    with open(folder + "/vocab/strings.json", encoding="utf-8") as f:
        strings = json.load(f)
    by_key = {hash_string(s): s for s in strings}
    words, rows = [], []
    for key, row in key2row.items():
        s = by_key.get(key)
        if s and not any(c.isspace() for c in s) and row >= 0:
            words.append(s)
            rows.append(row)
            if len(words) >= n_keys:
                break
    norm = vec / np.maximum(np.linalg.norm(vec, axis=1, keepdims=True), 1e-6)
    mean = norm.mean(0)
    _, s, vt = np.linalg.svd(norm - mean, full_matrices=False)
    low = (norm - mean) @ vt[:128].T
    low /= np.linalg.norm(low, axis=1).mean()
    print("kept variance %.3f, %d words" % ((s[:128] ** 2).sum() / (s ** 2).sum(), len(words)))
    np.savez(out, rows=low.astype(np.float32), word_row=np.array(rows, np.int32),
             words=np.array(words, dtype=object))


def hash_string(s):
    """spaCy's hash: MurmurHash64A of the UTF-8 bytes, seed 1."""
    data = s.encode("utf-8")
    m, r, mask = 0xC6A4A7935BD1E995, 47, (1 << 64) - 1
    h = 1 ^ (len(data) * m & mask)
    n = len(data) // 8 * 8
    for i in range(0, n, 8):
        k = int.from_bytes(data[i:i + 8], "little") * m & mask
        k = (k ^ k >> r) * m & mask
        h = (h ^ k) * m & mask
    if len(data) > n:
        h = (h ^ int.from_bytes(data[n:], "little")) * m & mask
    h = (h ^ h >> r) * m & mask
    return h ^ h >> r
