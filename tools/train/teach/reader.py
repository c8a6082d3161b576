"""A larger reader, whose say the models that ship learn beside gold: all-mpnet-base-v2.

usage: reader learn WHAT DATA.pkl OUT_DIR --base FOLDER --weights FOLDER [--steps N] [--words N]
                    [--minutes M] [--seed N] [--threads N]
       reader label WHAT TAUGHT.pkl OUT_DIR OUT.pkl --base FOLDER --weights FOLDER [--part X] [--weight W]
                  [--threads N]

WHAT is attrib, on PolNeAR's training part (but data/heldout.py's), or trees: trees, tags and names, on UD and the corpora of
names.

learn: only layers above the sixth learn: what the lower half gives is computed once, and kept (f16, some GB). Case and
flags of a token enter between the halves. OUT_DIR/best.pt has the averaged weights, OUT_DIR/log.txt the scores;
OUT_DIR/last.pt is picked up when it is started again.
label: in what teach/label.py wrote, for plain texts 1 - W of the probabilities that are there and W of this one's, of
attribution or of names; its trees and tags in their place (lemmas stay). attrib also for a share of --part
of PolNeAR's windows. It reads 1,000 words a second on two cores. What it wrote can be labelled again by another.

--base is the folder of all-mpnet-base-v2, --weights that of all-MiniLM-L6-v2, for its vocab.txt (the same pieces).
"""
import argparse
import math
import os
import pickle
import time

import numpy as np
import torch
from safetensors.torch import load_file

from train.data import batches, pieces
from train.nets import accurate, minilm
from train.teach import amount, label as labels
from train.teach.learn import TREES, groups, kept_out, save
from train.teach.losses import losses
from train.teach.scores import evaluate

LOW = 6                   # layers that stay as they are
TOKENS, RATE, DECAY = 2048, 1e-3, 0.9
READS = {                 # top: layers that are left; windows in pieces; how large and slow, how long averaged
    "attrib": dict(top=12, windows=(254, 382), shares={"train.attrib": 1.0}, arc=192, rel=96, slow=0.06, average=0.996),
    "trees": dict(top=10, windows=(254,), shares={"train.ud": 0.78, "train.ner": 0.22}, arc=384, rel=160, slow=0.08,
                  average=0.997)}


class Teacher(accurate.Accurate):
    @torch.no_grad()
    def low(self, b):
        return self.run(self.layers[:LOW], self.norm(self.piece(b["piece"]) + self.pos(b["place"])), b)

    def encode(self, b):
        x = b["low"] if "low" in b else self.low(b)
        x = x + (self.ctx(b["piece_ctx"]) + self.shape(b["piece_shape"])) * b["featured"].unsqueeze(-1)
        return self.tokens(self.run(self.layers[LOW:], x, b), b)

    def trained(self):
        """Freezes the rest."""
        for k, p in self.named_parameters():
            part = k.split(".")
            lower = part[0] == "layers" and int(part[1]) < LOW
            p.requires_grad_(not lower and part[0] not in ("piece", "pos", "norm", "relative"))
        return self


class Kept(batches.Batcher):
    """Windows as they are written, from their first place on: what the lower half says of them is kept."""

    net = None

    def written(self, ws):
        shuffled, self.train = self.train, False
        b = super().make(ws)
        self.train = shuffled
        return b

    def make(self, ws):
        b = self.written(ws)
        if self.net is None:
            return b
        new = [w for w in ws if "low" not in w]
        if new:
            learning = self.net.training
            self.net.eval()
            c = self.written(new)
            for w, x, inside in zip(new, self.net.low(c), c["inside"]):
                w["low"] = x[:int(inside.sum())].half()
            self.net.train(learning)
        b["low"] = torch.zeros(*b["piece"].shape, self.net.config["d"])
        for i, w in enumerate(ws):
            b["low"][i, :len(w["low"])] = w["low"]
        return b


def read(o):
    """DATA in word pieces, what it had before, the teacher, and its line of READS."""
    with open(o.data, "rb") as f:
        data = pickle.load(f)
    before = pieces.put_into(data, o.weights)
    how = READS[o.what]
    weights = {k: x for k, x in minilm.mpnet(load_file(o.base + "/model.safetensors")).items()
               if not k.startswith("encoder.layer.") or int(k.split(".")[2]) < how["top"]}
    net = Teacher(data["labels"], weights, arc=how["arc"], rel=how["rel"], drop=0.1, head_drop=0.2)
    return data, before, net, how


def learn(o):
    data, _, net, how = read(o)
    net.trained()
    batches.PIECES = how["windows"]
    for d in data["docs"]:
        for k in batches.SOFT + (TREES if not d["kind"].endswith(".ud") else ()):
            d.pop(k, None)
        if d["kind"] in batches.SILVER_NAMES:
            d.pop("ner", None)
    kinds = list(how["shares"])
    train = {k: Kept(data, k, TOKENS, o.seed, leave_out=kept_out) for k in kinds}
    dev = {k: Kept(data, k, 4096, 0, train=False) for k in (k.replace("train", "dev") for k in kinds)}
    for x in (*train.values(), *dev.values()):
        x.net = net
    o.model, o.slow, o.decay = "accurate", how["slow"], DECAY
    opt = torch.optim.AdamW(groups(net, o), lr=RATE, betas=(0.9, 0.98), fused=True)
    learned = {k: p for k, p in net.named_parameters() if p.requires_grad}
    ema = {k: p.detach().clone() for k, p in learned.items()}
    step, words, spent, start, done = 0, 0, 0.0, time.time(), 0.0
    last = o.out + "/last.pt"
    if os.path.exists(last):
        s = torch.load(last)
        net.load_state_dict(s["net"])
        opt.load_state_dict(s["opt"])
        ema, step, words, spent = s["ema"], s["step"], s["words"], s["spent"]
    rng = np.random.default_rng(o.seed + step)
    log = open(o.out + "/log.txt", "a", buffering=1)
    net.train()
    while done < 1:
        done = amount.share(o, step, words, spent + time.time() - start)
        for g in opt.param_groups:
            g["lr"] = RATE * g["scale"] * min(1, step / 100) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
        b = train[rng.choice(kinds, p=list(how["shares"].values()))].next()
        words += int(b["mask"].sum())
        loss = sum(losses(net, b, False).values())
        opt.zero_grad(set_to_none=True)
        loss.backward()
        if torch.isfinite(torch.nn.utils.clip_grad_norm_(learned.values(), 2.0)):
            opt.step()
        step += 1
        with torch.no_grad():
            torch._foreach_lerp_(list(ema.values()), list(learned.values()),
                                 1 - min(how["average"], step / (step + 20)))
        if step % 300 == 0 or done >= 1:
            keep = {k: x.clone() for k, x in net.state_dict().items()}
            net.load_state_dict({**keep, **ema})
            print("EVAL step %d  loss %.3f  %.0f s  %s" % (step, loss.item(), spent + time.time() - start, "  ".join(
                "%s %.2f" % kv for kv in evaluate(net, dev).items() if kv[1])), file=log)
            save(o.out + "/best.pt", {"net": net.state_dict()})
            net.load_state_dict(keep)
            save(last, {"net": keep, "opt": opt.state_dict(), "ema": ema, "step": step, "words": words,
                        "spent": spent + time.time() - start})


def mixed(own, other, weight):
    return ((1 - weight) * own.astype(np.float32) + weight * other.astype(np.float32)).astype(np.float16)


@torch.no_grad()
def label(o):
    data, before, net, how = read(o)
    kinds = {"attrib": (("plain", 1.0), ("train.attrib", o.part)), "trees": (("plain", 1.0),)}
    net.load_state_dict(torch.load(o.out + "/best.pt")["net"])
    net.eval()
    batches.PIECES = how["windows"][-1:]
    for kind, part in kinds[o.what]:
        batcher = Kept(data, kind, 4096, o.seed, train=False)
        batcher.refill()
        batcher.rng.shuffle(batcher.queue)
        del batcher.queue[int(len(batcher.queue) * part):]
        while batcher.queue:
            b = batcher.next()
            for w, said in zip(b["windows"], says(net, b, o.what)):
                d, at = w["doc"], slice(w["at"], w["at"] + len(w["form"]))
                for k, x in said.items():
                    d[k][at] = mixed(d[k][at], x, o.weight) if k in batches.SOFT else x
                if "head" in said:
                    d["head"][at] = np.where(said["head"] < 0, -1, said["head"] + w["at"])
        print(kind, flush=True)
    pieces.take_out(data, before)
    with open(o.result, "wb") as f:
        pickle.dump(data, f)


def says(net, b, what):
    if what == "attrib":
        return [{"soft.attrib": p} for p in labels.soft(net, b, "attrib", net.encode(b).float())]
    left = ("soft.attrib", "lemma")
    return [{k: x for k, x in layers.items() if k not in left} for layers in labels.read(net, b, False)]


def main(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("do", choices=("learn", "label"))
    ap.add_argument("what", choices=tuple(READS))
    ap.add_argument("data")
    ap.add_argument("out")
    ap.add_argument("result", nargs="?")
    ap.add_argument("--base", required=True)
    ap.add_argument("--weights", required=True)
    amount.add_limits(ap)
    ap.add_argument("--part", type=float, default=0.5)
    ap.add_argument("--weight", type=float, default=2 / 3)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--threads", type=int, default=2)
    o = ap.parse_args(argv)
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    os.makedirs(o.out, exist_ok=True)
    if o.do == "learn":
        learn(o)
    elif o.result:
        label(o)
    else:
        ap.error("label wants OUT.pkl")
