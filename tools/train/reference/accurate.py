"""The encoder of docs/notes/en-accurate.md in numpy, from a model file: slow, and easy to read.

    python -m train.reference accurate make tests/golden/nn    # tiny-pieces.lgm and .jsonl, anew
    python -m train.reference accurate seed tests/fuzz/seeds/model
    python -m train.reference accurate run MODEL LINES.jsonl   # compares saved vectors with its own

All is f32 and added in the order of the page, so that the engine gives the same bytes but for what it
may do in another order. The tiny model has random weights, and a vocabulary of a few hundred pieces.
"""
import json
import os

import numpy as np

from train.data import features, pieces
from train.export import modelfile
from train.reference import fast

F = np.float32
PAR = fast.PAR
WINDOW, OVERLAP = 382, 96


# ---- windows (src/nn/windows.c) --------------------------------------------------------------------


def border(counts, flags, at, before, share):
    """(token, pieces before it): where the stretch that begins at `at` ends."""
    best = (False, 0, at, before)  # a paragraph, minus the distance
    first = True
    for t in range(at, len(counts)):
        if before > share + OVERLAP // 4:
            break
        far = abs(before - share)
        key = (far <= OVERLAP // 4 and bool(flags[t] & PAR), -far)
        if first or key > best[:2]:
            best, first = (*key, t, before), False
        before += counts[t]
    return best[2:]


def windows(counts, flags):
    """[(first token read, end, first token of its own, end)]"""
    n, tokens, out = sum(counts), len(counts), []
    k = 1 if n <= WINDOW else -(-(n - OVERLAP) // (WINDOW - OVERLAP))
    at, before = 0, 0
    for i in range(1, k + 1):
        end, upto = border(counts, flags, at, before, n * i // k) if i < k else (tokens, n)
        room = WINDOW - (upto - before)
        beside = min(OVERLAP // 2, room // 2 if at > 0 and end < tokens else room)
        a, b, left, right = at, end, beside, beside
        while a > 0 and counts[a - 1] <= left:
            a -= 1
            left -= counts[a]
        while b < tokens and counts[b] <= right:
            right -= counts[b]
            b += 1
        out.append((a, b, at, end))
        at, before = end, upto
    return out


# ---- arithmetic ------------------------------------------------------------------------------------


def tree(x):
    """The sum of each row: sixteen lanes from first to last, then halves."""
    lanes = np.zeros((len(x), 16), F)
    for i in range(0, x.shape[1], 16):
        lanes += x[:, i:i + 16]
    while lanes.shape[1] > 1:
        half = lanes.shape[1] // 2
        lanes = lanes[:, :half] + lanes[:, half:]
    return lanes


def standardise(x):
    d = F(x.shape[1])
    off = x - tree(x) / d
    return off * (F(1) / np.sqrt(tree(off * off) / d + F(1e-5)))


def norm_quant(x, clip):
    """u8, zero point 128."""
    return (128 + np.rint(np.clip(standardise(x), -clip, clip) * (F(127) / clip))).astype(np.uint8)


def quantise(x):
    """Integers of -127 to 127, and the size of a step of each row."""
    top = np.abs(x).max(axis=1, keepdims=True)
    zero = top < F(1e-30)
    safe = np.where(zero, F(1), top)
    return (np.where(zero, 0, np.rint(x * (F(127) / safe))).astype(np.int32),
            np.where(zero, F(1), top / F(127)).astype(F))


def exp2b(t, c=(0.0550089516, 0.242211014, 0.693282902, 1)):
    t = np.maximum(t, F(-100))
    r = np.rint(t)
    f = t - r
    p = F(c[0])
    for next_c in c[1:]:
        p = p * f + F(next_c)
    return np.ldexp(p, r.astype(np.int32)).astype(F)


def exp2b_255(t):
    return exp2b(t, (14.0272826, 61.7638086, 176.787140, 255))


def gelu(u):
    t = u * (F(-2.30220817) + F(-0.102943238) * (u * u))
    return u / (F(1) + exp2b(np.minimum(t, F(100))))


class Encoder:
    def __init__(self, model):
        self.m = model
        self.clip = F(model.number('clip'))
        self.heads, self.depth = int(model.number('heads')), int(model.number('depth'))
        self.cls, self.sep, self.unk = (int(model.number(x)) for x in ('cls', 'sep', 'unk'))
        self.vocab = Vocabulary(model)
        self.forms = {}

    def table(self, name, row):
        return self.m[name][row].astype(F) * self.m[name + '.scale'][row]

    def linear(self, name, x):
        w, scale, bias = self.m.packed(name)
        q, step = quantise(x)
        return (q @ w.astype(np.int32).T).astype(F) * (step * scale) + bias

    def norm(self, name, x):
        return standardise(x) * self.m[name + '.g'] + self.m[name + '.b']

    def attention(self, q, k, v):
        width = q.shape[1] // self.heads
        factor, out = F(1.44269504) / np.sqrt(F(width)), []
        for h in range(self.heads):
            part = slice(h * width, (h + 1) * width)
            (qi, qs), (ki, ks), (vi, vs) = quantise(q[:, part]), quantise(k[:, part]), quantise(v[:, part].T)
            s = (qi @ ki.T).astype(F) * ((qs * factor) * ks.T)
            p = np.rint(exp2b_255(s - s.max(axis=1, keepdims=True))).astype(np.int32)
            z = F(1) / p.sum(axis=1, keepdims=True).astype(F)
            out.append((p @ vi.T).astype(F) * (z * vs.T))
        return np.concatenate(out, axis=1)

    def layers(self, x):
        x, d = self.norm('emb.norm', x), x.shape[1]
        for i in range(self.depth):
            t = f't.{i}.'
            qkv = self.linear(t + 'qkv', x)
            a = self.attention(qkv[:, :d], qkv[:, d:2 * d], qkv[:, 2 * d:])
            x = self.norm(t + 'norm1', x + self.linear(t + 'out', a))
            x = self.norm(t + 'norm2', x + self.linear(t + 'down', gelu(self.linear(t + 'up', x))))
        return x

    def pieces(self, form):
        if form not in self.forms:
            self.forms[form] = pieces.pieces(form, self.vocab)
        return self.forms[form]

    def window(self, forms, flags):
        """f32 [tokens][d]: the means of the states of their pieces."""
        rows = [self.table('emb.piece', self.cls)]
        for form, f in zip(forms, flags):
            shape = pieces.shape_row(form, len(self.m['emb.shape']))
            beside = self.table('emb.ctx', fast.context_row(f)), self.table('emb.shape', shape)
            rows += [(self.table('emb.piece', i), *beside) for i in self.pieces(form)]
        rows.append(self.table('emb.piece', self.sep))
        x = []
        for p, row in enumerate(rows):
            place = self.table('emb.pos', p)
            x.append(row[0] + place + row[1] + row[2] if isinstance(row, tuple) else row + place)
        x, at, out = self.layers(np.stack(x)), 1, []
        for form in forms:
            n = len(self.pieces(form))
            total = x[at]
            for i in range(1, n):
                total = total + x[at + i]
            out.append(total * (F(1) / F(n)))
            at += n
        return np.stack(out)

    def run(self, forms, flags):
        """u8 [n][dim] for n tokens."""
        out = []
        for a, b, first, end in windows([len(self.pieces(f)) for f in forms], flags):
            out.append(self.window(forms[a:b], flags[a:b])[first - a:end - a])
        return norm_quant(np.concatenate(out), self.clip)


class Vocabulary:
    """The tensors of the model file behind the face of the dict that pieces.py reads."""

    def __init__(self, model):
        self.rows = dict(zip(map(int, model['vocab.hash']), map(int, model['vocab.row'])))
        self.unk = int(model.number('unk'))

    def get(self, piece):
        seed, text = ((pieces.CONTINUATION_SEED, piece[2:]) if piece.startswith('##') and len(piece) > 2
                      else (pieces.PREFIX_SEED, piece))
        return self.rows.get(features.hash64(seed, text))

    def __getitem__(self, piece):
        return self.unk if piece == pieces.UNKNOWN else self.get(piece)


# ---- the tiny model --------------------------------------------------------------------------------

LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
WORDS = '''the a of to in and was at it is not said told that minister bridge safe will pay euros paper
people town fair police council water harbour ferry closed open monday wrote letter north south day year
http www com news we they he she who ö æ и 北 京 ᄒ ᅡ'''.split()
ENDS = 'er est ing ed ly ness tion al port land land wick ton vik ’ е и ᅡ ᆫ ς'.split()
MARKS = list('.,;:!?()-/&%$“”‘’—…') + ['京都', '+']


def vocabulary(words=WORDS, ends=ENDS):
    names = ['[CLS]', '[SEP]', pieces.UNKNOWN] + words + MARKS + list(LETTERS)
    names += ['##' + e for e in list(LETTERS) + ends]
    return {name: i for i, name in enumerate(dict.fromkeys(names))}


def tiny(path, dim=32, heads=2, ffn=64, depth=2, shapes=61, vocab=None, seed=13):
    rng = np.random.default_rng(seed)
    w = modelfile.Writer()
    vocab = vocab or vocabulary()

    def gauss(*shape, size=1.0):
        return (rng.standard_normal(shape) * size).astype(F)

    def linear(name, n_out, n_in, gain=1.0):
        w.linear(name, gauss(n_out, n_in, size=gain / n_in ** 0.5), gauss(n_out, size=0.3))

    def norm(name):
        w.add(name + '.g', 1 + gauss(dim, size=0.1), 'f32')
        w.add(name + '.b', gauss(dim, size=0.1), 'f32')

    for what, value in dict(dim=dim, heads=heads, ffn=ffn, depth=depth, clip=4, cls=vocab['[CLS]'],
                            sep=vocab['[SEP]'], unk=vocab[pieces.UNKNOWN], arc=fast.ARC,
                            rel=fast.RELS, link=fast.LINK).items():
        w.number(what, value)
    w.text('card.name', 'tiny-pieces')
    w.text('card.version', '1')
    w.text('card.json', json.dumps({'name': 'tiny-pieces', 'what': 'random weights, for tests'}))
    hashes, rows = pieces.table(vocab)
    w.add('vocab.hash', hashes, 'u64')
    w.add('vocab.row', rows, 'u16')
    w.rows('emb.piece', gauss(len(vocab), dim))
    w.rows('emb.pos', gauss(WINDOW + 2, dim, size=0.3))
    w.rows('emb.ctx', gauss(32, dim, size=0.3))
    w.rows('emb.shape', gauss(shapes, dim, size=0.3))
    norm('emb.norm')
    for i in range(depth):
        linear(f't.{i}.qkv', 3 * dim, dim, 1.5)
        linear(f't.{i}.out', dim, dim)
        norm(f't.{i}.norm1')
        linear(f't.{i}.up', ffn, dim)
        linear(f't.{i}.down', dim, ffn)
        norm(f't.{i}.norm2')
    fast.random_heads(w, gauss, linear)
    w.write(path)


TEXTS = [
    'The minister said the bridge was safe .',
    '“ We will not pay 1,250 euros , ” Astrid Lindqvist told the Oslo paper on 3 May 2021 .',
    'Naïve CAFÉ cafe\u0301 Å­rhus ΑΘΗΝΑ Москва 北京 京都 한 İzmir ٣٤ x 🙂 don ’t well-known U.S. NATO’s',
    'http://www.news.com/2021/05/03/the-bridge?id=42&page=7 \u00ad \u200b\u2060 \u0301 $9.50 %',
    'POLICE CLOSED THE NORTH HARBOUR — ALL OF IT !',
    'a' * 101 + ' ' + 'ab' * 50 + ' Hi',
    'Hi',
    ' '.join(f'Ferry {i} of {i * 7} , the council wrote in a letter to Norvik ( {i} ) .' for i in range(24)),
    ' '.join(f'Police in town {i} said {i * 7} people were at the summer fair .' for i in range(46)),
]


def make(folder):
    stem = os.path.join(folder, 'tiny-pieces')
    tiny(stem + '.lgm')
    encoder = Encoder(modelfile.Reader(stem + '.lgm'))
    with open(stem + '.jsonl', 'w', encoding='utf-8') as out:
        for text in TEXTS:
            forms = text.split(' ')
            flags = fast.flags_of(forms)
            n = sum(len(encoder.pieces(f)) for f in forms)
            print(len(forms), 'tokens,', n, 'pieces')
            rows = [row.tobytes().hex() for row in encoder.run(forms, flags)]
            out.write(json.dumps({'forms': forms, 'flags': flags, 'vec': rows}, ensure_ascii=False) + '\n')


def main(argv):
    if argv[0] == 'make':
        make(argv[1])
    elif argv[0] == 'seed':
        tiny(os.path.join(argv[1], 'tiny-pieces'), dim=16, heads=1, ffn=16, depth=1, shapes=3,
             vocab={'[CLS]': 0, '[SEP]': 1, '[UNK]': 2, 'the': 3, 'e': 4, '##lan': 5, '.': 6})
    else:
        fast.compare(Encoder(modelfile.Reader(argv[1])), argv[2])
