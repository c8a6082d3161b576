"""The model `en-fast` in PyTorch, as docs/notes/en-fast.md defines it."""
import torch
import torch.nn.functional as F
from torch import nn

CLIP = 5.0
ROLES = 2
N_FEAT = 48


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


def norm_quant(x, mask, clip=CLIP):
    """Normalised, clamped and rounded as the engine does it; gradients pass through the rounding."""
    y = F.layer_norm(x, x.shape[-1:], eps=1e-5).clamp(-clip, clip)
    q = torch.round(y * (127 / clip)) * (clip / 127)
    return (y + (q - y).detach()) * mask


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
        x = F.dropout(x, self.drop, self.training)
        for layer in self.stack:
            y = layer(norm_quant(x.float(), m), m)
            x = x + F.dropout(y, self.drop / 2, self.training)
        return norm_quant(x.float(), m)


class Crf(nn.Module):
    """Linear chain over k labels; start = row k, end = column k + 1 of trans."""

    def __init__(self, labels):
        super().__init__()
        k = len(labels)
        self.k = k
        self.trans = nn.Parameter(torch.zeros(k + 2, k + 2))
        bad = torch.zeros(k + 2, k + 2)
        begins = lambda b: b == "O" or b[0] in "BS"
        ends = lambda a: a == "O" or a[0] in "ES"
        for i, a in enumerate(labels):
            bad[k, i] = not begins(a)
            bad[i, k + 1] = not ends(a)
            for j, b in enumerate(labels):
                ok = begins(b) if ends(a) else b[0] in "IE" and b[1:] == a[1:]
                bad[i, j] = not ok
        self.register_buffer("bad", bad.bool())

    def scores(self):
        return self.trans.masked_fill(self.bad, -1e4)

    def nll(self, emit, gold, mask):
        """emit [P][L][k], gold [P][L], mask [P][L] (no gaps) -> mean over tokens."""
        k, t = self.k, self.scores()
        step = t[:k, :k].exp()
        top = emit.max(-1, keepdim=True).values
        e = (emit - top).exp()
        a = e[:, 0] * t[k, :k].exp()
        logz = top[:, 0, 0]
        s = a.sum(-1, keepdim=True)
        logz = logz + s.squeeze(-1).log()
        a = a / s
        for i in range(1, emit.shape[1]):
            b = (a @ step) * e[:, i]
            s = b.sum(-1, keepdim=True).clamp_min(1e-30)
            m = mask[:, i]
            a = torch.where(m.unsqueeze(-1), b / s, a)
            logz = logz + torch.where(m, s.squeeze(-1).log() + top[:, i, 0], torch.zeros_like(logz))
        logz = logz + (a @ t[:k, k + 1].exp()).log()
        m = mask.float()
        path = (emit.gather(-1, gold.unsqueeze(-1)).squeeze(-1) * m).sum(1)
        path = path + t[k, gold[:, 0]] + (t[gold[:, :-1], gold[:, 1:]] * m[:, 1:]).sum(1)
        last = gold.gather(1, (mask.sum(1) - 1).unsqueeze(1)).squeeze(1)
        path = path + t[last, k + 1]
        return (logz - path).sum() / m.sum()

    @torch.no_grad()
    def viterbi(self, emit):
        """emit [L][k] -> labels, in numpy."""
        t, e, k = self.scores().numpy(), emit.numpy(), self.k
        v, back = e[0] + t[k, :k], []
        for i in range(1, len(e)):
            c = v[:, None] + t[:k, :k]
            back.append(c.argmax(0))
            v = c.max(0) + e[i]
        j = int((v + t[:k, k + 1]).argmax())
        path = [j]
        for b in reversed(back):
            j = int(b[j])
            path.append(j)
        return path[::-1]


class Fast(nn.Module):
    def __init__(self, labels, vectors, n_oov, n_sub, d=192, layers="CRCRR", arc=96, rel=64, link=64,
                 drop=0.25, hidden=0):
        super().__init__()
        self.config = dict(d=d, layers=layers, arc=arc, rel=rel, link=link, n_oov=n_oov, n_sub=n_sub,
                           hidden=hidden)
        self.labels = labels
        self.enc = Encoder(vectors, n_oov, n_sub, d, layers, drop)
        self.sizes = [1] + [len(labels[k]) for k in ("upos", "xpos", "lemma")]
        self.tag = nn.Linear(d, sum(self.sizes))
        self.mlp = nn.Linear(d, 2 * arc + 2 * rel)
        self.key = nn.Linear(arc, arc)
        self.root = nn.Parameter(torch.zeros(arc))
        self.dist = nn.Parameter(torch.zeros(65))
        self.rel = nn.Linear(rel, len(labels["rel"]))
        self.ner = nn.Linear(d, len(labels["ner"]))
        self.ner_crf = Crf(labels["ner"])
        self.att = nn.Linear(d, len(labels["attrib"]))
        self.att_crf = Crf(labels["attrib"])
        self.span = nn.Linear(d, 4 * link)
        self.feat = nn.Embedding(N_FEAT, link)
        nn.init.normal_(self.feat.weight, std=0.1)
        self.out = nn.Linear(link, ROLES)
        self.drop = drop
        if hidden:       # predicts a big encoder's states; used in training only
            self.aux = nn.Linear(d, hidden)

    def head_in(self, v):
        return F.dropout(v, self.drop, self.training)

    def parse_in(self, flat):
        """flat [n][d] -> what arcs and relations are scored from, a row a token."""
        a, r = self.config["arc"], self.config["rel"]
        dep, head, rd, rh = self.mlp(flat).float().split([a, a, r, r], -1)
        dep = F.dropout(F.relu(dep), self.drop / 2, self.training)
        key = self.key(F.dropout(F.relu(head), self.drop / 2, self.training)).float()
        return dep, key, rd, rh

    def arcs(self, dep, key):
        """dep, key [S][L][A] -> arc scores [S][L][L + 1], the last column for the root."""
        at = torch.arange(dep.shape[1])
        d = (at[None, :] - at[:, None]).clamp(-32, 32) + 32
        arc = dep @ key.transpose(1, 2) + self.dist[d]
        return torch.cat([arc, (dep @ self.root).unsqueeze(-1)], -1)

    def rels(self, rd, rh):
        return self.rel(F.dropout(F.relu(rd + rh), self.drop / 2, self.training)).float()

    def link(self, v, pairs):
        """v [n][d] flat; pairs [m][9]: cue first, cue last, frag first, frag last, role, four feature rows."""
        g = self.config["link"]
        sp = self.span(v).float()
        x = sp[pairs[:, 0], :g] + sp[pairs[:, 1], g:2 * g] + sp[pairs[:, 2], 2 * g:3 * g] + sp[pairs[:, 3], 3 * g:]
        x = F.relu(x + self.feat(pairs[:, 5:9]).sum(1))
        x = F.dropout(x, self.drop / 2, self.training)
        return self.out(x).gather(1, pairs[:, 4:5]).squeeze(1)
