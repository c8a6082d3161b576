#!/usr/bin/env python3
"""venue_examples.py BINARY DATA - the example of every venue of data/occasion is read as said there."""
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


def main():
    binary, data = sys.argv[1:]
    tap, all_cases = Tap(), list(entries(pathlib.Path(data) / "venues.txt"))
    if not os.path.exists(os.path.join(os.environ["LEGOMENA_MODELS"], MODEL + ".lgm")):
        tap.case("examples of data/occasion", skip="there is no model")
        tap.end()
    feed = "".join(json.dumps({"id": str(i), "text": x}) + "\n" for i, (_, _, x) in enumerate(all_cases))
    out = subprocess.run([binary, "read", "-q", "-f", "jsonl", "-m", MODEL, "-"], input=feed, text=True,
                         stdout=subprocess.PIPE, check=True).stdout
    for (noun, _, example), line in zip(all_cases, out.splitlines(), strict=True):
        got = [c["venue"] for c in json.loads(line)["claims"]]
        told = any(noun[:5] in (venue or "").lower() for venue in got)
        tap.case("%s: %s" % (noun, example), None if told else "venues %s" % got)
    tap.end()


main()
