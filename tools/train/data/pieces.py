"""Word pieces of a form, as docs/notes/en-accurate.md defines them (the engine computes the same).

    vocab = read_vocab(folder + '/vocab.txt')       # a dict from the piece to its id: 'cafe', '##s' ...
    pieces('Café’s', vocab)                         # [7668, 1521, 1055]
    shape_row('Café’s', 512)                        # the row of emb.shape

    python -m train.data pieces MODEL_DIR DATA.pkl   # compares with the tokenizer of the folder
"""
import collections
import functools
import os
import unicodedata

import numpy as np

from train.data import features

PREFIX_SEED, CONTINUATION_SEED, SHAPE_SEED = 8, 9, 7
MAX_PIECES = 32
MAX_WORD = 100  # code points
UNKNOWN = "[UNK]"
IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
              (0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
ASCII_PUNCTUATION = ((33, 47), (58, 64), (91, 96), (123, 126))


def read_vocab(path):
    with open(path, encoding="utf-8") as f:
        return {line.rstrip("\n"): i for i, line in enumerate(f)}


def _within(c, ranges):
    return any(a <= ord(c) <= b for a, b in ranges)


@functools.lru_cache(maxsize=None)
def _clean(c):
    """What is left of one code point: a string of none, one or several, already lowered."""
    if unicodedata.category(c)[0] == "C":
        return ""
    parts = unicodedata.normalize("NFD", c)
    return "".join(features.lower_cp(p) for p in parts if unicodedata.category(p) != "Mn")


@functools.lru_cache(maxsize=None)
def _stands_alone(c):
    return (_within(c, ASCII_PUNCTUATION) or unicodedata.category(c)[0] == "P" or _within(c, IDEOGRAPHS))


def words(form):
    """The words of a form, cleaned: white space between, punctuation and ideographs alone."""
    out, word = [], ""
    for c in "".join(map(_clean, form)):
        space, alone = unicodedata.category(c)[0] == "Z", _stands_alone(c)
        if space or alone:
            out += [word] if word else []
            word = ""
            out += [c] if alone else []
        else:
            word += c
    return out + [word] if word else out


def cut(word, vocab):
    """Greedily the longest pieces, or the one unknown piece."""
    unknown = [vocab[UNKNOWN]]
    if len(word) > MAX_WORD:
        return unknown
    out, at = [], 0
    while at < len(word):
        for end in range(len(word), at, -1):
            row = vocab.get(("##" if at else "") + word[at:end])
            if row is not None:
                break
        else:
            return unknown
        out.append(row)
        at = end
    return out


STRAIGHT = str.maketrans("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f", "\'" * 4 + '"' * 4)


def pieces(form, vocab):
    """The ids of the pieces of one form: at least one, at most MAX_PIECES."""
    out = []
    for word in words(form.translate(STRAIGHT)):
        out += cut(word, vocab)
        if len(out) >= MAX_PIECES:
            return out[:MAX_PIECES]
    return out or [vocab[UNKNOWN]]


def put_into(data, folder):
    """What a batch for the transformer needs of every form of data (data/documents.py); what stood in its place before."""
    vocab, before = read_vocab(folder + "/vocab.txt"), data["features"][:, 6].copy()
    data["pieces"] = [np.array(pieces(f, vocab), np.int64) for f in data["forms"]]
    data["features"][:, 6] = [shape_row(f) for f in data["forms"]]
    return before


def take_out(data, before):
    del data["pieces"]
    data["features"][:, 6] = before


def shape_row(form, n_rows=512):
    return features.hash64(SHAPE_SEED, features.shape(form.translate(STRAIGHT))) % n_rows


def table(vocab):
    """`vocab.hash` (ascending) and `vocab.row` of the model file. Pieces in brackets ([CLS], [UNK],
    [unused0]) are no text and cannot be looked up: a bracket is a word of its own."""
    seen = []
    for piece, row in vocab.items():
        if piece.startswith("##") and len(piece) > 2:
            seen.append((features.hash64(CONTINUATION_SEED, piece[2:]), row))
        elif not (len(piece) > 2 and piece[0] == "[" and piece[-1] == "]"):
            seen.append((features.hash64(PREFIX_SEED, piece), row))
    seen.sort()
    if any(a == b for (a, _), (b, _) in zip(seen, seen[1:])):
        raise ValueError("two pieces with one hash")
    return np.array([h for h, _ in seen], np.uint64), np.array([row for _, row in seen], np.uint16)


def main(argv):
    import pickle
    from tokenizers import Tokenizer
    folder, data = argv
    vocab = read_vocab(os.path.join(folder, "vocab.txt"))
    t = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
    t.no_padding()
    t.no_truncation()
    with open(data, "rb") as f:
        forms = pickle.load(f)["forms"]
    theirs = [e.ids for e in t.encode_batch(list(forms), add_special_tokens=False)]
    other, why = [], collections.Counter()
    for form, their in zip(forms, theirs):
        if pieces(form, vocab) != their:
            other.append(form)
            why["none there" if not their else "more than 32" if len(their) > MAX_PIECES
                and pieces(form, vocab) == their[:MAX_PIECES] else "else"] += 1
    print("%d of %d forms differ: %s" % (len(other), len(forms), dict(why)))
    for form in other[:40]:
        print(repr(form), pieces(form, vocab), t.encode(form, add_special_tokens=False).ids)
