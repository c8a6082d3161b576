"""How a tagger with the OntoNotes labels calls the places of our corpora (for data/documents.py: GPE, LOC or FAC).

usage: place_votes CORPORA SPACY_MODEL_DIR OUT.json

The corpora know places only; spaCy's en_core_web_md (MIT) tells countries and cities from rivers and
buildings well enough when it is asked about a span that is known to be a place, and counted by name.
"""
import collections
import json

import spacy

from train.data import documents


def main(argv):
    corpora, folder, out = argv
    nlp = spacy.load(folder, exclude=["lemmatizer", "attribute_ruler", "parser", "tagger"])
    docs = [d for p in ("worldwide-train.jsonl.gz", "gum-train.jsonl.gz", "worldwide-dev.jsonl.gz", "gum-dev.jsonl")
            for d in documents.read_jsonl(corpora + "/ner/" + p)]
    votes = collections.defaultdict(collections.Counter)
    for d, read in zip(docs, nlp.pipe((d["text"] for d in docs), batch_size=16)):
        label = {i: e.label_ for e in read.ents for i in range(e.start_char, e.end_char)}
        for m in d["gold"]["entities"]:
            if m["type"] in ("location", "place"):
                votes[d["text"][m["start"]:m["end"]]][str(label.get(m["end"] - 1))] += 1
    with open(out, "w", encoding="utf-8") as f:
        json.dump(votes, f)
