#!/usr/bin/env python3
"""Turn the word lists of data/text into one read-only hash table in C.

usage: lexicon.py OUT.c DIR
Called by the build. The table is open addressed, a power of two at most half full; the hash is
32-bit FNV-1a, as in src/text/lexicon.c.
"""
import os
import sys

KINDS = ["ABBR", "ABBR_NUM", "ABBR_NAME", "PREFIX", "SUFFIX", "PARTS", "UNIT", "WHOLE",
         "WHOLE_LOWER", "ENDING"]
MAX = 15  # longest entry in bytes


def fnv(word):
    h = 0x811C9DC5
    for b in word.encode():
        h = (h ^ b) * 0x01000193 & 0xFFFFFFFF
    return h


def lines(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as f:
        for line in f:
            line = line.strip()
            if line and not line.startswith("#"):
                yield line


def read(folder):
    words = {}

    def add(word, kind, cuts=(0, 0)):
        assert len(word.encode()) <= MAX, word
        kinds, old = words.get(word, (set(), (0, 0)))
        words[word] = (kinds | {kind}, cuts if cuts != (0, 0) else old)

    for line in lines(folder, "abbreviations.txt"):
        word, _, when = [x.strip() for x in line.partition("|")]
        assert word.endswith("."), word
        add(word[:-1], {"": "ABBR", "number": "ABBR_NUM", "name": "ABBR_NAME"}[when])
    for line in lines(folder, "affixes.txt"):
        if line.endswith("-"):
            add(line[:-1], "PREFIX")
        else:
            assert line.startswith("-"), line
            add(line[1:], "SUFFIX")
    for line in lines(folder, "contractions.txt"):
        parts = line.split()
        assert 2 <= len(parts) <= 3, line
        second = len(parts[0]) + len(parts[1]) if len(parts) == 3 else 0
        add("".join(parts), "PARTS", (len(parts[0]), second))
    for line in lines(folder, "whole.txt"):
        word, _, when = [x.strip() for x in line.partition("|")]
        add(word, {"": "WHOLE", "lower": "WHOLE_LOWER"}[when])
    for name, kind in [("units.txt", "UNIT"), ("endings.txt", "ENDING")]:
        for line in lines(folder, name):
            add(line, kind)
    return words


def main():
    out, folder = sys.argv[1:]
    words = read(folder)
    size = 64
    while size < 2 * len(words):
        size *= 2
    table = [None] * size
    for word in sorted(words):
        i = fnv(word) % size
        while table[i] is not None:
            i = (i + 1) % size
        table[i] = word
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Built by tools/text/lexicon.py from data/text: do not edit. */\n")
        f.write('#include "text/lexicon.h"\n\n')
        f.write("const uint32_t lgm_text_lexicon_size = %d;\n" % size)
        f.write("const lgm_text_entry lgm_text_lexicon[%d] = {\n" % size)
        for i, word in enumerate(table):
            if word is None:
                continue
            kinds, cuts = words[word]
            flags = " | ".join("LGM_WORD_" + k for k in KINDS if k in kinds)
            f.write('    [%d] = {"%s", %d, {%d, %d}, %s},\n'
                    % (i, word, len(word.encode()), cuts[0], cuts[1], flags))
        f.write("};\n")


main()
