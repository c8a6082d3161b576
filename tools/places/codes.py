#!/usr/bin/env python3
"""Turn countries.txt and codes.txt of data/states into a C table of what codes mean.

usage: codes.py OUT.c DIR
Called by the build. Codes ascend in byte order, so that src/actor/codes.c can halve its way. Each part of
every actor code of bodies.txt, seats.txt and roles.txt must have words.
"""
import sys

from states import lines, listed


def words(folder):
    table = {}
    for codes, names, _, _ in lines(folder, "countries"):
        for code in codes.split() if names else []:
            table[code] = listed(names)[0]
    for code, text in lines(folder, "codes"):
        if code in table:
            raise SystemExit("codes.py: %s is there twice" % code)
        table[code] = text
    return table


def used(folder):
    for table in ("bodies", "seats"):
        for line in lines(folder, table):
            if line[1] != "-":
                yield from (line[1][i:i + 3] for i in range(0, len(line[1]), 3))
    for what, _ in lines(folder, "roles"):
        if what.split()[1] != "-":
            yield what.split()[1]


def main():
    out, folder = sys.argv[1:]
    table = words(folder)
    missing = sorted(set(used(folder)) - set(table))
    if missing:
        raise SystemExit("codes.py: without words: %s" % " ".join(missing))
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Built by tools/places/codes.py from data/states: do not edit. */\n")
        f.write('#include "actor/code_table.h"\n\n')
        f.write("const uint32_t lgm_actor_n_codes = %d;\n" % len(table))
        f.write("const lgm_actor_code lgm_actor_codes[%d] = {\n" % len(table))
        for code in sorted(table):
            f.write('    {"%s", "%s"},\n' % (code, table[code]))
        f.write("};\n")


if __name__ == "__main__":
    main()
