#!/usr/bin/env python3
"""Weights of src/profile/alike.c: is a pair of reports of one story?

usage: alike.py TRAIN.jsonl[.gz] TRAIN.pairs DEV.jsonl[.gz] DEV.pairs
Reports with "story" and "topic" (two stories that look alike), and what `legomena-profiles pairs` printed of
their records. Needs scikit-learn. Prints the weights, and B3 of groups by average linkage at several bounds.
"""
import gzip
import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

NAMES = ["words", "lead", "names", "places", "deeds", "numbers", "people", "places apart", "years apart", "year shared", "day shared"]
FAR = 0.3  # weight of a pair of two topics: they are many, and easy


def load(gold, pairs):
    with (gzip.open if gold.endswith(".gz") else open)(gold, "rt", encoding="utf-8") as f:
        docs = [json.loads(x) for x in f if x.strip()]
    at = {d["id"]: i for i, d in enumerate(docs)}
    rows = [x.rstrip("\n").split("\t") for x in open(pairs, encoding="utf-8")]
    where = np.array([(at[r[0]], at[r[1]]) for r in rows])
    return docs, where, np.array([[float(x) for x in r[2:2 + len(NAMES)]] for r in rows])


def labels(docs, where, key):
    values = [d[key] for d in docs]
    return np.array([values[i] == values[k] for i, k in where])


def link(n, where, score, bound):
    """Groups by average linkage."""
    m = np.full((n, n), -np.inf)
    m[where[:, 0], where[:, 1]] = m[where[:, 1], where[:, 0]] = score
    size, groups = np.ones(n), [[i] for i in range(n)]
    while True:
        i, k = divmod(int(m.argmax()), n)
        if m[i, k] < bound:
            return [g for g in groups if g]
        row = (m[i] * size[i] + m[k] * size[k]) / (size[i] + size[k])
        m[i], m[:, i] = row, row
        m[k], m[:, k], m[i, i] = -np.inf, -np.inf, -np.inf
        size[i] += size[k]
        groups[i], groups[k] = groups[i] + groups[k], []


def b3(docs, groups, within=None):
    p = r = 0.0
    group = {i: g for g in groups for i in g}
    for i, d in enumerate(docs):
        of = lambda ks: {k for k in ks if not within or docs[k][within] == d[within]}
        mine, gold = of(group[i]), of(k for k, e in enumerate(docs) if e["story"] == d["story"])
        both = len(mine & gold)
        p, r = p + both / len(mine), r + both / len(gold)
    p, r = p / len(docs), r / len(docs)
    return 2 * p * r / (p + r)


def main():
    train, dev = load(*sys.argv[1:3]), load(*sys.argv[3:5])
    y, near = labels(train[0], train[1], "story"), labels(train[0], train[1], "topic")
    scale = StandardScaler().fit(train[2])
    model = LogisticRegression(max_iter=1000).fit(scale.transform(train[2]), y, sample_weight=np.where(near, 1, FAR))
    w = model.coef_[0] / scale.scale_
    bias = model.intercept_[0] - float(w @ scale.mean_)
    print("weights", ", ".join("%.4f" % x for x in w), "bias %.4f" % bias)
    print({n: round(float(c), 2) for n, c in zip(NAMES, model.coef_[0])})
    for bound in np.arange(-2, 2.1, 0.25):
        f = ["%.3f" % b3(d, link(len(d), where, x @ w + bias, bound), within)
             for d, where, x in (train, dev) for within in (None, "topic")]
        print("bound %5.2f  train %s, within topics %s; dev %s, within topics %s" % (bound, *f))


if __name__ == "__main__":
    main()
