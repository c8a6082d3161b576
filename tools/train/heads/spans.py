"""A linear BIOES head on frozen token vectors, in plain numpy: the example of docs/notes/adding-a-head.md.

usage: spans MODEL.lgm TRAIN.jsonl DEV.jsonl OUT.lgm --name time --layer times [--pred FILE]

Learns gold.LAYER of TRAIN (start, end, type; code points) from what `legomena-vectors` says of its texts,
adds the head to a copy of MODEL under NAME (tensors NAME, NAME.trans, labels.NAME), reads DEV with the
int8 weights of that copy, and prints exact and overlapping precision, recall and F1. --pred writes what was
found as {"id", LAYER: [...]} for a scorer.
"""
import argparse
import json
import os
import subprocess
import tempfile

import numpy as np

from train import ROOT
from train.export import modelfile
from train.heads.add import add_head
from train.reference.heads import constrained

SENTENCE, PAR = 128, 2


def vectors(tool, model, docs):
    """Floats [tokens][dim], and [tokens][4]: report, start, end, flags."""
    with tempfile.TemporaryDirectory() as folder:
        stem = os.path.join(folder, "v")
        feed = "".join(json.dumps({"text": d["text"]}) + "\n" for d in docs)
        subprocess.run([tool, model, stem], input=feed.encode(), check=True)
        with open(stem + ".json", encoding="utf-8") as f:
            scale = json.load(f)["scale"]
        return (np.load(stem + ".vec.npy").astype(np.float32) - 128) * np.float32(scale), np.load(stem + ".tok.npy")


def sentences(tok):
    """[(first, end)]: a sentence starts at the flag, and at a new report."""
    new = (tok[:, 3] & SENTENCE > 0) | np.r_[True, tok[1:, 0] != tok[:-1, 0]]
    starts = np.flatnonzero(new).tolist()
    return list(zip(starts, starts[1:] + [len(tok)]))


def label_tokens(docs, tok, layer, labels):
    """The label of each token; a span has the tokens that it overlaps."""
    number, y = {x: i for i, x in enumerate(labels)}, np.zeros(len(tok), np.int64)
    first = np.searchsorted(tok[:, 0], np.arange(len(docs) + 1))
    for k, d in enumerate(docs):
        rows = tok[first[k]:first[k + 1]]
        for m in d["gold"][layer]:
            at = first[k] + np.flatnonzero((rows[:, 1] < m["end"]) & (rows[:, 2] > m["start"]))
            if len(at) == 1:
                y[at] = number["S-" + m["type"]]
            elif len(at):
                y[at] = number["I-" + m["type"]]
                y[at[0]], y[at[-1]] = number["B-" + m["type"]], number["E-" + m["type"]]
    return y


def softmax(z):
    z = np.exp(z - z.max(axis=1, keepdims=True))
    return z / z.sum(axis=1, keepdims=True)


def train(x, y, k, rng, steps=4000, batch=1024, rate=0.01, decay=0.003):
    """Softmax regression by Adam: weights [k][dim + 1], the bias last."""
    x = np.c_[x, np.ones(len(x), np.float32)]
    w, m, v = (np.zeros((k, x.shape[1]), np.float32) for _ in range(3))
    for step in range(1, steps + 1):
        at = rng.integers(0, len(x), batch)
        p = softmax(x[at] @ w.T)
        p[np.arange(batch), y[at]] -= 1
        g = p.T @ x[at] / batch + decay * np.c_[w[:, :-1], np.zeros(k)] * rate
        m += 0.1 * (g - m)
        v += 0.01 * (g * g - v)
        now = rate * 0.5 * (1 + np.cos(np.pi * step / steps))
        w -= now * (m / (1 - 0.9 ** step)) / (np.sqrt(v / (1 - 0.99 ** step)) + 1e-8)
    return w


def transitions(y, sents, k):
    """How much likelier one label is after another than anywhere: log of the ratio, from counts."""
    pair = np.full((k + 2, k + 2), 0.1)
    for a, b in sents:
        path = [k, *y[a:b].tolist(), k + 1]
        np.add.at(pair, (path[:-1], path[1:]), 1)
    share = pair / pair.sum(axis=1, keepdims=True)
    return np.log(share / (pair.sum(axis=0) / pair.sum())[None, :]).astype(np.float32)


def viterbi(emit, t):
    """The best path of labels; transitions as in reference_heads.constrained."""
    k, back = emit.shape[1], []
    delta = t[k, :k] + emit[0]
    for row in emit[1:]:
        step = delta[:, None] + t[:k, :k]
        back.append(step.argmax(axis=0))
        delta = step.max(axis=0) + row
    path = [int((delta + t[:k, k + 1]).argmax())]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return path[::-1]


def find(model, name, x, tok, docs):
    """Spans a document, by the int8 weights of the model file."""
    r = modelfile.Reader(model)
    w, b = r.linear(name)
    labels = r.labels(name)
    t, scores, out = constrained(r[name + ".trans"], labels), x @ w.T + b, [[] for _ in docs]
    for a, b in sentences(tok):
        start = a
        for i, label in enumerate(viterbi(scores[a:b], t), a):
            if labels[label][0] in "BS":
                start = i
            if labels[label][0] in "ES":
                out[tok[a, 0]].append({"start": int(tok[start, 1]), "end": int(tok[i, 2]), "type": labels[label][2:]})
    return out


def scores(docs, found, layer):
    for what, same in (("exact, typed", lambda g, p: (g["start"], g["end"], g["type"]) == (p["start"], p["end"], p["type"])),
                       ("exact", lambda g, p: (g["start"], g["end"]) == (p["start"], p["end"])),
                       ("overlapping", lambda g, p: g["start"] < p["end"] and p["start"] < g["end"])):
        gold, pred = sum(len(d["gold"][layer]) for d in docs), sum(map(len, found))
        hit_p = sum(any(same(g, p) for g in d["gold"][layer]) for d, f in zip(docs, found) for p in f)
        hit_g = sum(any(same(g, p) for p in f) for d, f in zip(docs, found) for g in d["gold"][layer])
        p, r = hit_p / max(1, pred), hit_g / max(1, gold)
        print("%-13s P %5.1f  R %5.1f  F1 %5.1f" % (what, 100 * p, 100 * r, 200 * p * r / max(1e-9, p + r)))


def main(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "train", "dev", "out"):
        ap.add_argument(name)
    ap.add_argument("--name", required=True)
    ap.add_argument("--layer", required=True)
    ap.add_argument("--pred")
    ap.add_argument("--tool", default=os.path.join(ROOT, "build/tools/vectors/legomena-vectors"))
    o = ap.parse_args(argv)
    read = lambda path: [json.loads(x) for x in open(path, encoding="utf-8")]
    docs, dev = read(o.train), read(o.dev)
    types = sorted({m["type"] for d in docs for m in d["gold"][o.layer]})
    labels = ["O"] + [p + "-" + t for t in types for p in "BIES"]
    x, tok = vectors(o.tool, o.model, docs)
    y = label_tokens(docs, tok, o.layer, labels)
    print("%d tokens, %d of them in spans, %d labels" % (len(y), (y > 0).sum(), len(labels)))
    w = train(x, y, len(labels), np.random.default_rng(1))
    add_head(o.model, {o.name + ".w": w[:, :-1], o.name + ".b": w[:, -1], "labels." + o.name: labels,
                       o.name + ".trans": transitions(y, sentences(tok), len(labels))}, o.out)
    found = find(o.out, o.name, *vectors(o.tool, o.out, dev), dev)
    scores(dev, found, o.layer)
    if o.pred:
        with open(o.pred, "w", encoding="utf-8") as f:
            for d, spans in zip(dev, found):
                f.write(json.dumps({"id": d["id"], o.layer: spans}) + "\n")
