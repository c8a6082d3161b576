#!/usr/bin/env python3
"""Turn the word lists of data/coref into one sorted table in C.

usage: words.py OUT.c DIR
Called by the build. Entries ascend in byte order, so that src/coref/speaker.c can halve its way.
"""
import os
import sys

FILES = [("outlets", "OUTLET"), ("outlet_words", "OUTLET_WORD"), ("anonymous", "ANONYMOUS"), ("crowds", "CROWD"),
         ("documents", "DOCUMENT")]
MAX = 47  # longest entry in bytes
WORDS = 4  # and in words


def lines(folder, name):
    with open(os.path.join(folder, name + ".txt"), encoding="utf-8") as f:
        for line in f:
            line = " ".join(line.split())
            if line and not line.startswith("#"):
                yield line


def main():
    out, folder = sys.argv[1:]
    kinds = {}
    for name, kind in FILES:
        for line in lines(folder, name):
            assert len(line.encode()) <= MAX and line == line.lower() and len(line.split()) <= WORDS, line
            kinds.setdefault(line.encode(), []).append("LGM_SPEAKS_" + kind)
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Built by tools/coref/words.py from data/coref: do not edit. */\n")
        f.write('#include "coref/speaks.h"\n\n')
        f.write("const uint32_t lgm_speaks_table_size = %d;\n" % len(kinds))
        f.write("const lgm_speaks_entry lgm_speaks_table[%d] = {\n" % len(kinds))
        for word in sorted(kinds):
            f.write('    {"%s", %s},\n' % (word.decode(), " | ".join(kinds[word])))
        f.write("};\n")


main()
