"""The head of the room coref: which words head a mention, what belongs to them, and who is who.

usage: coref MODEL.lgm GUM_TRAIN.jsonl.gz OUT.lgm [--version V] [--tools DIR] [--seed N] [--epochs N]

Learns gold.entities (start, end, cluster, type; code points) on the model's frozen token vectors and its own
trees, as legomena-vectors and legomena-coref (tools/vectors) write them, and adds the head to a copy of MODEL.
First the mentions; then, over those that the model so far finds, the links. Under a minute on one core.
src/coref/README.md has the formulas, docs/notes/adding-a-head.md the idea.
"""
import argparse
import json
import os
import subprocess
import tempfile
import time

import numpy as np
import torch
from torch import nn

from train import ROOT
from train.heads.add import add_head
from train.data.documents import GUM_CLOSED, read_jsonl

HIDDEN, BRANCH, ANA, PAIR = 32, 16, 32, 32
TRIED, LEAST, ALONE = -3.0, -1.5, 0.0  # of the score of a mention: to learn links of, to be tried at all, to stand alone
NEWS = 0.8  # how much less is new than the training set says: best on GUM dev, where links are missed otherwise
NONE, CONJ, N_RELS = 2 ** 32 - 1, 6, 37  # LGM_REL_conj and LGM_N_RELS of src/tree/tree.h
FIXED = 8  # numbers before the features in a row of OUT.mention


class Texts:
    """What the engine sees in some documents, and what is gold of it."""

    def __init__(self, docs, tools):
        self.docs, self.tools = docs, tools
        self.feed = "".join(json.dumps({"text": d["text"]}) + "\n" for d in docs).encode()

    def run(self, tool, model, stem):
        subprocess.run([os.path.join(self.tools, tool), model, stem], input=self.feed, check=True)

    def look(self, model):
        """Vectors once; mentions, branches and pairs by the model as it is."""
        with tempfile.TemporaryDirectory() as folder:
            stem = os.path.join(folder, "v")
            if not hasattr(self, "vec"):
                self.run("legomena-vectors", model, stem)
                with open(stem + ".json", encoding="utf-8") as f:
                    scale = json.load(f)["scale"]
                self.vec = torch.from_numpy((np.load(stem + ".vec.npy").astype(np.float32) - 128) * np.float32(scale))
                self.tok = np.load(stem + ".tok.npy")
            self.run("legomena-coref", model, stem)
            with open(stem + ".json", encoding="utf-8") as f:
                self.shape = json.load(f)
            for name in ("mention", "span", "new", "pair"):
                width = self.shape[name][0]
                a = np.fromfile(stem + "." + name, np.uint32).reshape(-1, width)
                setattr(self, name, a.astype(np.int64))

    def align(self):
        """gold[i]: index of the gold mention of its document that mention i is, or -1. inside[b]: does branch b
        of a mention belong to it? A gold mention is where the tree has its head."""
        first = np.searchsorted(self.tok[:, 0], np.arange(len(self.docs) + 1))
        at = np.searchsorted(self.mention[:, 0], np.arange(len(self.docs) + 1))
        conj = np.full(len(self.mention), -1, np.int64)  # the first conjunct of a head
        for m, child, row in self.span[:, :3]:
            if row % N_RELS == CONJ and (row // N_RELS) % 2 == 1 and conj[m] < 0:
                conj[m] = child
        self.gold = np.full(len(self.mention), -1, np.int64)
        low, high = np.zeros((2, len(self.mention)), np.int64)
        for k, d in enumerate(self.docs):
            tok, here = self.tok[first[k]:first[k + 1]], {}
            for i in range(at[k], at[k + 1]):
                here.setdefault(self.mention[i, 1], []).append(i)
            starts = {int(s): first[k] + i for i, s in enumerate(tok[:, 1])}
            ends = {int(e): first[k] + i + 1 for i, e in enumerate(tok[:, 2])}
            golds = sorted(enumerate(d["gold"]["entities"]), key=lambda g: g[1]["end"] - g[1]["start"])
            for g, m in golds:  # the shorter first: it has the better claim to a head
                a, b = starts.get(m["start"]), ends.get(m["end"])
                if a is None or b is None:
                    continue
                for h in range(a, b):
                    own = here.get(h, ())
                    if not own or a <= self.mention[own[0], 7] < b:
                        continue
                    wide = len(own) > 1 and a <= conj[own[0]] < b
                    for i in (own[1:] if wide else own[:1]):
                        if self.gold[i] < 0:
                            self.gold[i], low[i], high[i] = g, a, b
                    break
        m, child = self.span[:, 0], self.span[:, 1]
        self.inside = (child >= low[m]) & (child < high[m])


class Scorer(nn.Module):
    """relu(W x + b + rows) . out + bias, with a table of rows for features."""

    def __init__(self, dim, rows, width, parts=1):
        super().__init__()
        self.layer = nn.Linear(dim, width * parts)
        self.feat = nn.EmbeddingBag(rows, width, mode="sum")
        self.out = nn.Parameter(torch.randn(width) * width ** -0.5)
        self.bias = nn.Parameter(torch.zeros(()))
        nn.init.normal_(self.feat.weight, std=0.05)

    def score(self, x, rows, drop=0.0):
        h = torch.relu(x + self.feat(rows))
        return nn.functional.dropout(h, drop, self.training) @ self.out + self.bias


def fit(params, batches, loss, epochs, rate, decay, say):
    """AdamW, the rate falling along a cosine."""
    opt = torch.optim.AdamW(params, lr=rate, weight_decay=decay, betas=(0.9, 0.99))
    total, step, start = epochs * len(batches(0)), 0, time.time()
    for epoch in range(epochs):
        sum_, n = 0.0, 0
        for b in batches(epoch):
            for g in opt.param_groups:
                g["lr"] = rate * (0.05 + 0.95 * 0.5 * (1 + np.cos(np.pi * step / total)))
            opt.zero_grad()
            x = loss(b)
            x.backward()
            opt.step()
            sum_, n, step = sum_ + float(x.detach()), n + 1, step + 1
        print("%s %d: loss %.4f, %.0f s" % (say, epoch + 1, sum_ / n, time.time() - start), flush=True)


def slices(n, size, rng):
    order = rng.permutation(n)
    return [torch.from_numpy(order[i:i + size]) for i in range(0, n, size)]


def train_mentions(t, types, rng, epochs):
    dim = t.vec.shape[1]
    net, kind = Scorer(dim, t.shape["mention"][1], HIDDEN), nn.Linear(dim, len(types))
    head, feat = torch.from_numpy(t.mention[:, 1]), torch.from_numpy(t.mention[:, FIXED:])
    number = {x: i for i, x in enumerate(types)}
    ents = [d["gold"]["entities"] for d in t.docs]
    label = torch.tensor([number[ents[m[0]][g]["type"]] if g >= 0 else -1 for m, g in zip(t.mention, t.gold)])
    yes = (label >= 0).float()

    def loss(i):
        x = nn.functional.dropout(t.vec[head[i]], 0.15, net.training)
        e = nn.functional.binary_cross_entropy_with_logits(net.score(net.layer(x), feat[i], 0.2), yes[i])
        return e + 0.5 * nn.functional.cross_entropy(kind(x), label[i], ignore_index=-1)

    fit([*net.parameters(), *kind.parameters()], lambda e: slices(len(head), 256, rng), loss, epochs, 2e-3, 0.02,
        "mentions")
    return net, kind


def train_spans(t, rng, epochs):
    net = Scorer(t.vec.shape[1], t.shape["span"][1], BRANCH, 2)
    use = np.flatnonzero(t.gold[t.span[:, 0]] >= 0)
    child = torch.from_numpy(t.span[use, 1])
    parent = torch.from_numpy(t.mention[t.span[use, 0], 1])
    feat, yes = torch.from_numpy(t.span[use, 2:]), torch.from_numpy(t.inside[use]).float()

    def loss(i):
        drop = lambda x: nn.functional.dropout(x, 0.15, net.training)
        a = net.layer(drop(t.vec[child[i]]))[:, :BRANCH] + net.layer(drop(t.vec[parent[i]]))[:, BRANCH:]
        return nn.functional.binary_cross_entropy_with_logits(net.score(a, feat[i], 0.1), yes[i])

    fit(net.parameters(), lambda e: slices(len(use), 256, rng), loss, epochs, 2e-3, 0.02, "branches")
    return net


class Links(nn.Module):
    def __init__(self, dim, pair_rows, new_rows, first, drop):
        super().__init__()
        self.drop = drop
        self.layer = nn.Linear(dim, 2 * ANA + 3 * PAIR)
        self.first, first_rows = first
        self.flat = nn.EmbeddingBag(first_rows, 1, mode="sum")
        self.feat = nn.EmbeddingBag(pair_rows, PAIR, mode="sum")
        self.new = nn.EmbeddingBag(new_rows, PAIR, mode="sum")
        self.out = nn.Parameter(torch.randn(2, PAIR) * PAIR ** -0.5)
        self.bias = nn.Parameter(torch.zeros(2))
        nn.init.zeros_(self.flat.weight)
        for e in (self.feat, self.new):
            nn.init.normal_(e.weight, std=0.05)

    def forward(self, x, ana, ante, pair, new):
        """x: vectors of the mentions; ana, ante: indices of them, an item a pair. Scores of pairs by the first
        network and by both, and of each mention as new."""
        drop = lambda h: nn.functional.dropout(h, 0.2, self.training)
        p = self.layer(nn.functional.dropout(x, self.drop, self.training))
        a, b = p[:, :ANA], p[:, ANA:2 * ANA]
        ga, gb, gn = (p[:, 2 * ANA + i * PAIR:2 * ANA + (i + 1) * PAIR] for i in range(3))
        first = (a[ana] * b[ante]).sum(1) + self.flat(pair[:, :self.first])[:, 0]
        both = first + drop(torch.relu(ga[ana] + gb[ante] + self.feat(pair))) @ self.out[0] + self.bias[0]
        return first, both, drop(torch.relu(gn + self.new(new))) @ self.out[1] + self.bias[1]


def link_documents(t):
    """A document: vectors of the mentions that are tried, pairs by their place among them, what is gold."""
    out, start = [], np.r_[0, np.cumsum(t.new[:, 1])]
    doc_of, place = t.mention[t.new[:, 0], 0], np.full(len(t.mention), -1)
    for k, d in enumerate(t.docs):
        rows = np.flatnonzero(doc_of == k)
        if not len(rows):
            continue
        at, counts = t.new[rows, 0], t.new[rows, 1]
        place[at] = np.arange(len(at))
        pairs = t.pair[start[rows[0]]:start[rows[-1] + 1]]
        name = {}
        cluster = np.array([name.setdefault(d["gold"]["entities"][g]["cluster"] or (i,), len(name)) if g >= 0 else -1 - i
                            for i, g in enumerate(t.gold[at])])
        ana, ante = np.repeat(np.arange(len(at)), counts), place[pairs[:, 0]]
        good = (cluster[ana] == cluster[ante])
        out.append([torch.from_numpy(x) for x in (t.mention[at, 1], ana, ante, pairs[:, 1:], t.new[rows, 2:], good)])
    return out


def marginal(new, pairs, ana, good):
    """-log of the share of what is right: the gold antecedents, or newness where there is none."""
    n = len(new)
    top = torch.full((n,), -1e9).scatter_reduce(0, ana, pairs.detach(), "amax")
    top = torch.maximum(top, new.detach())
    e, en = torch.exp(pairs - top[ana]), torch.exp(new - top)
    right = torch.zeros(n).index_add(0, ana, e * good)
    some = torch.zeros(n).index_add(0, ana, good.float()) > 0
    right = torch.where(some, right, en)
    return (torch.log(torch.zeros(n).index_add(0, ana, e) + en) - torch.log(right + 1e-9)).mean()


def train_links(t, rng, epochs, drop):
    net, docs = Links(t.vec.shape[1], t.shape["pair"][1], t.shape["new"][1], t.shape["first"], drop), link_documents(t)

    def loss(i):
        head, ana, ante, pair, new, good = docs[i]
        first, both, fresh = net(t.vec[head], ana, ante, pair, new)
        return marginal(fresh, both, ana, good) + 0.3 * marginal(fresh.detach(), first, ana, good)

    fit(net.parameters(), lambda e: rng.permutation(len(docs)), loss, epochs, 2e-3, 0.05, "links")
    return net


# One network that gives the mean of the scores of several: their hidden units side by side.

def side_by_side(layers, groups):
    """The rows of the layers, group by group of (size, factor)."""
    def join(tensors):
        parts = [x.split([size for size, _ in groups]) for x in tensors]
        return torch.cat([p[i] * factor for i, (_, factor) in enumerate(groups) for p in parts])
    return join([x.weight for x in layers]), join([x.bias for x in layers])


def mean(tensors):
    return torch.stack(list(tensors)).mean(0)


def joined_mentions(members):
    nets, kinds = zip(*members)
    w, b = side_by_side([x.layer for x in nets], [(HIDDEN, 1)])
    return {"config.coref.hidden": HIDDEN * len(nets), "coref.mention.w": torch.cat([w, mean(k.weight for k in kinds)]),
            "coref.mention.b": torch.cat([b, mean(k.bias for k in kinds)]),
            "coref.mention.feat": torch.cat([x.feat.weight for x in nets], 1),
            "coref.mention.out": torch.cat([x.out / len(nets) for x in nets])}, mean(x.bias for x in nets)


def joined_spans(nets):
    w, b = side_by_side([x.layer for x in nets], [(BRANCH, 1), (BRANCH, 1)])
    return {"config.coref.branch": BRANCH * len(nets), "coref.span.w": w, "coref.span.b": b,
            "coref.span.feat": torch.cat([x.feat.weight for x in nets], 1),
            "coref.span.out": torch.cat([x.out / len(nets) for x in nets])}, mean(x.bias for x in nets)


def joined_links(nets):
    w, b = side_by_side([x.layer for x in nets], [(ANA, 1 / len(nets)), (ANA, 1), (PAIR, 1), (PAIR, 1), (PAIR, 1)])
    return {"config.coref.ana": ANA * len(nets), "config.coref.pair": PAIR * len(nets), "coref.link.w": w,
            "coref.link.b": b, "coref.pair.feat": torch.cat([x.feat.weight for x in nets], 1),
            "coref.pair.flat": mean(x.flat.weight[:, 0] for x in nets),
            "coref.new.feat": torch.cat([x.new.weight for x in nets], 1),
            "coref.link.out": torch.cat([x.out / len(nets) for x in nets], 1)}, mean(x.bias for x in nets)


def plain(arrays):
    return {k: v.detach().numpy() if torch.is_tensor(v) else v for k, v in arrays.items()}


def main(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("model")
    ap.add_argument("train")
    ap.add_argument("out")
    ap.add_argument("--tools", default=os.path.join(ROOT, "build/tools/vectors"))
    ap.add_argument("--behind", type=float, default=2.0, help="drop candidates so far behind the best by the first "
                    "score; less is faster")
    ap.add_argument("--version", help="of the new model file")
    ap.add_argument("--drop", type=float, default=0.25)
    ap.add_argument("--members", type=int, default=1, help="networks whose mean score is the head's")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--epochs", type=int, default=15)
    o = ap.parse_args(argv)
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    rng = np.random.default_rng(o.seed)
    docs = [d for d in read_jsonl(o.train) if d["genre"] not in GUM_CLOSED]
    types = sorted({m["type"] for d in docs for m in d["gold"]["entities"]})
    t = Texts(docs, o.tools)
    t.look(o.model)
    t.align()
    n = sum(len(d["gold"]["entities"]) for d in docs)
    print("%d documents, %d mentions, %d of them where the tree has a head" % (len(docs), n, (t.gold >= 0).sum()))
    head, b_mention = joined_mentions([train_mentions(t, types, rng, o.epochs) for _ in range(o.members)])
    spans, b_span = joined_spans([train_spans(t, rng, o.epochs) for _ in range(o.members)])
    head.update(spans)
    head.update({"config.coref.least": TRIED, "config.coref.alone": ALONE, "labels.coref": types,
                 "coref.bias": torch.stack([b_mention, b_span, torch.zeros(()), torch.zeros(())])})
    add_head(o.model, plain(head), o.out, replace=True)
    t.look(o.out)
    t.align()
    links, b_link = joined_links([train_links(t, rng, o.epochs, o.drop) for _ in range(o.members)])
    head.update(links)
    head.update({"config.coref.behind": o.behind, "config.coref.least": LEAST,
                 "coref.bias": torch.stack([b_mention, b_span, b_link[0], b_link[1] - NEWS])})
    add_head(o.model, plain(head), o.out, replace=True, version=o.version)
