"""Windows of documents, padded batches, and the targets of every head."""
import random

import numpy as np
import torch

from train.nets import references

# Longest windows, by turns: short ones too, for single sentences are to be read as surely as whole reports.
TOKENS = (96, 512)        # in tokens
PIECES = (96, 254, 382)   # of a transformer, in pieces, without its two marks; the engine's is the last
PLACES = 384          # it knows so many places; windows begin anywhere, so that all are trained
CLS, SEP = 101, 102
N_SHAPES = 512
SOFT = ("soft.ner", "soft.attrib")        # what a bigger model said: teach/label.py
SILVER_NAMES = ("train.attrib", "dev.attrib", "plain")     # kinds whose names are machine-made
SPACE, PAR, LINE = 1, 2, 4
OPEN, CLOSE, QUOTED = 16, 32, 64
BUCKETS = (0, 1, 2, 4, 8, 16, 32)     # upper ends of the distance buckets; the last is open


def context(flags):
    """Row of emb.ctx from LGM_TOK_* flags."""
    quote = np.where(flags & OPEN, 1, np.where(flags & CLOSE, 2, np.where(flags & QUOTED, 3, 0)))
    return ((flags & SPACE > 0) | (flags & PAR > 0) << 1 | quote << 2 | (flags & LINE > 0) << 4).astype(np.int64)


def windows(doc, size, most):
    """The document in windows, cut where a paragraph (else a sentence) starts: at most `most` in size,
    where a token i counts size[i]."""
    n = len(doc["form"])
    starts = np.flatnonzero(doc["flags"] & PAR)
    sents = np.flatnonzero(doc["sent"]) if "sent" in doc else starts
    total = np.concatenate([[0], np.cumsum(size)])
    out, at = [], 0
    while total[n] - total[at] > most:
        limit = int(np.searchsorted(total, total[at] + most, "right")) - 1
        half = int(np.searchsorted(total, total[at] + most // 2))
        for s in (starts, sents):
            c = s[(s > half) & (s <= limit)]
            if len(c):
                break
        end = max(at + 1, int(c[-1]) if len(c) else limit)
        out.append((at, end))
        at = end
    out.append((at, n))
    return [cut(doc, a, b) for a, b in out if b > a]


def cut(doc, a, b):
    w = {"kind": doc["kind"], "name": doc["name"], "form": doc["form"][a:b], "flags": doc["flags"][a:b],
         "at": a, "doc": doc}
    for k in ("sent", "upos", "xpos", "lemma", "rel", "ner", "attrib") + SOFT:
        if k in doc:
            w[k] = doc[k][a:b]
    if "head" in doc:
        w["head"] = np.where(doc["head"][a:b] < 0, -1, doc["head"][a:b] - a)
        first = np.flatnonzero(w["sent"])
        ends = np.append(first[1:], b - a)
        w["sents"] = [(s, e) for s, e in zip(first, ends)
                      if ((w["head"][s:e] == -1) | (w["head"][s:e] >= s) & (w["head"][s:e] < e)).all()]
    if "refs" in doc:
        w["refs"] = references.cut(doc["refs"], a, b)
    if "links" in doc:
        w["pairs"] = link_pairs(doc["links"], w["flags"], a, b)
    return w


def bucket(n):
    for i, top in enumerate(BUCKETS):
        if n <= top:
            return i
    return len(BUCKETS)


def pair_row(c, f, cues, frags):
    """Columns of Fast.link but for the feature of the sentence (filled in by the batch)."""
    role, fs, fe = f
    side = 1 if fs >= c[1] else 0
    between = fs - c[1] if side else c[0] - fe
    lo, hi = (c[1], fs) if side else (fe, c[0])
    n_cues = sum(lo <= x[0] < hi for x in cues if x != c)
    n_frags = sum(lo <= x[1] < hi for x in frags if x[0] == role and x != f)
    return [c[0], c[1] - 1, fs, fe - 1, role, role * 16 + side * 8 + bucket(max(0, between)),
            32 + role * 3 + min(2, n_cues), 38 + role * 3 + min(2, n_frags), 44 + role * 2]


def link_pairs(links, flags, a, b):
    """[(kind, [pair rows], gold index or -1)]: one choice each. A content fragment chooses its cue, a
    cue its source; candidates stand in the same paragraph."""
    par = np.cumsum(flags & PAR > 0)
    inside = lambda x: a <= x[-2] and x[-1] <= b
    cues = [(i, tuple(v - a for v in c)) for i, c in enumerate(links["cues"]) if inside(c)]
    frags = [(i, (f[0], f[1] - a, f[2] - a)) for i, f in enumerate(links["frags"]) if inside(f)]
    gold = set(map(tuple, links["pairs"]))
    all_c, all_f = [c for _, c in cues], [f for _, f in frags]
    out = []
    for i, f in frags:
        if f[0] == 1:
            near = [(j, c) for j, c in cues if par[c[0]] == par[f[1]]]
            if near:
                hit = [k for k, (j, _) in enumerate(near) if (j, i) in gold]
                out.append(([pair_row(c, f, all_c, all_f) for _, c in near], hit[0] if hit else -1))
    for j, c in cues:
        near = [(i, f) for i, f in frags if f[0] == 0 and par[c[0]] == par[f[1]]]
        if near:
            hit = [k for k, (i, _) in enumerate(near) if (j, i) in gold]
            out.append(([pair_row(c, f, all_c, all_f) for _, f in near], hit[0] if hit else -1))
    return out


def case_of(rng):
    """0 as written, 1 upper, 2 lower: upper-case wires and headlines must be read too."""
    r = rng.random()
    return 1 if r < 0.06 else 2 if r < 0.09 else 0


def pad(rows, fill, dtype):
    n = max(len(r) for r in rows)
    out = np.full((len(rows), n) + rows[0].shape[1:], fill, dtype)
    for i, r in enumerate(rows):
        out[i, :len(r)] = r
    return torch.from_numpy(out)


class Batcher:
    """Batches of about n_tokens of one kind, windows of similar length together, order by seed.

    With data["pieces"] (a list of word pieces a form) they are for the transformer."""

    def __init__(self, data, kind, n_tokens, seed, train=True, leave_out=lambda name: False):
        self.features, self.pieces = data["features"], data.get("pieces")
        docs = [d for d in data["docs"] if d["kind"] == kind and len(d["form"]) and not leave_out(d["name"])]
        if self.pieces:
            sizes = [np.array([len(self.pieces[f]) for f in d["form"][:, 0]]) for d in docs]
        else:
            sizes = [np.ones(len(d["form"]), int) for d in docs]
        lengths = PIECES if self.pieces else TOKENS
        self.sets = [[w for d, size in zip(docs, sizes) for w in windows(d, size, most)]
                     for most in (lengths if train else lengths[-1:])]
        self.turn = 0
        self.n_tokens, self.train = n_tokens, train
        self.rng = random.Random(seed)
        self.queue = []

    def refill(self):
        self.windows = self.sets[self.turn % len(self.sets)]
        self.turn += 1
        order = sorted(range(len(self.windows)),
                       key=lambda i: len(self.windows[i]["form"]) * (self.rng.uniform(0.8, 1.25) if self.train else 1))
        groups, now, longest = [], [], 0
        for i in order:
            longest = max(longest, len(self.windows[i]["form"]))
            if now and longest * (len(now) + 1) > self.n_tokens:
                groups.append(now)
                now, longest = [], len(self.windows[i]["form"])
            now.append(i)
        groups.append(now)
        if self.train:
            self.rng.shuffle(groups)
        self.queue = groups

    def next(self):
        if not self.queue:
            self.refill()
        return self.make([self.windows[i] for i in self.queue.pop()])

    def make(self, ws):
        case = [case_of(self.rng) if self.train else 0 for _ in ws]
        feats = pad([self.features[w["form"][:, c]] for w, c in zip(ws, case)], 0, np.int64)
        b = {"windows": ws, "case": case,
             "silver": ws[0]["kind"] in SILVER_NAMES,
             "ctx": pad([context(w["flags"].astype(np.int64)) for w in ws], 0, np.int64),
             "mask": pad([np.ones(len(w["form"]), bool) for w in ws], False, bool)}
        width = feats.shape[1]
        if self.pieces:
            b.update(self.piece_rows(ws, case, width))
        else:
            b["feats"] = feats
        for k in ("sent", "upos", "xpos", "lemma", "ner", "attrib"):
            if k in ws[0]:
                b[k] = pad([w[k].astype(np.int64) for w in ws], -1, np.int64)
        for k in SOFT:
            if k in ws[0]:
                b[k] = pad([w[k].astype(np.float32) for w in ws], 0, np.float32)
        if "lemma" in b:      # the case of a lemma cannot be seen in a text without case
            b["lemma"][torch.tensor(case) > 0] = -1
        if "sents" in ws[0]:
            rows = [(i * width + s, e - s, w["head"][s:e] - s, w["rel"][s:e]) for i, w in enumerate(ws)
                    for s, e in w["sents"] if e - s <= 160]
            b["sents"] = [sentence_group(g) for g in by_length(rows)]
        if "pairs" in ws[0]:
            flat, group, gold = [], [], []
            for i, w in enumerate(ws):
                for rows, g in w["pairs"]:
                    for r in rows:
                        flat.append([v + i * width for v in r[:4]] + r[4:])
                        group.append(len(gold))
                    gold.append(g)
            if flat:
                b["pair"], b["pair_group"] = torch.tensor(flat), torch.tensor(group)
                b["pair_gold"] = torch.tensor(gold)
        if "refs" in ws[0]:
            b.update(references.rows(ws, width))
        b["par"] = paragraphs(ws, width)
        return b


    def piece_rows(self, ws, case, width):
        """What Accurate.encode reads of a batch."""
        rows = {k: [] for k in ("piece", "place", "piece_ctx", "piece_shape", "featured", "inside", "owner")}
        for i, (w, c) in enumerate(zip(ws, case)):
            forms = w["form"][:, c]
            got = [self.pieces[f] for f in forms]
            if sum(map(len, got)) > PLACES - 2:     # capitals make more pieces
                got = [p[:1] for p in got]
            n = np.array([len(p) for p in got])
            owner = np.repeat(np.arange(len(forms)), n)
            wrap = lambda x: np.concatenate([[0], x, [0]]).astype(np.int64)
            piece = wrap(np.concatenate(got))
            piece[0], piece[-1] = CLS, SEP
            free = PLACES - len(piece)
            place = np.arange(len(piece))
            if self.train and self.rng.random() < 0.5:
                place[1:] += self.rng.randint(0, free)
            ones = np.ones(len(piece), bool)
            feat = ones.copy()
            feat[[0, -1]] = False
            for k, x in (("piece", piece), ("place", place),
                         ("piece_ctx", wrap(context(w["flags"].astype(np.int64))[owner])),
                         ("piece_shape", wrap(self.features[forms, 6][owner] % N_SHAPES)), ("featured", feat),
                         ("inside", ones), ("owner", wrap(owner + i * width))):
                rows[k].append(x)
        b = {k: pad(x, False if k in ("featured", "inside") else 0, bool if k in ("featured", "inside") else np.int64)
             for k, x in rows.items()}
        at = b["featured"].reshape(-1)
        b["owner"], b["at"] = b["owner"].reshape(-1)[at], at.nonzero().squeeze(1)
        b["count"] = torch.bincount(b["owner"], minlength=len(ws) * width).clamp_min(1).float()
        return b


def by_length(rows):
    """Sentences in groups of like length, so that the square of the longest is not paid for all."""
    tops = (8, 14, 20, 28, 40, 60, 160)
    groups = [[r for r in rows if lo < r[1] <= hi] for lo, hi in zip((0,) + tops, tops)]
    return [g for g in groups if g]


def sentence_group(rows):
    n = max(r[1] for r in rows)
    return {"at": torch.tensor([r[0] for r in rows]), "len": torch.tensor([r[1] for r in rows]),
            "head": pad([np.where(r[2] < 0, n, r[2]) for r in rows], -1, np.int64),
            "rel": pad([r[3].astype(np.int64) for r in rows], -1, np.int64)}


def paragraphs(ws, width, limit=256):
    """(flat start [P], length [P]) of pieces between PAR tokens, at most limit tokens each."""
    at, length = [], []
    for i, w in enumerate(ws):
        starts = list(np.flatnonzero(w["flags"] & PAR)) or [0]
        if starts[0]:
            starts.insert(0, 0)
        for s, e in zip(starts, starts[1:] + [len(w["form"])]):
            for x in range(s, e, limit):
                at.append(i * width + x)
                length.append(min(limit, e - x))
    return torch.tensor(at), torch.tensor(length)


def gather(x, at, length):
    """x [n][...] flat, pieces -> [P][max length][...] and the mask of what is inside."""
    span = torch.arange(int(length.max()))
    mask = span[None, :] < length[:, None]
    index = (at[:, None] + span[None, :]).clamp_max(len(x) - 1)
    return x[index], mask
