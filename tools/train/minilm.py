"""all-MiniLM-L6-v2 (Apache-2.0) in plain PyTorch, read from the folder that its package carries, and the
states that it gives to the tokens of our documents: what `en-fast` learns to predict beside its tasks.

usage: minilm.py DATA.pkl MODEL_DIR OUT.npy [--threads N] [--plain TOKENS] [--dims 192]

OUT: f16 [tokens of all documents, in order][dims]: layers 4 and 6, normalised, averaged over the word
pieces of a token, their first principal components, scaled so that the first do not drown the rest.
Rows of dev documents, and of plain text beyond --plain tokens, stay zero (and are never used).
"""
import argparse
import pickle

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn

MAX_PIECES = 254


class Layer(nn.Module):
    def __init__(self, w, p, heads=12):
        super().__init__()
        lin = lambda name: linear(w, p + name)
        self.q, self.k, self.v = (lin("attention.self." + x) for x in ("query", "key", "value"))
        self.o, self.up, self.down = lin("attention.output.dense"), lin("intermediate.dense"), lin("output.dense")
        self.n1, self.n2 = norm(w, p + "attention.output.LayerNorm"), norm(w, p + "output.LayerNorm")
        self.heads = heads

    def forward(self, x, mask):
        b, n, d = x.shape
        q, k, v = (f(x).view(b, n, self.heads, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.n1(x + self.o(a.transpose(1, 2).reshape(b, n, d)))
        return self.n2(x + self.down(F.gelu(self.up(x))))


def linear(w, p):
    out, in_ = w[p + ".weight"].shape
    lin = nn.Linear(in_, out)
    lin.weight.data, lin.bias.data = w[p + ".weight"].clone(), w[p + ".bias"].clone()
    return lin


def norm(w, p):
    n = nn.LayerNorm(len(w[p + ".weight"]), eps=1e-12)
    n.weight.data, n.bias.data = w[p + ".weight"].clone(), w[p + ".bias"].clone()
    return n


def shaped(net, config):
    """Empty tensors by the names of a BERT, of the sizes of a trained Accurate's own, to build one from."""
    d, f = config["d"], config["ffn"]
    out = {"embeddings.word_embeddings.weight": torch.zeros_like(net["piece.weight"]),
           "embeddings.position_embeddings.weight": torch.zeros_like(net["pos.weight"]),
           "embeddings.token_type_embeddings.weight": torch.zeros(1, d)}
    lin = lambda p, n, k: out.update({p + ".weight": torch.zeros(n, k), p + ".bias": torch.zeros(n)})
    ln = lambda p: out.update({p + ".weight": torch.ones(d), p + ".bias": torch.zeros(d)})
    ln("embeddings.LayerNorm")
    if "relative" in net:                    # of an MPNet
        out["relative"] = torch.zeros_like(net["relative"])
    for i in range(config["depth"]):
        p = "encoder.layer.%d." % i
        for x in ("query", "key", "value"):
            lin(p + "attention.self." + x, d, d)
        lin(p + "attention.output.dense", d, d)
        lin(p + "intermediate.dense", f, d)
        lin(p + "output.dense", d, f)
        ln(p + "attention.output.LayerNorm")
        ln(p + "output.LayerNorm")
    return out


def mpnet(w):
    """The tensors of an MPNet by the names, and for the piece ids, of a BERT, and its relative bias."""
    out = {"relative": w["encoder.relative_attention_bias.weight"],
           "embeddings.position_embeddings.weight": w["embeddings.position_embeddings.weight"][2:],
           "embeddings.token_type_embeddings.weight": torch.zeros(1, w["embeddings.LayerNorm.weight"].shape[0])}
    words = w["embeddings.word_embeddings.weight"]
    rows = words[4:].clone()
    rows[100], rows[101], rows[102] = words[3], words[0], words[2]     # unknown, start, end
    out["embeddings.word_embeddings.weight"] = rows
    names = {"attention.attn.q": "attention.self.query", "attention.attn.k": "attention.self.key",
             "attention.attn.v": "attention.self.value", "attention.attn.o": "attention.output.dense",
             "attention.LayerNorm": "attention.output.LayerNorm"}
    for k, x in w.items():
        for old, new in names.items():
            k = k.replace(old, new)
        if k.startswith(("encoder.layer.", "embeddings.LayerNorm")):
            out[k] = x
    return out


class MiniLM(nn.Module):
    def __init__(self, folder):
        super().__init__()
        w = load_file(folder + "/model.safetensors")
        e = "embeddings."
        self.words = nn.Embedding.from_pretrained(w[e + "word_embeddings.weight"].clone(), freeze=False)
        self.places = nn.Embedding.from_pretrained(w[e + "position_embeddings.weight"].clone(), freeze=False)
        self.kind = nn.Parameter(w[e + "token_type_embeddings.weight"][0].clone())
        self.norm = norm(w, e + "LayerNorm")
        n = 1 + max(int(k.split(".")[2]) for k in w if k.startswith("encoder.layer."))
        self.layers = nn.ModuleList(Layer(w, "encoder.layer.%d." % i) for i in range(n))

    def forward(self, ids, mask):
        """ids [B][N], mask [B][N] -> the states after every layer."""
        x = self.norm(self.words(ids) + self.places(torch.arange(ids.shape[1])) + self.kind)
        m = mask[:, None, None, :]
        out = []
        for layer in self.layers:
            x = layer(x, m)
            out.append(x)
        return out


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


def main():
    ap = argparse.ArgumentParser()
    for a in ("data", "model", "out"):
        ap.add_argument(a)
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--plain", type=int, default=700000)
    ap.add_argument("--dims", type=int, default=192)
    o = ap.parse_args()
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


if __name__ == "__main__":
    main()
