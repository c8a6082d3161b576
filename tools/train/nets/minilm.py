"""all-MiniLM-L6-v2 (Apache-2.0) in plain PyTorch, from the folder that its package carries, and the
tensors of an MPNet by the same names."""
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn


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
