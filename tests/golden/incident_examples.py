#!/usr/bin/env python3
"""incident_examples.py BINARY DATA - the example of every entry of data/incident gives the incident it stands for."""
import json

from word_lists import entries, read_cases


def cases(data):
    """(name of the case, example, test of its incidents)"""
    for words, kind, _, example in entries(data / "triggers.txt"):
        yield words, example, lambda found, kind=kind: any(x["type"] == kind for x in found)
    for words, _, example in entries(data / "arms.txt"):
        yield words, example, lambda found: any(x["weapons"] for x in found)
    for words, _, example in entries(data / "bands.txt"):
        yield words, example, lambda found: any(x["perp_individuals"] or x["perp_organisations"] for x in found)
    for words, in entries(data / "targets.txt"):
        yield words, "Rebels bombed the %s in Ostrel." % words, lambda found: any(x["targets"] for x in found)


def judge(case, record):
    words, example, right = case
    found = record["incidents"]
    return "%s: %s" % (words, example), None if right(found) else json.dumps(found)


read_cases(cases, lambda case: case[1], judge)
