"""The head of the room incident: who did it, to what and whom, with what, and which types of incident.

usage: incident MODEL.lgm MUC_TRAIN.jsonl MUC_DEV.jsonl OUT.lgm [--cased MUC_TRAIN_CASED.jsonl ...]
                [--none REPORTS.jsonl] [--version V]

Learns gold.role_fillers and gold.incidents of MUC-4 on the model's frozen token vectors and on what the lists and
rules of the room say (legomena-vectors and legomena-incident write both): every occurrence of a string of the key is
a filler of its role, and the one that the network finds likeliest counts for more than the others, since a key says
what fills a role of the report and not where. The texts are in capitals; --cased gives the same reports as they may
have been written (`data truecase`), half of the time; --none gives reports of today in which the rules of the room
find no incident, so that the head learns what is none. Adds the head to a copy of MODEL. What is computed stands in
src/incident/incident_net.h. Started again with the same OUT, it goes on from OUT.pt.
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
         "Victim": "victims", "Weapon": "instruments"}
TYPES = ["attack", "arson", "bombing", "kidnapping", "robbery", "forced_work_stoppage"]  # as LGM_INCIDENT_TYPES
NEAR, WIDE, GAP, SENTENCE, OUT = 5, 3, 2, 128, 16  # as src/incident/incident_net.h
FILLED, SUREST, CLOSE = 4.0, 0.6, 0.7  # weight of words in fillers; share that the surest occurrences alone have


# ---- labels and features ---------------------------------------------------------------------------------------------

def type_number(name):
    return TYPES.index(name.lower().replace(" ", "_"))


def occurrences(text, s):
    if not s.strip():
        return []
    return [m.span() for m in re.finditer(r"(?<!\w)%s(?!\w)" % r"\s+".join(map(re.escape, s.split())), text, re.I)]


def fillers(doc, role):
    """(start, end, string, numbers of types) of each occurrence of each string of the key."""
    key, found = ROLES[role], []
    for entity in doc["gold"]["role_fillers"].get(role, []):
        found += [(m[0], ()) for m in entity]
    for incident in doc["gold"]["incidents"]:
        of = tuple(map(type_number, incident["type"]))
        found += [(s, of) for entity in incident[key] for s in entity]
    return [(*at, s.upper(), of) for s, of in found for at in occurrences(doc["text"], s)]


def labels(doc, tok):
    """[roles][tokens] 0 outside, 1 first word, 2 a further word; the same, a number for each string;
    [tokens][types]; [types]."""
    y, group = np.zeros((2, len(ROLES), len(tok)), np.int64)
    kinds, all_kinds = np.zeros((len(tok), len(TYPES)), np.float32), np.zeros(len(TYPES), np.float32)
    numbers = {}
    for i in doc["gold"]["incidents"]:
        all_kinds[type_number(i["type"][0])] = 1
    for r, role in enumerate(ROLES):
        for start, end, s, of in sorted(fillers(doc, role), key=lambda f: f[0] - f[1]):  # the longest first
            at = np.flatnonzero((tok[:, 1] < end) & (tok[:, 2] > start))
            number = numbers.setdefault((r, s), len(numbers) + 1)
            if len(at) and not y[r, at].any():
                y[r, at], y[r, at[0]], group[r, at] = 2, 1, number
            if len(at) and (group[r, at] == number).all():
                kinds[np.ix_(at, of)] = 1
    return y, group, kinds, all_kinds


def features(tool, model, docs, stem):
    feed = "".join(json.dumps({"text": d["text"]}) + "\n" for d in docs).encode()
    for name in ("legomena-vectors", "legomena-incident"):
        subprocess.run([os.path.join(tool, name), model, stem], input=feed, check=True)


def from_features(docs, stem, axes):
    """A list of reports as tensors; axes: the directions of the vectors that are kept, or the count of those to find."""
    vec, tok = np.load(stem + ".vec.npy", mmap_mode="r"), np.load(stem + ".tok.npy")
    scale = json.load(open(stem + ".json", encoding="utf-8"))["scale"]
    table = json.load(open(stem + ".clue.json", encoding="utf-8"))
    clue = np.fromfile(stem + ".clue", np.uint32).reshape(-1, table["width"])
    assert len(vec) == len(tok) == len(clue)
    if isinstance(axes, int):
        x = (vec[::23].astype(np.float32) - 128) * scale
        axes = np.linalg.eigh(np.cov((x - x.mean(0)).T))[1][:, ::-1][:, :axes].astype(np.float32)
    first, out = np.searchsorted(tok[:, 0], np.arange(len(docs) + 1)), []
    for k, d in enumerate(docs):
        at = slice(first[k], first[k + 1])
        t, c = tok[at], clue[at].astype(np.int64)
        if len(t) == 0:
            continue
        clues = np.zeros((len(t), table["rows"]), np.float32)
        clues[:, :table["relation"]] = c[:, 1:2] >> np.arange(table["relation"]) & 1
        clues[np.arange(len(t)), table["relation"] + c[:, 2]] = 1
        sent = np.cumsum(t[:, 3] & SENTENCE > 0)
        y, group, kinds, every = labels(d, t)
        one = {"x": (vec[at].astype(np.float32) - 128) * scale @ axes, "above": c[:, 0], "clues": clues, "y": y.T,
               "group": group.T, "kinds": kinds, "all": every, "sent": (sent - sent[0]).astype(np.int64)}
        out.append({n: torch.from_numpy(np.ascontiguousarray(v)) for n, v in one.items()} | {"doc": d, "tok": t})
    return out, axes


def batch(docs):
    """Reports behind each other, with words of no report between them."""
    out = {n: [] for n in ("x", "above", "clues", "y", "group", "kinds", "sent", "doc", "real", "of")}
    start = sents = groups = 0
    for i, d in enumerate(docs):
        n, n_sents = len(d["x"]), int(d["sent"][-1]) + 1
        pad = lambda a: F.pad(a, (0, 0) * (a.dim() - 1) + (0, GAP))
        for name in ("x", "clues", "y", "kinds"):
            out[name].append(pad(d[name]))
        out["group"].append(pad(torch.where(d["group"] > 0, d["group"] + groups, 0)))
        out["above"] += [d["above"] + start, torch.arange(start + n, start + n + GAP)]
        out["sent"] += [d["sent"] + sents, torch.full((GAP,), sents + n_sents - 1)]
        out["doc"].append(torch.full((n + GAP,), i))
        out["real"].append(pad(torch.ones(n)))
        out["of"].append(torch.full((n_sents,), i))
        start, sents, groups = start + n + GAP, sents + n_sents, groups + int(d["group"].max())
    return {n: torch.cat(v) for n, v in out.items()} | {
        "all": torch.stack([d["all"] for d in docs]), "groups": groups + 1}


# ---- the network -----------------------------------------------------------------------------------------------------

def shifted(z, k):
    """Row i is row i + k of z, zeros beyond."""
    n = len(z)
    if abs(k) >= n:
        return torch.zeros_like(z)
    return F.pad(z[max(k, 0):n + min(k, 0)], (0, 0, max(-k, 0), max(k, 0)))


def highest(z, of, n):
    return torch.zeros(n, z.shape[1]).scatter_reduce(0, of[:, None].expand(-1, z.shape[1]), z, "amax")


class Net(nn.Module):
    def __init__(self, dim, clues, width):
        super().__init__()
        self.width = width
        self.near, self.near_bias = nn.Linear(dim, (NEAR + 2) * width, bias=False), nn.Parameter(torch.zeros(width))
        self.clue = nn.Linear(clues, 2 * width, bias=False)
        self.wide, self.below = nn.Linear(width, (WIDE + 1) * width, bias=False), nn.Linear(width, width, bias=False)
        self.sentence, self.section = nn.Linear(width, width, bias=False), nn.Linear(2 * width, width)
        self.out, self.types = nn.Linear(width, 2 * len(ROLES) + len(TYPES)), nn.Linear(2 * width, len(TYPES))

    def part(self, z, k):
        return z[:, k * self.width:(k + 1) * self.width]

    def around(self, z, n):
        return sum(shifted(self.part(z, k), k - n // 2) for k in range(n))

    def some(self, z, b, drop):
        """Some columns of a report, not of a word: cheaper, and as good."""
        if not self.training:
            return z
        return z * ((torch.rand(len(b["all"]), z.shape[1]) > drop).float() / (1 - drop))[b["doc"]]

    def forward(self, b, drop=0.2):
        n, above = len(b["all"]), b["above"]
        off = lambda h, p=drop: F.dropout(h, p, self.training)
        near = self.near(self.some(b["x"], b, 0.1))
        clue = self.clue(b["clues"] * (torch.rand(b["clues"].shape) > 0.1).float() if self.training else b["clues"])
        h = self.around(near, NEAR) + self.part(near, NEAR)[above] + self.part(near, NEAR + 1)[above[above]]
        h = torch.relu(h + self.part(clue, 0) + self.part(clue, 1)[above] + self.near_bias) * b["real"][:, None]
        top = highest(h, b["sent"], len(b["of"]))
        mean = torch.zeros(n, self.width).index_add(0, b["doc"], h)
        mean = mean / torch.zeros(n).index_add(0, b["doc"], b["real"])[:, None]
        pool = torch.cat([highest(top, b["of"], n), mean], 1)
        wide = self.wide(off(h))
        t = self.around(wide, WIDE) + self.part(wide, WIDE)[above] + self.below(highest(h, above, len(h)))
        t = t + self.sentence(off(top))[b["sent"]] + self.section(off(pool))[b["doc"]]
        z = self.out(off(torch.relu(t)))
        return z[:, :2 * len(ROLES)].view(-1, len(ROLES), 2), z[:, 2 * len(ROLES):], self.types(off(pool, 0.3))


def with_none(z):
    return torch.cat([torch.zeros_like(z[..., :1]), z], -1)


def loss_of(net, b):
    roles, kinds, every = net(b)
    sure = F.log_softmax(with_none(roles), -1)
    loss = -sure.gather(2, b["y"][:, :, None])[:, :, 0] * torch.where(b["y"] > 0, FILLED, 1.0)
    with torch.no_grad():
        top = highest(-sure[:, :, 0].reshape(-1, 1), b["group"].reshape(-1), b["groups"])[:, 0]
        near_top = (-sure[:, :, 0] >= top[b["group"]] - CLOSE).float()
        weight = torch.where(b["group"] > 0, 1 - SUREST + SUREST * near_top, 1.0)
    loss = (loss * weight * b["real"][:, None]).sum() / 30
    at = (b["y"] > 0).any(1) & (b["kinds"].sum(1) > 0)
    if at.any():
        loss = loss + 0.3 * F.binary_cross_entropy_with_logits(kinds[at], b["kinds"][at], reduction="sum") / 30
    each = F.binary_cross_entropy_with_logits(every, b["all"], reduction="sum", pos_weight=torch.full((len(TYPES),), 2.0))
    return (loss + 0.3 * each) / len(b["all"])


def arrays(net, axes):
    """The head as the engine reads it: near int8, all else f32 [inputs][outputs]."""
    f = lambda t: t.detach().numpy()
    w, n_out = net.width, net.out.out_features
    bias = np.zeros((NEAR + 2) * w, np.float32)
    bias[NEAR // 2 * w:(NEAR // 2 + 1) * w] = f(net.near_bias)
    wide = np.concatenate([f(net.wide.weight), f(net.below.weight)]).reshape(WIDE + 2, w, w).transpose(0, 2, 1)
    pad = lambda a: np.pad(a, [(0, 0)] * (a.ndim - 1) + [(0, OUT - a.shape[-1])])
    assert n_out <= OUT
    return {"incident.near.w": f(net.near.weight) @ axes.T, "incident.near.b": bias, "incident.clue": f(net.clue.weight).T.copy(),
            "incident.wide": wide.reshape((WIDE + 2) * w, w), "incident.wide.bias": f(net.section.bias),
            "incident.sentence": f(net.sentence.weight).T.copy(), "incident.section": f(net.section.weight).T.copy(),
            "incident.out": pad(f(net.out.weight).T), "incident.out.bias": pad(f(net.out.bias)),
            "incident.types": pad(f(net.types.weight).T), "incident.types.bias": pad(f(net.types.bias)),
            "config.incident.width": w}


# ---- training --------------------------------------------------------------------------------------------------------

def dev_scores(net, dev):
    """Micro F1 of words by role, and of types by report."""
    counts = np.zeros((2, 3), np.int64)
    net.eval()
    with torch.no_grad():
        for d in dev:
            roles, _, every = net(batch([d]))
            pairs = ((with_none(roles).argmax(-1)[:-GAP] > 0, d["y"] > 0), (every[0] > 0, d["all"] > 0))
            counts += [[int((p & g).sum()), int(p.sum()), int(g.sum())] for p, g in pairs]
    net.train()
    return 200 * counts[:, 0] / np.maximum(1, counts[:, 1] + counts[:, 2])


def put(net, values):
    with torch.no_grad():
        for p, v in zip(net.parameters(), values):
            p.copy_(v)


def learn(net, sets, dev, o):
    """sets: the same reports in one or more cases; each epoch takes each report that has incidents once, in a case by
    chance, and half of the others. The weights are averaged as they go."""
    opt = torch.optim.AdamW(net.parameters(), lr=o.rate, weight_decay=0.05, betas=(0.9, 0.99))
    rng, start, epoch = random.Random(o.seed), time.time(), 0
    told = [i for i, d in enumerate(sets[0]) if d["all"].any()]
    rest = [i for i, d in enumerate(sets[0]) if not d["all"].any()]
    n = len(told) + len(rest) // 2
    per, mean = (n + o.batch - 1) // o.batch, [p.detach().clone() for p in net.parameters()]
    if os.path.exists(o.out + ".pt"):
        kept = torch.load(o.out + ".pt", weights_only=False)
        net.load_state_dict(kept["net"])
        opt.load_state_dict(kept["opt"])
        mean, epoch = kept["mean"], kept["epoch"]
        rng.setstate(kept["rng"])
    for epoch in range(epoch, o.epochs):
        order, total = told + rng.sample(rest, len(rest) // 2), 0.0
        rng.shuffle(order)
        for b in range(per):
            step = epoch * per + b
            for g in opt.param_groups:
                g["lr"] = o.rate * min(1, (step + 1) / 60) * (0.02 + 0.49 * (1 + np.cos(np.pi * step / (o.epochs * per))))
            opt.zero_grad()
            loss = loss_of(net, batch([rng.choice(sets)[i] for i in order[b * o.batch:(b + 1) * o.batch]]))
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            opt.step()
            keep = min(0.995, step / (step + 20))
            for m, p in zip(mean, net.parameters()):
                m.mul_(keep).add_(p.detach(), alpha=1 - keep)
            total += float(loss.detach())
        own = [p.detach().clone() for p in net.parameters()]
        put(net, mean)
        print("epoch %d: loss %.3f, dev words %.1f, types %.1f, %.0f s"
              % (epoch + 1, total / per, *dev_scores(net, dev), time.time() - start), flush=True)
        put(net, own)
        torch.save({"net": net.state_dict(), "opt": opt.state_dict(), "mean": mean, "epoch": epoch + 1,
                    "rng": rng.getstate()}, o.out + ".pt")
    put(net, mean)
    net.eval()


def main(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "train", "dev", "out"):
        ap.add_argument(name)
    ap.add_argument("--cased", nargs="*", default=[])
    ap.add_argument("--none")
    ap.add_argument("--version")
    ap.add_argument("--width", type=int, default=64)
    ap.add_argument("--axes", type=int, default=96, help="directions of the vectors that are learned on")
    ap.add_argument("--epochs", type=int, default=16)
    ap.add_argument("--rate", type=float, default=3e-3)
    ap.add_argument("--batch", type=int, default=8)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--features", nargs="*", help="what the tools made of train, --cased, --none and dev, to skip them")
    ap.add_argument("--tools", default=os.path.join(ROOT, "build/tools/vectors"))
    o = ap.parse_args(argv)
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    axes, sets = o.axes, []
    with tempfile.TemporaryDirectory() as folder:
        for i, path in enumerate([o.train, *o.cased, *([o.none] if o.none else []), o.dev]):
            docs = [{"gold": {"incidents": [], "role_fillers": {}}} | json.loads(x) for x in open(path, encoding="utf-8")]
            stem = o.features[i] if o.features else os.path.join(folder, "f")
            if not o.features:
                features(o.tools, o.model, docs, stem)
            one, axes = from_features(docs, stem, axes)
            sets.append(one)
    *sets, dev = sets
    if o.none:
        none = sets.pop()
        sets = [one + none for one in sets]
    net = Net(axes.shape[1], sets[0][0]["clues"].shape[1], o.width)
    learn(net, sets, dev, o)
    add_head(o.model, arrays(net, axes), o.out, replace=True, version=o.version)
