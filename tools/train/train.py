"""Train a model on all its tasks at once.

usage: train.py DATA.pkl OUT_DIR [--model fast|accurate] [--weights FOLDER] [--minutes M] [--steps N]
                [--tokens N] [--lr X] [--seed N] [--threads N] [--bf16] [--states STATES.npy --aux W]
                [--start CHECKPOINT.pt] [--taught] [--shares KIND=X,...] ...

--model accurate starts from the pre-trained transformer in FOLDER (model.safetensors, vocab.txt); its own
parameters learn at --slow times the rate of the heads, and --decay slower a layer further down. The last
part of the run (--int8, a share) rounds weights and activations as the engine does.

Resumable: OUT_DIR/last.pt is written at every evaluation, and picked up by the next run with the same
OUT_DIR. OUT_DIR/best.pt holds the averaged weights of the last evaluation; OUT_DIR/log.txt the scores.
"""
import argparse
import collections
import math
import os
import pickle
import time

import numpy as np
import torch
import torch.nn.functional as F

from safetensors.torch import load_file

import accurate
import batches
import export
import fast
import heldout
import minilm
import pieces
import references

CRF_WEIGHT = 4.0
TREES = ("sent", "upos", "xpos", "lemma", "head", "rel")
SHARES = {"train.ud": 0.30, "train.ner": 0.25, "train.attrib": 0.45}


def losses(net, b, bf16):
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        h = net.head_in(net.encode(b))
        flat = h.reshape(-1, h.shape[-1])
        out = {}
        if "upos" in b:
            t = net.tag(h).float().split(net.sizes, -1)
            m = b["mask"]
            out["sent"] = F.binary_cross_entropy_with_logits(t[0].squeeze(-1)[m], b["sent"][m].float())
            for k, x, w in (("upos", t[1], 0.5), ("xpos", t[2], 0.5), ("lemma", t[3], 0.5)):
                known = (b[k] >= 0).sum().clamp_min(1)
                out[k] = w * F.cross_entropy(x.transpose(1, 2), b[k], ignore_index=-1, reduction="sum") / known
        if "sents" in b:
            out["arc"], out["rel"] = parse_losses(net, flat, b["sents"])
        for k, head, crf in (("ner", net.ner, net.ner_crf), ("attrib", net.att, net.att_crf)):
            taught, marked = "soft." + k in b, k in b and not (k == "ner" and b["silver"])
            if not taught and k not in b:
                continue
            e, inside = batches.gather(head(flat).float(), *b["par"])
            if k in b:
                w = 1.0 if not marked else CRF_WEIGHT / 2 if taught else CRF_WEIGHT
                gold, _ = batches.gather(b[k].reshape(-1), *b["par"])
                known = (gold[:, 0] >= 0)
                if known.any():
                    out[k] = w * crf.nll(e[known], whole(gold[known].clamp_min(0), b["par"][1][known]), inside[known])
            if taught:
                q, _ = batches.gather(b["soft." + k].reshape(-1, crf.k), *b["par"])
                q = closed(q, b["par"][1])
                out["soft." + k] = (CRF_WEIGHT / 2 if marked else CRF_WEIGHT) * crf.taught(e, q, inside)
        if "pair" in b:
            score, group = link_scores(net, flat, b).float(), b["pair_group"]
            n = len(b["pair_gold"])
            top = torch.zeros(n).scatter_reduce(0, group, score.detach(), "amax")   # includes none = 0
            z = torch.zeros(n).index_add(0, group, (score - top[group]).exp()) + (-top).exp()
            first = torch.searchsorted(group, torch.arange(n))
            gold = b["pair_gold"]
            chosen = torch.where(gold >= 0, score[(first + gold.clamp_min(0)).clamp_max(len(score) - 1)],
                                 torch.zeros(n))
            out["link"] = 0.3 * (z.log() + top - chosen).mean()
        if "refs" in b:
            out["mention"], out["refs"] = net.refs(flat, b)
        if "aux" in b:
            m = b["aux_mask"]
            out["aux"] = ((net.aux(h).float() - b["aux"])[m] ** 2).mean() if m.any() else h.sum() * 0
    return out


def whole(gold, length):
    """Labels of a piece with spans that were cut at its ends closed again (O, then B I E S a type)."""
    at = lambda x: torch.where(x > 0, (x - 1) % 4, -1)
    gold = gold.clone()
    first = gold[:, 0]
    gold[:, 0] = first + torch.where(at(first) == 1, -1, torch.where(at(first) == 2, 1, 0))
    rows, ends = torch.arange(len(gold)), length - 1
    last = gold[rows, ends]
    gold[rows, ends] = last + torch.where(at(last) == 0, 3, torch.where(at(last) == 1, 1, 0))
    return gold


def closed(q, length):
    """The same of probabilities [P][L][k], which add up to 1 afterwards: no sequence of labels has others, and what
    none has would be learned without end."""
    q = (q / q.sum(-1, keepdim=True).clamp_min(1e-6)).clone()
    rows = torch.arange(len(q))
    for at, out, into in ((torch.zeros_like(length), (2, 3), (1, 4)), (length - 1, (2, 1), (3, 4))):
        x = q[rows, at]
        for a, b in zip(out, into):     # I -> B and E -> S at the start; I -> E and B -> S at the end
            x[:, b::4] = x[:, b::4] + x[:, a::4]
            x[:, a::4] = 0
        q[rows, at] = x
    return q


def parse_group(net, inputs, g):
    """Arc scores of a group of sentences, impossible heads out, and relation scores for given heads."""
    (dep, inside), (key, _), (rd, _), (rh, _) = [batches.gather(x, g["at"], g["len"]) for x in inputs]
    arc, n = net.arcs(dep, key), dep.shape[1]
    ban = torch.cat([~inside, torch.zeros(len(dep), 1, dtype=torch.bool)], 1)[:, None, :].expand_as(arc).clone()
    ban[:, torch.arange(n), torch.arange(n)] = True

    def rel(heads):
        return net.rels(rd, rh.gather(1, heads.clamp(0, n - 1).unsqueeze(-1).expand_as(rh)))
    return arc.masked_fill(ban, -1e4), rel, inside, n


def parse_losses(net, flat, groups):
    inputs = net.parse_in(flat)
    arc_sum = rel_sum = n_arc = n_rel = 0
    for g in groups:
        arc, rel, _, n = parse_group(net, inputs, g)
        arc_sum = arc_sum + F.cross_entropy(arc.transpose(1, 2), g["head"], ignore_index=-1, reduction="sum")
        n_arc += int((g["head"] >= 0).sum())
        dep = (g["head"] >= 0) & (g["head"] < n)
        rel_sum = rel_sum + F.cross_entropy(rel(g["head"])[dep], g["rel"][dep], reduction="sum")
        n_rel += int(dep.sum())
    return arc_sum / max(1, n_arc), rel_sum / max(1, n_rel)


def link_scores(net, flat, b):
    """The feature "same sentence" follows the net's own sentence starts, as it will in the engine."""
    pairs = b["pair"].clone()
    start = (F.linear(flat, net.tag.weight[:1], net.tag.bias[:1]).squeeze(-1) > 0).detach()
    start |= (b["ctx"].reshape(-1) & 2) > 0
    sent = start.long().cumsum(0)
    pairs[:, 8] += (sent[pairs[:, 0]] == sent[pairs[:, 2]]).long()
    return net.link(flat, pairs)


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


def build(o, data, states):
    if o.model == "accurate":
        pieces.put_into(data, o.weights)
    if o.start:
        net, _ = export.load(o.start, data["vectors"], drop=o.drop)
        if any(net.labels[k] != data["labels"][k] for k in net.labels):
            raise SystemExit("%s and %s: not the same labels in the same order" % (o.start, o.data))
        return net.train()
    if o.model == "accurate":
        weights = load_file(o.weights + "/model.safetensors")
        if "encoder.relative_attention_bias.weight" in weights:
            weights = minilm.mpnet(weights)
        return accurate.Accurate(data["labels"], weights, drop=o.drop / 2, head_drop=o.drop)
    return fast.Fast(data["labels"], data["vectors"], 2048, 24576, o.dim, o.layers, drop=o.drop,
                     hidden=states.shape[1] if o.states else 0)


def groups(net, o):
    """Parameters with their rate: what comes pre-trained learns slowly, lower layers slower still."""
    rates = collections.defaultdict(list)
    for k, p in net.named_parameters():
        if not p.requires_grad:
            continue
        scale = 1.0
        if o.model == "accurate":
            part = k.split(".")
            if part[0] == "layers":
                scale = o.slow * o.decay ** (len(net.layers) - 1 - int(part[1]))
            elif part[0] in ("piece", "pos", "norm", "relative"):
                scale = o.slow * o.decay ** len(net.layers)
        rates[scale, p.ndim > 1].append(p)
    return [dict(params=ps, scale=scale, weight_decay=0.01 if wide else 0.0)
            for (scale, wide), ps in sorted(rates.items())]


def parse_options():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data")
    ap.add_argument("out")
    for name, kind, default in (
            ("model", str, "fast"), ("weights", str, ""), ("steps", int, 10**9), ("tokens", int, 4096), ("lr", float, 2e-3),
            ("slow", float, 0.15), ("decay", float, 0.9), ("int8", float, 0.4), ("dim", int, 192), ("layers", str, "CRCRR"),
            ("seed", int, 1), ("threads", int, 2), ("states", str, ""), ("aux", float, 1.0), ("every", int, 1000),
            ("drop", float, 0.25), ("shares", str, ""), ("start", str, ""), ("minutes", float, 1e9)):
        ap.add_argument("--" + name, type=kind, default=default)
    ap.add_argument("--bf16", action="store_true")
    ap.add_argument("--taught", action="store_true", help="learn from teach.py's layers, plain texts too")
    ap.add_argument("--soft", action="store_true", help="of those only the probabilities, not the trees and tags")
    return ap.parse_args()


def kept_out(name):
    return heldout.held_out(name.removeprefix("worldwide/"))


def main():
    o = parse_options()
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    os.makedirs(o.out, exist_ok=True)
    with open(o.data, "rb") as f:
        data = pickle.load(f)
    if o.soft:
        for d in data["docs"]:
            for k in TREES if not d["kind"].endswith(".ud") else ():
                d.pop(k, None)
    states = np.load(o.states, mmap_mode="r") if o.states else None
    net = build(o, data, states)
    if o.states:
        offset, at = {}, 0
        for d in data["docs"]:
            offset[id(d)] = at
            at += len(d["form"])
    shares = dict(SHARES)
    if o.states or o.taught:
        shares["plain"] = 0.25 if o.states else 0.6
    if o.shares:
        shares = {k: float(v) for k, v in (x.split("=") for x in o.shares.split(","))}
    if "train.refs" in shares:
        net.refs = references.References(net.config["d"])
    train = {k: batches.Batcher(data, k, o.tokens, o.seed, leave_out=kept_out) for k in shares}
    dev = {k: batches.Batcher(data, k, 8192, 0, train=False) for k in ("dev.ud", "dev.ner", "dev.attrib")}
    opt = torch.optim.AdamW(groups(net, o), lr=o.lr, betas=(0.9, 0.98), fused=True)
    ema = {k: p.detach().clone() for k, p in net.named_parameters() if p.requires_grad}
    step, spent = 0, 0.0
    last = o.out + "/last.pt"
    if os.path.exists(last):
        s = torch.load(last)
        net.load_state_dict(s["net"]); opt.load_state_dict(s["opt"]); ema = s["ema"]; step = s["step"]; spent = s["spent"]
    rng = np.random.default_rng(o.seed + step)
    kinds, p = list(shares), np.array(list(shares.values()))
    log = open(o.out + "/log.txt", "a", buffering=1)
    print(vars(o), "%d parameters" % sum(x.numel() for x in net.parameters() if x.requires_grad), file=log)
    mean, t0, tokens = collections.defaultdict(float), time.time(), 0
    done = 0.0
    while done < 1:
        done = min(1.0, max((step + 1) / o.steps, (spent + time.time() - t0) / 60 / o.minutes))
        for g in opt.param_groups:
            g["lr"] = o.lr * g["scale"] * min(1, step / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
        net.int8 = accurate.PARTS if done > 1 - o.int8 else ()
        b = train[kinds[rng.choice(len(p), p=p / p.sum())]].next()
        if states is not None:
            add_states(b, states, offset)
        ls = losses(net, b, o.bf16)
        # the mean over dimensions makes a weak gradient, hence a large weight; less and less of it later
        loss = sum(x * (o.aux * (1 - 0.9 * done) if k == "aux" else 1.0) for k, x in ls.items())
        opt.zero_grad(set_to_none=True)
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        step += 1
        if torch.isfinite(norm):
            opt.step()
        else:       # one such step, and no weight is a number
            print("step %d left out: %s" % (step, "  ".join("%s %s" % (k, x.item()) for k, x in ls.items())), file=log)
            ls = {}
        tokens += int(b["mask"].sum())
        decay = min(0.998, step / (step + 20))
        with torch.no_grad():
            torch._foreach_lerp_([ema[k] for k in ema], [x for k, x in net.named_parameters() if k in ema], 1 - decay)
        for k, x in ls.items():
            x = x.item()
            mean[k] = 0.98 * mean[k] + 0.02 * x if k in mean else x
        if step % 50 == 0:
            print("step %d  %.2f  %.0f tokens/s  %s" % (step, done, tokens / (time.time() - t0), "  ".join(
                "%s %.3f" % kv for kv in sorted(mean.items()))), file=log)
        if step % o.every == 0 or done >= 1:
            keep = {k: x.clone() for k, x in net.state_dict().items()}
            net.load_state_dict({**keep, **ema})
            scores = evaluate(net, dev, o.bf16)
            print("EVAL step %d  %.0f s  %s" % (step, spent + time.time() - t0, "  ".join(
                "%s %.2f" % kv for kv in scores.items())), file=log)
            own = {k: x for k, x in net.state_dict().items() if not k.startswith("refs.")}
            save(o.out + "/best.pt", {"net": own, "config": net.config, "labels": net.labels, "step": step,
                                      "scores": {k: float(x) for k, x in scores.items()}, "args": vars(o)})
            net.load_state_dict(keep)
            save(last, {"net": keep, "opt": opt.state_dict(), "ema": ema, "step": step, "spent": spent + time.time() - t0})


def save(path, what):
    """Beside its place, then renamed: a run that is stopped leaves a whole file."""
    torch.save(what, path + ".tmp")
    os.replace(path + ".tmp", path)


def add_states(b, states, offset):
    """Targets of the auxiliary loss: rows of a matrix over all tokens of all documents (as written)."""
    n, width = b["mask"].shape
    y = np.zeros((n, width, states.shape[1]), np.float32)
    m = np.zeros((n, width), bool)
    for i, (w, case) in enumerate(zip(b["windows"], b["case"])):
        at = offset[id(w["doc"])] + w["at"]
        k = len(w["form"])
        y[i, :k] = states[at:at + k]
        m[i, :k] = (y[i, :k] != 0).any(-1)      # rows that are not there yet are zero
    b["aux"], b["aux_mask"] = torch.from_numpy(y), torch.from_numpy(m)


if __name__ == "__main__":
    main()
