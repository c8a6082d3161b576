"""Features of a form, as docs/notes/en-fast.md defines them (the engine computes the same).

A vocabulary is a dict from the low 32 bits of hash64(1, form) to a row of the word table.
"""
import unicodedata

MASK = (1 << 64) - 1
SUB_SEEDS = (2, 3, 4, 5, 6, 7)


def hash64(seed, text):
    """FNV-1a over the UTF-8 bytes, then the finaliser of MurmurHash3 (src/base/hash.c)."""
    h = 14695981039346656037 ^ (seed * 0x9E3779B97F4A7C15 & MASK)
    for b in text.encode("utf-8"):
        h = (h ^ b) * 1099511628211 & MASK
    h ^= h >> 33
    h = h * 0xFF51AFD7ED558CCD & MASK
    h ^= h >> 33
    h = h * 0xC4CEB9FE1A85EC53 & MASK
    return h ^ h >> 33


def lower_cp(c):
    low = c.lower()
    return low if len(low) == 1 else c


def lower(form):
    return "".join(map(lower_cp, form))


def digits_to_zero(low):
    return "".join("0" if unicodedata.category(c) == "Nd" else c for c in low)


def shape(form):
    out = []
    for c in form:
        if lower_cp(c) != c:
            s = "X"
        else:
            cat = unicodedata.category(c)
            s = "x" if cat[0] == "L" else "d" if cat == "Nd" else c
        if out[-3:] != [s, s, s]:
            out.append(s)
    return "".join(out)


def word_row(form, low, vocab, n_vocab_rows, n_oov_rows):
    for x in (form, low, digits_to_zero(low)):
        row = vocab.get(hash64(1, x) & 0xFFFFFFFF)
        if row is not None:
            return row
    return n_vocab_rows + hash64(1, low) % n_oov_rows


def rows(form, vocab, n_vocab_rows, n_oov_rows, n_sub_rows):
    """[word row, six rows of the sub-word table]"""
    low = lower(form)
    parts = (low, low[:3], low[-2:], low[-3:], low[-4:], shape(form))
    return [word_row(form, low, vocab, n_vocab_rows, n_oov_rows)] + [
        hash64(s, x) % n_sub_rows for s, x in zip(SUB_SEEDS, parts)]
