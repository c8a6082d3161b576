"""The heads tag, parse and ner of docs/notes/en-fast.md in numpy, over saved token vectors.

    python -m train.reference heads STEM     # STEM.lgm, STEM.jsonl -> STEM.heads.jsonl

`sents` are the starts of sentences by the tag head; trees and names are those of whole paragraphs,
as random weights begin a sentence at every other word. Slow and easy to read;
tests/unit/test_heads.c compares the engine with it. A choice between two labels or trees that lie
closer than CLOSE would depend on the order of additions: it is refused.
"""
import json

import numpy as np

from train.data import features
from train.export import modelfile

F = np.float32
PAR, JOINED = 2, 8
CLOSE = 1e-4
AROUND = 2  # src/entity/entity.c
NEVER = -1e30


def linear(m, name, rows, scale):
    """rows: integers with the zero point taken off; scale: one number, or one a row."""
    w, w_scale, bias = m.packed(name)
    scale = np.asarray(scale, F).reshape(-1, 1) * w_scale
    return (rows @ w.astype(np.int32).T).astype(F) * scale + bias


def relu_linear(m, name, x):
    x = np.maximum(x, F(0))
    top = x.max(axis=1)
    scale = np.where(top > 0, top / F(127), F(1)).astype(F)
    return linear(m, name, np.rint(x / scale[:, None]).astype(np.int32), scale)


def best(scores):
    order = np.argsort(-scores, kind='stable')
    assert len(order) < 2 or scores[order[0]] - scores[order[1]] > CLOSE, 'too close to call'
    return int(order[0])


def lemma(form, scores, scripts):
    for i in np.argsort(-scores, kind='stable'):
        how, drop, add = scripts[i].split('|', 2)
        lower = features.lower
        base = {'k': form, 'l': lower(form), 't': form[0] + lower(form[1:])}[how]
        if int(drop) <= len(base) and base[:len(base) - int(drop)] + add:
            return base[:len(base) - int(drop)] + add
    return form


# ---- trees: Chu-Liu/Edmonds by recursion, once for each root child -------------------------------


def arborescence(w):
    """w[i][j] = i under j; node 0 is the root. Heads of the best tree."""
    n = len(w)
    head = [-1] + [max((j for j in range(n) if j != i), key=lambda j: w[i][j]) for i in range(1, n)]
    cycle = None
    for i in range(1, n):
        seen, at = [], i
        while at > 0 and at not in seen:
            seen.append(at)
            at = head[at]
        if at > 0:
            cycle = seen[seen.index(at):]
            break
    if cycle is None:
        return head
    outside = [i for i in range(n) if i not in cycle]
    c = len(outside)
    small = np.full((c + 1, c + 1), NEVER)
    into, out = {}, {}
    for a, i in enumerate(outside):
        for b, j in enumerate(outside):
            small[a][b] = w[i][j]
        into[a] = max(cycle, key=lambda v: w[v][i] - w[v][head[v]])
        out[a] = max(cycle, key=lambda v: w[i][v])
        small[c][a] = w[into[a]][i] - w[into[a]][head[into[a]]]
        small[a][c] = w[i][out[a]]
    inner = arborescence(small)
    for a, i in enumerate(outside):
        if i > 0:
            head[i] = out[a] if inner[a] == c else outside[inner[a]]
    head[into[inner[c]]] = outside[inner[c]]
    return head


def tree(arc, root):
    """Heads, -1 for the root child, of the best tree with one root child."""
    n, found = len(root), []
    for r in range(n):
        w = np.full((n + 1, n + 1), NEVER)
        w[1:, 1:] = arc
        w[r + 1][0] = root[r]
        head = [h - 1 for h in arborescence(w)][1:]
        total = sum(root[i] if h < 0 else arc[i][h] for i, h in enumerate(head))
        if head.count(-1) == 1 and head[r] == -1:
            found.append((total, head))
    found.sort(key=lambda t: -t[0])
    assert len(found) < 2 or found[0][0] - found[1][0] > CLOSE, 'too close to call'
    return found[0][1]


def parse(m, mlp, sent, out):
    a, r = int(m.number('arc')), int(m.number('rel'))
    rows = mlp[sent[0]:sent[1]]
    n = len(rows)
    dep = np.maximum(rows[:, :a], F(0))
    rel_dep, rel_head = rows[:, 2 * a:2 * a + r], rows[:, 2 * a + r:]
    key = relu_linear(m, 'parse.key', rows[:, a:2 * a])
    far = np.clip(np.arange(n)[None, :] - np.arange(n)[:, None], -32, 32) + 32
    heads = tree(dep @ key.T + m['parse.dist'][far], dep @ m['parse.root'])
    labels = m.labels('rel')
    scores = relu_linear(m, 'parse.rel', rel_dep + rel_head[heads])
    scores[:, labels.index('root')] = NEVER
    for i, h in enumerate(heads):
        out['head'].append(-1 if h < 0 else sent[0] + h)
        out['rel'].append('root' if h < 0 else labels[best(scores[i])])


# ---- names ---------------------------------------------------------------------------------------


def may_follow(a, b):
    opened, inside = a is not None and a[0] in 'BI', b is not None and b[0] in 'IE'
    return opened == inside and (not opened or a[1:] == b[1:])


def constrained(trans, labels):
    k = len(labels)
    t = trans.astype(float).copy()
    for i in range(k + 1):
        for j in list(range(k)) + [k + 1]:
            if not may_follow(labels[i] if i < k else None, labels[j] if j < k else None):
                t[i][j] = NEVER
    return t


def viterbi(emit, t):
    k = emit.shape[1]
    delta, back = t[k, :k] + emit[0], []
    for row in emit[1:]:
        step = delta[:, None] + t[:k, :k]
        back.append(step.argmax(axis=0))
        delta = step.max(axis=0) + row
    path = [best(delta + t[:k, k + 1])]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return path[::-1]


def marginals(emit, t, path, a, b):
    """Of path[a:b], given the labels of path on either side."""
    k, n = emit.shape[1], len(path)
    alpha = [t[path[a - 1] if a > 0 else k, :k] + emit[a]]
    for i in range(a + 1, b):
        alpha.append(np.logaddexp.reduce(alpha[-1][:, None] + t[:k, :k], axis=0) + emit[i])
    beta = [t[:k, path[b] if b < n else k + 1]]
    for i in range(b - 1, a, -1):
        beta.append(np.logaddexp.reduce(t[:k, :k] + (beta[-1] + emit[i])[None, :], axis=1))
    both = [x + y for x, y in zip(alpha, reversed(beta))]
    return [float(np.exp(x[path[a + i]] - np.logaddexp.reduce(x))) for i, x in enumerate(both)]


def names(m, scores, sent, out):
    labels = m.labels('ner')
    emit = scores[sent[0]:sent[1]]
    t = constrained(m['ner.trans'], labels)
    path, start = viterbi(emit, t), 0
    for i, label in enumerate(path):
        part, kind = labels[label][0], labels[label][2:]
        if part in 'BS':
            start = i
        if part in 'ES' and kind != 'NORP':
            a, b = max(0, start - AROUND), min(len(path), i + 1 + AROUND)
            sure = min(marginals(emit, t, path, a, b)[start - a:i + 1 - a])
            out['names'].append([sent[0] + start, sent[0] + i + 1, kind, round(sure, 6)])


def heads(m, case):
    rows = np.array([list(bytes.fromhex(row)) for row in case['vec']], np.int32) - 128
    scale = F(m.number('clip')) / F(127)
    tag = linear(m, 'tag', rows, scale)
    upos, xpos, scripts = m.labels('upos'), m.labels('xpos'), m.labels('lemma')
    u, x = 1 + len(upos), 1 + len(upos) + len(xpos)
    out = {'sents': [], 'upos': [], 'xpos': [], 'lemma': [], 'head': [], 'rel': [], 'names': []}
    for i, (form, flags) in enumerate(zip(case['forms'], case['flags'])):
        if i == 0 or flags & PAR or (tag[i][0] > 0 and not flags & JOINED):
            out['sents'].append(i)
        out['upos'].append(upos[best(tag[i][1:u])])
        out['xpos'].append(xpos[best(tag[i][u:x])])
        out['lemma'].append(lemma(form, tag[i][x:], scripts))
    mlp, ner = linear(m, 'parse.mlp', rows, scale), linear(m, 'ner', rows, scale)
    starts = [i for i, flags in enumerate(case['flags']) if flags & PAR]
    for sent in zip(starts, starts[1:] + [len(rows)]):
        parse(m, mlp, sent, out)
        names(m, ner, sent, out)
    return out


def main(argv):
    stem, = argv
    m = modelfile.Reader(stem + '.lgm')
    with open(stem + '.jsonl', encoding='utf-8') as lines, \
            open(stem + '.heads.jsonl', 'w', encoding='utf-8') as out:
        for line in lines:
            out.write(json.dumps(heads(m, json.loads(line)), ensure_ascii=False) + '\n')
