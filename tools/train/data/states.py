"""States that all-MiniLM-L6-v2 gives to the tokens of our documents: what en-fast learns to predict
beside its tasks.

usage: states DATA.pkl MODEL_DIR OUT.npy [--threads N] [--plain TOKENS] [--dims 192]

OUT: f16 [tokens of all documents, in order][dims]: layers 4 and 6, normalised, averaged over the word
pieces of a token, their first principal components, scaled so that the first do not drown the rest.
Rows of dev documents, and of plain text beyond --plain tokens, stay zero (and are never used).
"""
import argparse
import pickle

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from train.nets.minilm import MiniLM

MAX_PIECES = 254


def pieces_of(forms, folder):
    """Word pieces of every form, by the model's own tokenizer."""
    t = Tokenizer.from_file(folder + "/tokenizer.json")
    t.no_padding()
    t.no_truncation()
    return [e.ids or [t.token_to_id("[UNK]")] for e in t.encode_batch(list(forms), add_special_tokens=False)]


def chunks(doc, pieces, par_flag=2):
    """[(first token, last + 1)] of at most MAX_PIECES pieces, cut at a paragraph where that is possible."""
    n = [len(pieces[i]) for i in doc["form"][:, 0]]
    out, at, size, par = [], 0, 0, 0
    for i, k in enumerate(n):
        if doc["flags"][i] & par_flag:
            par = i
        if size + k > MAX_PIECES and i > at:
            cut = par if at + (i - at) // 3 < par else i
            out.append((at, cut))
            size = sum(n[cut:i])
            at = cut
        size += k
    if at < len(n):
        out.append((at, len(n)))
    return out


def main(argv):
    ap = argparse.ArgumentParser()
    for a in ("data", "model", "out"):
        ap.add_argument(a)
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--plain", type=int, default=700000)
    ap.add_argument("--dims", type=int, default=192)
    o = ap.parse_args(argv)
    torch.set_num_threads(o.threads)
    with open(o.data, "rb") as f:
        data = pickle.load(f)
    pieces = pieces_of(data["forms"], o.model)
    net = MiniLM(o.model).eval()
    jobs, at, plain = [], 0, 0
    for d in data["docs"]:
        n = len(d["form"])
        if d["kind"] == "plain":
            plain += n
        if d["kind"].startswith("train") or d["kind"] == "plain" and plain <= o.plain:
            jobs += [(at + a, d["form"][a:b, 0]) for a, b in chunks(d, pieces)]
        at += n
    rng = np.random.default_rng(0)
    sample = run(net, [jobs[i] for i in rng.permutation(len(jobs))[:400]], pieces)
    x = np.concatenate([s for _, s in sample])
    mean = x.mean(0)
    _, s, vt = np.linalg.svd(x - mean, full_matrices=False)
    std = s[:o.dims] / np.sqrt(len(x))
    print("%d chunks; kept variance %.3f" % (len(jobs), (s[:o.dims] ** 2).sum() / (s ** 2).sum()), flush=True)
    basis = vt[:o.dims].T / np.sqrt(std) / np.sqrt(std.mean())
    out = np.lib.format.open_memmap(o.out, "w+", np.float16, (at, o.dims))
    for i in range(0, len(jobs), 2000):
        for first, s in run(net, jobs[i:i + 2000], pieces):
            out[first:first + len(s)] = (s - mean) @ basis
        print(min(len(jobs), i + 2000), flush=True)


@torch.no_grad()
def run(net, jobs, pieces, batch=24):
    """[(first row, states f32 [tokens][768])]"""
    jobs = sorted(jobs, key=lambda j: sum(len(pieces[f]) for f in j[1]))
    out = []
    for k in range(0, len(jobs), batch):
        part = jobs[k:k + batch]
        ids = [[101] + [p for f in forms for p in pieces[f]] + [102] for _, forms in part]
        n = max(map(len, ids))
        t = torch.zeros(len(part), n, dtype=torch.long)
        for i, row in enumerate(ids):
            t[i, :len(row)] = torch.tensor(row[:512])
        with torch.autocast("cpu", torch.bfloat16):
            h = net(t, torch.arange(n)[None] < torch.tensor([len(r) for r in ids])[:, None])
        s = torch.cat([F.layer_norm(h[3].float(), (384,)), F.layer_norm(h[5].float(), (384,))], -1)
        for i, (first, forms) in enumerate(part):
            count = torch.tensor([len(pieces[f]) for f in forms])
            owner = torch.repeat_interleave(torch.arange(len(forms)), count)
            sums = torch.zeros(len(forms), s.shape[-1]).index_add(0, owner, s[i, 1:1 + len(owner)])
            out.append((first, (sums / count.unsqueeze(1)).numpy()))
    return out
