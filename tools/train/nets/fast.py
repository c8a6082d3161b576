"""The model `en-fast` in PyTorch, as docs/notes/en-fast.md defines it."""
import torch
import torch.nn.functional as F
from torch import nn

from train.nets.shared import Heads, dropout, norm_quant


class Scan(torch.autograd.Function):
    """c[t] = s[t] * c[t-1] + u[t] along the first axis; s, u: [T][...]."""

    @staticmethod
    def forward(ctx, s, u):
        c = torch.empty_like(u)
        last = torch.zeros_like(u[0])
        for t in range(len(u)):
            last = torch.addcmul(u[t], s[t], last)
            c[t] = last
        ctx.save_for_backward(s, c)
        return c

    @staticmethod
    def backward(ctx, g):
        s, c = ctx.saved_tensors
        gu = torch.empty_like(g)
        last = torch.zeros_like(g[0])
        for t in range(len(g) - 1, -1, -1):
            last = g[t] + last
            gu[t] = last
            last = last * s[t]
        gs = torch.zeros_like(g)
        gs[1:] = gu[1:] * c[:-1]
        return gs, gu


class Conv(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.lin = nn.Linear(3 * d, 2 * d)

    def forward(self, q, mask):
        pad = F.pad(q, (0, 0, 1, 1))
        a, b = self.lin(torch.cat([pad[:, :-2], pad[:, 1:-1], pad[:, 2:]], -1)).chunk(2, -1)
        return a * torch.sigmoid(b)


class Recur(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.f, self.b = nn.Linear(d, 3 * d // 2), nn.Linear(d, 3 * d // 2)
        h = d // 2
        for lin in (self.f, self.b):      # remember at first, over spans of various lengths
            with torch.no_grad():
                lin.bias[h:2 * h] = torch.linspace(-1.0, 4.0, h)

    def forward(self, q, mask):
        z, f, o = torch.stack([self.f(q), self.b(q).flip(1)], 0).float().chunk(3, -1)
        m = torch.stack([mask, mask.flip(1)], 0)
        s = torch.sigmoid(f)
        u = (1 - s) * z * m
        c = Scan.apply(s.transpose(0, 2), u.transpose(0, 2)).transpose(0, 2)
        y = torch.sigmoid(o) * c
        return torch.cat([y[0], y[1].flip(1)], -1)


class Encoder(nn.Module):
    def __init__(self, vectors, n_oov, n_sub, d, layers, drop):
        super().__init__()
        self.word = nn.Embedding.from_pretrained(torch.as_tensor(vectors), freeze=True)
        self.oov = nn.Embedding(n_oov, vectors.shape[1])
        self.sub = nn.Embedding(n_sub, 64)
        nn.init.normal_(self.oov.weight, std=0.09)
        nn.init.normal_(self.sub.weight, std=0.1)
        self.mix = nn.Linear(vectors.shape[1] + 64, d)
        self.ctx = nn.Embedding(32, d)
        self.layers = layers
        self.stack = nn.ModuleList([Conv(d) if c == "C" else Recur(d) for c in layers])
        self.drop = drop

    def embed(self, feats):
        """feats [n][7] -> e [n][128 + 64], the input of the mixing layer."""
        n = self.word.num_embeddings
        w = feats[..., 0]
        known = (w < n)
        row = self.word(torch.where(known, w, 0)) * known.unsqueeze(-1)
        row = row + self.oov(torch.where(known, 0, w - n)) * (~known).unsqueeze(-1)
        keep = feats[..., 1:]
        sub = self.sub(keep)
        if self.training:        # a form must be readable without any one of its parts
            sub = sub * (torch.rand(sub.shape[:-1] + (1,)) > 0.1)
            row = row * (torch.rand(row.shape[:-1] + (1,)) > 0.1)
        return torch.cat([row, sub.sum(-2)], -1)

    def forward(self, feats, ctx, mask):
        m = mask.unsqueeze(-1).float()
        x = self.mix(self.embed(feats)) + self.ctx(ctx)
        x = dropout(x, self.drop, self.training)
        for layer in self.stack:
            y = layer(norm_quant(x.float()) * m, m)
            x = x + dropout(y, self.drop / 2, self.training)
        return norm_quant(x.float()) * m


class Fast(Heads):
    def __init__(self, labels, vectors, n_oov, n_sub, d=192, layers="CRCRR", arc=96, rel=64, link=64,
                 drop=0.25, hidden=0):
        super().__init__(labels, d, arc, rel, link, drop)
        self.config.update(kind="fast", layers=layers, n_oov=n_oov, n_sub=n_sub, hidden=hidden)
        self.enc = Encoder(vectors, n_oov, n_sub, d, layers, drop)
        if hidden:       # predicts a big encoder's states; used in training only
            self.aux = nn.Linear(d, hidden)

    def encode(self, b):
        """A batch -> token vectors [B][T][d]."""
        return self.enc(b["feats"], b["ctx"], b["mask"])
