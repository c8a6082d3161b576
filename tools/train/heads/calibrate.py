"""Confidence that means something: learns from a model's own records how often it is right.

usage: calibrate MODEL.lgm OUT.lgm --corpora DIR [--score DIR] [--evidence PROGRAM] [--version V]

Runs the engine over the training documents that no model learns from (data/heldout.py), compares names and
claims with gold (bench/quality/right.py says what is right), fits, and writes a copy of the model with
  config.calib.names.a, .b   sigmoid(a * logit(p) + b)                        src/entity/entity.c
  calib.claims  f32 [7]      weights of the logits of cue, content, source and link, of a missing cue, of a
                             missing source, and the bias                     src/attrib/trust.c
Development sets are not looked at: bench/quality shows what the numbers are worth there.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

from train import ROOT
from train.export import modelfile
from train.data.heldout import held_out

sys.path.insert(0, os.path.join(ROOT, "bench", "quality"))
import right  # noqa: E402

EDGE = 1e-4  # src/nn/detmath.h, lgm_det_logit
LARGEST = 100.0  # what the engine takes
TENSORS = ("config.calib.names.a", "config.calib.names.b", "calib.claims")


def logit(p):
    p = np.clip(p, EDGE, 1 - EDGE)
    return np.log(p / (1 - p))


def logistic(x):
    return 1 / (1 + np.exp(-x))


def fit(x, y, at_least_zero, prior=0.1):
    """Weights of a logistic regression (the last column of x is 1) by Newton's method, with a weak prior
    for small ones; a weight that may not be negative and would be is 0."""
    free = np.ones(x.shape[1], bool)
    while True:
        w = np.zeros(x.shape[1])
        for _ in range(100):
            p = logistic(x @ w)
            g = x.T @ (p - y) + prior * w
            h = (x * (p * (1 - p))[:, None]).T @ x + prior * np.eye(len(w))
            w[free] -= np.linalg.solve(h[np.ix_(free, free)], g[free])
        bad = [i for i in at_least_zero if w[i] < 0]
        if not bad:
            return np.clip(w, -LARGEST, LARGEST)
        free[min(bad, key=lambda i: w[i])] = False


def run(program, model, docs):
    feed = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in docs)
    got = subprocess.run([program, model], input=feed.encode(), stdout=subprocess.PIPE, check=True).stdout
    out = [json.loads(x) for x in got.decode().splitlines()]
    assert [r["id"] for r in out] == [d["id"] for d in docs]
    return out


def claim_features(evidence):
    """[cue, content, source, link, no cue, no source, 1]: what src/attrib/trust.c weighs."""
    e = np.asarray(evidence, float)
    no_cue, no_source = e[:, 4], e[:, 5]
    has_cue = 1 - no_cue
    return np.stack([has_cue * logit(e[:, 0]), logit(e[:, 1]), has_cue * (1 - no_source) * logit(e[:, 2]),
                     has_cue * logit(e[:, 3]), no_cue, no_source, np.ones(len(e))], axis=1)


def report(what, before, after, y):
    for name, p in (("before", before), ("after", after)):
        pairs = list(zip(p.tolist(), y.tolist()))
        _, ece = right.bins(pairs)
        print("%s, %s: %d, right %.3f, mean confidence %.3f, calibration error %.3f, ranking %.3f" % (
            what, name, len(y), y.mean(), p.mean(), ece, right.ranking(pairs)))


def learn_names(program, model, docs):
    pairs = [x for d, r in zip(docs, run(program, model, docs)) for x in right.names(d, r["names"])]
    if not pairs:
        return None
    p, y = np.array([c for c, _ in pairs]), np.array([float(ok) for _, ok in pairs])
    x = np.stack([logit(p), np.ones(len(p))], axis=1)
    a, b = fit(x, y, [0])
    a = max(a, 0.01)  # the engine wants it above 0
    report("names", p, logistic(a * x[:, 0] + b), y)
    return float(a), float(b)


def learn_claims(program, model, docs, scorer):
    e, p, y = [], [], []
    for d, r in zip(docs, run(program, model, docs)):
        y += right.claims(d, r["claims"], scorer)
        e += [c["evidence"] for c in r["claims"]]
        p += [c["confidence"] for c in r["claims"]]
    if not e:
        return None
    x, y = claim_features(e), np.array(y, float)
    w = fit(x, y, range(4))
    report("claims", np.array(p), logistic(x @ w), y)
    return w


def main(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("model")
    ap.add_argument("out")
    ap.add_argument("--corpora", required=True)
    ap.add_argument("--score")
    ap.add_argument("--evidence", default=os.path.join(ROOT, "build/tools/vectors/legomena-evidence"))
    ap.add_argument("--version", help="the version of the new model (default: that of MODEL)")
    o = ap.parse_args(argv)
    scorer = right.load_scorer(o.score or os.path.join(o.corpora, "..", "score"))
    docs = {k: [d for d in right.read_jsonl(os.path.join(o.corpora, p)) if held_out(d["id"])]
            for k, p in (("names", "ner/worldwide-train.jsonl.gz"), ("claims", "polnear/train.jsonl"))}

    w = modelfile.Writer(modelfile.Reader(o.model))
    for name in TENSORS:
        w.remove(name)
    with tempfile.TemporaryDirectory() as folder:
        raw = os.path.join(folder, "raw.lgm")
        w.write(raw)
        names = learn_names(o.evidence, raw, docs["names"])
        weights = learn_claims(o.evidence, raw, docs["claims"], scorer)
    if names:
        print("config.calib.names: a %.4f b %.4f" % names)
        w.number("calib.names.a", names[0])
        w.number("calib.names.b", names[1])
    if weights is not None:
        print("calib.claims: " + "  ".join("%s %.4f" % x for x in zip(
            ("cue", "content", "source", "link", "no cue", "no source", "bias"), weights)))
        w.add("calib.claims", weights, "f32")
    for what, found in (("name", names), ("claim", weights)):
        if found is None:
            print("the model finds no %s: its confidence is left as the network says it" % what)
    if o.version:
        card = json.loads(modelfile.Reader(o.model).text("card.json"))
        w.remove("card.version")
        w.remove("card.json")
        w.text("card.version", o.version)
        w.text("card.json", json.dumps(dict(card, version=o.version), indent=1))
    w.write(o.out)
