"""Which training documents no model learns from: one in twenty, by a stable hash of the document's id.

    from train.data.heldout import held_out
    docs = [d for d in docs if not held_out(d["id"])]

What is learned from a trained model's own output (confidence: heads/calibrate.py) needs documents that the
model has not seen, and development sets are for tuning and reporting only. So training leaves these
documents of PolNeAR's and Worldwide's training parts out, for ever the same ones.
"""
from train.data import features

SEED = 20  # of its own: no other hash in the project has it
SHARE = 20  # one in so many


def held_out(doc_id):
    """Is this document kept from training? doc_id: the "id" of the corpus line, as it is."""
    return features.hash64(SEED, doc_id) % SHARE == 0
