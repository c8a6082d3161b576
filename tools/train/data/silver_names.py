"""Names that spaCy's en_core_web_md (MIT; trained on OntoNotes) finds in texts that have none marked.

usage: silver_names CORPORA DATA.pkl SPACY_MODEL_DIR TOKENIZER OUT.pkl

Adds labels "ner" to the documents of PolNeAR (train) and to the plain ones: machine-made, hence weighted
less in training. The corpora with names marked by people are newspapers from outside of the West; this
brings in the names of American politics and of the wires.
"""
import pickle

import spacy

from train.data import documents

KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC", "EVENT": "EVT", "NORP": "NORP",
         "WORK_OF_ART": "OTH", "PRODUCT": "OTH", "LAW": "OTH"}


def core(text, s, e):
    """The span without "the" before it and 's after it, as the other corpora have names."""
    for tail in ("'s", "’s"):
        if text[s:e].endswith(tail):
            e -= 2
    if text[s:s + 4].lower() == "the ":
        s += 4
    return s, e


def main(argv):
    corpora, path, folder, tool, out = argv
    with open(path, "rb") as f:
        store = pickle.load(f)
    index = {x: i for i, x in enumerate(store["labels"]["ner"])}
    nlp = spacy.load(folder, exclude=["lemmatizer", "attribute_ruler", "parser", "tagger"])
    by_name = {d["name"]: d for d in store["docs"] if d["kind"] in ("train.attrib", "plain")}
    for file in ("polnear/train.jsonl", "newswire/silver.jsonl.gz", "muc4/train.jsonl", "timeml/train.jsonl",
                 "stories/ecb-train.jsonl.gz"):
        prefix = "" if file.startswith("polnear") else file + "/"
        docs = documents.read_jsonl(corpora + "/" + file)
        texts = [d["text"] for d in docs]
        n = 0
        for d, tokens, read in zip(docs, documents.tokenize(texts, tool), nlp.pipe(texts, batch_size=32)):
            doc = by_name[prefix + d["id"]]
            if len(doc["form"]) != len(tokens) or d["text"].isupper():
                continue
            labels, find = ["O"] * len(tokens), documents.Finder(tokens, len(d["text"]))
            for e in read.ents:
                span = find(*core(d["text"], e.start_char, e.end_char)) if e.label_ in KINDS else None
                if span:
                    documents.paint(labels, *span, KINDS[e.label_])
                    n += 1
            doc["ner"] = documents.np.array([index[x] for x in labels], documents.np.int16)
        print(file, len(docs), "documents", n, "names", flush=True)
    for d in store["docs"]:       # a batch has one kind of document, and all of it the same layers
        if d["kind"] in ("train.attrib", "plain"):
            d.setdefault("ner", documents.np.full(len(d["form"]), -1, documents.np.int16))
    with open(out, "wb") as f:
        pickle.dump(store, f)
