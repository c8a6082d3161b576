#!/usr/bin/env python3
"""Turn the tables of data/areas, and the countries and regions of data/states, into one sorted table in C.

usage: areas.py OUT.c AREAS STATES
Called by the build. A phrase has the codes of all that it may name ("Punjab": IN.23 PK.04); but what areas.txt
says of a phrase counts alone, else a country.
"""
import os
import sys

from placefile import fold
from states import lines, listed

KINDS = {"oblast", "krai", "region", "province", "republic", "state", "governorate", "department", "district", "county",
         "prefecture", "city", "autonomous"}


def names(name):
    """"Kursk Oblast", and "Kursk" of it."""
    words = name.split()
    yield name
    while len(words) > 1 and words[-1].lower().rstrip("'") in KINDS:
        words = words[:-1]
        yield " ".join(words)


def main():
    out, areas, states = sys.argv[1:]
    ranks = []
    own = {}
    for phrases, codes in lines(areas, "areas"):
        for phrase in listed(phrases, ";"):
            own[fold(phrase)] = codes.split()
    ranks.append(own)
    countries = {}
    for codes, phrases, _, _ in lines(states, "countries"):
        for phrase in listed(phrases):
            countries.setdefault(fold(phrase), []).append(codes.split()[0])
    ranks.append(countries)
    found = {}
    for folder, name in ((states, "regions"), (areas, "first_order")):
        for phrase, code in lines(folder, name):
            for one in names(phrase):
                if code not in found.setdefault(fold(one), []):
                    found[fold(one)].append(code)
    ranks.append(found)
    table = {}
    for rank in reversed(ranks):
        table.update(rank)
    table.pop("", None)
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Built by tools/places/areas.py from data/areas and data/states: do not edit. */\n")
        f.write('#include "world/areas.h"\n\n')
        f.write("const uint32_t lgm_world_areas_size = %d;\n" % len(table))
        f.write("const lgm_world_area lgm_world_areas[%d] = {\n" % len(table))
        for phrase in sorted(table, key=str.encode):
            f.write('    {"%s", "%s"},\n' % (phrase, " ".join(table[phrase])))
        f.write("};\n")


if __name__ == "__main__":
    main()
