"""From a training checkpoint to the model file that ships.

usage: export.py CHECKPOINT.pt DATA.pkl OUT.lgm --version V [--name en-fast] [--card CARD.json]
"""
import argparse
import json
import pickle

import numpy as np
import torch

import modelfile
import model as M


def load(path, vectors):
    s = torch.load(path, map_location="cpu", weights_only=False)
    c = s["config"]
    net = M.Fast(s["labels"], vectors, c["n_oov"], c["n_sub"], c["d"], c["layers"], c["arc"], c["rel"], c["link"],
                 hidden=c["hidden"])
    net.load_state_dict(s["net"])
    return net.eval(), s


def export(net, scores, vocab, path, name, version, card):
    a = lambda t: t.detach().numpy()
    w = modelfile.Writer()
    c, labels = net.config, net.labels
    w.text("card.name", name)
    w.text("card.version", version)
    w.text("card.json", json.dumps(dict(card, name=name, version=version,
                                        dev_float={k: round(v, 2) for k, v in scores.items()}), indent=1))
    w.text("config.layers", c["layers"])
    for what, value in (("dim", c["d"]), ("clip", M.CLIP), ("arc", c["arc"]), ("rel", c["rel"]),
                        ("link", c["link"]), ("vocab_rows", net.enc.word.num_embeddings),
                        ("oov_rows", c["n_oov"])):
        w.number(what, value)
    for k in ("upos", "xpos", "lemma", "rel", "ner", "attrib"):
        w.labels(k, labels[k])
    keys = sorted(vocab.items())
    w.add("vocab.hash", [k for k, _ in keys], "u32")
    w.add("vocab.row", [r for _, r in keys], "u16")
    e = net.enc
    w.rows("emb.word", np.concatenate([a(e.word.weight), a(e.oov.weight)]))
    w.rows("emb.sub", a(e.sub.weight))
    w.add("emb.mix", a(e.mix.weight).T, "f32")
    w.add("emb.mix.bias", a(e.mix.bias), "f32")
    w.add("emb.ctx", a(e.ctx.weight), "f32")
    lin = lambda n, m: w.linear(n, a(m.weight), a(m.bias))
    for i, layer in enumerate(e.stack):
        if c["layers"][i] == "C":
            lin("enc.%d" % i, layer.lin)
        else:
            lin("enc.%d.f" % i, layer.f)
            lin("enc.%d.b" % i, layer.b)
    lin("tag", net.tag)
    lin("parse.mlp", net.mlp)
    lin("parse.key", net.key)
    lin("parse.rel", net.rel)
    w.add("parse.dist", a(net.dist), "f32")
    w.add("parse.root", a(net.root), "f32")
    lin("ner", net.ner)
    w.add("ner.trans", a(net.ner_crf.scores()), "f32")
    lin("attrib.tag", net.att)
    w.add("attrib.trans", a(net.att_crf.scores()), "f32")
    lin("attrib.span", net.span)
    w.add("attrib.feat", a(net.feat.weight), "f32")
    w.add("attrib.out", a(net.out.weight), "f32")
    w.add("attrib.out.bias", a(net.out.bias), "f32")
    w.write(path)


def main():
    ap = argparse.ArgumentParser()
    for x in ("checkpoint", "data", "out"):
        ap.add_argument(x)
    ap.add_argument("--version", required=True)
    ap.add_argument("--name", default="en-fast")
    ap.add_argument("--card", default="")
    o = ap.parse_args()
    with open(o.data, "rb") as f:
        data = pickle.load(f)
    card = json.load(open(o.card)) if o.card else {}
    net, s = load(o.checkpoint, data["vectors"])
    export(net, s["scores"], data["vocab"], o.out, o.name, o.version, card)


if __name__ == "__main__":
    main()
