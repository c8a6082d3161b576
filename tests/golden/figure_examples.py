#!/usr/bin/env python3
"""figure_examples.py BINARY DATA - the example of every entry of data/figure is read as its entry has it."""
from word_lists import entries, read_cases


def bounded(relation):
    return lambda figures, text: any(f["relation"] == relation for f in figures)


def told(of):
    return lambda figures, text: any(f["of"] == of and f["relation"] == "=" for f in figures)


def measured(unit):
    return lambda figures, text: any(f.get("unit") == unit for f in figures)


def changed(figures, text):
    now = [f for f in figures if "revised_from" in f]
    old = {f["id"]: f["value"] for f in figures}
    return len(now) == 1 and {now[0]["value"], old[now[0]["revised_from"]]} == {9, 12}


def cases(data):
    """(name of the case, example, what its figures are)"""
    for words, relation, example in entries(data / "bounds.txt"):
        yield words, example, bounded(relation.split()[0])
    for words, of, _, example in entries(data / "tolls.txt"):
        yield words, example, told(of)
    for words, unit, _, example in entries(data / "units.txt"):
        yield words, example, measured(unit)
    for words, example in entries(data / "changes.txt"):
        yield words, example, changed


def judge(case, record):
    words, example, is_right = case
    figures = record.get("figures", [])
    got = ["%s %s %s %s" % (f["of"], f["relation"], f["value"], f.get("unit")) for f in figures]
    return "%s: %s" % (words, example), None if is_right(figures, record["text"]) else "%s" % got


read_cases(cases, lambda case: case[1], judge)
