"""A network from a training checkpoint."""
import torch

from train.nets import accurate, fast, minilm


def load(path, vectors, drop=0.0):
    s = torch.load(path, map_location="cpu", weights_only=False)
    c = s["config"]
    if c.get("kind") == "accurate":
        net = accurate.Accurate(s["labels"], minilm.shaped(s["net"], c), c["heads"], c["arc"], c["rel"], c["link"],
                                drop=drop / 2, head_drop=drop)
    else:
        net = fast.Fast(s["labels"], vectors, c["n_oov"], c["n_sub"], c["d"], c["layers"], c["arc"], c["rel"],
                        c["link"], drop=drop, hidden=c["hidden"])
    net.load_state_dict(s["net"])
    return net.eval(), s
