"""Corpora to arrays: every document as one sequence of tokens with the labels that it has.

usage: documents CORPORA VECTORS.npz PLACES.json TOKENIZER OUT.pkl

TOKENIZER is build/legomena-tokens: the engine's own tokens are the training tokens, so that no
boundary of a label falls where the engine cannot put one. UD documents keep their gold words and
take the quotation flags from the engine's tokens.

OUT: {"forms", "features" [n_forms][7], "labels", "docs"}. A document is a dict of arrays:
  form [n][3]   form ids as written, upper-cased, lower-cased
  flags [n]     LGM_TOK_*
and where the corpus has them: sent (bool), upos, xpos, lemma, head (index in the document, -1 root),
rel; ner; attrib, with links {"cues": [[s, e]], "frags": [[role, s, e]], "pairs": [[cue, frag]]}.
"""
import collections
import gzip
import json
import pickle
import re
import subprocess

import numpy as np

from train.data import features

SPACE, PAR, LINE, JOINED = 1, 2, 4, 8
QUOTE_FLAGS = 16 | 32 | 64
N_OOV, N_SUB = 2048, 24576
# GUM genres whose texts may not be used commercially
GUM_CLOSED = ("fiction", "whow", "essay", "letter", "podcast", "reddit")
ENTITY_OF_GUM = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVT"}
ENTITY_OF_WORLDWIDE = {"person": "PER", "organization": "ORG", "location": "LOC", "facility": "FAC",
                       "misc": "OTH", "product": "OTH", "norp": "NORP"}
ROLES = {"source": "SRC", "cue": "CUE", "content": "CNT"}


def open_text(path):
    return gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")


def read_jsonl(path):
    with open_text(path) as f:
        return [json.loads(x) for x in f if x.strip()]


def tokenize(texts, tool):
    """[[[start, end, flags], ...]] in code points, by the engine."""
    feed = "".join(json.dumps({"text": t}) + "\n" for t in texts)
    got = subprocess.run([tool], input=feed.encode(), stdout=subprocess.PIPE, check=True).stdout
    out = [json.loads(x)["tokens"] for x in got.decode().splitlines()]
    assert len(out) == len(texts)
    return out


# ---- Universal Dependencies -------------------------------------------------------------------

def read_conllu(path):
    """[(document id, [paragraph: [sentence: (text, [row, ...])]])]"""
    docs, rows, text, new_par = [], [], None, True
    with open_text(path) as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                docs.append((line.split("=")[-1].strip(), []))
                new_par = True
            elif line.startswith("# newpar"):
                new_par = True
            elif line.startswith("# text ="):
                text = line[8:].strip()
            elif line and line[0] != "#":
                rows.append(line.split("\t"))
            elif not line and rows:
                if new_par:
                    docs[-1][1].append([])
                    new_par = False
                docs[-1][1][-1].append((text, rows))
                rows = []
    return docs


def ud_document(name, pars):
    """Text and words of one document; spans are found by walking along the text."""
    text, words = "", []
    for p, par in enumerate(pars):
        text += "\n\n" if p else ""
        for k, (sent, rows) in enumerate(par):
            text += " " if k else ""
            at, base, until = len(text), len(words), 0
            text += sent
            number, multi = {}, None
            for r in rows:
                if "." in r[0]:
                    continue
                if "-" in r[0]:
                    until = int(r[0].split("-")[1])
                    multi = find(text, r[1], at)
                    at, inside = multi[1], multi[0]
                    continue
                n = int(r[0])
                number[n] = len(words)
                if n <= until:
                    s, e = piece(text, r[1], inside, multi[1], n == until)
                    joined, inside = s > multi[0], e
                else:
                    (s, e), joined = find(text, r[1], at), False
                    at = e
                words.append([s, e, joined, n == 1, n == 1 and k == 0, r])
            for w in words[base:]:
                h = int(w[5][6])
                w.append(-1 if h == 0 else number[h])
    return text, words


def find(text, form, at):
    """The span of form from position at, whatever the whitespace inside either."""
    while at < len(text) and text[at].isspace():
        at += 1
    s = at
    for c in form:
        if c.isspace():
            continue
        while text[at].isspace():
            at += 1
        assert text[at] == c, (text[s:s + 30], form)
        at += 1
    return s, at


def piece(text, form, at, end, last):
    """The part of a multiword token that one word takes (same number of characters as its form)."""
    return (at, end) if last else (at, min(end - 1, at + len(form)) if len(form) else at)


def ud_docs(path, keep=lambda name: True):
    out = []
    for name, pars in read_conllu(path):
        if keep(name):
            text, words = ud_document(name, pars)
            words = [w for w in words if w[1] > w[0]]
            out.append((name, text, words))
    return out


def lemma_script(form, lemma):
    """The edit script of docs/notes/en-fast.md that takes form to lemma."""
    best = None
    low = features.lower(form)
    for c, base in (("l", low), ("k", form), ("t", form[:1] + low[1:])):
        n = 0
        while n < min(len(base), len(lemma)) and base[n] == lemma[n]:
            n += 1
        script = "%s|%d|%s" % (c, len(base) - n, lemma[n:])
        cost = (len(base) - n + len(lemma) - n, "lkt".index(c))
        if best is None or cost < best[0]:
            best = (cost, script)
    return best[1]


# ---- spans on tokens -----------------------------------------------------------------------------

class Finder:
    """[first, last + 1) of the tokens that a span [s, e) touches, or None."""

    def __init__(self, tokens, n_chars):
        self.at = np.full(n_chars + 1, -1, np.int32)
        for i, t in enumerate(tokens):
            self.at[t[0]:t[1]] = i

    def __call__(self, s, e):
        a = self.at[s:e]
        a = a[a >= 0]
        return (int(a[0]), int(a[-1]) + 1) if len(a) else None


def paint(labels, s, e, tag):
    if e - s == 1:
        labels[s] = "S-" + tag
    else:
        labels[s:e] = ["B-" + tag] + ["I-" + tag] * (e - s - 2) + ["E-" + tag]


CONNECTORS = set("of the and for & de la le du des del di da von van der den bin al el in on at to".split())
TITLES = set("""president minister mr mrs ms dr prof professor sir lord lady king queen prince princess pope senator
representative rep sen gov governor mayor chairman general gen colonel col captain capt lieutenant judge justice
secretary chancellor ambassador director""".split())


def name_core(text, s, e):
    """GUM marks whole noun phrases: the name alone, or None where the phrase is more than a name.

    "the Civic Party" gives "Civic Party"; "France's minister Ann Lee in Paris" gives nothing (the names
    inside of it have mentions of their own).
    """
    for tail in ("'s", "’s", "'", "’"):
        if text[s:e].endswith(tail):
            e -= len(tail)
            break
    words = [(m.start() + s, m.end() + s) for m in re.finditer(r"\S+", text[s:e])]
    while words and (text[words[0][0]:words[0][1]].lower() in ("the", "a", "an") or
                     len(words) > 1 and text[words[0][0]:words[0][1]].lower().rstrip(".") in TITLES):
        words.pop(0)
    if not words or len(words) > 8:
        return None
    forms = [text[a:b] for a, b in words]
    ok = all(w[0].isupper() or w[0].isdigit() or w in CONNECTORS for w in forms)
    if not ok or any(w[-1] in ",;:(" for w in forms) or not any(c.isupper() for c in forms[0] + forms[-1]):
        return None
    if forms[-1] in CONNECTORS or "'s" in " ".join(forms[:-1]) and len(forms) > 3:
        return None
    return words[0][0], e


def ner_labels(doc, tokens, kind, place_kind):
    labels, find_ = ["O"] * len(tokens), Finder(tokens, len(doc["text"]))
    spans = []
    for m in doc["gold"]["entities"]:
        s, e = m["start"], m["end"]
        if kind == "gum":
            core = name_core(doc["text"], s, e) if m["named"] else None
            if not core:
                continue
            s, e = core
            t = ENTITY_OF_GUM.get(m["type"], "OTH")
        else:
            t = ENTITY_OF_WORLDWIDE.get(m["type"])
        if t:
            spans.append((s - e, s, e, t))
    taken = np.zeros(len(tokens), bool)
    for _, s, e, t in sorted(spans):
        r = find_(s, e)
        if r and not taken[r[0]:r[1]].any():
            taken[r[0]:r[1]] = True
            paint(labels, r[0], r[1], place_kind(doc["text"][s:e], t))
    return labels


def attrib_labels(doc, tokens):
    labels, find_ = ["O"] * len(tokens), Finder(tokens, len(doc["text"]))
    cues, frags, pairs = {}, {}, set()
    for a in doc["gold"]["attributions"]:
        spans = {r: [find_(s, e) for s, e in a[r]] for r in ROLES}
        spans = {r: [x for x in v if x] for r, v in spans.items()}
        if not spans["cue"]:
            continue
        c = cues.setdefault(spans["cue"][0], len(cues))
        for k, role in enumerate(("source", "content")):
            for x in spans[role]:
                pairs.add((c, frags.setdefault((k, x[0], x[1]), len(frags))))
        for r, tag in ROLES.items():
            for s, e in spans[r]:
                if all(x == "O" for x in labels[s:e]):
                    paint(labels, s, e, tag)
    links = {"cues": [list(k) for k in cues], "frags": [list(k) for k in frags],
             "pairs": sorted(pairs)}
    return labels, links


# ---- all together -----------------------------------------------------------------------------------

class Store:
    def __init__(self):
        self.form_id, self.forms, self.docs = {}, [], []
        self.labels = {}

    def form(self, s):
        i = self.form_id.get(s)
        if i is None:
            i = self.form_id[s] = len(self.forms)
            self.forms.append(s)
        return i

    def label(self, what, names):
        table = self.labels.setdefault(what, {})
        return np.array([table.setdefault(x, len(table)) for x in names], np.int16)

    def add(self, kind, name, text, spans, flags, **layers):
        words = [text[s:e] for s, e in spans]
        form = np.array([[self.form(w), self.form(w.upper()), self.form(w.lower())] for w in words],
                        np.int32).reshape(-1, 3)
        self.docs.append(dict(kind=kind, name=name, form=form, flags=np.array(flags, np.uint8), **layers))


def main(argv):
    corpora, vectors, places, tool, out = argv
    store = Store()
    place = place_kinds(places)

    lemma_count = collections.Counter()
    uds = [("train", "ewt", ud_docs(corpora + "/ud/ewt-train.conllu.gz")),
           ("train", "gum", ud_docs(corpora + "/ud/gum-train.conllu.gz",
                                    lambda n: not any("_" + g + "_" in n for g in GUM_CLOSED))),
           ("dev", "ewt", ud_docs(corpora + "/ud/ewt-dev.conllu.gz")),
           ("dev", "gum", ud_docs(corpora + "/ud/gum-dev.conllu.gz"))]
    for part, _, docs in uds:
        for _, _, words in docs:
            for w in words:
                w.append(lemma_script(w[5][1], w[5][2]) if w[5][2] != "_" else "l|0|")
                if part == "train":
                    lemma_count[w[-1]] += 1
    scripts = [s for s, n in lemma_count.most_common() if n >= 2]
    rels = collections.Counter(w[5][7].split(":")[0] for p, _, d in uds for _, _, ws in d for w in ws if p == "train")
    store.labels["lemma"] = {s: i for i, s in enumerate(scripts)}
    store.labels["rel"] = {s: i for i, s in enumerate(sorted(rels))}
    for part, which, docs in uds:
        toks = tokenize([t for _, t, _ in docs], tool)
        for (name, text, words), tokens in zip(docs, toks):
            f = Finder(tokens, len(text))
            flags = []
            for s, e, joined, _, _, *_ in words:
                q = 0
                for i in set(f.at[s:e].tolist()) - {-1}:
                    q |= tokens[i][2] & QUOTE_FLAGS
                sp = s == 0 or text[s - 1].isspace()
                par = s == 0 or (sp and text[max(0, s - 2):s] == "\n\n")
                flags.append(q | SPACE * sp | PAR * par | LINE * par | JOINED * joined)
            store.add(part + ".ud", which + "/" + name, text, [(w[0], w[1]) for w in words], flags,
                      sent=np.array([w[3] for w in words]),
                      upos=store.label("upos", [w[5][3] for w in words]),
                      xpos=store.label("xpos", [w[5][4] for w in words]),
                      lemma=np.array([store.labels["lemma"].get(w[-1], -1) for w in words], np.int16),
                      head=np.array([w[6] for w in words], np.int32),
                      rel=np.array([store.labels["rel"].get(w[5][7].split(":")[0], 0) for w in words], np.int16))

    store.label("ner", ["O"] + [p + t for t in ("PER", "ORG", "GPE", "LOC", "FAC", "EVT", "OTH", "NORP")
                                for p in ("B-", "I-", "E-", "S-")])
    for part, which, path in (("train", "worldwide", "worldwide-train.jsonl.gz"), ("train", "gum", "gum-train.jsonl.gz"),
                              ("dev", "worldwide", "worldwide-dev.jsonl.gz"), ("dev", "gum", "gum-dev.jsonl")):
        docs = read_jsonl(corpora + "/ner/" + path)
        if which == "gum" and part == "train":
            docs = [d for d in docs if not any("_" + g + "_" in d["id"] for g in GUM_CLOSED)]
        for d, tokens in zip(docs, tokenize([d["text"] for d in docs], tool)):
            store.add(part + ".ner", which + "/" + d["id"], d["text"], [t[:2] for t in tokens], [t[2] for t in tokens],
                      ner=store.label("ner", ner_labels(d, tokens, which, place)))

    store.label("attrib", ["O"] + [p + t for t in ("SRC", "CUE", "CNT") for p in ("B-", "I-", "E-", "S-")])
    for part in ("train", "dev"):
        docs = read_jsonl(corpora + "/polnear/%s.jsonl" % part)
        for d, tokens in zip(docs, tokenize([d["text"] for d in docs], tool)):
            labels, links = attrib_labels(d, tokens)
            store.add(part + ".attrib", d["id"], d["text"], [t[:2] for t in tokens], [t[2] for t in tokens],
                      attrib=store.label("attrib", labels), links=links)

    plain = [(p, read_jsonl(corpora + "/" + p)) for p in (
        "newswire/silver.jsonl.gz", "muc4/train.jsonl", "timeml/train.jsonl", "stories/ecb-train.jsonl.gz")]
    for path, docs in plain:
        for d, tokens in zip(docs, tokenize([d["text"] for d in docs], tool)):
            store.add("plain", path + "/" + d["id"], d["text"], [t[:2] for t in tokens], [t[2] for t in tokens])

    v = dict(np.load(vectors, allow_pickle=True))
    vocab, n_rows = vocabulary(v), len(v["rows"])
    feats = np.array([features.rows(f, vocab, n_rows, N_OOV, N_SUB) for f in store.forms], np.int32)
    labels = {k: sorted(t, key=t.get) for k, t in store.labels.items()}
    with open(out, "wb") as f:
        pickle.dump({"forms": store.forms, "features": feats, "labels": labels, "docs": store.docs,
                     "vocab": vocab, "vectors": v["rows"]}, f)
    count = collections.Counter()
    for d in store.docs:
        count[d["kind"]] += len(d["form"])
    print(dict(count), {k: len(x) for k, x in labels.items()}, "%d forms, %.1f %% out of vocabulary" % (
        len(store.forms), 100 * (feats[:, 0] >= len(v["rows"])).mean()))


def vocabulary(v):
    """{low 32 bits of hash64(1, lower-cased word): row}: letters with inner marks only."""
    out = {}
    for w, r in zip(v["words"], v["word_row"]):
        if w == features.lower(w) and len(w) <= 20 and all(c.isalpha() or c in "'’.&" for c in w):
            out.setdefault(features.hash64(1, w) & 0xFFFFFFFF, int(r))
    # numbers (with digits as zeros) and marks, which no letter test lets through
    for w, r in zip(v["words"], v["word_row"]):
        z = features.digits_to_zero(features.lower(w))
        if not any(c.isalpha() for c in z) and len(z) <= 8:
            out.setdefault(features.hash64(1, z) & 0xFFFFFFFF, int(r))
    return out


NATURE = set("""river lake sea ocean bay gulf strait channel mountain mountains mount valley desert island
islands peninsula coast delta basin plateau forest region east west north south africa asia europe america
continent world earth caribbean balkans sahara sahel""".split())
BUILT = set("""beach hotel airport street road avenue square bridge hospital university school station stadium park
hall museum church mosque temple cathedral palace prison court building tower center centre market highway port
house theatre theater cemetery restaurant club""".split())


def place_kinds(path):
    """Function (name, type) -> type that tells GPE from LOC and FAC, which the corpora do not.

    path: JSON {name: {label: count}}: how often a tagger with the OntoNotes labels (spaCy's
    en_core_web_md, MIT) called a place of the corpora so; a majority decides, else the head word.
    """
    with open(path, encoding="utf-8") as f:
        votes = json.load(f)

    def kind(name, t):
        if t != "LOC":
            return t
        words = set(name.lower().replace("'s", "").split())
        if words & BUILT:
            return "FAC"
        v = votes.get(name, {})
        best = max(("GPE", "LOC", "FAC"), key=lambda k: v.get(k, 0))
        if v.get(best, 0) > 0:
            return best
        return "LOC" if words & NATURE else "GPE"
    return kind
