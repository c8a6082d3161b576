#!/usr/bin/env python3
"""Many reports out of some: their names, places and dates are others each time round.

usage: many_reports.py FILE.jsonl[.gz] N

FILE has reports (id, text, date, ...), or records of reports as `legomena read -f jsonl` gives them, one a line;
N lines of the same kind go to standard output, always the same for the same file. Words with a capital letter
that stand in fewer than one line of 50 get other letters, as many as they had, so that spans of a record stay
right and a name is one name throughout its line; "Monday" and "Washington" stay. Which letters: the k-th time
round those of one of k + 1 forms, so that new names keep coming, ever fewer of them. Years go on by one each
time round, for 25 years. A publisher is one of 50.
"""
import argparse
import collections
import gzip
import json
import re
import sys
import zlib

NAME = re.compile(r"(?:(?<=\\n)|\b)[A-Z][a-z]{2,}\b")
YEAR = re.compile(r'(?<=")(?:19|20)\d\d(?=["-])')
ADDRESS = re.compile(r'"(?:id|url)": ?(?:"[^"]*"|null), ?')
PUBLISHER = re.compile(r'"publisher": ?"')
COMMON = 1 / 50
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnprstvwyz"


def form(word, k):
    """The k-th form of a word; the word itself is the 0th."""
    if not k:
        return word
    seed, out = zlib.crc32(b"%d %s" % (k, word.encode())), ""
    for c in word.lower():
        letters = VOWELS if c in VOWELS else CONSONANTS
        out += letters[seed % len(letters)]
        seed = seed * 1103515245 + 12345 & 0xffffffff
        seed ^= seed >> 16
    return out.capitalize()


class Line:
    """A line cut into what stays (even places) and names (odd places)."""

    def __init__(self, line, common):
        self.pieces, at = [], 0
        for m in NAME.finditer(line):
            if m.group() in common:
                continue
            self.pieces += [line[at:m.start()], m.group()]
            at = m.end()
        self.pieces.append(line[at:])

    def varied(self, i, k):
        names = {w: form(w, zlib.crc32(b"%d %s" % (k, w.encode())) % (k + 1)) for w in set(self.pieces[1::2])}
        line = "".join(names[p] if n % 2 else p for n, p in enumerate(self.pieces))
        line = YEAR.sub(lambda m: str(int(m.group()) + k % 25), line)
        return PUBLISHER.sub(lambda m: m.group() + "Paper %d of " % (i % 50), line, count=1)


def read(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as f:
        for line in f:
            if '"legomena"' not in line[:20]:
                wanted = json.loads(line)
                line = json.dumps({k: wanted[k] for k in ("title", "publisher", "date", "text") if wanted.get(k)})
            yield line.strip()


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("file")
    ap.add_argument("n", type=int)
    o = ap.parse_args()
    lines, seen = list(read(o.file)), collections.Counter()
    for line in lines:
        seen.update(set(NAME.findall(line)))
    common = {w for w, n in seen.items() if n > COMMON * len(lines)}
    lines = [Line(line, common) for line in lines]
    for i in range(o.n):
        line = lines[i % len(lines)].varied(i, i // len(lines))
        address = '{"id": "r%d", "url": "https://mill.example/%016x/%d", ' % (
            i, (i + 1) * 0x9e3779b97f4a7c15 & 0xffffffffffffffff, i)
        print(address + ADDRESS.sub("", line[1:], count=2))


if __name__ == "__main__":
    try:
        main()
    except BrokenPipeError:
        sys.stderr.close()
