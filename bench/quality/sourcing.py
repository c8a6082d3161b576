#!/usr/bin/env python3
"""Score sources in the five columns of the Santa Clara study of large language models, and print them beside its own.

usage: sourcing.py --corpora DIR [--binary build/legomena] [--model NAME ...]

The sets differ: theirs are 646 sourced statements of 43 stories, ours the claims of the deep development set (24 reports,
shorter, most from agencies and newspapers, claims within claims among them), on which rules were chosen. So one column
cannot be compared with the other by its decimals. Nor are the elements the same to the word:

  statement      a claim with a source, found by its content (tokens, F1 >= .5) and its source or cue, as deep.py does
  type           speaker_kind, of those that are found; a kind where deep.py accepts several
  name           speaker, of those that are found and have one
  title          of those found whose source has an office or trade marked in justification.tsv: the record has it, as a
                 justification or among the roles of the speaker
  justification  of those found whose source has one marked: the record has it, F1 of tokens >= .5, and of the right kind.
                 The marks are those of one person, who wrote the rules afterwards. Beside it, how many of all that
                 the record gives are right.
"""
import argparse
import collections
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
WORD = re.compile(r"\w+")
COLUMNS = ("statement", "type", "name", "title", "justification")

# Markkula Center for Applied Ethics, Santa Clara University: Detecting Journalistic Sourcing at Scale, 13 March 2026
# (13 models; two are left out, of which
# we do not have the whole row). The method: Vincent et al., arXiv 2501.00164.
PUBLISHED = {
    "Gemini 2.5 Pro": (83.66, 88.60, 79.94, 79.81, 44.79),
    "Claude 3.7 Sonnet-Thinking": (80.48, 90.01, 84.79, 84.57, 49.00),
    "Claude 3.7 Sonnet": (80.01, 88.25, 82.67, 82.61, 51.95),
    "GPT 4.1": (78.49, 91.07, 86.61, 85.61, 38.91),
    "Claude 4 Sonnet": (76.76, 91.43, 85.47, 86.03, 56.17),
    "Gemini 1.5 Pro": (76.25, 91.89, 89.81, 89.48, 49.79),
    "GPT 5": (73.72, 90.49, 85.25, 86.66, 41.46),
    "Deepseek Chat-V3-0324": (73.37, 88.83, 84.83, 85.24, 43.99),
    "ChatGPT 4o-latest": (72.72, 93.45, 87.69, 87.53, 41.56),
    "Deepseek R1-0528": (67.46, 92.95, 84.81, 83.97, 40.09),
    "Llama 4 Maverick": (66.59, 90.59, 86.16, 86.09, 27.86),
}


def read_jsonl(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def read_marks(path):
    """{(report, claim): [(start, end, kinds)]}"""
    marks = collections.defaultdict(list)
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith("#"):
                continue
            report, claim, start, end, kinds = line.rstrip("\n").split("\t")
            marks[report, claim] += [] if start == "-" else [(int(start), int(end), kinds.split("/"))]
    return marks


def words(text, spans):
    return {m.start() + s for s, e in spans for m in WORD.finditer(text[s:e])}


def f1(a, b):
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def plain(name):
    return re.sub(r"\W+", " ", re.sub(r"^(the|a|an) ", "", (name or "").lower())).strip()


def same_name(alternatives, names):
    a, b = {plain(x) for x in alternatives if x}, {plain(x) for x in names if x}
    return bool(a & b) or any(len(x) > 3 and len(y) > 3 and (x in y or y in x) for x in a for y in b)


def pairs(gold, record):
    """[(gold claim, claim)] of those that are found, the best first."""
    text, candidates = gold["text"], []
    for g in gold["gold"]["claims"]:
        content, source, cue = (words(text, g[k]) for k in ("content", "source", "cue"))
        for c in record["claims"]:
            x = f1(content, words(text, c["content"]))
            by_cue = bool(cue & words(text, c["cue"]))
            if x >= .5 and (by_cue or source & words(text, c["source"]) or not (source or c["source"])):
                candidates.append((x + .2 * by_cue, g, c))
    found, used = {}, set()
    for _, g, c in sorted(candidates, key=lambda x: (x[0], x[1]["id"], x[2]["id"]), reverse=True):
        if g["id"] not in found and c["id"] not in used:
            found[g["id"]] = (g, c)
            used.add(c["id"])
    return list(found.values())


class Score:
    def __init__(self):
        self.right, self.all = collections.Counter(), collections.Counter()

    def add(self, what, right):
        self.right[what] += bool(right)
        self.all[what] += 1

    def share(self, what):
        return 100 * self.right[what] / self.all[what] if self.all[what] else 0.0


def words_of(text, entity):
    return [entity["name"]] + entity["aliases"] + entity["roles"] + [text[m["start"]:m["end"]] for m in entity["mentions"]]


def score_claim(score, text, g, c, entity, marks):
    score.add("type", c["speaker_kind"] in (g["speaker_kind"] if isinstance(g["speaker_kind"], list) else [g["speaker_kind"]]))
    if g["speaker"]:
        score.add("name", entity and same_name(g["speaker"], words_of(text, entity)))
    given = c.get("justification")
    has = words(text, [given["span"]]) if given else set()
    hits = [kinds for s, e, kinds in marks if given and f1(has, words(text, [(s, e)])) >= .5]
    right = any(given["kind"] in kinds for kinds in hits)
    offices = [text[s:e] for s, e, kinds in marks if set(kinds) & {"role", "expertise"}]
    if offices:
        score.add("title", right or (entity and same_name(offices, entity["roles"])))
    if marks:
        score.add("justification", right)
    if given:
        score.add("given", right)


def score_model(gold, records, marks):
    score = Score()
    for d in gold:
        record = records[d["id"]]
        entities = {e["id"]: e for e in record["entities"]}
        found = {g["id"]: c for g, c in pairs(d, record)}
        for g in d["gold"]["claims"]:
            if not g["source"] and not g["speaker"]:
                continue
            c = found.get(g["id"])
            score.add("statement", c)
            if c:
                score_claim(score, d["text"], g, c, entities.get(c["speaker"]), marks[d["id"], g["id"]])
    return score


def read(binary, model, gold):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for d in gold:
            f.write(json.dumps({k: d[k] for k in ("id", "text", "date", "title", "publisher") if d.get(k)}) + "\n")
        f.flush()
        out = subprocess.run([binary, "read", "-q", "-f", "jsonl", "-m", model, f.name], stdout=subprocess.PIPE, check=True)
    return {r["id"]: r for r in map(json.loads, out.stdout.decode("utf-8").splitlines())}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpora", required=True)
    ap.add_argument("--binary", default="build/legomena")
    ap.add_argument("--model", nargs="+", default=["en-accurate", "en-fast"])
    o = ap.parse_args()
    gold = [d for path in sorted(glob.glob(o.corpora + "/deep/dev-*.jsonl")) for d in read_jsonl(path)]
    if not gold:
        sys.exit("%s/deep has no dev-*.jsonl" % o.corpora)
    marks = read_marks(os.path.join(HERE, "justification.tsv"))
    print("| | sourced statements | type of source | name of source | title of source | source justification |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    notes = []
    for model in o.model:
        s = score_model(gold, read(o.binary, model, gold), marks)
        print("| **%s**, 24 reports | %s |" % (model, " | ".join("%.1f" % s.share(c) for c in COLUMNS)))
        notes.append("%s: %s; of %d justifications given %d are right (%.1f %%)" % (
            model, ", ".join("%s %d of %d" % (c, s.right[c], s.all[c]) for c in COLUMNS), s.all["given"],
            s.right["given"], s.share("given")))
    for name, values in PUBLISHED.items():
        print("| %s, 43 stories | %s |" % (name, " | ".join("%.1f" % x for x in values)))
    print("\nThe sets differ, and so does what is scored in each column (--help).\n" + "\n".join(notes))


if __name__ == "__main__":
    main()
