#!/usr/bin/env python3
"""Run the engine over every development set and print one table beside published figures, and how far
confidence can be trusted.

usage: run.py --corpora DIR [--score DIR] [--binary build/legomena] [--model NAME|FILE ...] [--only WORD]
              [--out DIR] [--tools DIR]

CORPORA holds the development data, SCORE its scorers (default: CORPORA/../score); neither is part of
this project. Everything scored here was written by the shipped command from the shipped model files
(default: all of models/MANIFEST); but for coreference by build/tools/vectors/legomena-coref, since a record
leaves out what is mentioned once and in passing. Records stay in OUT (default build/quality) under the checksum of
program, model and text, and are used again where all three are the same.
"""
import argparse
import glob
import gzip
import hashlib
import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
import manifest  # noqa: E402
import conflicts  # noqa: E402
import right  # noqa: E402
from published import AIMS, PUBLISHED  # noqa: E402

PARTS = ("attribution", "syntax", "names", "times", "coref", "cameo", "muc4", "deep", "stories", "same", "accounts")


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


def digest(*files):
    h = hashlib.sha256()
    for path in files:
        with open(path, "rb") as f:
            h.update(hashlib.sha256(f.read()).digest())
    return h.hexdigest()[:16]


class Bench:
    """Scores of one model: rows [(what, value)] and pairs {head: [(confidence, right)]}."""

    def __init__(self, o, name, model):
        self.o, self.name, self.model, self.rows, self.pairs = o, name, model, [], {}
        os.makedirs(o.out, exist_ok=True)

    def say(self, text):
        print("%s: %s" % (self.name, text), file=sys.stderr, flush=True)

    def read(self, path, form, name):
        stem = "%s.%s." % (name, self.name)
        out = os.path.join(self.o.out, stem + digest(self.o.binary, self.model, path) + "." + form)
        if os.path.exists(out):
            self.say("%s: as read before" % name)
            return out
        for old in os.listdir(self.o.out):  # of another program, model or text
            if old.startswith(stem):
                os.remove(os.path.join(self.o.out, old))
        cmd = [self.o.binary, "read", "--format", form, "--model", self.model, "--max-size", "64M",
               "--no-progress", path]
        t = time.time()
        with open(out + ".part", "wb") as f:
            subprocess.run(cmd, stdout=f, check=True)
        os.replace(out + ".part", out)
        self.say("%s: read in %.1f s" % (name, time.time() - t))
        return out

    def score(self, scorer, *args):
        cmd = [sys.executable, os.path.join(self.o.score, scorer)] + list(args)
        return json.loads(subprocess.run(cmd, stdout=subprocess.PIPE, check=True).stdout)

    def row(self, what, value):
        self.rows.append((what, value))

    def attribution(self):
        gold = self.o.corpora + "/polnear/dev.jsonl"
        records = right.read_jsonl(self.read(gold, "jsonl", "polnear"))
        pred = os.path.join(self.o.out, "polnear.%s.claims" % self.name)
        for d in records:  # PolNeAR marks no claims within claims
            d["claims"] = [c for c in d["claims"] if c["parent"] is None]
        right.write_jsonl(pred, records)
        s = self.score("attribution.py", gold, pred, "--cofenet", self.o.corpora + "/polnear/dev.cofenet.jsonl")
        roles, c = ("source", "cue", "content"), s["cofenet"]
        for r in roles:
            self.row("PolNeAR %s, exact F1" % r, c[r]["exact_match"]["f1"])
        for r in roles:
            self.row("PolNeAR %s, begin F1" % r, c[r]["begin_match"]["f1"])
        for r in roles:
            self.row("PolNeAR %s, Jaccard" % r, c[r]["jaccard"])
        for r in roles:
            self.row("PolNeAR %s, tokens F1" % r, s["tokens"][r]["f1"])
        for k in ("relaxed", "exact"):
            self.row("PolNeAR whole attribution, %s F1" % k, s["attributions"][k]["f1"])
        self.row("PolNeAR source right where content is", s["relaxed_source"]["accuracy"])
        scorer, by = right.load_scorer(self.o.score), {d["id"]: d for d in right.read_jsonl(gold)}
        self.pairs["claims"] = [
            (c["confidence"], ok) for d in records
            for c, ok in zip(d["claims"], right.claims(by[d["id"]], d["claims"], scorer))]

    def syntax(self):
        for which in ("ewt", "gum"):
            gold = self.o.corpora + "/ud/%s-dev.conllu.gz" % which
            feed = os.path.join(self.o.out, which + ".jsonl")
            with open(feed, "w", encoding="utf-8") as f:
                for i, t in enumerate(raw_documents(gold)):
                    f.write(json.dumps({"id": "%s-%d" % (which, i), "text": t}) + "\n")
            s = self.score("syntax.py", gold, self.read(feed, "conllu", which), "--json")
            for k, name in (("Words", "words"), ("Sentences", "sentences"), ("UPOS", "UPOS"), ("XPOS", "XPOS"),
                            ("Lemmas", "lemmas"), ("UAS", "UAS"), ("LAS", "LAS")):
                self.row("%s %s F1" % (which.upper(), name), s[k]["f1"])

    def names(self):
        kinds = "person=PER,organization=ORG,location=LOC,facility=LOC"
        for name, path, extra in (("Worldwide", "worldwide-dev.jsonl.gz", ["--map", kinds]),
                                  ("wikigold", "wikigold-dev.jsonl", []), ("UNER EWT", "uner-ewt-dev.jsonl", [])):
            gold = self.o.corpora + "/ner/" + path
            pred = self.read(gold, "jsonl", name.replace(" ", "-").lower())
            records, flat = right.read_jsonl(pred), pred + ".entities"
            found = {d["id"]: [(m["start"], m["end"], e["type"], m["confidence"]) for e in d["entities"]
                               for m in e["mentions"] if m["form"] == "name"] for d in records}
            with open(flat, "w", encoding="utf-8") as f:
                for d in records:
                    f.write(json.dumps({"id": d["id"], "entities": [
                        {"start": s, "end": e, "type": t} for s, e, t, _ in found[d["id"]]]}) + "\n")
            s = self.score("entities.py", gold, flat, "--json", "--types", "PER,ORG,LOC", "--pred-map",
                           "GPE=LOC,FAC=LOC", *extra)
            self.row("names, %s, exact F1" % name, s["mentions"]["micro"]["f1"])
            if name == "Worldwide":
                self.pairs["names"] = [x for d in right.read_jsonl(gold) for x in right.names(d, found[d["id"]])]

    def times(self):
        for part, name in (("dev", "times, TimeML"), ("train", "times, TimeML train (rules were made on it)")):
            gold = self.o.corpora + "/timeml/%s.jsonl" % part
            s = self.score("times.py", gold, self.read(gold, "jsonl", "times-" + part), "--json")
            for k in ("relaxed", "strict", "type", "value"):
                self.row("%s, %s F1" % (name, k), s[k]["f1"])
        # ECB+ is annotated in full in some sentences only; few of its times have values
        path = self.o.corpora + "/stories/ecb-dev.jsonl.gz"
        gold, pred = right.read_jsonl(path), right.read_jsonl(self.read(path, "jsonl", "times-ecb"))
        parts = {d["id"]: [(x["start"], x["end"]) for x in d["gold"]["selected"]] for d in gold}
        chosen = lambda d, times: [t for t in times if any(
            a <= t["start"] and t["end"] <= b for a, b in parts[d["id"]])]
        files = [os.path.join(self.o.out, "ecb.%s.%s.jsonl" % (x, self.name)) for x in ("gold", "times")]
        right.write_jsonl(files[0], ({"id": d["id"], "text": d["text"], "gold": {
            "times": chosen(d, d["gold"]["times"])}} for d in gold))
        right.write_jsonl(files[1], ({"id": d["id"], "times": chosen(d, d["times"])} for d in pred))
        s = self.score("times.py", *files, "--json")
        for k in ("relaxed", "strict", "value"):
            self.row("times, ECB+, %s F1" % k, s[k]["f1"])

    def coref(self):
        gold, tool = self.o.corpora + "/ner/gum-dev.jsonl", os.path.join(self.o.tools, "legomena-coref")
        pred = os.path.join(self.o.out, "coref.%s.jsonl" % self.name)
        with open(gold, "rb") as feed, open(pred, "wb") as f:
            subprocess.run([tool, self.model], stdin=feed, stdout=f, check=True)
        for what, extra in (("coref, GUM", []), ("coref, GUM without singletons", ["--no-singletons"])):
            s = self.score("entities.py", gold, pred, "--json", "--coref", *extra)["coref"]
            self.row(what + ", CoNLL F1", s["conll"])
            self.row(what + ", mentions F1", s["mentions"]["f1"])

    def cameo(self):
        """Who did what to whom, as codes: events with a code."""
        gold = self.o.corpora + "/cameo/gsr.dev.jsonl"
        records = right.read_jsonl(self.read(gold, "jsonl", "cameo"))
        pred = os.path.join(self.o.out, "cameo.%s.events" % self.name)
        right.write_jsonl(pred, ({"id": d["id"], "events": right.coded_events(d)} for d in records))
        s = self.score("events.py", gold, pred)
        for what in ("event", "code", "root", "quad", "dyad", "source", "target", "detection"):
            self.row("CAMEO (gsr.dev), %s F1" % what, s[what]["f1"])

    def muc4(self):
        """Role fillers and incidents. By convention only victims with a name count, so others are left out."""
        gold = self.o.corpora + "/muc4/dev.jsonl"
        records = right.read_jsonl(self.read(gold, "jsonl", "muc4"))
        for d in records:
            names = {d["text"][m["start"]:m["end"]] for e in d["entities"] if e["type"] == "PER"
                     for m in e["mentions"] if m["form"] == "name"}
            for i in d["incidents"]:
                i["victims"] = [v for v in i["victims"] if v[0] in names]
        pred = os.path.join(self.o.out, "muc4.%s.named" % self.name)
        right.write_jsonl(pred, records)
        s = self.score("incidents.py", gold, pred)
        for role, x in s["ceaf_ree"].items():
            self.row("MUC-4 %s, CEAF-REE F1" % ("role fillers" if role == "micro" else role), x["f1"])
        t = s["templates"]
        for what, x in (("templates, filling", t["filling"]["micro"]), ("templates, types", t["types"]),
                        ("templates, relevance", t["relevance"]), ("templates, days", t["dates"])):
            self.row("MUC-4 %s F1" % what, x["f1"])

    def deep(self):
        """Every field of claims and events, on reports that people marked in full."""
        files = sorted(glob.glob(self.o.corpora + "/deep/dev-*.jsonl"))
        feed = os.path.join(self.o.out, "deep-text.jsonl")
        given = ("id", "text", "date", "title", "publisher")
        right.write_jsonl(feed, ({k: d[k] for k in given if d.get(k)} for f in files for d in right.read_jsonl(f)))
        pred = self.read(feed, "jsonl", "deep")
        for what, value in sorted(self.score("deep.py", *files, "--pred", pred, "--json").items()):
            self.row("deep, " + what, value)
        scorer, records = right.load_scorer(self.o.score), {d["id"]: d for d in right.read_jsonl(pred)}
        for d in (d for f in files for d in right.read_jsonl(f)):
            claims = records[d["id"]]["claims"]
            good = right.claims({"text": d["text"], "gold": {"attributions": d["gold"]["claims"]}}, claims, scorer)
            for c, ok in zip(claims, good):
                self.pairs.setdefault("deep, within others" if c["parent"] else "deep, others", []).append(
                    (c["confidence"], ok))

    def ledger_of(self, name, docs):
        """A ledger of these documents, and how it is asked."""
        feed, ledger = (os.path.join(self.o.out, "%s.%s.%s" % (name, self.name, x)) for x in ("jsonl", "db"))
        given = ("id", "text", "date", "title", "publisher")
        right.write_jsonl(feed, ({k: d[k] for k in given if d.get(k)} for d in docs))
        for path in glob.glob(ledger + "*"):
            os.remove(path)
        subprocess.run([self.o.binary, "add", "-q", "--model", self.model, "--ledger", ledger, feed], check=True)
        return lambda *args: json.loads(subprocess.run(
            [self.o.binary, *args, "-f", "json", "--ledger", ledger], stdout=subprocess.PIPE, check=True).stdout)

    def stories(self):
        """Which reports tell one story: all in one ledger, as `add` groups them."""
        gold = self.o.corpora + "/stories/ecb-dev.jsonl.gz"
        with gzip.open(gold, "rt", encoding="utf-8") as f:
            docs = [json.loads(line) for line in f]
        ask = self.ledger_of("stories", docs)
        pred = [{"id": r["id"], "story": str(s["story"])} for s in ask("stories") for r in ask("story", str(s["story"]))["reports"]]
        out = os.path.join(self.o.out, "stories.%s.groups" % self.name)
        right.write_jsonl(out, pred)
        for what, more in (("", []), (" within topics", ["--within", "topic"])):
            s = self.score("stories.py", gold, out, "--json", *more)
            self.row("stories, ECB+, B3 F1" + what, s["b3"]["f1"])
        main = {}  # of each gold story the group that most of it is in
        group = {p["id"]: p["story"] for p in pred}
        for d in docs:
            main.setdefault((d["topic"], d["story"]), []).append(group[d["id"]])
        main = {k: max(sorted(set(v)), key=v.count) for k, v in main.items()}
        topics = {t for t, _ in main}
        apart = sum(len({g for (u, _), g in main.items() if u == t}) == sum(u == t for u, _ in main) for t in topics)
        self.row("stories, ECB+, topics of two told apart", apart / len(topics))

    def same(self):
        """Which mentions are of one event, across reports of one story: the corpus's mentions, and ours."""
        gold = os.path.join(self.o.out, "ecb-dev.jsonl")
        packed = self.o.corpora + "/stories/ecb-dev.jsonl.gz"
        with gzip.open(packed, "rt", encoding="utf-8") as f, open(gold, "w", encoding="utf-8") as out:
            out.write(f.read())
        docs = right.read_jsonl(gold)
        ask = self.ledger_of("same", docs)
        stories = {
            "told apart by hand": {d["id"]: d["story"] for d in docs},
            "as grouped": {r["id"]: str(s["story"]) for s in ask("stories") for r in ask("story", str(s["story"]))["reports"]}}
        records = self.read(packed, "jsonl", "times-ecb")
        marked = os.path.join(self.o.out, "same.%s.marked" % self.name)
        with open(marked, "w", encoding="utf-8") as out:
            subprocess.run([sys.executable, os.path.join(HERE, "../../tools/train/same.py"), "gold", gold, records], stdout=out, check=True)
        for whose, path in (("marked mentions", marked), ("our mentions", records)):
            for how, story in stories.items():
                listed, pred = (os.path.join(self.o.out, "same.%s.%s" % (self.name, x)) for x in ("stories", "groups"))
                with open(listed, "w", encoding="utf-8") as out:
                    out.writelines("%s\t%s\n" % x for x in story.items())
                with open(path, "rb") as f, open(pred, "wb") as out:
                    tool = os.path.join(os.path.dirname(self.o.binary), "tools/same/legomena-same")
                    subprocess.run([tool, "groups", listed], stdin=f, stdout=out, check=True)
                s = self.score("entities.py", gold, pred, "--layer", "events", "--coref", "--scope", "all", "--selected", "--json")
                self.row("one event, ECB+, CoNLL F1, %s, stories %s" % (whose, how), s["coref"]["conll"])

    def accounts(self):
        """What each report answers, by the accounts of its story."""
        folder = self.o.corpora + "/accounts/"
        with open(folder + "answers.jsonl", encoding="utf-8") as f:
            wanted = {json.loads(line)["doc"] for line in f}
        with gzip.open(self.o.corpora + "/stories/ecb-dev.jsonl.gz", "rt", encoding="utf-8") as f:
            docs = [d for d in map(json.loads, f) if d["id"] in wanted]
        ask = self.ledger_of("accounts", docs)
        told = [ask("accounts", str(s["story"])) for s in ask("stories")]
        pred = [said for t in told for a in t["accounts"] if not a["aside"] for said in a["said"]]
        out = os.path.join(self.o.out, "accounts.%s.answers" % self.name)
        right.write_jsonl(out, pred)
        s = self.score("accounts.py", folder + "answers.jsonl", out, "--json")["answers"]
        self.row("accounts, answers F1", s["f1"])
        self.row("accounts, speaker of an answer", s["speaker"])
        with open(folder + "stories.jsonl", encoding="utf-8") as f:
            stories = list(map(json.loads, f))
        found, wanted, good, shown = conflicts.score(stories, [link for t in told for link in t["links"]])
        self.row("accounts, conflicts found", found / wanted)
        self.row("accounts, differences shown that are some", good / (shown or 1))


def table(benches):
    """A column and an aim a model, the published best last."""
    rows = list(dict.fromkeys(what for b in benches for what, _ in b.rows))
    got = [dict(b.rows) for b in benches]
    width = max(map(len, rows))
    print("| %s | %s | published |" % ("development set".ljust(width), " | ".join(b.name + " | aim" for b in benches)))
    print("| %s |%s --- |" % ("-" * width, " ---: | ---: |" * len(benches)))
    for what in rows:
        cells = ["%s | %s" % ("%5.1f" % (100 * g[what]) if what in g else "", AIMS.get(b.name, {}).get(what, "")) for b, g in zip(benches, got)]
        print("| %s | %s | %s |" % (what.ljust(width), " | ".join(cells), PUBLISHED.get(what, "")))


def reliability(benches):
    """Of all that has about this confidence: how many, what was said, what was right."""
    columns = [(b.name, head, pairs) for b in benches for head, pairs in sorted(b.pairs.items()) if pairs]
    if not columns:
        return
    print("\n| confidence | " + " | ".join("%s %s: count | mean | right" % c[:2] for c in columns) + " |")
    print("| ---------- |" + " ---: | ---: | ---: |" * len(columns))
    binned = [right.bins(pairs) for _, _, pairs in columns]
    for k in range(10):
        cells = ["%d | %.2f | %.2f" % rows[k] if rows[k][0] else "0 | |" for rows, _ in binned]
        print("| %.1f to %.1f | %s |" % (k / 10, (k + 1) / 10, " | ".join(cells)))
    mean = lambda xs: sum(xs) / len(xs)
    print("| all        | %s |" % " | ".join("%d | %.2f | %.2f" % (
        len(p), mean([c for c, _ in p]), mean([r for _, r in p])) for _, _, p in columns))
    print()
    for (name, head, pairs), (_, ece) in zip(columns, binned):
        print("%s, %s: calibration error (ECE) %.3f, right above wrong in %.3f of the pairs" % (
            name, head, ece, right.ranking(pairs)))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpora", required=True)
    ap.add_argument("--score")
    ap.add_argument("--binary", default="build/legomena")
    ap.add_argument("--model", nargs="+", default=[])
    ap.add_argument("--only", default="", help="one of: " + ", ".join(PARTS))
    ap.add_argument("--out", default="build/quality")
    ap.add_argument("--tools", help="folder of legomena-coref (default: tools/vectors beside the binary)")
    o = ap.parse_args()
    o.tools = o.tools or os.path.join(os.path.dirname(o.binary) or ".", "tools", "vectors")
    o.score = o.score or os.path.join(o.corpora, "..", "score")
    benches = []
    for name, path in manifest.paths(o.model).items():
        b = Bench(o, name, path)
        for part in PARTS:
            if o.only in part:
                getattr(b, part)()
        benches.append(b)
    table(benches)
    reliability(benches)


if __name__ == "__main__":
    main()
