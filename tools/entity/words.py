#!/usr/bin/env python3
"""Turn the word lists of data/entity into one sorted table in C.

usage: words.py OUT.c DIR
Called by the build. Entries ascend in byte order, so that src/entity/words.c can halve its way.
"""
import os
import sys

FILES = [("titles", "TITLE"), ("suffixes", "SUFFIX"), ("legal_forms", "LEGAL"), ("bodies", "BODY"),
         ("small_words", "SMALL")]
MAX = 31  # longest entry in bytes


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
            assert len(line.encode()) <= MAX and line == line.lower() and "." not in line, line
            kinds.setdefault(line.encode(), []).append("LGM_NAME_" + kind)
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Built by tools/entity/words.py from data/entity: do not edit. */\n")
        f.write('#include "entity/words.h"\n\n')
        f.write("const uint32_t lgm_name_table_size = %d;\n" % len(kinds))
        f.write("const lgm_name_entry lgm_name_table[%d] = {\n" % len(kinds))
        for word in sorted(kinds):
            f.write('    {"%s", %s},\n' % (word.decode(), " | ".join(kinds[word])))
        f.write("};\n")


main()
