#!/usr/bin/env python3
"""Turn the table of publishers into C: src/origin/publisher_table.h has its types.

usage: publishers.py OUT.c DATA
Called by the build. Reads DATA/*.txt; a line is  kind | names | hosts | owners | example.
"""
import pathlib
import re
import sys

KINDS = ("agency", "paper", "broadcaster", "site", "owner", "state")
FOR_EVER = 999999


def folded(name):
    """As fold() of src/origin/publisher.c has it."""
    name = re.sub(r"[.'\u2019]", "", name.lower())
    name = " ".join(re.sub(r"[-_/,:!]", " ", name).split())
    return name[4:] if name.startswith("the ") else name


def month(text):
    """"2013-07" is 201307, "2013" is 201301."""
    year, _, number = text.partition("-")
    assert len(year) == 4 and 1 <= int(number or 1) <= 12, text
    return 100 * int(year) + int(number or 1)


def owners(text):
    for part in filter(None, map(str.strip, text.split(";"))):
        name, span = re.fullmatch(r"(.*) (\d{4}\S*)", part).groups()
        since, dots, until = span.partition("..")
        assert dots, part
        yield name, month(since), month(until) if until else FOR_EVER


def read(folder):
    for path in sorted(pathlib.Path(folder).glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            cells = [c.strip() for c in line.split("|")]
            where = f"{path.name}:{number}"
            assert len(cells) in (4, 5) and cells[0] in KINDS, where
            names = [n.strip() for n in cells[1].split(";")]
            hosts = [h.strip() for h in cells[2].split(",") if h.strip()]
            assert all(names) and all(re.fullmatch(r"[a-z0-9.-]+", h) and not h.startswith("www.") for h in hosts), where
            yield where, cells[0], names, hosts, list(owners(cells[3]))


def keys(found, take):
    """{key: line}, where no two lines have one key."""
    out = {}
    for i, entry in enumerate(found):
        for key in take(entry):
            assert out.setdefault(key, i) == i, f"{entry[0]}: {key} stands in {found[out[key]][0]} too"
    return out


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main():
    out, folder = sys.argv[1:]
    found = list(read(folder))
    names = keys(found, lambda e: [folded(n) for n in e[2]])
    hosts = keys(found, lambda e: e[3])
    ties, lines = [], []
    for where, kind, own, _, tied in found:
        lines.append(f"    {{{quoted(own[0])}, LGM_PUBLISHER_{kind.upper()}, {len(ties)}, {len(tied)}}},")
        last = 0
        for name, since, until in tied:
            assert folded(name) in names, f"{where}: no line for the owner {name}"
            assert last <= since < until, f"{where}: {name} does not follow the owner before"
            ties.append(f"    {{{names[folded(name)]}, {since}, {until}}},")
            last = until
    text = ["/* Made by tools/publishers.py from data/origin: do not edit. */", '#include "origin/publisher_table.h"', "",
            "const lgm_origin_line lgm_origin_lines[] = {", *lines, "};", "",
            "const lgm_origin_tie lgm_origin_ties[] = {", *ties, "};"]
    for what, table in (("names", names), ("hosts", hosts)):
        text += ["", f"const lgm_origin_key lgm_origin_{what}[] = {{"]
        text += [f"    {{{quoted(k)}, {table[k]}}}," for k in sorted(table, key=str.encode)]
        text += ["};", f"const size_t lgm_origin_n_{what} = {len(table)};"]
    pathlib.Path(out).write_text("\n".join(text) + "\n", encoding="utf-8")


main()
