#!/usr/bin/env python3
"""Turn the tables of data/states into one sorted table in C.

usage: states.py OUT.c DIR
Called by the build. Phrases are folded as names of places are (placefile.py) and ascend in byte order,
so that src/world/states.c can halve its way. A phrase that would have two values of one kind ("Congolese")
is left out: it tells nothing. Divisions that share a short form ("WA") are all kept.
"""
import os
import sys

from placefile import fold

SEVERAL = {"DIVISION", "LEADER_CALLED"}  # kinds with all their values, between semicolons: "WA"
FAMILY_FIRST = {"CHN", "HKG", "KOR", "PRK", "SGP", "TWN"}  # where the name of a family stands first
MAX = 95  # longest phrase in bytes: LGM_WORLD_NAME


def lines(folder, name):
    with open(os.path.join(folder, name + ".txt"), encoding="utf-8") as f:
        for line in f:
            line = line.strip()
            if line and not line.startswith("#"):
                yield [x.strip() for x in line.split("|")]


def called(name, code):
    """What a leader is called with a title alone: "Assad" of "Bashar al-Assad"; None for one word."""
    words = name.split()
    word = words[0 if code[:3] in FAMILY_FIRST else -1]
    return word.split("al-")[-1].split("el-")[-1] if len(words) > 1 and word not in ("II", "VI", "Jr") else None


def listed(text, mark=","):
    return [x.strip() for x in text.split(mark) if x.strip()]


def plural(role):
    if role.endswith(("men", "s")):
        return role
    if role.endswith("man"):
        return role[:-3] + "men"
    if role.endswith("y") and role[-2] not in "aeiou":
        return role[:-1] + "ies"
    return role + ("es" if role.endswith(("ch", "sh", "x")) else "s")


def entries(folder, same):
    """(phrase, kind, value); same gets the first name of a body for each of its names, folded."""
    for codes, names, people, seats in lines(folder, "countries"):
        code = codes.split()[1]
        for kind, text in (("COUNTRY", names), ("DEMONYM", people), ("CAPITAL", seats)):
            for phrase in listed(text):
                yield phrase, kind, code
    for name, code in lines(folder, "seats"):
        yield name, "SEAT", code
    for names, code in lines(folder, "bodies"):
        for name in listed(names, ";"):
            yield name, "BODY", code
            same.setdefault(fold(name), fold(listed(names, ";")[0]))
    for names, code, years in lines(folder, "leaders"):
        for name in listed(names, ";"):
            yield name, "LEADER", "%s %s" % (code, years)
            if called(name, code):
                yield called(name, code), "LEADER_CALLED", "%s %s" % (code, years)
    for what, phrases in lines(folder, "roles"):
        kind, sector = what.split()
        for phrase in listed(phrases):
            yield phrase, kind.upper() + "_WORD", sector
            if kind == "role":
                yield plural(phrase), "ROLE_WORD", sector
    for country, name, forms in lines(folder, "divisions"):
        for phrase in [name] + listed(forms):
            yield phrase, "DIVISION", "%s %s" % (country, fold(name))
    for line in lines(folder, "not_places"):
        yield line[0], "NO_PLACE", "-"
    for kind, lemmas in lines(folder, "acts"):
        for lemma in listed(lemmas):
            yield lemma, "ACT_" + kind.upper(), "-"


def main():
    out, folder = sys.argv[1:]
    table, same = {}, {}
    for phrase, kind, value in entries(folder, same):
        folded = fold(phrase)
        if not folded or len(folded.encode()) > MAX:
            raise SystemExit("states.py: cannot be a phrase: %r" % phrase)
        table.setdefault((folded.encode(), kind), []).append(value)
    rows = [(p, k, ";".join(sorted(set(v)))) for (p, k), v in table.items() if len(set(v)) == 1 or k in SEVERAL]
    begins = {}
    for phrase, kind, _ in rows:
        begins.setdefault(phrase.split()[0], set()).add(kind)
    states = {}
    for codes, names, _, _ in lines(folder, "countries"):
        if names:
            states[codes.split()[0]] = (codes.split()[1], listed(names)[0])
    with open(out, "w", encoding="utf-8") as f:
        f.write("/* Built by tools/places/states.py from data/states: do not edit. */\n")
        f.write('#include "world/states.h"\n\n')
        f.write("const uint32_t lgm_world_table_size = %d;\n" % len(rows))
        f.write("const lgm_world_entry lgm_world_table[%d] = {\n" % len(rows))
        for phrase, kind, value in sorted(rows):
            first = '"%s"' % same[phrase.decode()] if kind == "BODY" else "0"
            f.write('    {"%s", "%s", %s, LGM_WORLD_%s},\n' % (phrase.decode(), value, first, kind))
        f.write("};\n\nconst uint32_t lgm_world_begins_size = %d;\n" % len(begins))
        f.write("const lgm_world_begin lgm_world_begins_table[%d] = {\n" % len(begins))
        for word in sorted(begins):
            kinds = " | ".join("1U << LGM_WORLD_" + k for k in sorted(begins[word]))
            f.write('    {"%s", %s},\n' % (word.decode(), kinds))
        f.write("};\n\nconst uint32_t lgm_world_states_size = %d;\n" % len(states))
        f.write("const lgm_world_state lgm_world_states[%d] = {\n" % len(states))
        for alpha2 in sorted(states):
            f.write('    {"%s", "%s"},\n' % (alpha2, states[alpha2][0]))
        f.write("};\n")


if __name__ == "__main__":
    main()
