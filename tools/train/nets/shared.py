"""The heads that both models share, in PyTorch: docs/notes/en-fast.md, "Heads"."""
import torch
import torch.nn.functional as F
from torch import nn

CLIP = 5.0
ROLES = 2
N_FEAT = 48


POOL = 1 << 23
pools = {}      # by probability: zeros and 1 / (1 - p), to be cut from


def dropout(x, p, training):
    """As F.dropout, with a mask cut at random from a pool: drawing new bits costs more than a layer."""
    if not training or p == 0:
        return x
    if p not in pools:
        pools[p] = (torch.rand(POOL) >= p).to(torch.bfloat16) / (1 - p)
    n = x.numel()
    at = int(torch.randint(max(1, POOL - n), ()))
    mask = pools[p][at:at + n] if n < POOL else pools[p].repeat(n // POOL + 1)[:n]
    return x * mask.view(x.shape).to(x.dtype)


def norm_quant(x, clip=CLIP):
    """Normalised, clamped and rounded as the engine does it; gradients pass through the rounding."""
    y = F.layer_norm(x, x.shape[-1:], eps=1e-5).clamp(-clip, clip)
    q = torch.round(y * (127 / clip)) * (clip / 127)
    return y + (q - y).detach()


class LogZ(torch.autograd.Function):
    """log of the sum over all label sequences: emit [P][L][k], trans [k+2][k+2], mask [P][L] -> [P].

    Its gradient is the expected count of every label and transition, from one pass forward and one
    backward in scaled probabilities: a fifth of the time of what autograd makes of the loop.
    """

    @staticmethod
    def forward(ctx, emit, trans, mask):
        n, length, k = emit.shape
        step, first, last = trans[:k, :k].exp(), trans[k, :k].exp(), trans[:k, k + 1].exp()
        top = emit.max(-1, keepdim=True).values
        e = (emit - top).exp()
        a, s = torch.empty_like(e), torch.ones(n, length)
        x = e[:, 0] * first
        for i in range(length):
            if i:
                x = torch.where(mask[:, i:i + 1], (x @ step) * e[:, i], x)
            z = x.sum(-1, keepdim=True).clamp_min(1e-30)
            s[:, i] = torch.where(mask[:, i], z.squeeze(-1), s[:, i])
            x = torch.where(mask[:, i:i + 1], x / z, x)
            a[:, i] = x
        end = x @ last
        ctx.save_for_backward(e, a, s, mask, step, first, last, end)
        return ((s.log() + top.squeeze(-1)) * mask).sum(1) + end.log()

    @staticmethod
    def backward(ctx, g):
        e, a, s, mask, step, first, last, end = ctx.saved_tensors
        n, length, k = e.shape
        b = torch.empty_like(e)                          # of what comes behind, a.b = 1 at every place
        x = (last / end.unsqueeze(-1)).expand(n, k)
        for i in range(length - 1, -1, -1):
            b[:, i] = x
            if i:
                x = torch.where(mask[:, i:i + 1], ((e[:, i] * x) @ step.T) / s[:, i:i + 1], x)
        m = mask.unsqueeze(-1).float() * g[:, None, None]
        ge = a * b * m
        gt = torch.zeros(k + 2, k + 2)
        right = e[:, 1:] * b[:, 1:] / s[:, 1:, None] * m[:, 1:]
        gt[:k, :k] = step * (a[:, :-1].reshape(-1, k).T @ right.reshape(-1, k))
        gt[k, :k] = ge[:, 0].sum(0)
        at = (mask.sum(1) - 1)[:, None, None].expand(n, 1, k)
        gt[:k, k + 1] = (a.gather(1, at).squeeze(1) * last * (g / end).unsqueeze(-1)).sum(0)
        return ge, gt, None


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
        t, k = self.scores(), self.k
        m = mask.float()
        path = (emit.gather(-1, gold.unsqueeze(-1)).squeeze(-1) * m).sum(1)
        path = path + t[k, gold[:, 0]] + (t[gold[:, :-1], gold[:, 1:]] * m[:, 1:]).sum(1)
        last = gold.gather(1, (mask.sum(1) - 1).unsqueeze(1)).squeeze(1)
        path = path + t[last, k + 1]
        return (LogZ.apply(emit, t, mask) - path).sum() / m.sum()

    def taught(self, emit, q, mask):
        """The expected loss where labels are drawn from a teacher's q [P][L][k], up to a constant; mean over
        tokens. Moves the emissions only: transitions are learned from what people marked."""
        m = mask.float()
        path = ((emit * q).sum(-1) * m).sum(1)
        entropy = -(torch.xlogy(q, q).sum(-1) * m).sum(1)
        return (LogZ.apply(emit, self.scores().detach(), mask) - path - entropy).sum() / m.sum()

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


class Heads(nn.Module):
    """What stands on the token vectors: one set of heads for every encoder."""

    def __init__(self, labels, d, arc, rel, link, drop):
        super().__init__()
        self.config = dict(d=d, arc=arc, rel=rel, link=link)
        self.labels = labels
        self.drop = drop
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

    def head_in(self, v):
        return dropout(v, self.drop, self.training)

    def parse_in(self, flat):
        """flat [n][d] -> what arcs and relations are scored from, a row a token."""
        a, r = self.config["arc"], self.config["rel"]
        dep, head, rd, rh = self.mlp(flat).float().split([a, a, r, r], -1)
        dep = dropout(F.relu(dep), self.drop / 2, self.training)
        key = self.key(dropout(F.relu(head), self.drop / 2, self.training)).float()
        return dep, key, rd, rh

    def arcs(self, dep, key):
        """dep, key [S][L][A] -> arc scores [S][L][L + 1], the last column for the root."""
        at = torch.arange(dep.shape[1])
        d = (at[None, :] - at[:, None]).clamp(-32, 32) + 32
        arc = dep @ key.transpose(1, 2) + self.dist[d]
        return torch.cat([arc, (dep @ self.root).unsqueeze(-1)], -1)

    def rels(self, rd, rh):
        return self.rel(dropout(F.relu(rd + rh), self.drop / 2, self.training)).float()

    def link(self, v, pairs):
        """v [n][d] flat; pairs [m][9]: cue first, cue last, frag first, frag last, role, four feature rows."""
        g = self.config["link"]
        sp = self.span(v).float()
        x = sp[pairs[:, 0], :g] + sp[pairs[:, 1], g:2 * g] + sp[pairs[:, 2], 2 * g:3 * g] + sp[pairs[:, 3], 3 * g:]
        x = F.relu(x + self.feat(pairs[:, 5:9]).sum(1))
        x = dropout(x, self.drop / 2, self.training)
        return self.out(x).gather(1, pairs[:, 4:5]).squeeze(1)
