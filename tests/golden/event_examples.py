#!/usr/bin/env python3
"""event_examples.py BINARY DATA - the example of every entry of data/event is read as its entry has it."""
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

MODEL = "en-accurate"
HOW = ("suffered", "happens", "of")


def entries(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [x.strip() for x in line.split("|")]


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


def cases(data):
    """(name of the case, example, what one of its events is)"""
    for table in ("verbs", "nouns"):
        for words, what, code, example in entries(data / (table + ".txt")):
            yield words, example, coded(words, what, code)
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
    for words, kind, example in entries(data / "governors.txt"):
        yield words, example, told(kind)


def main():
    binary, data = sys.argv[1:]
    tap, all_cases = Tap(), list(cases(pathlib.Path(data)))
    if not os.path.exists(os.path.join(os.environ["LEGOMENA_MODELS"], MODEL + ".lgm")):
        tap.case("examples of data/event", skip="there is no model")
        tap.end()
    feed = "".join(json.dumps({"id": str(i), "text": x}) + "\n" for i, (_, x, _) in enumerate(all_cases))
    out = subprocess.run([binary, "read", "-q", "-f", "jsonl", "-m", MODEL, "-"], input=feed, text=True,
                         stdout=subprocess.PIPE, check=True).stdout
    for (words, example, is_right), line in zip(all_cases, out.splitlines(), strict=True):
        record = json.loads(line)
        got = ["%s: %s %s %s %s %s" % (record["text"][slice(*e["trigger"])], e["plover"], e.get("mode"), e["cameo"],
                                       e["polarity"], e["modality"]) for e in record["events"]]
        ok = any(is_right(e, record["text"], record) for e in record["events"]) if is_right else not record["events"]
        tap.case("%s: %s" % (words, example), None if ok else "%s" % got)
    tap.end()


main()
