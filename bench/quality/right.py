"""Which claims and names of a record are right, and how well confidence says so.

Used by bench/quality and by tools/train/heads/calibrate.py. SCORER is the module attribution.py that stands
beside the corpora, and is not part of this project.

A claim is right where the scorer's relaxed match pairs it with a gold attribution: their contents agree
by half (F1 of words) and their sources share a word, or neither has one; one to one, best content first.
A name is right where start, end and type are those of a gold name; GPE, LOC and FAC count as one.
"""
import gzip
import importlib.util
import json
import os

PLACES = {"GPE": "LOC", "FAC": "LOC", "LOC": "LOC", "PER": "PER", "ORG": "ORG"}
WORLDWIDE = {"person": "PER", "organization": "ORG", "location": "LOC", "facility": "LOC"}


def read_jsonl(path):
    op = gzip.open if path.endswith(".gz") else open
    with op(path, "rt", encoding="utf-8") as f:
        return [json.loads(x) for x in f if x.strip()]


def write_jsonl(path, items):
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(x) + "\n" for x in items)


def load_scorer(folder, name="attribution"):
    spec = importlib.util.spec_from_file_location(name, os.path.join(folder, name + ".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def claims(gold, pred, scorer):
    """[bool] for each of pred. gold: a line of the corpus with its text; pred: a list of claims."""
    words, sides = scorer.Words(gold["text"]), []
    for items in (gold["gold"]["attributions"], pred):
        spans = [{r: scorer.clean(a.get(r), gold["text"]) for r in scorer.ROLES} for a in items]
        sides.append([{r: words.of(a[r]) for r in scorer.ROLES} for a in spans])
    right = {j for _, j, _ in scorer.greedy(sides[0], sides[1], True)}
    return [j in right for j in range(len(pred))]


def names(gold, pred):
    """[(confidence, bool)] for those of pred, (start, end, type, confidence), whose type is scored."""
    true = {(m["start"], m["end"], WORLDWIDE[m["type"]]) for m in gold["gold"]["entities"]
            if m["type"] in WORLDWIDE}
    return [(c, (s, e, PLACES[t]) in true) for s, e, t, c in pred if t in PLACES]


def coded_events(record):
    """Events of a record as CAMEO has them: the first actor code on either side, "" where there is none."""
    actor = {e["id"]: e["actor"] or "" for e in record["entities"]}
    first = lambda ids: next((actor[i] for i in ids if actor[i]), "")
    return [{"source": first(v["agents"]), "target": first(v["patients"]), "code": v["cameo"]}
            for v in record["events"] if v["cameo"]]


def bins(pairs, n=10):
    """[(count, mean confidence, share right)] for each n-th of 0..1, and the expected calibration error."""
    at = [[] for _ in range(n)]
    for c, right in pairs:
        at[min(int(c * n), n - 1)].append((c, right))
    rows = [(len(b), sum(c for c, _ in b) / len(b), sum(r for _, r in b) / len(b)) if b else (0, 0, 0) for b in at]
    return rows, sum(k * abs(c - r) for k, c, r in rows) / max(1, len(pairs))


def ranking(pairs):
    """Of the pairs of a right and a wrong one, the share where the right one is surer (ties: half)."""
    order, wins, wrong, total = sorted(pairs), 0.0, 0, 0
    at = 0
    while at < len(order):
        end = at
        while end < len(order) and order[end][0] == order[at][0]:
            end += 1
        right = sum(r for _, r in order[at:end])
        wins += right * (wrong + (end - at - right) / 2)
        wrong += end - at - right
        total += right
        at = end
    return wins / (wrong * total) if wrong and total else 0.0
