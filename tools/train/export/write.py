"""From a training checkpoint to the model file that ships.

usage: write CHECKPOINT.pt DATA.pkl OUT.lgm --version V [--weights FOLDER] [--card CARD.json]

FOLDER (for a transformer) is the pre-trained model that training started from: its vocab.txt.
"""
import argparse
import json
import pickle

import numpy as np

from train.data import batches, pieces
from train.export import modelfile
from train.nets import checkpoint, shared as M


def a(tensor):
    return tensor.detach().numpy()


def write_card(w, name, version, card, scores):
    w.text("card.name", name)
    w.text("card.version", version)
    w.text("card.json", json.dumps(dict(card, name=name, version=version,
                                        dev_float={k: round(v, 2) for k, v in scores.items()}), indent=1))


def write_fast(w, net, vocab):
    e, c = net.enc, net.config
    w.text("config.layers", c["layers"])
    w.number("vocab_rows", e.word.num_embeddings)
    w.number("oov_rows", c["n_oov"])
    keys = sorted(vocab.items())
    w.add("vocab.hash", [k for k, _ in keys], "u32")
    w.add("vocab.row", [r for _, r in keys], "u16")
    w.rows("emb.word", np.concatenate([a(e.word.weight), a(e.oov.weight)]))
    w.rows("emb.sub", a(e.sub.weight))
    w.add("emb.mix", a(e.mix.weight).T, "f32")
    w.add("emb.mix.bias", a(e.mix.bias), "f32")
    w.add("emb.ctx", a(e.ctx.weight), "f32")
    for i, layer in enumerate(e.stack):
        if c["layers"][i] == "C":
            write_linear(w, "enc.%d" % i, layer.lin)
        else:
            write_linear(w, "enc.%d.f" % i, layer.f)
            write_linear(w, "enc.%d.b" % i, layer.b)


def write_accurate(w, net, vocab):
    for k in ("heads", "ffn", "depth", "cls", "sep", "unk"):
        w.number(k, net.config[k])
    hashes, rows = pieces.table(vocab)
    w.add("vocab.hash", hashes, "u64")
    w.add("vocab.row", rows, "u16")
    for k in ("piece", "pos", "ctx", "shape"):
        table = a(getattr(net, k).weight)
        w.rows("emb." + k, table[:batches.PLACES] if k == "pos" else table)
    norm(w, "emb.norm", net.norm)
    for i, layer in enumerate(net.layers):
        for k in ("qkv", "out", "up", "down"):
            write_linear(w, "t.%d.%s" % (i, k), getattr(layer, k))
        norm(w, "t.%d.norm1" % i, layer.norm1)
        norm(w, "t.%d.norm2" % i, layer.norm2)


def norm(w, name, n):
    w.add(name + ".g", a(n.weight), "f32")
    w.add(name + ".b", a(n.bias), "f32")


def write_linear(w, name, lin):
    w.linear(name, a(lin.weight), a(lin.bias))


def write_heads(w, net):
    for what in ("arc", "rel", "link"):
        w.number(what, net.config[what])
    w.number("dim", net.config["d"])
    w.number("clip", M.CLIP)
    for k in ("upos", "xpos", "lemma", "rel", "ner", "attrib"):
        w.labels(k, net.labels[k])
    for name, lin in (("tag", net.tag), ("parse.mlp", net.mlp), ("parse.key", net.key), ("parse.rel", net.rel),
                      ("ner", net.ner), ("attrib.tag", net.att), ("attrib.span", net.span)):
        write_linear(w, name, lin)
    w.add("parse.dist", a(net.dist), "f32")
    w.add("parse.root", a(net.root), "f32")
    w.add("ner.trans", a(net.ner_crf.scores()), "f32")
    w.add("attrib.trans", a(net.att_crf.scores()), "f32")
    w.add("attrib.feat", a(net.feat.weight), "f32")
    w.add("attrib.out", a(net.out.weight), "f32")
    w.add("attrib.out.bias", a(net.out.bias), "f32")


def main(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for x in ("checkpoint", "data", "out"):
        ap.add_argument(x)
    ap.add_argument("--version", required=True)
    ap.add_argument("--weights", default="")
    ap.add_argument("--card", default="")
    o = ap.parse_args(argv)
    with open(o.data, "rb") as f:
        data = pickle.load(f)
    net, s = checkpoint.load(o.checkpoint, data["vectors"])
    w = modelfile.Writer()
    name = "en-" + net.config["kind"]
    write_card(w, name, o.version, json.load(open(o.card)) if o.card else {}, s["scores"])
    if name == "en-accurate":
        write_accurate(w, net, pieces.read_vocab(o.weights + "/vocab.txt"))
    else:
        write_fast(w, net, data["vocab"])
    write_heads(w, net)
    w.write(o.out)
