"""The encoder of docs/notes/en-fast.md in numpy, from a model file: slow, and easy to read.

    python -m train.reference fast make tests/golden/nn     # tiny.lgm and tiny.jsonl, anew
    python -m train.reference fast seed tests/fuzz/seeds/model
    python -m train.reference fast run MODEL LINES.jsonl    # compares saved vectors with its own

The tiny model has random weights. It knows nothing; it has every tensor that the engine asks for,
so that the rooms can be tested before, and without, a trained model.
"""
import json
import os

import numpy as np

from train.data import features
from train.export import modelfile

F = np.float32
SPACE, PAR, LINE, JOINED, OPEN, CLOSE, QUOTED = 1, 2, 4, 8, 16, 32, 64
WINDOW = 8192


def sigmoid(x):
    return F(1) / (F(1) + np.exp(-np.clip(x, F(-30), F(30))))


def norm_quant(x, clip):
    off = x - x.mean(axis=1, keepdims=True, dtype=F)
    inv = F(1) / np.sqrt((off * off).mean(axis=1, keepdims=True, dtype=F) + F(1e-5))
    y = np.clip(off * inv, -clip, clip)
    return (128 + np.rint(y * (F(127) / clip))).astype(np.uint8)


def context_row(flags):
    quote = 1 if flags & OPEN else 2 if flags & CLOSE else 3 if flags & QUOTED else 0
    return bool(flags & SPACE) + 2 * bool(flags & PAR) + 4 * quote + 16 * bool(flags & LINE)


def windows(flags):
    """[(first, end)]: cut at the last paragraph start of the second half of 8192 tokens."""
    first, out = 0, []
    while len(flags) - first > WINDOW:
        end = next((t for t in range(first + WINDOW, first + WINDOW // 2 - 1, -1) if flags[t] & PAR),
                   first + WINDOW)
        out.append((first, end))
        first = end
    return out + [(first, len(flags))]


class Encoder:
    def __init__(self, model):
        self.m = model
        self.clip = F(model.number('clip'))
        self.vocab = dict(zip(map(int, model['vocab.hash']), map(int, model['vocab.row'])))

    def table(self, name, row):
        return self.m[name][row].astype(F) * self.m[name + '.scale'][row]

    def form(self, form):
        word, *subs = features.rows(form, self.vocab, int(self.m.number('vocab_rows')),
                                    int(self.m.number('oov_rows')), len(self.m['emb.sub']))
        total = F(0)
        for row in subs:
            total = total + self.table('emb.sub', row)
        e = np.concatenate([self.table('emb.word', word), total])
        x = self.m['emb.mix.bias'].copy()
        for k, v in enumerate(e):
            x += v * self.m['emb.mix'][k]
        return x

    def linear(self, name, q):
        w, scale, bias = self.m.packed(name)
        acc = (q.astype(np.int32) - 128) @ w.astype(np.int32).T
        return acc.astype(F) * (self.clip / F(127) * scale) + bias

    def convolve(self, i, q, x):
        pad = np.full((1, q.shape[1]), 128, np.uint8)
        wide = np.concatenate([np.concatenate([pad, q[:-1]]), q, np.concatenate([q[1:], pad])], axis=1)
        g = self.linear(f'enc.{i}', wide)
        d = x.shape[1]
        x += g[:, :d] * sigmoid(g[:, d:])

    def recur(self, i, q, x):
        h = x.shape[1] // 2
        for name, lanes, order in ((f'enc.{i}.f', slice(0, h), range(len(q))),
                                   (f'enc.{i}.b', slice(h, 2 * h), reversed(range(len(q))))):
            g = self.linear(name, q)
            c = np.zeros(h, F)
            for t in order:
                z, f, o = g[t, :h], sigmoid(g[t, h:2 * h]), sigmoid(g[t, 2 * h:])
                c = f * c + (F(1) - f) * z
                x[t, lanes] += o * c

    def window(self, forms, flags):
        x = np.stack([self.form(f) for f in forms])
        x += self.m['emb.ctx'][[context_row(f) for f in flags]]
        for i, kind in enumerate(self.m['config.layers'].tobytes()):
            q = norm_quant(x, self.clip)
            (self.convolve if kind == ord('C') else self.recur)(i, q, x)
        return norm_quant(x, self.clip)

    def run(self, forms, flags):
        """u8 [n][dim] for n tokens."""
        return np.concatenate([self.window(forms[a:b], flags[a:b]) for a, b in windows(flags)])


# ---- the tiny model ------------------------------------------------------------------------------

TYPES = ['PER', 'ORG', 'GPE', 'LOC', 'FAC', 'EVT', 'OTH', 'NORP']
ROLES = ['SRC', 'CUE', 'CNT']
UPOS = ['ADJ', 'ADP', 'ADV', 'AUX', 'DET', 'NOUN', 'PRON', 'PROPN', 'PUNCT', 'VERB']
XPOS = ['JJ', 'IN', 'RB', 'MD', 'DT', 'NN', 'NNS', 'PRP', 'NNP', '.', ',', 'VBD', 'VBZ']
LEMMA = ['k|0|', 'l|0|', 'l|1|', 'l|2|', 'l|3|y', 'l|1|e', 't|0|']
REL = ['root', 'nsubj', 'obj', 'obl', 'case', 'det', 'amod', 'punct', 'ccomp', 'conj', 'cc']
VOCAB = ['the', ',', '.', 'said', 'minister', 'The', 'of', 'to', 'in', '“', '”', '00', 'police', 'Norway']
OOV, SUBS, DIM, ARC, RELS, LINK, FEATS = 16, 97, 32, 16, 16, 16, 48


def bioes(types):
    return ['O'] + [f'{p}-{t}' for t in types for p in 'BIES']


def random_heads(w, gauss, linear):
    labels = dict(upos=UPOS, xpos=XPOS, lemma=LEMMA, rel=REL, ner=bioes(TYPES), attrib=bioes(ROLES))
    for what, list_ in labels.items():
        w.labels(what, list_)
    linear('tag', 1 + len(UPOS) + len(XPOS) + len(LEMMA), DIM)
    linear('parse.mlp', 2 * ARC + 2 * RELS, DIM)
    linear('parse.key', ARC, ARC)
    linear('parse.rel', len(REL), RELS)
    w.add('parse.dist', gauss(65), 'f32')
    w.add('parse.root', gauss(ARC), 'f32')
    linear('ner', len(labels['ner']), DIM, 2)
    w.add('ner.trans', gauss(len(labels['ner']) + 2, len(labels['ner']) + 2, size=0.5), 'f32')
    linear('attrib.tag', len(labels['attrib']), DIM, 2)
    w.add('attrib.trans', gauss(len(labels['attrib']) + 2, len(labels['attrib']) + 2, size=0.5), 'f32')
    linear('attrib.span', 4 * LINK, DIM)
    w.add('attrib.feat', gauss(FEATS, LINK, size=0.5), 'f32')
    w.add('attrib.out', gauss(2, LINK), 'f32')
    w.add('attrib.out.bias', gauss(2), 'f32')


def tiny(path, word_dim=128, sub_dim=64, layers='CRC', seed=7):
    rng = np.random.default_rng(seed)
    w = modelfile.Writer()

    def gauss(*shape, size=1.0):
        return (rng.standard_normal(shape) * size).astype(F)

    def linear(name, n_out, n_in, gain=1.0):
        w.linear(name, gauss(n_out, n_in, size=gain / n_in ** 0.5), gauss(n_out, size=0.3))

    for what, value in dict(dim=DIM, clip=4, vocab_rows=len(VOCAB), oov_rows=OOV, arc=ARC, rel=RELS,
                            link=LINK).items():
        w.number(what, value)
    w.text('card.name', 'tiny')
    w.text('card.version', '1')
    w.text('card.json', json.dumps({'name': 'tiny', 'what': 'random weights, for tests'}))
    w.text('config.layers', layers)

    keys = sorted((features.hash64(1, form) & 0xFFFFFFFF, row) for row, form in enumerate(VOCAB))
    w.add('vocab.hash', [k for k, _ in keys], 'u32')
    w.add('vocab.row', [row for _, row in keys], 'u16')
    w.rows('emb.word', gauss(len(VOCAB) + OOV, word_dim))
    w.rows('emb.sub', gauss(SUBS, sub_dim, size=0.4))
    width = word_dim + sub_dim
    w.add('emb.mix', gauss(width, DIM, size=width ** -0.5), 'f32')
    w.add('emb.mix.bias', gauss(DIM, size=0.1), 'f32')
    w.add('emb.ctx', gauss(32, DIM, size=0.3), 'f32')
    for i, kind in enumerate(layers):
        if kind == 'C':
            linear(f'enc.{i}', 2 * DIM, 3 * DIM, 1.5)
        else:
            linear(f'enc.{i}.f', 3 * DIM // 2, DIM, 1.5)
            linear(f'enc.{i}.b', 3 * DIM // 2, DIM, 1.5)

    random_heads(w, gauss, linear)
    w.write(path)


TEXTS = [
    'The minister said the bridge was safe .',
    '“ We will not pay 1,250 euros , ” Astrid Lindqvist told the Oslo paper on 3 May 2021 .',
    'Naïve ÉLAN ΑΘΗΝΑ Москва 北京 ٣٤ x 🙂 don ’t well-known-places U.S. NATO’s',
    'Hi',
    ' '.join(f'Police in town {i} said {i * 7} people were at the fair .' for i in range(20)),
]


def flags_of(forms):
    flags, inside = [], False
    for i, form in enumerate(forms):
        f = SPACE | (PAR | LINE if i == 0 or i % 61 == 60 else 0) | (LINE if i % 13 == 12 else 0)
        inside = inside and form != '”'
        f |= OPEN if form == '“' else CLOSE if form == '”' else QUOTED if inside else 0
        inside = inside or form == '“'
        flags.append(f if form != '’t' else f & ~SPACE | JOINED)
    return flags


def make(folder):
    tiny(os.path.join(folder, 'tiny.lgm'))
    encoder = Encoder(modelfile.Reader(os.path.join(folder, 'tiny.lgm')))
    with open(os.path.join(folder, 'tiny.jsonl'), 'w', encoding='utf-8') as out:
        for text in TEXTS:
            forms = text.split(' ')
            flags = flags_of(forms)
            rows = [row.tobytes().hex() for row in encoder.run(forms, flags)]
            out.write(json.dumps({'forms': forms, 'flags': flags, 'vec': rows}, ensure_ascii=False) + '\n')


def compare(encoder, lines):
    n, off, worst = 0, 0, 0
    for line in open(lines, encoding='utf-8'):
        case = json.loads(line)
        want = np.array([list(bytes.fromhex(row)) for row in case['vec']], int)
        diff = np.abs(encoder.run(case['forms'], case['flags']).astype(int) - want)
        n, off, worst = n + diff.size, off + (diff > 0).sum(), max(worst, diff.max())
    print(f'{off} of {n} bytes differ, by {worst} at most')


def main(argv):
    if argv[0] == 'make':
        make(argv[1])
    elif argv[0] == 'seed':
        tiny(os.path.join(argv[1], 'tiny'), word_dim=8, sub_dim=8, layers='RC')
    else:
        compare(Encoder(modelfile.Reader(argv[1])), argv[2])
