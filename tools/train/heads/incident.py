"""A head for the room incident, on trial: who did it, to what and whom, with what, and which types of incident.

usage: incident MODEL.lgm MUC_TRAIN.jsonl MUC_DEV.jsonl OUT.lgm [--cased MUC_TRAIN_CASED.jsonl ...] [--version V]

Learns gold.role_fillers and gold.incidents of MUC-4 on the model's frozen token vectors, as legomena-vectors
writes them: every occurrence of a string of the key is a filler of its role. The texts are in capitals; --cased
gives files of the same reports as they may have been written (`data truecase`), half of the time. Adds the head to
a copy of MODEL; the engine does not read it yet. Started again with the same OUT, it goes on from OUT.pt.

    near = W x (int8)                                 x: the vector of a token
    h    = relu(sum over k of near_k[i + k])          k in -2 .. 2
    g    = relu(sum over k of H_k h[i + k] + S max(h of its sentence) + D [max, mean](h of the report) + b)
    out  = O g; types = T [max, mean](h of the report)
"""
import argparse
import json
import os
import random
import re
import subprocess
import tempfile
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from train import ROOT
from train.heads.add import add_head

ROLES = {"PerpInd": "perp_individuals", "PerpOrg": "perp_organisations", "Target": "targets",
         "Victim": "victim_names", "Weapon": "instruments"}
TYPES = ["attack", "arson", "bombing", "kidnapping", "robbery", "forced_work_stoppage"]  # as LGM_INCIDENT_TYPES
NEAR, WIDE, SENTENCE = 5, 3, 128
FILLED = torch.tensor([1.0, 4.0, 4.0])  # one word in a hundred is in a filler


def folded(s):
    return " ".join(w for w in re.sub(r"[^\w\s]", "", s.lower()).split() if w not in ("a", "an", "the"))


def types_of(incident):
    return {x.lower().replace(" ", "_") for x in incident["type"]}


def occurrences(text, s):
    if not s.strip():
        return []
    return [m.span() for m in re.finditer(r"(?<!\w)%s(?!\w)" % r"\s+".join(map(re.escape, s.split())), text, re.I)]


def labels(doc, tok):
    """[roles][tokens] 0 outside, 1 first word, 2 a further word; [tokens][types]; [types]."""
    y, kinds, all_kinds = np.zeros((len(ROLES), len(tok)), np.int64), np.zeros((len(tok), len(TYPES)), np.float32), \
        np.zeros(len(TYPES), np.float32)
    for i in doc["gold"]["incidents"]:
        all_kinds[TYPES.index(i["type"][0].lower().replace(" ", "_"))] = 1
    for r, (role, key) in enumerate(ROLES.items()):
        found = []
        for entity in doc["gold"]["role_fillers"].get(role, []):
            own = {folded(m[0]) for m in entity}
            of = set().union(*(types_of(i) for i in doc["gold"]["incidents"]
                               if any(own & {folded(x) for x in e} for e in i[key])), set())
            found += [(*at, of) for m in entity for at in occurrences(doc["text"], m[0])]
        for start, end, of in sorted(found, key=lambda f: f[0] - f[1]):  # the longest first
            at = np.flatnonzero((tok[:, 1] < end) & (tok[:, 2] > start))
            if len(at) and not y[r, at].any():
                y[r, at], y[r, at[0]] = 2, 1
                for x in of:
                    kinds[at, TYPES.index(x)] = 1
    return y, kinds, all_kinds


def load(tool, model, path):
    """A list of documents: x u8 [tokens][dim], scale, labels, sentence of each token."""
    docs = [json.loads(x) for x in open(path, encoding="utf-8")]
    with tempfile.TemporaryDirectory() as folder:
        stem = os.path.join(folder, "v")
        feed = "".join(json.dumps({"text": d["text"]}) + "\n" for d in docs)
        subprocess.run([tool, model, stem], input=feed.encode(), check=True)
        return from_vectors(docs, stem)


def from_vectors(docs, stem):
    vec, tok = np.load(stem + ".vec.npy"), np.load(stem + ".tok.npy")
    scale = json.load(open(stem + ".json", encoding="utf-8"))["scale"]
    first, out = np.searchsorted(tok[:, 0], np.arange(len(docs) + 1)), []
    for k, d in enumerate(docs):
        t = tok[first[k]:first[k + 1]]
        if len(t) == 0:
            continue
        sent = np.cumsum(t[:, 3] & SENTENCE > 0)
        y, kinds, all_kinds = map(torch.from_numpy, labels(d, t))
        out.append({"doc": d, "tok": t, "x": torch.from_numpy(vec[first[k]:first[k + 1]]), "scale": scale, "y": y,
                    "kinds": kinds, "all": all_kinds, "sent": torch.from_numpy((sent - sent[0]).astype(np.int64))})
    return out


def shifted(z, k):
    """Row i is row i + k of z, zeros beyond."""
    n = len(z)
    if abs(k) >= n:
        return torch.zeros_like(z)
    return F.pad(z[max(k, 0):n + min(k, 0)], (0, 0, max(-k, 0), max(k, 0)))


class Net(nn.Module):
    def __init__(self, dim, width):
        super().__init__()
        self.width = width
        self.near, self.near_bias = nn.Linear(dim, NEAR * width, bias=False), nn.Parameter(torch.zeros(width))
        self.wide = nn.Linear(width, WIDE * width, bias=False)
        self.sentence, self.section = nn.Linear(width, width, bias=False), nn.Linear(2 * width, width)
        self.out, self.types = nn.Linear(width, 2 * len(ROLES) + len(TYPES)), nn.Linear(2 * width, len(TYPES))

    def around(self, z, n):
        return sum(shifted(z[:, k * self.width:(k + 1) * self.width], k - n // 2) for k in range(n))

    def forward(self, d, drop=0.15):
        x = (d["x"].float() - 128) * d["scale"]
        if self.training:  # some columns of a report, not of a token: cheaper, and as good
            x = x * ((torch.rand(x.shape[1]) > 0.1).float() / 0.9)
        off = lambda h, p=drop: F.dropout(h, p, self.training)
        h = torch.relu(self.around(self.near(x), NEAR) + self.near_bias)
        n = int(d["sent"][-1]) + 1
        top = torch.zeros(n, self.width).scatter_reduce(0, d["sent"][:, None].expand(-1, self.width), h, "amax")
        pool = torch.cat([top.max(0).values, h.mean(0)])
        g = self.around(self.wide(off(h)), WIDE) + self.sentence(off(top))[d["sent"]] + self.section(off(pool))
        z = self.out(off(torch.relu(g)))
        return z[:, :2 * len(ROLES)].view(-1, len(ROLES), 2), z[:, 2 * len(ROLES):], self.types(off(pool, 0.3))


def with_none(z):
    return torch.cat([torch.zeros_like(z[..., :1]), z], -1)


def loss_of(net, d):
    roles, kinds, every = net(d)
    loss = F.cross_entropy(with_none(roles).view(-1, 3), d["y"].T.reshape(-1), FILLED, reduction="sum") / 30
    at = (d["y"] > 0).any(0) & (d["kinds"].sum(1) > 0)
    if at.any():
        loss = loss + 0.3 * F.binary_cross_entropy_with_logits(kinds[at], d["kinds"][at], reduction="sum") / 30
    return loss + 0.3 * F.binary_cross_entropy_with_logits(every, d["all"], reduction="sum")


def arrays(net):
    """The head as the engine reads it: near int8, all else f32 [inputs][outputs]."""
    f = lambda t: t.detach().numpy()
    w, n_out = net.width, net.out.out_features
    bias = np.zeros(NEAR * w, np.float32)
    bias[NEAR // 2 * w:(NEAR // 2 + 1) * w] = f(net.near_bias)
    wide = f(net.wide.weight).reshape(WIDE, w, w).transpose(0, 2, 1).reshape(WIDE * w, w)
    pad = lambda a: np.pad(a, [(0, 0)] * (a.ndim - 1) + [(0, n_out - a.shape[-1])])
    return {"incident.near.w": f(net.near.weight), "incident.near.b": bias, "incident.wide": wide,
            "incident.wide.bias": f(net.section.bias), "incident.sentence": f(net.sentence.weight).T.copy(),
            "incident.section": f(net.section.weight).T.copy(), "incident.out": f(net.out.weight).T.copy(),
            "incident.out.bias": f(net.out.bias), "incident.types": pad(f(net.types.weight).T.copy()),
            "incident.types.bias": pad(f(net.types.bias)), "config.incident.width": w}


def dev_scores(net, dev):
    """Micro F1 of tokens by role, and of types by report."""
    hit = pred = gold = t_hit = t_pred = t_gold = 0
    net.eval()
    with torch.no_grad():
        for d in dev:
            roles, _, every = net(d)
            p, y, e = with_none(roles).argmax(-1).T > 0, d["y"] > 0, every > 0
            hit, pred, gold = hit + int((p & y).sum()), pred + int(p.sum()), gold + int(y.sum())
            t_hit, t_pred, t_gold = t_hit + int((e & (d["all"] > 0)).sum()), t_pred + int(e.sum()), t_gold + int(d["all"].sum())
    net.train()
    return 200 * hit / max(1, pred + gold), 200 * t_hit / max(1, t_pred + t_gold)


def learn(net, sets, dev, o):
    """sets: the same reports in one or more cases; each epoch takes each report once, in a case by chance."""
    opt = torch.optim.AdamW(net.parameters(), lr=o.rate, weight_decay=0.03, betas=(0.9, 0.99))
    rng, n, start, epoch = random.Random(o.seed), len(sets[0]), time.time(), 0
    per, mean = (n + o.batch - 1) // o.batch, [p.detach().clone() for p in net.parameters()]
    if os.path.exists(o.out + ".pt"):
        kept = torch.load(o.out + ".pt", weights_only=False)
        net.load_state_dict(kept["net"])
        opt.load_state_dict(kept["opt"])
        mean, epoch = kept["mean"], kept["epoch"]
        rng.setstate(kept["rng"])
    for epoch in range(epoch, o.epochs):
        order, total = list(range(n)), 0.0
        rng.shuffle(order)
        for b in range(per):
            step = epoch * per + b
            for g in opt.param_groups:
                g["lr"] = o.rate * min(1, (step + 1) / 60) * (0.02 + 0.49 * (1 + np.cos(np.pi * step / (o.epochs * per))))
            opt.zero_grad()
            part = order[b * o.batch:(b + 1) * o.batch]
            loss = sum(loss_of(net, rng.choice(sets)[i]) for i in part) / len(part)
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            opt.step()
            keep = min(0.995, step / (step + 50))
            for m, p in zip(mean, net.parameters()):
                m.mul_(keep).add_(p.detach(), alpha=1 - keep)
            total += float(loss.detach())
        own = [p.detach().clone() for p in net.parameters()]
        put(net, mean)
        print("epoch %d: loss %.3f, dev tokens %.1f, types %.1f, %.0f s"
              % (epoch + 1, total / per, *dev_scores(net, dev), time.time() - start), flush=True)
        put(net, own)
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "mean": mean, "epoch": epoch + 1,
                    "rng": rng.getstate()}, o.out + ".pt")
    put(net, mean)
    net.eval()


def put(net, values):
    with torch.no_grad():
        for p, v in zip(net.parameters(), values):
            p.copy_(v)


def main(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "train", "dev", "out"):
        ap.add_argument(name)
    ap.add_argument("--cased", nargs="*", default=[])
    ap.add_argument("--version")
    ap.add_argument("--width", type=int, default=96)
    ap.add_argument("--epochs", type=int, default=10)
    ap.add_argument("--rate", type=float, default=2e-3)
    ap.add_argument("--batch", type=int, default=4)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--vectors", nargs="*", help="what legomena-vectors made of dev, train and --cased, to skip it")
    ap.add_argument("--tool", default=os.path.join(ROOT, "build/tools/vectors/legomena-vectors"))
    o = ap.parse_args(argv)
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    paths, stems = [o.dev, o.train, *o.cased], o.vectors or []
    read = lambda path: [json.loads(x) for x in open(path, encoding="utf-8")]
    dev, *sets = [from_vectors(read(p), stems[i]) if stems else load(o.tool, o.model, p) for i, p in enumerate(paths)]
    net = Net(dev[0]["x"].shape[1], o.width)
    learn(net, sets, dev, o)
    add_head(o.model, arrays(net), o.out, replace=True, version=o.version)
