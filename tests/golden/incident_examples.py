#!/usr/bin/env python3
"""incident_examples.py BINARY DATA - the example of every entry of data/incident gives the incident it stands for."""
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
    """(name of the case, example, test of its incidents)"""
    for words, kind, _, example in entries(data / "triggers.txt"):
        yield words, example, lambda found, kind=kind: any(x["type"] == kind for x in found)
    for words, _, example in entries(data / "arms.txt"):
        yield words, example, lambda found: any(x["weapons"] for x in found)
    for words, _, example in entries(data / "bands.txt"):
        yield words, example, lambda found: any(x["perp_individuals"] or x["perp_organisations"] for x in found)
    for words, in entries(data / "targets.txt"):
        yield words, "Rebels bombed the %s in Ostrel." % words, lambda found: any(x["targets"] for x in found)


def main():
    binary, data = sys.argv[1:]
    tap, all_cases = Tap(), list(cases(pathlib.Path(data)))
    if not os.path.exists(os.path.join(os.environ["LEGOMENA_MODELS"], MODEL + ".lgm")):
        tap.case("examples of data/incident", skip="there is no model")
        tap.end()
    feed = "".join(json.dumps({"id": str(i), "text": x}) + "\n" for i, (_, x, _) in enumerate(all_cases))
    out = subprocess.run([binary, "read", "-q", "-f", "jsonl", "-m", MODEL, "-"], input=feed, text=True,
                         stdout=subprocess.PIPE, check=True).stdout
    for (words, example, right), line in zip(all_cases, out.splitlines(), strict=True):
        found = json.loads(line)["incidents"]
        tap.case("%s: %s" % (words, example), None if right(found) else json.dumps(found))
    tap.end()


main()
