#!/usr/bin/env python3
"""data/same/related.txt: which words of news are forms of one word, or of one meaning.

usage: related.py WORDNET data/profile/words.txt
WORDNET: the folder of data.verb, data.noun, index.verb, index.noun of WordNet 3.1. A word has the first three senses of what
it may be a form of, and those that these are derived from. Two words that can name an event are of one meaning where
half of the senses of one of them are the other's, too; forms of one word where they also have one dictionary form.
"""
import collections
import itertools
import os
import re
import sys

SENSES, SHARE = 3, 0.5
ENDINGS = ("ing", "ed", "es", "s")  # that src/profile cuts, where four letters are left
IRREGULAR = dict(pair.split(":") for pair in (
    "shot:shoot died:die dead:die won:win took:take taken:take left:leave struck:strike stricken:strike sank:sink sunk:sink fell:fall "
    "fallen:fall met:meet held:hold led:lead began:begin begun:begin went:go gone:go bought:buy fought:fight stole:steal stolen:steal "
    "broke:break broken:break gave:give given:give beaten:beat drove:drive ran:run fled:flee made:make built:build caught:catch "
    "said:say told:tell sold:sell sent:send lost:lose found:find slain:slay shook:shake shaken:shake chosen:choose chose:choose").split())
RULES = (("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""))


def cut(word):
    for e in ENDINGS:
        if len(word) >= 4 + len(e) and word.endswith(e):
            return word[:-len(e)]
    return word


def dictionary_forms(word):
    forms = {word} | {word[:len(word) - len(a)] + b for a, b in RULES if word.endswith(a)}
    doubled = re.match(r"(.*)(.)\2(ed|ing)$", word)
    if doubled:
        forms.add(doubled[1] + doubled[2])
    return forms | ({IRREGULAR[word]} if word in IRREGULAR else set())


def read_wordnet(folder):
    """{word: its first senses}, {sense: senses that it is derived from or that are derived from it}"""
    senses, derived = collections.defaultdict(set), collections.defaultdict(set)
    for pos, name in (("n", "noun"), ("v", "verb")):
        for line in open(os.path.join(folder, "index." + name), encoding="latin1"):
            if line[0] != " ":
                p = line.split()
                senses[p[0]] |= {pos + offset for offset in p[int(p[3]) + 6:][:min(SENSES, int(p[2]))]}
        for line in open(os.path.join(folder, "data." + name), encoding="latin1"):
            if line[0] != " ":
                p = line.split("|")[0].split()
                at = 5 + 2 * int(p[3], 16)
                pointers = [p[at + 4 * i:at + 4 * i + 4] for i in range(int(p[at - 1]))]
                derived[pos + p[0]] |= {kind + offset for sign, offset, kind, _ in pointers if sign == "+"}
    return senses, derived


def main():
    senses, derived = read_wordnet(sys.argv[1])
    words = [line.split("|")[0].strip() for line in open(sys.argv[2], encoding="utf-8") if "|" in line and line[0] != "#"]
    forms, means = {}, {}
    for word in words:
        if not re.fullmatch(r"[a-z'-]{3,}", word):
            continue
        written = [w for w in {word, *(word + e for e in ENDINGS + ("e",))} if cut(w) == word]
        forms[word] = {f for w in written for f in dictionary_forms(w) if f in senses}
        own = {s for f in forms[word] for s in senses[f]}
        means[word] = own | {t for s in own for t in derived.get(s, ())}
    of = collections.defaultdict(set)
    for word, all_of_it in means.items():
        if any(s[0] == "v" for s in all_of_it):  # it can name an event
            for s in all_of_it:
                of[s].add(word)
    found = {}
    for together in of.values():
        for a, b in itertools.combinations(sorted(together), 2):
            if len(means[a] & means[b]) >= SHARE * min(len(means[a]), len(means[b])):
                found[a, b] = 2 if forms[a] & forms[b] else 1
    print("# two words, in order | 1: of one meaning among their commonest, 2: forms of one word")
    for (a, b), level in sorted(found.items()):
        print("%s %s | %d" % (a, b, level))


if __name__ == "__main__":
    main()
