"""Weights between two checkpoints of one run.

usage: soup EARLY.pt LATE.pt SHARE OUT.pt

OUT has (1 - SHARE) of EARLY and SHARE of LATE. Late weights know their training texts best; weights between
the two read other texts better, and often these too (Wortsman et al. 2022, "Robust fine-tuning").
"""

import torch


def main(argv):
    early, late = (torch.load(p, map_location="cpu", weights_only=False) for p in argv[:2])
    share = float(argv[2])
    net = {k: x if not x.is_floating_point() else (1 - share) * x + share * late["net"][k]
           for k, x in early["net"].items()}
    torch.save(dict(late, net=net), argv[3])
