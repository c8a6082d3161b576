"""Lemmas by dictionary: what a word's lemma was in training, for the words that always had the same.

usage: lemma_words MODEL.lgm CORPORA OUT.lgm

Adds the tensors of src/tag/lemma_words.h, from the trees' training parts (EWT, and what is open of GUM): the edit
script of every lower-cased form and part of speech, where one script is right for nine in ten of its words. Words
of closed classes are all there, so that the engine knows what is none ("Trump" is no pronoun).
"""
import collections

import numpy as np

from train.data import documents, features
from train.export import modelfile

SEED = 256      # LGM_LEMMA_WORDS_SEED
SHARE = 0.9
CLOSED = ("ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ")     # as in src/tag/tag.c
TENSORS = (("lemma.key", "u32"), ("lemma.script", "u16"))


def counted(corpora):
    """{(lower-cased form, UPOS): {(form, lemma): count}}"""
    out = collections.defaultdict(collections.Counter)
    keep = lambda name: not any("_" + g + "_" in name for g in documents.GUM_CLOSED)
    for path in ("ewt-train.conllu.gz", "gum-train.conllu.gz"):
        for _, _, words in documents.ud_docs(corpora + "/ud/" + path, keep):
            for w in words:
                form, lemma, upos = w[5][1], w[5][2], w[5][3]
                if lemma != "_":
                    out[features.lower(form), upos][form, lemma] += 1
    return out


def applied(script, form):
    """As src/tag/lemma.c does it."""
    how, drop, add = script.split("|", 2)
    low = features.lower(form)
    base = {"k": form, "l": low, "t": form[:1] + low[1:]}[how]
    return base[:len(base) - int(drop)] + add


def best_script(pairs):
    """The script that makes most of the lemmas, and how many: "I" and "i" may want the same."""
    right = {s: sum(n for (form, lemma), n in pairs.items() if applied(s, form) == lemma)
             for s in {documents.lemma_script(*pair) for pair in pairs}}
    return max(sorted(right.items()), key=lambda item: item[1])


def table_of(counts, scripts, upos):
    """{key: row of the script}; two words of one key, should that ever be, are left out."""
    rows, parts, out, twice = {s: i for i, s in enumerate(scripts)}, {u: i for i, u in enumerate(upos)}, {}, set()
    for (form, part), pairs in sorted(counts.items()):
        script, n = best_script(pairs)
        row = rows.get(script, len(rows)) if n >= SHARE * sum(pairs.values()) else len(rows)
        if part not in parts or row == len(rows) and part not in CLOSED:
            continue
        key = features.hash64(SEED + parts[part], form) & 0xFFFFFFFF
        twice |= {key} & out.keys()
        out[key] = row
    return {k: v for k, v in out.items() if k not in twice}


def main(argv):
    model, corpora, path = argv
    r = modelfile.Reader(model)
    table = sorted(table_of(counted(corpora), r.labels("lemma"), r.labels("upos")).items())
    w = modelfile.Writer(r)
    for (name, kind), values in zip(TENSORS, np.array(table).T):
        w.remove(name)
        w.add(name, values, kind)
    w.write(path)
    print("%d words" % len(table))
