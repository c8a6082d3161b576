#!/usr/bin/env python3
"""speaker_examples.py BINARY DATA - who is told in the example of every entry of data/speaker."""
from word_lists import entries, read_cases

# Media pass on what they are told; at a rally nobody in particular is told; nor is who tells.
NOBODY = [
    '"It is safe," Lind told Reuters.',
    '"It is safe," Lind told a newspaper.',
    "Lind told The Ledger that the dam was safe.",
    "Lind told Beacon that the dam was safe. Beacon published her letter.",
    "Lind told a news conference that taxes would fall.",
    "Lind told herself that taxes would fall.",
    "Lind admitted to lying about the dam.",
    "Lind asked whether the dam was safe.",
    "Lind called the plan a mistake.",
    "Lind said the dam meant a lot to residents.",
]


def cases(data):
    for name in ("told.txt", "letters.txt"):
        for first, *_, example in entries(data / name):
            yield first, example
    for example in NOBODY:
        yield None, example


def told(record):
    text = record["text"]
    return [text[x["start"]:x["end"]] for c in record["claims"] for x in c.get("to", [])]


def judge(case, record):
    word, example = case
    got = told(record)
    right = "residents" in got if word else not got
    return "%s: %s" % (word or "nobody", example), None if right else "%s are told" % (got or "none")


read_cases(cases, lambda case: case[1], judge)
