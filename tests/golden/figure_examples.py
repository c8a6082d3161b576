#!/usr/bin/env python3
"""figure_examples.py BINARY DATA - the example of every entry of data/figure is read as its entry has it."""
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


def main():
    binary, data = sys.argv[1:]
    tap, all_cases = Tap(), list(cases(pathlib.Path(data)))
    if not os.path.exists(os.path.join(os.environ["LEGOMENA_MODELS"], MODEL + ".lgm")):
        tap.case("examples of data/figure", skip="there is no model")
        tap.end()
    feed = "".join(json.dumps({"id": str(i), "text": x}) + "\n" for i, (_, x, _) in enumerate(all_cases))
    out = subprocess.run([binary, "read", "-q", "-f", "jsonl", "-m", MODEL, "-"], input=feed, text=True,
                         stdout=subprocess.PIPE, check=True).stdout
    for (words, example, is_right), line in zip(all_cases, out.splitlines(), strict=True):
        record = json.loads(line)
        figures = record.get("figures", [])
        got = ["%s %s %s %s" % (f["of"], f["relation"], f["value"], f.get("unit")) for f in figures]
        tap.case("%s: %s" % (words, example), None if is_right(figures, record["text"]) else "%s" % got)
    tap.end()


main()
