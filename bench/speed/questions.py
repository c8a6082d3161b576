#!/usr/bin/env python3
"""What each question costs at a ledger: each condition alone, then in pairs.

usage: questions.py LEGOMENA LEDGER.db --common NAME --rare NAME --place PLACE --words WORDS [--pairs] [--rounds N]

Processor time of the whole command in ms (the least of N rounds, 3 unless told), its first page of 50 rows, its
peak memory in MB; those over 100 ms are marked. NAME, PLACE and WORDS are of the ledger at hand: somebody in
every tenth report, somebody in a few, a country, a word of a quarter of the reports.
"""
import argparse
import itertools
import os
import subprocess
import sys

LIMIT_MS = 100


def conditions(o):
    when = {"--since": o.since, "--until": o.until}
    names = [o.common, o.rare, "Nobody Atall"]
    return {
        "claims": [(c, n) for c in ("--by", "--about", "--via") for n in names]
        + [("--act", "deny"), ("--act", "state"), ("--venue", "television"), ("--kind", "anonymous"),
           ("--anonymous",), ("--denied",), ("--text", o.words), ("--text", "zzyzx"), ("--said-on", o.since),
           ("--in", "77"), ("--publisher", "France"), *when.items()],
        "events": [(c, n) for c in ("--who", "--whom", "--said-by") for n in names]
        + [("--type", "ASSAULT"), ("--where", o.place), ("--where", "Nowhere"), ("--modality", "planned"),
           ("--own-voice",), ("--text", "attack"), *when.items()],
        "figures": [("--of", "killed"), ("--of", "ships"), ("--by", o.common), ("--where", o.place),
                    ("--least", "100000"), ("--own-voice",), *when.items()],
        "incidents": [("--type", "bombing"), ("--type", "arson"), ("--who", o.common), ("--where", o.place),
                      ("--victim", "children"), ("--weapon", "mortar"), *when.items()],
        "timeline": [("--about", o.common), ("--about", o.rare), ("--where", o.place), *when.items()],
        "sources": [("--by", o.common), ("--about", o.common), ("--about", o.rare), ("--kind", "outlet"),
                    ("--anonymous",), ("--text", o.words), *when.items()],
        "stats": [],
    }


def run(cmd):
    read, write = os.pipe()
    p = subprocess.Popen(cmd, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    n = 0
    while chunk := os.read(read, 1 << 16):
        n += chunk.count(b"\n")
    os.close(read)
    said = p.stderr.read().decode()
    _, status, use = os.wait4(p.pid, 0)
    p.returncode = os.waitstatus_to_exitcode(status)
    if p.returncode not in (0, 1, 3):
        sys.exit("%s: exit status %d\n%s" % (" ".join(cmd), p.returncode, said))
    return 1000 * (use.ru_utime + use.ru_stime), use.ru_maxrss / 1024, n


class Bench:
    def __init__(self, o):
        self.o, self.slow, self.n = o, 0, 0

    def ask(self, *words):
        cmd = [self.o.legomena, words[0], "--ledger", self.o.ledger, *words[1:]]
        got = [run(cmd) for _ in range(self.o.rounds)]
        ms, mb, lines = min(g[0] for g in got), max(g[1] for g in got), got[0][2]
        self.n += 1
        self.slow += ms > LIMIT_MS
        print("%8.1f ms %6.0f MB %6d lines %s %s" % (ms, mb, lines, "SLOW" if ms > LIMIT_MS else "    ",
                                                     " ".join(words)), flush=True)

    def all(self):
        o = self.o
        for kind, conds in conditions(o).items():
            self.ask(kind)
            for c in conds:
                self.ask(kind, *c)
            if o.pairs:
                for a, b in itertools.combinations(conds, 2):
                    if a[0] != b[0]:
                        self.ask(kind, *a, *b)
        for words in (o.words, "zzyzx", o.words + " government", '"prime minister"'):
            self.ask("search", words)
        self.ask("search", o.words, "--since", o.since)
        self.ask("show", "77")
        self.ask("who", o.rare)
        self.ask("who", o.common)
        print("%d questions, %d over %d ms" % (self.n, self.slow, LIMIT_MS))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("legomena")
    ap.add_argument("ledger")
    for name in ("common", "rare", "place", "words"):
        ap.add_argument("--" + name, required=True)
    ap.add_argument("--since", default="2010-05-01")
    ap.add_argument("--until", default="2010-05-31")
    ap.add_argument("--pairs", action="store_true")
    ap.add_argument("--rounds", type=int, default=3)
    Bench(ap.parse_args()).all()


if __name__ == "__main__":
    main()
