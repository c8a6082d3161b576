#!/usr/bin/env python3
"""event_examples.py BINARY DATA - the example of every entry of data/event is read as its entry has it."""
from word_lists import entries, read_cases

HOW = ("suffered", "happens", "of")


def coded(words, what, code):
    category, *rest = what.split()
    mode = next((x for x in rest if x not in HOW), None)
    return lambda e, text, r: (e["plover"], e.get("mode"), e["cameo"]) == (category, mode, code or None)


def told(kind):
    if kind == "not":
        return lambda e, text, r: e["polarity"] == "-"
    return lambda e, text, r: e["modality"] == ("possible" if kind == "through" else kind)


def done_by(names):
    return lambda e, text, r: e["plover"] in ("ASSAULT", "CONSULT") and any(
        text[m["start"]:m["end"]].startswith(names) for x in r["entities"] if x["id"] in e["agents"] for m in x["mentions"])


def done_with(words=None):
    return lambda e, text, r: any(words is None or " " + words[:3] in " " + x.lower() for x in e["instruments"])


def cases(data):
    """(name of the case, example, what one of its events is)"""
    for table in ("verbs", "nouns"):
        for words, what, code, example in entries(data / (table + ".txt")):
            yield words, example, coded(words, what, code)
    for words, _, example in entries(data / "counted.txt"):
        yield words, example, lambda e, text, r, w=words: text[slice(*e["trigger"])].startswith(w[:1])
    for words, *how, example in entries(data / "light.txt"):
        yield words, example, lambda e, text, r, w=words: w.split()[0][:3] not in text[slice(*e["trigger"])]
    for words, example in entries(data / "idioms.txt"):
        yield words, example, None  # no event
    for words, _, example in entries(data / "carriers.txt"):
        yield words, example, done_by(("Rebels", "The general", "The guard", "the guard"))
    for words, example in entries(data / "causes.txt"):
        yield words, example, lambda e, text, r: all(x["plover"] == "OTHER" for x in r["events"])
    for words, _, example in entries(data / "harms.txt"):
        yield words, example, lambda e, text, r: len(r["events"]) == 1
    for words, _, _, example in entries(data / "instruments.txt"):
        yield words, example, done_with(words)
    for words, _, example in entries(data / "uses.txt"):
        yield words, example, done_with()
    for words, example in entries(data / "synonyms.txt"):
        yield words, example, lambda e, text, r: len(e.get("mentions") or []) == 2
    for words, kind, example in entries(data / "governors.txt"):
        yield words, example, told(kind)


def judge(case, record):
    words, example, is_right = case
    got = ["%s: %s %s %s %s %s %s" % (record["text"][slice(*e["trigger"])], e["plover"], e.get("mode"), e["cameo"],
                                      e["polarity"], e["modality"], e["instruments"]) for e in record["events"]]
    ok = any(is_right(e, record["text"], record) for e in record["events"]) if is_right else not record["events"]
    return "%s: %s" % (words, example), None if ok else "%s" % got


read_cases(cases, lambda case: case[1], judge)
