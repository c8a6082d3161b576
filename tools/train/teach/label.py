"""What a trained model says about every training text: the targets from which a smaller one learns.

usage: label CHECKPOINT.pt DATA.pkl OUT.pkl [--weights FOLDER] [--threads N] [--bf16]

Adds to each document of training, and to each plain one, for the layers that people have not marked in it:
  soft.ner, soft.attrib   f16 [tokens][labels]: the probability of every label at every token, by
                          forward-backward over the paragraph
  sent, upos, xpos, lemma, head, rel   the most likely ones (heads: the best for each token by itself)
and for those that they have, the soft ones beside the gold.
"""
import argparse
import pickle

import numpy as np
import torch

from train.data import batches, pieces
from train.nets import checkpoint, shared
from train.teach.losses import parse_group


@torch.no_grad()
def marginals(crf, emit, inside):
    """emit [P][L][k], inside [P][L] -> the probability of each label."""
    emit = emit.detach().requires_grad_()
    with torch.enable_grad():
        z = shared.LogZ.apply(emit, crf.scores(), inside).sum()
    return torch.autograd.grad(z, emit)[0]


@torch.no_grad()
def soft(net, b, what, v):
    """v [B][T][d], the vectors of a batch -> f16 [tokens][labels] of each window."""
    head, crf = (net.ner, net.ner_crf) if what == "ner" else (net.att, net.att_crf)
    rows, width = b["mask"].shape
    p = torch.zeros(rows * width, crf.k)
    e, inside = batches.gather(head(v.reshape(rows * width, -1)), *b["par"])
    for at, length, x in zip(b["par"][0].tolist(), b["par"][1].tolist(), marginals(crf, e, inside)):
        p[at:at + length] = x[:length]
    return [x[:len(w["form"])].numpy().astype(np.float16) for x, w in zip(p.view(rows, width, -1), b["windows"])]


@torch.no_grad()
def read(net, b, bf16):
    """Layers of each window of a batch."""
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        v = net.encode(b).float()
    rows, width = b["mask"].shape
    flat = v.reshape(rows * width, -1)
    out = [{} for _ in range(rows)]
    n = [len(w["form"]) for w in b["windows"]]
    for k in ("ner", "attrib"):
        for o, p in zip(out, soft(net, b, k, v)):
            o["soft." + k] = p
    tags = net.tag(v).split(net.sizes, -1)
    par = (b["ctx"] & 2) > 0
    sent = (tags[0].squeeze(-1) > 0) | par
    for i, w in enumerate(b["windows"]):
        o = out[i]
        o["sent"] = sent[i, :n[i]].numpy().copy()
        o["sent"][0] = True
        for k, x in zip(("upos", "xpos", "lemma"), tags[1:]):
            o[k] = x[i, :n[i]].argmax(-1).numpy().astype(np.int16)
        o["head"], o["rel"] = np.full(n[i], -1, np.int32), np.zeros(n[i], np.int16)
    for g, owners in sentences(out, n, width):
        arc, rel, inside, m = parse_group(net, net.parse_in(flat), g)
        head = arc.argmax(-1)
        label = rel(head).argmax(-1)
        root = net.labels["rel"].index("root")
        for k, (i, s, e) in enumerate(owners):
            h = head[k, :e - s].numpy()
            out[i]["head"][s:e] = np.where(h == m, -1, h + s)
            out[i]["rel"][s:e] = np.where(h == m, root, label[k, :e - s].numpy())
    return out


def sentences(out, n, width):
    rows = []
    for i, o in enumerate(out):
        first = np.flatnonzero(o["sent"])
        rows += [(i, s, e) for s, e in zip(first, np.append(first[1:], n[i])) if e - s <= 160]
    for top, group in ((t, [r for r in rows if lo < r[2] - r[1] <= t]) for lo, t in zip((0, 20, 40), (20, 40, 160))):
        if group:
            yield {"at": torch.tensor([i * width + s for i, s, _ in group]),
                   "len": torch.tensor([e - s for _, s, e in group])}, group


def main(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for x in ("checkpoint", "data", "out"):
        ap.add_argument(x)
    ap.add_argument("--weights", default="")
    ap.add_argument("--threads", type=int, default=2)
    ap.add_argument("--bf16", action="store_true")
    o = ap.parse_args(argv)
    torch.set_num_threads(o.threads)
    with open(o.data, "rb") as f:
        data = pickle.load(f)
    net, _ = checkpoint.load(o.checkpoint, data["vectors"])
    if o.weights:
        before = pieces.put_into(data, o.weights)
    todo = [d for d in data["docs"] if not d["kind"].startswith("dev")]
    for d in todo:
        if d["kind"] in batches.SILVER_NAMES:
            d.pop("ner", None)
        d["parts"] = []
    for kind in sorted({d["kind"] for d in todo}):
        batcher = batches.Batcher(data, kind, 12000, 0, train=False)
        batcher.refill()
        while batcher.queue:
            b = batcher.next()
            for w, layers in zip(b["windows"], read(net, b, o.bf16)):
                w["doc"]["parts"].append((w["at"], layers))
        print(kind, flush=True)
    for d in todo:
        parts = sorted(d.pop("parts"), key=lambda p: p[0])
        for k in parts[0][1] if parts else ():
            if k in d:
                continue
            d[k] = np.concatenate([np.where(p[k] < 0, -1, p[k] + at) if k == "head" else p[k] for at, p in parts])
    if o.weights:
        pieces.take_out(data, before)
    with open(o.out, "wb") as f:
        pickle.dump(data, f)
