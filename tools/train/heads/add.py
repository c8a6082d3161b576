"""A head more in a model file: its tensors are added, all else stays as it is, byte for byte.

usage: add MODEL.lgm HEAD.npz OUT.lgm [--replace] [--version V]

HEAD.npz, as numpy.savez writes it, by name of the array:
  NAME.w [n_out][dim] and, if there is one, NAME.b [n_out]   a linear layer over the token vectors, int8
  labels.WHAT [n] of strings                                a table of labels
  config.WHAT, one number                                   a number of the configuration
  any other                                                 a tensor of f32, as it is
Where the model has a tensor of that name already, --replace is needed. The engine refuses what it cannot
read: try the new file with `legomena model show OUT.lgm`. docs/notes/adding-a-head.md has an example.
"""
import argparse
import json

import numpy as np

from train.export import modelfile

MAX_SCALE = 1e3  # LGM_MODEL_MAX_SCALE of src/model/model.h


def add_head(model, arrays, out, replace=False, version=None):
    """model: path of the file to start from; arrays: {name: array} as above; out: path of the new file."""
    r = modelfile.Reader(model)
    w, dim = modelfile.Writer(r), int(r.number("dim"))

    def room(name):
        if name in w and not replace:
            raise SystemExit("%s has a tensor %s already: --replace puts another in its place" % (model, name))
        w.remove(name)

    for name in sorted(arrays):
        a = np.asarray(arrays[name])
        if name.endswith(".b") and name[:-2] + ".w" in arrays:
            continue  # with its weights
        if name.startswith("labels."):
            room(name)
            w.labels(name[len("labels."):], [str(x) for x in a])
        elif name.startswith("config."):
            room(name)
            w.number(name[len("config."):], float(a.reshape(())))
        elif name.endswith(".w"):
            layer, bias = name[:-2], arrays.get(name[:-2] + ".b")
            if a.ndim != 2 or a.shape[1] != dim:
                raise SystemExit("%s is %s; this model's vectors have %d values" % (name, list(a.shape), dim))
            if np.abs(a).max() / 127 > MAX_SCALE or bias is not None and np.abs(bias).max() > MAX_SCALE:
                raise SystemExit("%s: weights or biases that the engine would refuse" % layer)
            room(layer)
            w.linear(layer, a, bias)
        else:
            room(name)
            w.add(name, a, "f32")
    if version:
        card = json.loads(r.text("card.json"))
        for name, text in (("card.version", version), ("card.json", json.dumps(dict(card, version=version), indent=1))):
            w.remove(name)
            w.text(name, text)
    w.write(out)


def main(argv):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("model")
    ap.add_argument("head")
    ap.add_argument("out")
    ap.add_argument("--replace", action="store_true")
    ap.add_argument("--version")
    o = ap.parse_args(argv)
    add_head(o.model, dict(np.load(o.head)), o.out, o.replace, o.version)
