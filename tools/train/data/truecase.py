"""Texts in capitals as they may have been written: each word with the case that it most often has elsewhere.

usage: truecase CAPITALS.jsonl OUT.jsonl CASED.jsonl[.gz] ...

CASED are reports in mixed case, from whose words within sentences the case is counted. No character moves, so
that gold spans stay right.
"""
import argparse
import collections
import gzip
import json
import re

WITHIN = re.compile(r"(?<=[a-z,] )([A-Za-z][A-Za-z'\-]*)")  # a word that begins no sentence
PIECES = re.compile(r"[A-Z][A-Z']*|[.?!]|\n\n|.", re.S)


def count(paths):
    """{word in lower case: [in lower case, with a capital, in capitals]}"""
    seen = collections.defaultdict(lambda: [0, 0, 0])
    for path in paths:
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as f:
            for line in f:
                for m in WITHIN.finditer(json.loads(line)["text"]):
                    w = m[1]
                    seen[w.lower()][0 if w.islower() else 2 if w.isupper() and len(w) > 1 else 1] += 1
    return seen


def cased(word, seen):
    lower, capital, capitals = seen.get(word.lower(), (0, 0, 0))
    short = len(word) <= 5 and not re.search("[AEIOU].*[AEIOU]", word)  # "FMLN"
    if capitals > max(lower, capital) or (lower + capital == 0 and short):
        return word
    if lower >= capital and lower > 0:
        return word.lower()
    return word[0] + word[1:].lower()


def truecase(text, seen):
    start, out = True, []
    for m in PIECES.finditer(text):
        piece = m[0]
        if piece[0].isalpha() and piece.isascii():
            piece = cased(piece, seen)
            piece = piece[0].upper() + piece[1:] if start else piece
            start = False
        elif piece in (".", "?", "!", "\n\n"):
            start = True
        out.append(piece)
    return "".join(out)


def main(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("capitals")
    ap.add_argument("out")
    ap.add_argument("cased", nargs="+")
    o = ap.parse_args(argv)
    seen = count(o.cased)
    with open(o.capitals, encoding="utf-8") as f, open(o.out, "w", encoding="utf-8") as to:
        for line in f:
            d = json.loads(line)
            d["text"] = truecase(d["text"], seen)
            to.write(json.dumps(d) + "\n")
