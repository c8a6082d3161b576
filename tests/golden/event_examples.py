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
    return lambda e, text: (e["plover"], e.get("mode"), e["cameo"]) == (category, mode, code or None)


def told(kind):
    if kind == "not":
        return lambda e, text: e["polarity"] == "-"
    return lambda e, text: e["modality"] == ("possible" if kind == "through" else kind)


def cases(data):
    """(name of the case, example, what one of its events is)"""
    for table in ("verbs", "nouns"):
        for words, what, code, example in entries(data / (table + ".txt")):
            yield words, example, coded(words, what, code)
    for words, *how, example in entries(data / "light.txt"):
        yield words, example, lambda e, text, w=words: w.split()[0][:3] not in text[slice(*e["trigger"])]
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
        tap.case("%s: %s" % (words, example),
                 None if any(is_right(e, record["text"]) for e in record["events"]) else "%s" % got)
    tap.end()


main()
