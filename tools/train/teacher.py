"""A larger reader of attribution, whose probabilities the models that ship learn beside gold: all-mpnet-base-v2.

usage: teacher.py learn DATA.pkl OUT_DIR --base FOLDER --weights FOLDER [--minutes M] [--seed N] [--threads N]
       teacher.py label TAUGHT.pkl OUT_DIR OUT.pkl --base FOLDER --weights FOLDER [--part X] [--weight W]
                  [--threads N]

learn: PolNeAR's training part (but heldout.py's). Only the upper half of the layers learns: what the lower half
gives is computed once, and kept (f16, 3 GB). Case and flags of a token enter between the halves. OUT_DIR/best.pt
has the averaged weights, OUT_DIR/log.txt the scores; OUT_DIR/last.pt is picked up when it is started again.
label: in the soft.attrib of what teach.py wrote, 1 - W of the probabilities that are there and W of this one's, for
plain texts and, of PolNeAR's windows, a share of --part. It reads 1,000 words a second on two cores. What it wrote
can be labelled again by a teacher of another seed.

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

import accurate
import batches
import minilm
import pieces
import teach
import train as T

LOW = 6                   # layers that stay as they are
WINDOWS = (254, 382)      # in pieces
TOKENS, RATE, SLOW, DECAY, AVERAGE = 2048, 1e-3, 0.06, 0.9, 0.996


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


class Kept(batches.Batcher):
    """Windows as they are written, from their first place on: what the lower half says of them can be kept."""

    low = None

    def make(self, ws):
        shuffled, self.train = self.train, False
        b = super().make(ws)
        self.train = shuffled
        b["silver"] = True
        if self.low is not None:
            b["low"] = torch.zeros(*b["piece"].shape, self.width)
            for i, w in enumerate(ws):
                x = torch.from_numpy(self.low[id(w)])
                b["low"][i, :len(x)] = x
        return b

    def keep(self, net):
        low, self.width = {}, net.config["d"]
        for windows in self.sets:
            order = sorted(windows, key=lambda w: len(w["form"]))
            for k in range(0, len(order), 8):
                b = self.make(order[k:k + 8])
                for w, x, inside in zip(order[k:k + 8], net.low(b), b["inside"]):
                    low[id(w)] = x[:int(inside.sum())].numpy().astype(np.float16)
        self.low = low
        return self


def read(o):
    with open(o.data, "rb") as f:
        data = pickle.load(f)
    before = pieces.put_into(data, o.weights)
    net = Teacher(data["labels"], minilm.mpnet(load_file(o.base + "/model.safetensors")), drop=0.1, head_drop=0.2)
    return data, before, net


def learn(o):
    data, _, net = read(o)
    net.trained()
    batches.PIECES = WINDOWS
    net.eval()
    dev = {"dev.attrib": Kept(data, "dev.attrib", 4096, 0, train=False).keep(net)}
    train = Kept(data, "train.attrib", TOKENS, o.seed, leave_out=T.kept_out).keep(net)
    o.model, o.slow, o.decay = "accurate", SLOW, DECAY
    opt = torch.optim.AdamW(T.groups(net, o), lr=RATE, betas=(0.9, 0.98), fused=True)
    learned = {k: p for k, p in net.named_parameters() if p.requires_grad}
    ema = {k: p.detach().clone() for k, p in learned.items()}
    step, spent, start, done = 0, 0.0, time.time(), 0.0
    last = o.out + "/last.pt"
    if os.path.exists(last):
        s = torch.load(last)
        net.load_state_dict(s["net"])
        opt.load_state_dict(s["opt"])
        ema, step, spent = s["ema"], s["step"], s["spent"]
    log = open(o.out + "/log.txt", "a", buffering=1)
    net.train()
    while done < 1:
        done = min(1.0, (spent + time.time() - start) / 60 / o.minutes)
        for g in opt.param_groups:
            g["lr"] = RATE * g["scale"] * min(1, step / 100) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
        loss = sum(T.losses(net, train.next(), False).values())
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learned.values(), 2.0)
        opt.step()
        step += 1
        with torch.no_grad():
            torch._foreach_lerp_(list(ema.values()), list(learned.values()), 1 - min(AVERAGE, step / (step + 20)))
        if step % 300 == 0 or done >= 1:
            keep = {k: x.clone() for k, x in net.state_dict().items()}
            net.load_state_dict({**keep, **ema})
            print("EVAL step %d  loss %.3f  %.0f s  %s" % (step, loss.item(), spent + time.time() - start, "  ".join(
                "%s %.2f" % kv for kv in T.evaluate(net, dev).items() if kv[1])), file=log)
            T.save(o.out + "/best.pt", {"net": net.state_dict()})
            net.load_state_dict(keep)
            T.save(last, {"net": keep, "opt": opt.state_dict(), "ema": ema, "step": step,
                          "spent": spent + time.time() - start})


@torch.no_grad()
def label(o):
    data, before, net = read(o)
    net.load_state_dict(torch.load(o.out + "/best.pt")["net"])
    net.eval()
    batches.PIECES = WINDOWS[-1:]
    for kind, part in (("plain", 1.0), ("train.attrib", o.part)):
        batcher = Kept(data, kind, 4096, o.seed, train=False)
        batcher.refill()
        batcher.rng.shuffle(batcher.queue)
        del batcher.queue[int(len(batcher.queue) * part):]
        while batcher.queue:
            b = batcher.next()
            for w, p in zip(b["windows"], teach.soft(net, b, "attrib", net.encode(b).float())):
                own = w["doc"]["soft.attrib"][w["at"]:w["at"] + len(p)]
                own[:] = (1 - o.weight) * own.astype(np.float32) + o.weight * p.astype(np.float32)
        print(kind, flush=True)
    pieces.take_out(data, before)
    with open(o.result, "wb") as f:
        pickle.dump(data, f)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=("learn", "label"))
    ap.add_argument("data")
    ap.add_argument("out")
    ap.add_argument("result", nargs="?")
    ap.add_argument("--base", required=True)
    ap.add_argument("--weights", required=True)
    ap.add_argument("--minutes", type=float, default=50)
    ap.add_argument("--part", type=float, default=0.5)
    ap.add_argument("--weight", type=float, default=2 / 3)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--threads", type=int, default=2)
    o = ap.parse_args()
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    os.makedirs(o.out, exist_ok=True)
    if o.what == "learn":
        learn(o)
    elif o.result:
        label(o)
    else:
        ap.error("label wants OUT.pkl")


if __name__ == "__main__":
    main()
