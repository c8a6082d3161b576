#!/usr/bin/env python3
"""Weights of src/same/event_alike.c: do two mentions tell of one event?

usage: same.py gold GOLD.jsonl RECORDS.jsonl      prints the records with the events of the corpus for their own
       same.py stories GOLD.jsonl                 prints "ID<tab>STORY"
       same.py fit GOLD.jsonl PAIRS               prints weights for what `legomena-same pairs` printed of these
GOLD: reports with "story" and gold.events (start, end, cluster). An event of the corpus has what ours has that lies
over it: who, whom, when; else its words alone. `fit` needs scikit-learn.
"""
import json
import sys

NAMES = ["text", "word", "form", "meaning", "around", "around related", "rarity", "names shared", "names apart",
         "numbers shared", "numbers apart", "patient shared", "days apart", "one report", "one sentence"]


def load(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(x) for x in f if x.strip()]


def ours_over(record, start, end):
    for e in record["events"]:
        for a, b in [e["trigger"], *e.get("mentions", [])]:
            if a < end and start < b:
                return e
    return {"plover": None, "cameo": None, "agents": [], "patients": [], "instruments": [], "place": None, "time": None,
            "counts": [], "polarity": "+", "modality": "actual", "asserted_by": [], "confidence": 1}


def with_gold(record, events):
    """Nothing else of the record may point to its events."""
    made = []
    for m in sorted(events, key=lambda m: (m["start"], m["end"])):
        e = dict(ours_over(record, m["start"], m["end"]), id="v%d" % (len(made) + 1), trigger=[m["start"], m["end"]], asserted_by=[])
        e["counts"] = []
        e.pop("mentions", None)
        made.append(e)
    record.update(events=made, figures=[], incidents=[], timeline=[], disputes=[], claims=[])
    return record


def fit(gold, pairs):
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    cluster = {(d["id"], m["start"], m["end"]): m["cluster"] for d in gold for m in d["gold"]["events"]}
    x, y = [], []
    with open(pairs, encoding="utf-8") as f:
        for line in f:
            c = line.rstrip("\n").split("\t")
            x.append([float(v) for v in c[6:]])
            y.append(cluster[c[0], int(c[1]), int(c[2])] == cluster[c[3], int(c[4]), int(c[5])])
    model = LogisticRegression(max_iter=3000).fit(np.array(x), np.array(y))
    print("%d pairs, %.0f %% of them one; right %.1f %%" % (len(y), 100 * np.mean(y), 100 * model.score(x, y)))
    print(", ".join("%.4f" % w for w in model.coef_[0]), "bias %.4f" % model.intercept_[0])
    print({n: round(float(w), 2) for n, w in zip(NAMES, model.coef_[0])})


def main():
    gold = load(sys.argv[2])
    if sys.argv[1] == "gold":
        events = {d["id"]: d["gold"]["events"] for d in gold}
        for record in load(sys.argv[3]):
            print(json.dumps(with_gold(record, events[record["id"]]), ensure_ascii=False))
    elif sys.argv[1] == "stories":
        for d in gold:
            print("%s\t%s" % (d["id"], d["story"]))
    else:
        fit(gold, sys.argv[3])


if __name__ == "__main__":
    main()
