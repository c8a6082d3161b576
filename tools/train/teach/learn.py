"""Train a model on all its tasks at once.

usage: learn DATA.pkl OUT_DIR [--model fast|accurate] [--weights FOLDER]
             [--steps N] [--words N] [--minutes M] [--every STEPS] [--keep STEP]
             [--tokens N] [--lr X] [--seed N] [--threads N] [--bf16] [--states STATES.npy --aux W]
             [--start CHECKPOINT.pt] [--taught] [--soft] [--shares KIND=X,...] ...

--model accurate starts from the pre-trained transformer in FOLDER (model.safetensors, vocab.txt); its own
parameters learn at --slow times the rate of the heads, and --decay slower a layer further down. The last
part of the run (--int8, a share) rounds weights and activations as the engine does.

Resumable: OUT_DIR/last.pt is written at every evaluation, and picked up by the next run with the same
OUT_DIR. OUT_DIR/best.pt holds the averaged weights of the last evaluation (stepN.pt those of the evaluation
that --keep names); OUT_DIR/log.txt the scores.
"""
import argparse
import collections
import math
import os
import pickle
import time

import numpy as np
import torch

from safetensors.torch import load_file

from train.data import batches, heldout, pieces
from train.nets import accurate, checkpoint, fast, minilm, references
from train.teach import amount
from train.teach.losses import losses
from train.teach.scores import evaluate

TREES = ("sent", "upos", "xpos", "lemma", "head", "rel")
SHARES = {"train.ud": 0.30, "train.ner": 0.25, "train.attrib": 0.45}


def build(o, data, states):
    if o.model == "accurate":
        pieces.put_into(data, o.weights)
    if o.start:
        net, _ = checkpoint.load(o.start, data["vectors"], drop=o.drop)
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


def parse_options(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data")
    ap.add_argument("out")
    for name, kind, default in (
            ("model", str, "fast"), ("weights", str, ""), ("tokens", int, 4096), ("lr", float, 2e-3),
            ("slow", float, 0.15), ("decay", float, 0.9), ("int8", float, 0.4), ("dim", int, 192), ("layers", str, "CRCRR"),
            ("seed", int, 1), ("threads", int, 2), ("states", str, ""), ("aux", float, 1.0), ("every", int, 1000),
            ("drop", float, 0.25), ("shares", str, ""), ("start", str, ""), ("keep", int, 0)):
        ap.add_argument("--" + name, type=kind, default=default)
    amount.add_limits(ap)
    ap.add_argument("--bf16", action="store_true")
    ap.add_argument("--taught", action="store_true", help="learn from the layers of teach/label.py, plain texts too")
    ap.add_argument("--soft", action="store_true", help="of those only the probabilities, not the trees and tags")
    return ap.parse_args(argv)


def kept_out(name):
    return heldout.held_out(name.removeprefix("worldwide/"))


def main(argv):
    o = parse_options(argv)
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
    step, words, spent = 0, 0, 0.0
    last = o.out + "/last.pt"
    if os.path.exists(last):
        s = torch.load(last)
        net.load_state_dict(s["net"])
        opt.load_state_dict(s["opt"])
        ema, step, words, spent = s["ema"], s["step"], s["words"], s["spent"]
    rng = np.random.default_rng(o.seed + step)
    kinds, p = list(shares), np.array(list(shares.values()))
    log = open(o.out + "/log.txt", "a", buffering=1)
    print(vars(o), "%d parameters" % sum(x.numel() for x in net.parameters() if x.requires_grad), file=log)
    mean, t0, before = collections.defaultdict(float), time.time(), words
    done = 0.0
    while done < 1:
        done = amount.share(o, step, words, spent + time.time() - t0)
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
        words += int(b["mask"].sum())
        decay = min(0.998, step / (step + 20))
        with torch.no_grad():
            torch._foreach_lerp_([ema[k] for k in ema], [x for k, x in net.named_parameters() if k in ema], 1 - decay)
        for k, x in ls.items():
            x = x.item()
            mean[k] = 0.98 * mean[k] + 0.02 * x if k in mean else x
        if step % 50 == 0:
            print("step %d  %.2f  %.0f tokens/s  %s" % (step, done, (words - before) / (time.time() - t0), "  ".join(
                "%s %.3f" % kv for kv in sorted(mean.items()))), file=log)
        if step % o.every == 0 or done >= 1:
            keep = {k: x.clone() for k, x in net.state_dict().items()}
            net.load_state_dict({**keep, **ema})
            scores = evaluate(net, dev, o.bf16)
            print("EVAL step %d  %.0f s  %s" % (step, spent + time.time() - t0, "  ".join(
                "%s %.2f" % kv for kv in scores.items())), file=log)
            own = {k: x for k, x in net.state_dict().items() if not k.startswith("refs.")}
            best = {"net": own, "config": net.config, "labels": net.labels, "step": step,
                    "scores": {k: float(x) for k, x in scores.items()}, "args": vars(o)}
            for name in ("best",) + (("step%d" % step,) if step == o.keep else ()):
                save("%s/%s.pt" % (o.out, name), best)
            net.load_state_dict(keep)
            save(last, {"net": keep, "opt": opt.state_dict(), "ema": ema, "step": step, "words": words,
                        "spent": spent + time.time() - t0})


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
