#!/usr/bin/env python3
"""speaker_examples.py BINARY DATA - who is told in the example of every entry of data/speaker."""
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

MODEL = "en-accurate"


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


def examples(data):
    for name in ("told.txt", "letters.txt"):
        for line in (data / name).read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                parts = [x.strip() for x in line.split("|")]
                yield parts[0], parts[-1]


def told(record):
    text = record["text"]
    return [text[x["start"]:x["end"]] for c in record["claims"] for x in c.get("to", [])]


def main():
    binary, data = sys.argv[1:]
    tap, cases = Tap(), list(examples(pathlib.Path(data))) + [(None, x) for x in NOBODY]
    if not os.path.exists(os.path.join(os.environ["LEGOMENA_MODELS"], MODEL + ".lgm")):
        tap.case("examples of data/speaker", skip="there is no model")
        tap.end()
    feed = "".join(json.dumps({"id": str(i), "text": x}) + "\n" for i, (_, x) in enumerate(cases))
    out = subprocess.run([binary, "read", "-q", "-f", "jsonl", "-m", MODEL, "-"], input=feed, text=True,
                         stdout=subprocess.PIPE, check=True).stdout
    for (word, example), line in zip(cases, out.splitlines(), strict=True):
        got = told(json.loads(line))
        right = "residents" in got if word else not got
        tap.case("%s: %s" % (word or "nobody", example), None if right else "%s are told" % (got or "none"))
    tap.end()


main()
