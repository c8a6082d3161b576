#!/usr/bin/env python3
"""answer_examples.py BINARY DATA - in the example of every entry of data/answer a claim answers as its entry has it."""
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

MODEL = "en-accurate"


def entries(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [x.strip() for x in line.split("|")]


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


def main():
    binary, data = sys.argv[1:]
    tap, all_cases = Tap(), list(cases(pathlib.Path(data)))
    if not os.path.exists(os.path.join(os.environ["LEGOMENA_MODELS"], MODEL + ".lgm")):
        tap.case("examples of data/answer", skip="there is no model")
        tap.end()
    feed = "".join(json.dumps({"id": str(i), "text": x}) + "\n" for i, (_, x, _) in enumerate(all_cases))
    out = subprocess.run([binary, "read", "-q", "-f", "jsonl", "-m", MODEL, "-"], input=feed, text=True,
                         stdout=subprocess.PIPE, check=True).stdout
    for (words, example, how), line in zip(all_cases, out.splitlines(), strict=True):
        got = [r["how"] for c in json.loads(line)["claims"] for r in c["replies"]]
        good = any(h in how.split() for h in got)
        tap.case("%s: %s" % (words, example), None if good else "%s, and not %s" % (got, how))
    tap.end()


main()
