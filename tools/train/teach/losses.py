"""What training makes smaller: the losses of all tasks over one batch."""
import torch
import torch.nn.functional as F

from train.data import batches

CRF_WEIGHT = 4.0


def losses(net, b, bf16):
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        h = net.head_in(net.encode(b))
        flat = h.reshape(-1, h.shape[-1])
        out = {}
        if "upos" in b:
            t = net.tag(h).float().split(net.sizes, -1)
            m = b["mask"]
            out["sent"] = F.binary_cross_entropy_with_logits(t[0].squeeze(-1)[m], b["sent"][m].float())
            for k, x, w in (("upos", t[1], 0.5), ("xpos", t[2], 0.5), ("lemma", t[3], 0.5)):
                known = (b[k] >= 0).sum().clamp_min(1)
                out[k] = w * F.cross_entropy(x.transpose(1, 2), b[k], ignore_index=-1, reduction="sum") / known
        if "sents" in b:
            out["arc"], out["rel"] = parse_losses(net, flat, b["sents"])
        for k, head, crf in (("ner", net.ner, net.ner_crf), ("attrib", net.att, net.att_crf)):
            taught, marked = "soft." + k in b, k in b and not (k == "ner" and b["silver"])
            if not taught and k not in b:
                continue
            e, inside = batches.gather(head(flat).float(), *b["par"])
            if k in b:
                w = 1.0 if not marked else CRF_WEIGHT / 2 if taught else CRF_WEIGHT
                gold, _ = batches.gather(b[k].reshape(-1), *b["par"])
                known = (gold[:, 0] >= 0)
                if known.any():
                    out[k] = w * crf.nll(e[known], whole(gold[known].clamp_min(0), b["par"][1][known]), inside[known])
            if taught:
                q, _ = batches.gather(b["soft." + k].reshape(-1, crf.k), *b["par"])
                q = closed(q, b["par"][1])
                out["soft." + k] = (CRF_WEIGHT / 2 if marked else CRF_WEIGHT) * crf.taught(e, q, inside)
        if "pair" in b:
            score, group = link_scores(net, flat, b).float(), b["pair_group"]
            n = len(b["pair_gold"])
            top = torch.zeros(n).scatter_reduce(0, group, score.detach(), "amax")   # includes none = 0
            z = torch.zeros(n).index_add(0, group, (score - top[group]).exp()) + (-top).exp()
            first = torch.searchsorted(group, torch.arange(n))
            gold = b["pair_gold"]
            chosen = torch.where(gold >= 0, score[(first + gold.clamp_min(0)).clamp_max(len(score) - 1)],
                                 torch.zeros(n))
            out["link"] = 0.3 * (z.log() + top - chosen).mean()
        if "refs" in b:
            out["mention"], out["refs"] = net.refs(flat, b)
        if "aux" in b:
            m = b["aux_mask"]
            out["aux"] = ((net.aux(h).float() - b["aux"])[m] ** 2).mean() if m.any() else h.sum() * 0
    return out


def whole(gold, length):
    """Labels of a piece with spans that were cut at its ends closed again (O, then B I E S a type)."""
    at = lambda x: torch.where(x > 0, (x - 1) % 4, -1)
    gold = gold.clone()
    first = gold[:, 0]
    gold[:, 0] = first + torch.where(at(first) == 1, -1, torch.where(at(first) == 2, 1, 0))
    rows, ends = torch.arange(len(gold)), length - 1
    last = gold[rows, ends]
    gold[rows, ends] = last + torch.where(at(last) == 0, 3, torch.where(at(last) == 1, 1, 0))
    return gold


def closed(q, length):
    """The same of probabilities [P][L][k], which add up to 1 afterwards: no sequence of labels has others, and what
    none has would be learned without end."""
    q = (q / q.sum(-1, keepdim=True).clamp_min(1e-6)).clone()
    rows = torch.arange(len(q))
    for at, out, into in ((torch.zeros_like(length), (2, 3), (1, 4)), (length - 1, (2, 1), (3, 4))):
        x = q[rows, at]
        for a, b in zip(out, into):     # I -> B and E -> S at the start; I -> E and B -> S at the end
            x[:, b::4] = x[:, b::4] + x[:, a::4]
            x[:, a::4] = 0
        q[rows, at] = x
    return q


def parse_group(net, inputs, g):
    """Arc scores of a group of sentences, impossible heads out, and relation scores for given heads."""
    (dep, inside), (key, _), (rd, _), (rh, _) = [batches.gather(x, g["at"], g["len"]) for x in inputs]
    arc, n = net.arcs(dep, key), dep.shape[1]
    ban = torch.cat([~inside, torch.zeros(len(dep), 1, dtype=torch.bool)], 1)[:, None, :].expand_as(arc).clone()
    ban[:, torch.arange(n), torch.arange(n)] = True

    def rel(heads):
        return net.rels(rd, rh.gather(1, heads.clamp(0, n - 1).unsqueeze(-1).expand_as(rh)))
    return arc.masked_fill(ban, -1e4), rel, inside, n


def parse_losses(net, flat, groups):
    inputs = net.parse_in(flat)
    arc_sum = rel_sum = n_arc = n_rel = 0
    for g in groups:
        arc, rel, _, n = parse_group(net, inputs, g)
        arc_sum = arc_sum + F.cross_entropy(arc.transpose(1, 2), g["head"], ignore_index=-1, reduction="sum")
        n_arc += int((g["head"] >= 0).sum())
        dep = (g["head"] >= 0) & (g["head"] < n)
        rel_sum = rel_sum + F.cross_entropy(rel(g["head"])[dep], g["rel"][dep], reduction="sum")
        n_rel += int(dep.sum())
    return arc_sum / max(1, n_arc), rel_sum / max(1, n_rel)


def link_scores(net, flat, b):
    """The feature "same sentence" follows the net's own sentence starts, as it will in the engine."""
    pairs = b["pair"].clone()
    start = (F.linear(flat, net.tag.weight[:1], net.tag.bias[:1]).squeeze(-1) > 0).detach()
    start |= (b["ctx"].reshape(-1) & 2) > 0
    sent = start.long().cumsum(0)
    pairs[:, 8] += (sent[pairs[:, 0]] == sent[pairs[:, 2]]).long()
    return net.link(flat, pairs)
