#!/usr/bin/env python3
"""near_copies.py BUILD_DIR TEXTS.jsonl[.gz]... - copies found, and what it costs, beside datasketch on the same texts.

TEXTS have an id and a text a line, and perhaps a story. Half of them get a copy that is made here, the same each time:
set anew, edited, cut, extended, or with 60 to 90 words taken into another report. So it is known which pairs are true.
Pairs between reports as they came in are counted apart: of these nobody knows, but pairs of two stories are false.

Needs datasketch (tried: 2.0.0), which makes a MinHash of each text by runs of five words and finds pairs by LSH;
BUILD_DIR has legomena and bench_copies. Processor time, one thread each: of ours the sketches, the search in a ledger on
disk, 500 reports a transaction, with the comparison of what is found, and the rows that are written; of datasketch the
runs of words, the hashes, and insertion and query in memory, without a comparison. Reading files is counted for neither.
"""
import argparse
import collections
import gzip
import json
import pathlib
import random
import re
import sqlite3
import subprocess
import tempfile
import time

import datasketch

KINDS = ["set anew", "edited", "cut", "extended", "passages"]
WORD = re.compile(r"\w+(?:['’]\w+)*")


def load(paths):
    out = {}
    for path in paths:
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as f:
            for line in f:
                d = json.loads(line)
                if len(d["text"].split()) >= 80:
                    out[d["id"]] = (d["text"], d.get("story"))
    return out


def sentences(text):
    return [s for s in re.split(r"(?<=[.!?][\"”’ ])\s*|\n+", text) if s.strip()]


def few_words_else(dice, sentence, words):
    """One word in twelve is another, is gone, or has another before it."""
    out = []
    for w in sentence.split():
        turn = dice.random() * 36
        if turn < 1:
            continue
        if turn < 2:
            out.append(dice.choice(words))
        out.append(dice.choice(words) if 2 <= turn < 3 else w)
    return " ".join(out)


def copy_of(dice, kind, text, other):
    own, others, words = sentences(text), sentences(other), other.split()
    if kind == "set anew":
        return re.sub(r"\s+", " ", text).replace('"', "”").replace("'", "’")
    if kind == "edited":
        own.pop(dice.randrange(len(own)))
        return " ".join(few_words_else(dice, s, words) for s in own)
    if kind == "cut":
        return " ".join(own[:max(2, int(len(own) * dice.uniform(0.4, 0.7)))])
    if kind == "extended":
        return " ".join(own + others[:max(2, len(own) * 2 // 3)])
    taken = [s for s in own if not re.search("[\"“”]", s)]
    while len(WORD.findall(" ".join(taken))) > 90:
        taken.pop()
    return " ".join(others[:len(others) // 2] + taken + others[len(others) // 2:])


def make(texts):
    """[(id, text)], and {pair: kind} of the copies. A report that others' passages went into has them all."""
    dice = random.Random(20)
    ids = sorted(texts)
    out, truth = [(i, texts[i][0]) for i in ids], {}
    for k, i in enumerate(ids[::2]):
        kind, other = KINDS[k % len(KINDS)], dice.choice(ids)
        text = copy_of(dice, kind, texts[i][0], texts[other][0])
        least = 60 + (len(WORD.findall(texts[other][0])) if kind == "passages" else 0)
        if other == i or len(WORD.findall(text)) < least:
            continue
        out.append((f"{i}+{kind}", text))
        truth[(i, f"{i}+{kind}")] = kind
        if kind in ("extended", "passages"):  # it has text of the other, too
            truth[tuple(sorted((other, f"{i}+{kind}")))] = "of the other"
    return out, truth


def ours(build, reports, folder):
    lines = "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in reports)
    (folder / "in.jsonl").write_text(lines, encoding="utf-8")
    records = subprocess.run([build / "legomena", "read", "-q", "--only", "read", "-f", "jsonl", folder / "in.jsonl"],
                             capture_output=True, check=True).stdout
    out = subprocess.run([build / "bench/speed/bench_copies", folder / "l.db", "500"], input=records, capture_output=True,
                         check=True).stdout.decode()
    seconds, before = 0, 0
    for line in out.splitlines()[1:]:
        n, sketch, join = (float(x) for x in line.split()[:3])
        seconds += (n - before) * (sketch + join) / 1000
        before = n
    db = sqlite3.connect(folder / "l.db")
    return seconds, {tuple(sorted(p)) for p in db.execute(
        "SELECT a.id, b.id FROM copy c JOIN report a ON a.report = c.report JOIN report b ON b.report = c.of")}


def theirs(reports, threshold):
    start, found = time.process_time(), set()
    lsh = datasketch.MinHashLSH(threshold=threshold, num_perm=128)
    for i, text in reports:
        words = [w.lower().encode() for w in WORD.findall(text)]
        m = datasketch.MinHash(num_perm=128)
        m.update_batch([b" ".join(words[k:k + 5]) for k in range(max(1, len(words) - 4))])
        found.update(tuple(sorted((i, other))) for other in lsh.query(m))
        lsh.insert(i, m)
    return time.process_time() - start, found


def origins(i, truth):
    """The reports that text of this one comes from."""
    return {i.split("+")[0]} | {p[0] if p[1] == i else p[1] for p in truth if i in p} if "+" in i else {i}


def report(name, seconds, found, reports, texts, truth, shared):
    """shared: pairs between reports as they came in that any of the programs found."""
    kinds = collections.Counter(truth.values())
    right = collections.Counter(truth[p] for p in found if p in truth)
    between = [p for p in found if p[0] in texts and p[1] in texts]
    alone = [p for p in found if not any(a == b or tuple(sorted((a, b))) in shared
                                         for a in origins(p[0], truth) for b in origins(p[1], truth))]
    told = [texts[a][1] == texts[b][1] for a, b in between if texts[a][1] and texts[b][1]]
    print(f"{name:14} {seconds:6.2f} s {len(reports) / seconds:8.0f} reports/s  "
          + ", ".join(f"{k} {right[k]}/{kinds[k]}" for k in [*KINDS, "of the other"])
          + f", all {sum(right.values())}/{sum(kinds.values())}; made, and nothing shared: {len(alone)}; "
          + f"as they came in: {len(between)}"
          + (f", of one story {sum(told)}, of two {len(told) - sum(told)}" if told else ""))


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("build", type=pathlib.Path)
    args.add_argument("texts", nargs="+")
    args = args.parse_args()
    texts = load(args.texts)
    reports, truth = make(texts)
    print(f"{len(texts)} reports, {len(reports) - len(texts)} copies of them; pairs found of all there are:")
    with tempfile.TemporaryDirectory() as folder:
        runs = [("legomena", *ours(args.build.resolve(), reports, pathlib.Path(folder)))]
    runs += [(f"datasketch {t}", *theirs(reports, t)) for t in (0.5, 0.2, 0.1)]
    shared = {p for _, _, found in runs for p in found if p[0] in texts and p[1] in texts}
    for name, seconds, found in runs:
        report(name, seconds, found, reports, texts, truth, shared)


main()
