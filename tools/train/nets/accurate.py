"""The model `en-accurate` in PyTorch, as docs/notes/en-accurate.md defines it.

Where `net.int8` says so, activations and weights are rounded as the engine rounds them (gradients pass
through), so that the last part of training gets used to what int8 takes away.
"""
import math

import torch
import torch.nn.functional as F
from torch import nn

from train.nets import minilm
from train.nets.shared import Heads, dropout, norm_quant

N_SHAPES = 512
PARTS = ("qkv", "attention", "out", "up", "down")


class Rounded(torch.autograd.Function):
    """To 127 steps of the largest of each row (or column); gradients pass through."""

    @staticmethod
    def forward(ctx, x, dim):
        s = torch.linalg.vector_norm(x, torch.inf, dim, keepdim=True).clamp_min(1e-12)
        return (x * (127 / s)).round_().mul_(s / 127)

    @staticmethod
    def backward(ctx, g):
        return g, None


def rounded(x, dim=-1):
    return Rounded.apply(x, dim)


class Linear(nn.Linear):
    def forward(self, x, int8=False):
        return F.linear(x, rounded(self.weight) if int8 else self.weight, self.bias)


class Layer(nn.Module):
    """One layer of a post-norm transformer, from the tensors of a BERT (prefix p of w)."""

    def __init__(self, w, p, heads, drop):
        super().__init__()
        self.heads, self.drop = heads, drop
        join = lambda names, kind: torch.cat([w[p + n + kind] for n in names])
        qkv = ["attention.self." + x for x in ("query", "key", "value")]
        self.qkv = linear(join(qkv, ".weight"), join(qkv, ".bias"))
        self.out, self.up, self.down = (linear(w[p + n + ".weight"], w[p + n + ".bias"]) for n in (
            "attention.output.dense", "intermediate.dense", "output.dense"))
        self.norm1 = minilm.norm(w, p + "attention.output.LayerNorm")
        self.norm2 = minilm.norm(w, p + "output.LayerNorm")
        self.norm1.eps = self.norm2.eps = 1e-5

    def forward(self, x, mask, bias, int8):
        """mask [B][N], what is inside; bias [B or 1][1 or H][1 or N][N], added to the scores; int8: the
        parts of PARTS that are rounded."""
        b, n, d = x.shape
        r = lambda y, part, dim=-1: rounded(y, dim) if part in int8 else y
        q, k, v = self.qkv(r(x, "qkv"), "qkv" in int8).view(b, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        q, k = r(q, "attention"), r(k, "attention")
        v = r(v * mask[:, None, :, None], "attention", 2)
        # dropout of attention would take the slow path: half of the time of a step
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        y = self.out(r(a.transpose(1, 2).reshape(b, n, d), "out"), "out" in int8)
        x = self.norm1(x + dropout(y, self.drop, self.training))
        u = F.gelu(self.up(r(x, "up"), "up" in int8), approximate="tanh")
        return self.norm2(x + dropout(self.down(r(u, "down"), "down" in int8), self.drop, self.training))


def linear(weight, bias):
    lin = Linear(weight.shape[1], weight.shape[0])
    lin.weight.data, lin.bias.data = weight.clone(), bias.clone()
    return lin


def relative_bucket(offset, buckets=16, near=8, far=128):
    """MPNet's bucket of a distance: one each up to `near`, then by logarithm; behind, then ahead."""
    n = offset.abs()
    far_off = near + (torch.log(n.clamp_min(1) / near) / math.log(far / near) * (buckets - near)).long()
    return torch.where(n < near, n, far_off.clamp_max(buckets - 1)) + (offset > 0) * buckets


class Accurate(Heads):
    def __init__(self, labels, weights, heads=12, arc=192, rel=96, link=96, drop=0.1, head_drop=0.2):
        """weights: tensors of a BERT by their usual names."""
        e = "embeddings."
        d = weights[e + "word_embeddings.weight"].shape[1]
        super().__init__(labels, d, arc, rel, link, head_drop)
        table = lambda x: nn.Embedding.from_pretrained(x.clone(), freeze=False)
        self.piece = table(weights[e + "word_embeddings.weight"])
        self.pos = table(weights[e + "position_embeddings.weight"] + weights[e + "token_type_embeddings.weight"][0])
        self.ctx, self.shape = nn.Embedding(32, d), nn.Embedding(N_SHAPES, d)
        for new in (self.ctx, self.shape):
            nn.init.normal_(new.weight, std=0.005)
        self.norm = minilm.norm(weights, e + "LayerNorm")
        self.norm.eps = 1e-5
        relative = weights.get("relative")       # a teacher's (MPNet): the engine has none
        self.relative = None if relative is None else nn.Parameter(relative.clone())
        depth = 1 + max(int(k.split(".")[2]) for k in weights if k.startswith("encoder.layer."))
        self.layers = nn.ModuleList(Layer(weights, "encoder.layer.%d." % i, heads, drop) for i in range(depth))
        self.config.update(kind="accurate", depth=depth, heads=heads, ffn=self.layers[0].up.out_features,
                           cls=101, sep=102, unk=100)
        self.encoder_drop = drop
        self.int8 = ()       # what is rounded, of PARTS

    def encode(self, b):
        """A batch -> token vectors [B][T][d]: piece, place, ctx, shape [B][N], inside [B][N], and for
        every piece of a token `owner`, its row of [B * T], and `at`, its row of [B * N]."""
        x = self.piece(b["piece"]) + self.pos(b["place"])
        feat = (self.ctx(b["piece_ctx"]) + self.shape(b["piece_shape"])) * b["featured"].unsqueeze(-1)
        x = dropout(self.norm(x + feat), self.encoder_drop, self.training)
        return self.tokens(self.run(self.layers, x, b), b)

    def run(self, layers, x, b):
        """x [B][N][d] through some of the layers."""
        bias = torch.zeros(b["inside"].shape).masked_fill(~b["inside"], -1e4)[:, None, None, :]
        if self.relative is not None:
            at = torch.arange(bias.shape[-1])
            bias = bias + self.relative[relative_bucket(at[None, :] - at[:, None])].permute(2, 0, 1)
        bias = bias.to(torch.bfloat16 if torch.is_autocast_enabled("cpu") else torch.float32)
        for layer in layers:
            x = layer(x, b["inside"], bias, self.int8)
        return x

    def tokens(self, x, b):
        """[B][T][d]: of every token the mean of its pieces, normalised and rounded as the engine does it."""
        rows, t = b["mask"].shape
        flat = x.float().reshape(-1, x.shape[-1])[b["at"]]
        v = torch.zeros(rows * t, x.shape[-1]).index_add(0, b["owner"], flat) / b["count"].unsqueeze(-1)
        return norm_quant(v).view(rows, t, -1)
