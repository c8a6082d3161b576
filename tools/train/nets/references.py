"""Who is who, as a task of the encoder: mentions and pairs of them, scored from token vectors alone."""
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

SIZE = 64
NEAR = (1, 2, 3, 5, 8, 16, 32)     # mentions apart


class References(nn.Module):
    """Mention or not, and the score of pairs of mentions, from token vectors alone and what is plain of them."""

    def __init__(self, d):
        super().__init__()
        self.is_mention, self.is_new = nn.Linear(d, 1), nn.Linear(d, 1)
        self.ana, self.ante = nn.Linear(d, SIZE), nn.Linear(d, SIZE)
        self.plain = nn.Parameter(torch.zeros(2 * (len(NEAR) + 1)))     # by distance and whether the words are one

    def forward(self, flat, b):
        """flat [tokens][d] -> two losses: what heads a mention; the share of its right antecedents."""
        yes = torch.zeros(len(flat))
        yes[b["refs"]] = 1
        found = F.binary_cross_entropy_with_logits(self.is_mention(flat).float().squeeze(-1)[b["mask"].reshape(-1)],
                                                   yes[b["mask"].reshape(-1)])
        v = flat[b["refs"]]
        far = torch.arange(len(v))[:, None] - torch.arange(len(v))[None, :]
        step = torch.bucketize(far.clamp_min(1), torch.tensor(NEAR))
        one = (b["ref_form"][:, None] == b["ref_form"][None, :]).long()
        score = (self.ana(v) @ self.ante(v).T).float() * SIZE ** -0.5 + self.plain[2 * step + one]
        may = (far > 0) & (b["ref_window"][:, None] == b["ref_window"][None, :])
        score = torch.cat([score.masked_fill(~may, -1e4), self.is_new(v).float()], 1)
        right = may & (b["ref_cluster"][:, None] == b["ref_cluster"][None, :])
        right = torch.cat([right, ~right.any(1, keepdim=True)], 1)
        return found, (score.logsumexp(1) - score.masked_fill(~right, -1e4).logsumexp(1)).mean()


def cut(refs, a, b):
    """Those of the tokens a to b - 1, counted from a."""
    return refs[(refs[:, 0] >= a) & (refs[:, 0] < b)] - np.array([a, 0])


def rows(windows, width):
    """What References reads of a batch."""
    at = [w["refs"][:, 0] for w in windows]
    join = lambda x: torch.from_numpy(np.concatenate(x).astype(np.int64))
    return {"refs": join([x + i * width for i, x in enumerate(at)]),
            "ref_window": join([np.full(len(x), i) for i, x in enumerate(at)]),
            "ref_cluster": join([w["refs"][:, 1] for w in windows]),
            "ref_form": join([w["form"][x, 2] for w, x in zip(windows, at)])}
