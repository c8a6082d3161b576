"""What eight bits lose: the network in floats, with one part at a time rounded, and as the engine computes it.

usage: int8_loss CHECKPOINT.pt MODEL.lgm CORPORA WEIGHTS [--articles 30] [--tool PATH]

On development articles of PolNeAR, against the float network: how far the token vectors move (root mean
square over the deviation of a vector's places), and how many attribution labels and parts of speech
come out differently. The last row is the shipped engine with the shipped file, by legomena-vectors.
"""
import argparse
import os

import numpy as np
import torch

from train import ROOT
from train.data import batches, documents as D, pieces
from train.heads import spans
from train.nets import accurate, checkpoint


def read(net, batch, parts):
    """Vectors of the tokens, the best attribution label and part of speech of each."""
    net.int8 = parts
    with torch.no_grad():
        v = net.encode(batch)[batch["mask"]]
        return (v.numpy(),) + labels_of(net, v)


def labels_of(net, v):
    return net.att(v).argmax(-1).numpy(), net.tag(v).split(net.sizes, -1)[1].argmax(-1).numpy()


def main(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for x in ("checkpoint", "model", "corpora", "weights"):
        ap.add_argument(x)
    ap.add_argument("--articles", type=int, default=30)
    ap.add_argument("--tool", default=os.path.join(ROOT, "build/tools/vectors/legomena-vectors"))
    o = ap.parse_args(argv)
    vocab = pieces.read_vocab(o.weights + "/vocab.txt")
    net, _ = checkpoint.load(o.checkpoint, None)
    texts, store = [], D.Store()
    # beginnings of articles, of one window: network and engine then read the same pieces around each token
    for d in D.read_jsonl(o.corpora + "/polnear/dev.jsonl"):
        text = d["text"][:1200].rsplit("\n", 1)[0]
        if len(texts) < o.articles and len(text) > 400:
            texts.append({"text": text})
    for d, tokens in zip(texts, D.tokenize([d["text"] for d in texts], os.path.join(ROOT, "build/tools/tokens/legomena-tokens"))):
        store.add("plain", "", d["text"], [t[:2] for t in tokens], [t[2] for t in tokens])
    table = {"features": np.array([[0] * 6 + [pieces.shape_row(f)] for f in store.forms]), "docs": store.docs,
             "pieces": [np.array(pieces.pieces(f, vocab)) for f in store.forms]}
    batcher = batches.Batcher(table, "plain", 10**9, 0, train=False)
    batch = batcher.make([batches.cut(d, 0, len(d["form"])) for d in store.docs])
    plain = read(net, batch, ())
    rows = [("all of it", read(net, batch, accurate.PARTS))]
    rows += [("only " + p, read(net, batch, (p,))) for p in accurate.PARTS]
    engine, _ = spans.vectors(o.tool, o.model, texts)
    rows.append(("the engine", (engine,) + labels_of(net, torch.from_numpy(engine))))
    print("%d tokens; vectors of width %d" % plain[0].shape)
    print("| rounded | vectors move by | attribution labels | parts of speech |\n| --- | ---: | ---: | ---: |")
    for name, got in rows:
        move = np.sqrt(((got[0] - plain[0]) ** 2).mean() / plain[0].var())
        print("| %s | %.3f | %.2f %% | %.2f %% |" % (name, move, *(100 * (got[i] != plain[i]).mean() for i in (1, 2))))
