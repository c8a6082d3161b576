"""Who is who, as a task of the encoder: its vectors learn what the head of coreference will ask of them.

usage: references MODEL.lgm DATA.pkl GUM_TRAIN.jsonl.gz OUT.pkl [--tools DIR]

Adds the training documents of GUM once more, as kind "train.refs", with `refs`: [token, cluster] of every
mention that the trees of a model have a head for. `teach/learn.py --shares train.refs=...` then scores pairs of
mentions of a window, and throws its scores away at the end: heads/coref.py learns the head that ships, with all
its features, on the vectors that come of it.
"""
import argparse
import os
import pickle

import numpy as np

from train import ROOT


def main(argv):
    from train.heads import coref
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for x in ("model", "data", "train", "out"):
        ap.add_argument(x)
    ap.add_argument("--tools", default=os.path.join(ROOT, "build/tools/vectors"))
    o = ap.parse_args(argv)
    with open(o.data, "rb") as f:
        data = pickle.load(f)
    docs = [d for d in coref.read_jsonl(o.train) if d["genre"] not in coref.GUM_CLOSED]
    t = coref.Texts(docs, o.tools)
    t.look(o.model)
    t.align()
    first = np.searchsorted(t.tok[:, 0], np.arange(len(docs) + 1))
    by_name = {d["name"]: d for d in data["docs"] if d["kind"] == "train.ner"}
    n = 0
    for k, d in enumerate(docs):
        doc = by_name["gum/" + d["id"]]
        assert len(doc["form"]) == first[k + 1] - first[k], d["id"]
        here = np.flatnonzero((t.mention[:, 0] == k) & (t.gold >= 0))
        ents, number = d["gold"]["entities"], {}
        refs = np.array(sorted(
            (t.mention[i, 1] - first[k], number.setdefault(ents[t.gold[i]]["cluster"] or (i,), len(number)))
            for i in here), np.int64).reshape(-1, 2)
        data["docs"].append(dict(doc, kind="train.refs", refs=refs))
        n += len(here)
    print("%d mentions in %d documents" % (n, len(docs)))
    with open(o.out, "wb") as f:
        pickle.dump(data, f)
