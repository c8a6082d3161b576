#!/usr/bin/env python3
"""act_examples.py BINARY DATA - the example of every entry of data/act is read as its entry has it."""
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


def main():
    binary, data = sys.argv[1:]
    tap, all_cases = Tap(), list(cases(pathlib.Path(data)))
    if not os.path.exists(os.path.join(os.environ["LEGOMENA_MODELS"], MODEL + ".lgm")):
        tap.case("examples of data/act", skip="there is no model")
        tap.end()
    feed = "".join(json.dumps({"id": str(i), "text": x}) + "\n" for i, (_, x, _) in enumerate(all_cases))
    out = subprocess.run([binary, "read", "-q", "-f", "jsonl", "-m", MODEL, "-"], input=feed, text=True,
                         stdout=subprocess.PIPE, check=True).stdout
    for (words, example, fields), line in zip(all_cases, out.splitlines(), strict=True):
        claims = json.loads(line)["claims"]
        got = ["%s %s %s %s" % (c["act"], c["certainty"], c["repetition"], c["evidence"]) for c in claims]
        tap.case("%s: %s" % (words, example), None if has(claims, **fields) else "%s, and not %s" % (got, fields))
    tap.end()


main()
