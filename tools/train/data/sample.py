"""A few documents of every corpus, to try all steps on: recipes/*.sh --smoke.

usage: sample CORPORA OUT_DIR [--documents 4]

Of the corpora that keep some documents from training (heldout.py), two of those are taken too: confidence
is learned on them. Of GUM only what may be used is taken.
"""
import argparse
import gzip
import json
import os

from train.data.documents import GUM_CLOSED, open_text, read_jsonl
from train.data.heldout import held_out

CONLLU = ("ud/ewt-train.conllu.gz", "ud/gum-train.conllu.gz", "ud/ewt-dev.conllu.gz", "ud/gum-dev.conllu.gz")
JSONL = ("ner/worldwide-train.jsonl.gz", "ner/gum-train.jsonl.gz", "ner/worldwide-dev.jsonl.gz", "ner/gum-dev.jsonl",
         "polnear/train.jsonl", "polnear/dev.jsonl", "newswire/silver.jsonl.gz", "muc4/train.jsonl",
         "timeml/train.jsonl", "stories/ecb-train.jsonl.gz")


def is_open(name):
    return not any("_" + genre + "_" in name for genre in GUM_CLOSED)


def conllu(path):
    """[(document id, its lines)]"""
    docs = []
    with open_text(path) as f:
        for line in f:
            if line.startswith("# newdoc"):
                docs.append((line.split("=")[-1].strip(), []))
            docs[-1][1].append(line)
    return docs


def chosen(docs, n, name):
    """The first n that are open, and two that are kept from training."""
    docs = [d for d in docs if is_open(name(d))]
    kept = [d for d in docs if held_out(name(d))][:2]
    return [d for d in docs if not held_out(name(d))][:n] + kept


def write(path, lines):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with (gzip.open if path.endswith(".gz") else open)(path, "wt", encoding="utf-8") as f:
        f.writelines(lines)


def main(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpora")
    ap.add_argument("out")
    ap.add_argument("--documents", type=int, default=4)
    o = ap.parse_args(argv)
    for path in CONLLU:
        docs = chosen(conllu(os.path.join(o.corpora, path)), o.documents, lambda d: d[0])
        write(os.path.join(o.out, path), [line for _, lines in docs for line in lines])
    for path in JSONL:
        docs = chosen(read_jsonl(os.path.join(o.corpora, path)), o.documents, lambda d: d["id"])
        write(os.path.join(o.out, path), [json.dumps(d) + "\n" for d in docs])
