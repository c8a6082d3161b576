#!/usr/bin/env python3
"""answer_examples.py BINARY DATA - in the example of every entry of data/answer a claim answers as its entry has it."""
from word_lists import entries, read_cases


def cases(data):
    """(name of the case, example, how its claims may answer one another)"""
    cues = {"turn": "answers", "sides": "confirms", "parts": "denies", "refuses": "answers", "insists": "answers",
            "asks": "answers", "fact": "denies confirms", "denies": "denies", "confirms": "confirms",
            "blames": "denies"}
    for words, kind, example in entries(data / "cues.txt"):
        yield words, example, cues[kind]
    for noun, kinds, example in entries(data / "points.txt"):
        yield noun, example, "answers" if kinds.split()[0] in ("demand", "question", "offer") else "denies"
    for noun, example in entries(data / "blanks.txt"):
        yield noun, example, "denies"
    for word, kind, example in entries(data / "verdicts.txt"):
        yield word, example, "confirms" if kind == "true" else "denies"


def judge(case, record):
    words, example, how = case
    got = [r["how"] for c in record["claims"] for r in c["replies"]]
    good = any(h in how.split() for h in got)
    return "%s: %s" % (words, example), None if good else "%s, and not %s" % (got, how)


read_cases(cases, lambda case: case[1], judge)
