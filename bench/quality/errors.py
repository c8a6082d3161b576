#!/usr/bin/env python3
"""Errors in attribution by kind: which, how many, and on request some of each to read.

usage: errors.py GOLD.jsonl [RECORDS.jsonl] [--model NAME|FILE] [--binary build/legomena]
                 [--examples N] [--kind WORDS] [--seed S] [--width CHARS]

GOLD: a corpus file with gold.attributions, as PolNeAR's dev.jsonl. RECORDS: what the command wrote for it;
without, the model reads it now. --examples prints N random ones of each kind (or of the kinds whose name
has WORDS in it) with their context, for the terminal: gold above, ours below, parts as {S ...} {C ...}
{K ...}. Texts of corpora stay out of the project, and examples with them.

Every gold attribution and every claim is counted once, under the first of these that holds. They are paired
by the words of their contents, the best first (F1 0.5 and more), then by a cue in common.
"""
import argparse
import collections
import json
import os
import random
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
import manifest  # noqa: E402
import right  # noqa: E402

ROLES = ("source", "cue", "content")
WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
KINDS = (
    "all of it right",
    "cue missed, content missed", "cue missed, content in another claim",
    "cue that is none", "claim without a cue",
    "source missing", "source where gold has none", "source: another", "source: other ends",
    "content: another", "content starts elsewhere", "content ends elsewhere", "content: both ends elsewhere",
    "content in other pieces",
    "cue: other ends",
)


def words(text):
    at = [-1] * len(text)
    for k, m in enumerate(WORD.finditer(text)):
        at[m.start():m.end()] = [k] * (m.end() - m.start())
    return at


def clean(spans, text):
    """Whitespace off the ends, and pieces joined that only whitespace divides."""
    out = []
    for s, e in sorted(map(tuple, spans or [])):
        while s < e and text[s].isspace():
            s += 1
        while s < e and text[e - 1].isspace():
            e -= 1
        if s < e and out and not text[out[-1][1]:s].strip():
            out[-1] = (out[-1][0], max(e, out[-1][1]))
        elif s < e:
            out.append((s, e))
    return out


class Side:
    def __init__(self, item, text, at):
        self.spans = {r: clean(item.get(r), text) for r in ROLES}
        self.words = {r: {at[i] for s, e in self.spans[r] for i in range(s, e)} - {-1} for r in ROLES}


def f1(a, b):
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def pair(gold, ours):
    """[(i, j)], one to one: by content, then by cue."""
    found, free_g, free_o = [], set(range(len(gold))), set(range(len(ours)))
    content = [(-f1(g.words["content"], o.words["content"]), -f1(g.words["cue"], o.words["cue"]), i, j)
               for i, g in enumerate(gold) for j, o in enumerate(ours)]
    cue = [(-f1(g.words["cue"], o.words["cue"]), 0, i, j) for i, g in enumerate(gold) for j, o in enumerate(ours)]
    for order, least in ((content, 0.5), (cue, 1e-9)):
        for score, _, i, j in sorted(order):
            if -score >= least and i in free_g and j in free_o:
                free_g.discard(i)
                free_o.discard(j)
                found.append((i, j))
    return found, free_g, free_o


def ends(a, b):
    """How a role's spans differ: None, "starts", "ends", "both ends", "pieces" or "another"."""
    if a == b:
        return None
    if not {i for s, e in a for i in range(s, e)} & {i for s, e in b for i in range(s, e)}:
        return "another"
    if len(a) != len(b):
        return "pieces"
    start, end = a[0][0] != b[0][0], a[-1][1] != b[-1][1]
    return "both ends" if start and end else "starts" if start else "ends" if end else "pieces"


def kind_of_pair(g, o):
    if all(g.spans[r] == o.spans[r] for r in ROLES):
        return "all of it right"
    if not o.spans["cue"]:
        return "claim without a cue"
    gs, os_ = g.spans["source"], o.spans["source"]
    if gs and not os_:
        return "source missing"
    if os_ and not gs:
        return "source where gold has none"
    how = ends(gs, os_) if gs else None
    if how == "another":
        return "source: another"
    content = ends(g.spans["content"], o.spans["content"])
    if content:
        return {"starts": "content starts elsewhere", "ends": "content ends elsewhere",
                "both ends": "content: both ends elsewhere", "pieces": "content in other pieces",
                "another": "content: another"}[content]
    return "source: other ends" if how else "cue: other ends"


def errors_of(doc, claims):
    """[(kind, gold Side or None, our Side or None)] of one document."""
    at = words(doc["text"])
    gold = [Side(a, doc["text"], at) for a in doc["gold"]["attributions"]]
    ours = [Side(a, doc["text"], at) for a in claims]
    found, missed, extra = pair(gold, ours)
    taken = set().union(*[o.words["content"] for o in ours]) if ours else set()
    out = [(kind_of_pair(gold[i], ours[j]), gold[i], ours[j]) for i, j in found]
    for i in missed:
        elsewhere = 2 * len(gold[i].words["content"] & taken) >= len(gold[i].words["content"]) > 0
        out.append(("cue missed, content " + ("in another claim" if elsewhere else "missed"), gold[i], None))
    out += [("cue that is none" if ours[j].spans["cue"] else "claim without a cue", None, ours[j]) for j in extra]
    return out


def marked(text, side, lo, hi):
    """text[lo:hi] on one line, with the parts of a side in braces."""
    if side is None:
        return "-"
    opens, closes = collections.defaultdict(str), collections.Counter()
    for r, letter in zip(ROLES, "SCK"):
        for s, e in side.spans[r]:
            opens[s] += "{%s " % letter
            closes[e] += 1
    out = "".join("}" * closes[i] + opens[i] + (text[i] if i < hi else "") for i in range(lo, hi + 1))
    return " ".join(out.split())


def show(doc, gold, ours, width):
    text = doc["text"]
    spans = [s for side in (gold, ours) if side for r in ROLES for s in side.spans[r]]
    lo, hi = min(s for s, _ in spans), max(e for _, e in spans)
    lo, hi = max(0, lo - width), min(len(text), hi + width)
    print("  %s\n    gold  %s\n    ours  %s" % (doc["id"], marked(text, gold, lo, hi), marked(text, ours, lo, hi)))


def records(o):
    if o.records:
        return right.read_jsonl(o.records)
    (_, path), = manifest.paths([o.model]).items()
    cmd = [o.binary, "read", "--format", "jsonl", "--no-progress", "--model", path, o.gold]
    got = subprocess.run(cmd, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(x) for x in got.decode().splitlines()]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold")
    ap.add_argument("records", nargs="?")
    ap.add_argument("--model", default="en-accurate")
    ap.add_argument("--binary", default="build/legomena")
    ap.add_argument("--examples", type=int, default=0)
    ap.add_argument("--kind", default="")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--width", type=int, default=80, help="characters of context on either side")
    o = ap.parse_args()
    docs, ours = right.read_jsonl(o.gold), {d["id"]: d["claims"] for d in records(o)}
    by = collections.defaultdict(list)
    for d in docs:
        for kind, g, p in errors_of(d, ours.get(d["id"], [])):
            by[kind].append((d, g, p))
    n_gold = sum(len(d["gold"]["attributions"]) for d in docs)
    print("%d attributions in gold, %d claims\n" % (n_gold, sum(map(len, ours.values()))))
    print("| kind | count |\n| --- | ---: |")
    for k in KINDS:
        print("| %s | %d |" % (k, len(by[k])))
    rng = random.Random(o.seed)
    for k in KINDS if o.examples else ():
        if o.kind in k and by[k]:
            print("\n%s" % k)
            for d, g, p in rng.sample(by[k], min(o.examples, len(by[k]))):
                show(d, g, p, o.width)


if __name__ == "__main__":
    main()
