"""Where reports of one story differ: what is linked as at odds, against stories.jsonl of the accounts corpus.

found: of the conflicts of the gold with two values or more, those of which two values are the sides of a link of the
question that is not "holds" or "scope". right: of such links, those that are a conflict or a change of the gold.
Figures agree within 2 % (feet in metres are rounded), days where they are the same, words without articles where they
are the same or where of all values of the conflict one alone is within the other.
"""
import re

METRES = {"ft": .3048, "foot": .3048, "feet": .3048, "km": 1000, "mile": 1609.3, "miles": 1609.3}
SAME_QUESTION = {"why": "cause", "name": "victim"}


def fold(words):
    return " ".join(w for w in re.sub(r"\W+", " ", str(words).casefold()).split() if w not in ("the", "a", "an"))


def number(value):
    """60, "60 m", "2,000 ft"; None of words."""
    if isinstance(value, (int, float)):
        return float(value)
    m = re.fullmatch(r"(\d[\d,.]*)\s*([a-z]*)", str(value).strip())
    return float(m[1].replace(",", "")) * METRES.get(m[2], 1) if m else None


def which(answer, values):
    """The index of the value of the gold that this answer is, or None."""
    value = answer["value"]
    if isinstance(value, (int, float)):
        value *= METRES.get(answer.get("unit") or "", 1)
        return next((i for i, g in enumerate(values) if number(g) is not None and abs(number(g) - value) <= .02 * value), None)
    if value is None:
        return None
    folded = [fold(g) for g in values]
    if fold(value) in folded:
        return folded.index(fold(value))
    words = " %s " % fold(value)
    within = [i for i, g in enumerate(folded) if " %s " % g in words or words in " %s " % g]
    return within[0] if len(within) == 1 else None


def joins(link, question, values):
    a, b = which(link["a"], values), which(link["b"], values)
    return link["question"] == SAME_QUESTION.get(question, question) and None not in (a, b) and a != b


def score(stories, links):
    """Links as `accounts -f json` has them. Returns (found, wanted, right, shown)."""
    story_of = {d: s["story"] for s in stories for a in s["accounts"] for x in a["answers"] for d in x["docs"]}
    shown = [x for x in links if x["kind"] not in ("holds", "scope")]
    found, wanted, right = 0, 0, set()
    for s in stories:
        own = [(i, x) for i, x in enumerate(shown) if story_of.get(x["a"]["doc"]) == s["story"]]
        for c in s["conflicts"]:
            hits = {i for i, x in own if joins(x, c["question"], c["values"])}
            wanted += len(c["values"]) > 1
            found += len(c["values"]) > 1 and bool(hits)
            right |= hits
        for c in s["changes"]:
            if None not in (c["from"], c["to"]):
                right |= {i for i, x in own if joins(x, c["question"], [c["from"], c["to"]])}
    return found, wanted, len(right), len(shown)
