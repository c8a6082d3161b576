#!/usr/bin/env python3
"""venue_examples.py BINARY DATA - the example of every venue of data/occasion is read as said there."""
from word_lists import entries, read_cases


def cases(data):
    return entries(data / "venues.txt")


def judge(case, record):
    noun, _, example = case
    got = [c["venue"] for c in record["claims"]]
    told = any(noun[:5] in (venue or "").lower() for venue in got)
    return "%s: %s" % (noun, example), None if told else "venues %s" % got


read_cases(cases, lambda case: case[2], judge)
