#!/usr/bin/env python3
"""act_examples.py BINARY DATA - the example of every entry of data/act is read as its entry has it."""
from word_lists import entries, read_cases


def has(claims, **fields):
    return any(all(c[k] == v for k, v in fields.items()) for c in claims)


def cases(data):
    """(name of the case, example, fields that one of its claims has)"""
    level = {"probable": "PR+", "possible": "PS+", "contrary": "PR-"}
    for words, act, sure, example in entries(data / "cues.txt"):
        said = "CT-" if words.startswith("not ") else "CT+"  # the "not" is in what is said
        yield words, example, {"act": act, "certainty": {"said": said}.get(sure, sure)}
    for words, kind, example in entries(data / "hedges.txt"):
        yield words, example, {"certainty": level[kind]}
    for words, kind, example in entries(data / "repetition.txt"):
        yield words, example, {"repetition": kind}
    for words, kind, example in entries(data / "evidence.txt"):
        yield words, example, {"evidence": "offered" if kind == "thing" else "withheld"}


def judge(case, record):
    words, example, fields = case
    claims = record["claims"]
    got = ["%s %s %s %s" % (c["act"], c["certainty"], c["repetition"], c["evidence"]) for c in claims]
    return "%s: %s" % (words, example), None if has(claims, **fields) else "%s, and not %s" % (got, fields)


read_cases(cases, lambda case: case[1], judge)
