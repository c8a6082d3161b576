#!/usr/bin/env python3
"""Run the engine over every development set and print one table beside published figures.

usage: run.py --corpora DIR [--score DIR] [--binary build/legomena] [--model NAME ...] [--only WORD] [--out DIR]

CORPORA holds the development data, SCORE its scorers (default: CORPORA/../score); neither is part of
this project. Everything scored here was written by the shipped command from the shipped model file.
The records and the scorers' full output stay in OUT (default build/quality).
"""
import argparse
import gzip
import json
import os
import subprocess
import sys
import time

PUBLISHED = {
    "PolNeAR source, exact F1 (CofeNet's instances)": ("71.2 BiLSTM+Cofe; 83.2 BERT+Cofe", 74),
    "PolNeAR cue, exact F1 (CofeNet's instances)": ("67.0 BiLSTM+Cofe; 75.3 BERT+Cofe", 68),
    "PolNeAR content, exact F1 (CofeNet's instances)": ("62.2 BiLSTM+Cofe; 72.9 BERT+Cofe", 65),
    "PolNeAR whole attribution, relaxed F1": ("77.4 a second human", 68),
    "EWT sentences F1": ("89.2 Stanza 1.5", 85),
    "EWT words F1": ("98.9 Stanza 1.5", None),
    "EWT UPOS F1": ("96.2 Stanza 1.5", 95),
    "EWT lemmas F1": ("96.6 Stanza 1.5", None),
    "EWT LAS F1": ("77.0 UDPipe 1.2; 86.8 Stanza 1.5", 82),
    "GUM UPOS F1": ("97.6 Stanza 1.5", None),
    "GUM LAS F1": ("88.2 Stanza 1.5", 84),
    "times, TimeML, relaxed F1": ("90.3 HeidelTime; 91.4 UWTime", 93),
    "times, TimeML, value F1": ("77.6 HeidelTime; 82.4 UWTime", 84),
    "times, TimeML, strict F1": ("81.3 HeidelTime; 83.1 UWTime", None),
    "names, Worldwide, exact F1": ("none on this split", 82),
    "names, wikigold, exact F1": ("", None),
    "names, UNER EWT, exact F1": ("86.0 XLM-R large", None),
}


def lines(path):
    op = gzip.open if path.endswith(".gz") else open
    with op(path, "rt", encoding="utf-8") as f:
        return [json.loads(x) for x in f if x.strip()]


def raw_documents(path):
    """The raw text of a CoNLL-U file: sentences by a space, paragraphs by a blank line."""
    docs, par = [], True
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            if line.startswith("# newdoc"):
                docs.append([])
                par = True
            elif line.startswith("# newpar"):
                par = True
            elif line.startswith("# text ="):
                docs[-1].append(("\n\n" if par and docs[-1] else " " if docs[-1] else "") + line[8:].strip())
                par = False
    return ["".join(d) for d in docs]


class Bench:
    def __init__(self, o):
        self.o, self.rows = o, []
        os.makedirs(o.out, exist_ok=True)

    def read(self, path, form, name, model):
        out = os.path.join(self.o.out, "%s.%s.%s" % (name, os.path.basename(model).removesuffix(".lgm"), form))
        cmd = [self.o.binary, "read", "--format", form, "--model", model, "--max-size", "64M", path]
        t = time.time()
        with open(out, "wb") as f:
            subprocess.run(cmd, stdout=f, check=True)
        print("%s: read in %.1f s" % (name, time.time() - t), file=sys.stderr)
        return out

    def score(self, scorer, *args):
        cmd = [sys.executable, os.path.join(self.o.score, scorer)] + list(args)
        return json.loads(subprocess.run(cmd, stdout=subprocess.PIPE, check=True).stdout)

    def row(self, what, value):
        self.rows.append((what, value))

    def attribution(self, model):
        gold = self.o.corpora + "/polnear/dev.jsonl"
        pred = self.read(gold, "jsonl", "polnear", model)
        s = self.score("attribution.py", gold, pred, "--cofenet", self.o.corpora + "/polnear/dev.cofenet.jsonl")
        for r in ("source", "cue", "content"):
            self.row("PolNeAR %s, exact F1 (CofeNet's instances)" % r, s["cofenet"][r]["exact_match"]["f1"])
        for r in ("source", "cue", "content"):
            self.row("PolNeAR %s, tokens F1" % r, s["tokens"][r]["f1"])
        for k in ("relaxed", "exact"):
            self.row("PolNeAR whole attribution, %s F1" % k, s["attributions"][k]["f1"])
        self.row("PolNeAR source right where content is", s["relaxed_source"]["accuracy"])

    def syntax(self, model):
        for which in ("ewt", "gum"):
            gold = self.o.corpora + "/ud/%s-dev.conllu.gz" % which
            feed = os.path.join(self.o.out, which + ".jsonl")
            with open(feed, "w", encoding="utf-8") as f:
                for i, t in enumerate(raw_documents(gold)):
                    f.write(json.dumps({"id": "%s-%d" % (which, i), "text": t}) + "\n")
            s = self.score("syntax.py", gold, self.read(feed, "conllu", which, model), "--json")
            for k, name in (("Words", "words"), ("Sentences", "sentences"), ("UPOS", "UPOS"), ("XPOS", "XPOS"),
                            ("Lemmas", "lemmas"), ("UAS", "UAS"), ("LAS", "LAS")):
                self.row("%s %s F1" % (which.upper(), name), s[k]["f1"])

    def names(self, model):
        kinds = "person=PER,organization=ORG,location=LOC,facility=LOC"
        for name, path, extra in (("Worldwide", "worldwide-dev.jsonl.gz", ["--map", kinds]),
                                  ("wikigold", "wikigold-dev.jsonl", []), ("UNER EWT", "uner-ewt-dev.jsonl", [])):
            gold = self.o.corpora + "/ner/" + path
            pred = self.read(gold, "jsonl", name.replace(" ", "-").lower(), model)
            flat = pred + ".entities"
            with open(flat, "w", encoding="utf-8") as f:
                for d in lines(pred):
                    f.write(json.dumps({"id": d["id"], "entities": [
                        {"start": m["start"], "end": m["end"], "type": e["type"]}
                        for e in d["entities"] for m in e["mentions"] if m["form"] == "name"]}) + "\n")
            s = self.score("entities.py", gold, flat, "--json", "--types", "PER,ORG,LOC", "--pred-map",
                           "GPE=LOC,FAC=LOC", *extra)
            self.row("names, %s, exact F1" % name, s["mentions"]["micro"]["f1"])

    def times(self, model):
        for part, name in (("dev", "times, TimeML"), ("train", "times, TimeML train (rules were made on it)")):
            gold = self.o.corpora + "/timeml/%s.jsonl" % part
            s = self.score("times.py", gold, self.read(gold, "jsonl", "times-" + part, model), "--json")
            for k in ("relaxed", "strict", "type", "value"):
                self.row("%s, %s F1" % (name, k), s[k]["f1"])


def table(models, rows):
    names = [n for n, _ in rows[models[0]]]
    got = {m: dict(rows[m]) for m in models}
    width = max(map(len, names))
    print("| %s | %s | aim | published |" % ("development set".ljust(width), " | ".join(models)))
    print("| %s |%s ---: | --- |" % ("-" * width, " ---: |" * len(models)))
    for n in names:
        pub, aim = PUBLISHED.get(n, ("", None))
        print("| %s | %s | %s | %s |" % (n.ljust(width), " | ".join("%5.1f" % (100 * got[m][n]) for m in models),
                                         aim or "", pub))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpora", required=True)
    ap.add_argument("--score")
    ap.add_argument("--binary", default="build/legomena")
    ap.add_argument("--model", nargs="+", default=["en-fast"])
    ap.add_argument("--only", default="")
    ap.add_argument("--out", default="build/quality")
    o = ap.parse_args()
    o.score = o.score or os.path.join(o.corpora, "..", "score")
    rows = {}
    for m in o.model:
        b = Bench(o)
        for part in ("attribution", "syntax", "names", "times"):
            if o.only in part:
                getattr(b, part)(m)
        rows[m] = b.rows
    table(o.model, rows)


if __name__ == "__main__":
    main()
