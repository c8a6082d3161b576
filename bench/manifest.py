"""The models that ship, by models/MANIFEST; in alphabetical order, which puts en-accurate first."""
import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "models")


def paths(chosen=()):
    """{name: path} of all of them, or of those chosen: names, or paths of model files."""
    if not chosen:
        with open(os.path.join(FOLDER, "MANIFEST"), encoding="utf-8") as f:
            chosen = sorted(x.split()[0] for x in f if ".lgm " in x)     # not the table of places
    out = {}
    for c in chosen:
        name = os.path.basename(c).removesuffix(".lgm")
        out[name] = c if os.sep in c else os.path.join(FOLDER, name + ".lgm")
    return out
