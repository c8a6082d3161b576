#!/usr/bin/env python3
"""account_examples.py BINARY DATA - the examples of data/account are answered, and stand to one another, as they have it."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from word_lists import MODEL, Tap, entries


def run(*args):
    return subprocess.run([binary, *args, "--ledger", ledger], stdout=subprocess.PIPE, text=True, check=True).stdout


def keep(texts):
    """A new ledger of these reports; they are numbered from 1."""
    for path in pathlib.Path(folder).glob("*"):
        path.unlink()
    feed = pathlib.Path(folder) / "feed.jsonl"
    feed.write_text("".join(json.dumps({"id": str(i), "text": t}) + "\n" for i, t in enumerate(texts)), encoding="utf-8")
    run("add", "-q", "-m", MODEL, str(feed))


def stories():
    for line in run("stories", "-f", "jsonl").splitlines():
        yield json.loads(run("accounts", "-f", "json", str(json.loads(line)["story"])))


def answers_of_all(examples):
    keep(examples)
    found = [set() for _ in examples]
    for story in stories():
        for account in story["accounts"]:
            for said in account["said"]:
                stance = {"says": "", "denies": "denied: ", "doubts": "doubted: "}[said["stance"]]
                found[said["report"] - 1].add((said["question"], stance + str(said["value"])))
    return found


def links_of(one, other):
    keep([one, other])
    run("merge", "--by", "test", "1", "2")
    return {(x["question"], x["kind"]) for story in stories() for x in story["links"]}


binary, data = sys.argv[1], pathlib.Path(sys.argv[2])
tap = Tap()
if not os.path.exists(os.path.join(os.environ["LEGOMENA_MODELS"], MODEL + ".lgm")):
    tap.case("examples of data/account", skip="there is no model")
    tap.end()
with tempfile.TemporaryDirectory() as folder:
    ledger = os.path.join(folder, "ledger.db")
    answers = list(entries(data / "answers.txt"))
    for (question, value, example), got in zip(answers, answers_of_all([x[2] for x in answers]), strict=True):
        wrong = None if (question, value) in got else "%s" % sorted(got)
        tap.case("%s %s: %s" % (question, value, example), wrong)
    for question, how, one, other in entries(data / "pairs.txt"):
        got = {kind for q, kind in links_of(one, other) if q == question} or {"-"}
        tap.case("%s %s: %s / %s" % (question, how, one, other), None if got == {how} else "%s" % sorted(got))
tap.end()
