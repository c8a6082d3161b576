"""From a model file that ships back to a training checkpoint, as near as eight bits allow.

usage: restore MODEL.lgm OUT.pt

For going on with a model whose checkpoint is gone (teach/learn.py --start), and for a teacher (teach/label.py). Tensors that
the training code does not know (confidence, coreference) are left out: they are trained behind it, once more.
"""

import numpy as np
import torch

from train.export import modelfile
from train.nets import accurate, fast, minilm

LABELS = ("upos", "xpos", "lemma", "rel", "ner", "attrib")


def rows(r, name):
    return r[name].astype(np.float32) * r[name + ".scale"][:, None]


def linear(key, r, name):
    w, b = r.linear(name)
    return {key + ".weight": w, key + ".bias": b}


def heads(r):
    out = {}
    for key, name in (("tag", "tag"), ("mlp", "parse.mlp"), ("key", "parse.key"), ("rel", "parse.rel"), ("ner", "ner"),
                      ("att", "attrib.tag"), ("span", "attrib.span")):
        out.update(linear(key, r, name))
    for key, name in (("dist", "parse.dist"), ("root", "parse.root"), ("feat.weight", "attrib.feat"),
                      ("out.weight", "attrib.out"), ("out.bias", "attrib.out.bias")):
        out[key] = r[name]
    for key, name in (("ner_crf", "ner.trans"), ("att_crf", "attrib.trans")):
        t = r[name]
        out[key + ".trans"] = np.where(t <= -1e4, 0, t)      # what may not follow is masked, not learned
    return out


def restore_fast(r, labels):
    n = int(r.number("vocab_rows"))
    words = rows(r, "emb.word")
    layers = r.text("config.layers")
    net = fast.Fast(labels, words[:n], int(r.number("oov_rows")), len(r["emb.sub"]), int(r.number("dim")), layers,
                    int(r.number("arc")), int(r.number("rel")), int(r.number("link")))
    out = {"enc.oov.weight": words[n:], "enc.sub.weight": rows(r, "emb.sub"), "enc.mix.weight": r["emb.mix"].T,
           "enc.mix.bias": r["emb.mix.bias"], "enc.ctx.weight": r["emb.ctx"]}
    for i, kind in enumerate(layers):
        for part in ("lin",) if kind == "C" else ("f", "b"):
            out.update(linear("enc.stack.%d.%s" % (i, part), r, "enc.%d" % i + ("" if kind == "C" else "." + part)))
    return net, out


def restore_accurate(r, labels):
    c = {k: int(r.number(k)) for k in ("dim", "depth", "heads", "ffn", "arc", "rel", "link", "cls", "sep", "unk")}
    c["d"] = c.pop("dim")
    out = {k + ".weight": rows(r, "emb." + k) for k in ("piece", "pos", "ctx", "shape")}
    net = accurate.Accurate(labels, minilm.shaped({k: torch.tensor(x) for k, x in out.items()}, c), c["heads"],
                            c["arc"], c["rel"], c["link"])
    norm = lambda key, name: out.update({key + ".weight": r[name + ".g"], key + ".bias": r[name + ".b"]})
    norm("norm", "emb.norm")
    for i in range(c["depth"]):
        for k in ("qkv", "out", "up", "down"):
            out.update(linear("layers.%d.%s" % (i, k), r, "t.%d.%s" % (i, k)))
        for k in ("norm1", "norm2"):
            norm("layers.%d.%s" % (i, k), "t.%d.%s" % (i, k))
    return net, out


def restore(path):
    r = modelfile.Reader(path)
    labels = {k: r.labels(k) for k in LABELS}
    net, weights = (restore_accurate if r.text("card.name") == "en-accurate" else restore_fast)(r, labels)
    weights.update(heads(r))
    state = net.state_dict()
    missing = {k for k in state if k not in weights} - {"enc.word.weight", "ner_crf.bad", "att_crf.bad"}
    if missing:
        raise SystemExit("%s: no tensor for %s" % (path, ", ".join(sorted(missing))))
    net.load_state_dict({**state, **{k: torch.tensor(np.ascontiguousarray(x)) for k, x in weights.items()}})
    return net, {"net": net.state_dict(), "config": net.config, "labels": labels, "step": 0, "scores": {}, "args": {}}


def main(argv):
    net, s = restore(argv[0])
    torch.save(s, argv[1])
