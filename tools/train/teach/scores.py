"""Scores of a network on development documents, with gold tokens and paragraphs."""
import collections

import numpy as np
import torch

from train.teach.losses import link_scores, parse_group


def spans(labels, names):
    out, i = set(), 0
    while i < len(labels):
        a = names[labels[i]]
        if a[0] in "BS":
            j = i + 1
            while a[0] == "B" and j < len(labels) and names[labels[j]][0] in "IE":
                j += 1
            out.add((i, j, a[2:]))
            i = j
        else:
            i += 1
    return out


def prf(c):
    p, r = c[0] / max(1, c[1]), c[0] / max(1, c[2])
    return 200 * p * r / max(1e-9, p + r)


@torch.no_grad()
def evaluate(net, dev, bf16=False, limit=10**9):
    net.eval()
    c = collections.Counter()
    f = collections.defaultdict(lambda: [0, 0, 0])
    for kind, batcher in dev.items():
        batcher.refill()
        for k in range(min(limit, len(batcher.queue))):
            b = batcher.next()
            with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                v = net.encode(b).float()
            flat = v.reshape(-1, v.shape[-1])
            m = b["mask"]
            if "upos" in b:
                t = net.tag(v).split(net.sizes, -1)
                for k, x in (("upos", t[1]), ("xpos", t[2]), ("lemma", t[3])):
                    c[k] += int((x.argmax(-1) == b[k])[m].sum())
                c["n"] += int(m.sum())
                par = (b["ctx"] & 2) > 0
                got = ((t[0].squeeze(-1) > 0) | par) & m
                f["sent"] = [x + y for x, y in zip(f["sent"], (int((got & (b["sent"] == 1)).sum()), int(got.sum()), int((b["sent"] == 1).sum())))]
                inputs = net.parse_in(flat)
                for g in b["sents"]:
                    arc, rel, inside, n = parse_group(net, inputs, g)
                    got = arc.argmax(-1)
                    ok = (got == g["head"]) & inside
                    c["uas"] += int(ok.sum())
                    c["las"] += int((ok & ((rel(got).argmax(-1) == g["rel"]) | (got == n))).sum())
                    c["words"] += int(inside.sum())
            for k, head, crf in (("ner", net.ner, net.ner_crf), ("attrib", net.att, net.att_crf)):
                if k in b and not (k == "ner" and b["silver"]):
                    names = net.labels[k]
                    e = head(flat)
                    for at, n in zip(*b["par"]):
                        gold = b[k].reshape(-1)[at:at + n].tolist()
                        got = crf.viterbi(e[at:at + n])
                        G, P = spans(gold, names), spans(got, names)
                        if k == "ner":
                            ok = {(x, y, "LOC" if t in ("GPE", "FAC") else t) for x, y, t in G if t in ("PER", "ORG", "LOC", "GPE", "FAC")}
                            G = ok
                            P = {(x, y, "LOC" if t in ("GPE", "FAC") else t) for x, y, t in P if t in ("PER", "ORG", "LOC", "GPE", "FAC")}
                        for t in {"all"} | {x[2] for x in G | P}:
                            g, p = [{x for x in q if t in ("all", x[2])} for q in (G, P)]
                            key = k + "." + t
                            f[key] = [f[key][0] + len(g & p), f[key][1] + len(p), f[key][2] + len(g)]
            if "pair" in b:
                score = link_scores(net, flat, b).numpy()
                group, gold = b["pair_group"].numpy(), b["pair_gold"].numpy()
                first = np.searchsorted(group, np.arange(len(gold) + 1))
                for i, g in enumerate(gold):
                    x = score[first[i]:first[i + 1]]
                    got = int(x.argmax()) if x.max() > 0 else -1
                    c["link"] += got == g
                    c["links"] += 1
    out = {k: 100 * c[k] / max(1, c["n"]) for k in ("upos", "xpos", "lemma")}
    out.update(uas=100 * c["uas"] / max(1, c["words"]), las=100 * c["las"] / max(1, c["words"]),
               link=100 * c["link"] / max(1, c["links"]))
    out.update({k: prf(v) for k, v in f.items() if k in ("sent", "ner.all", "attrib.SRC", "attrib.CUE", "attrib.CNT")})
    net.train()
    return out
