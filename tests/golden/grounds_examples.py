#!/usr/bin/env python3
"""grounds_examples.py BINARY DATA - why a source is heard, in the examples of data/grounds/clauses.txt and below."""
from word_lists import entries, read_cases

# (text, kind of the justification of its last claim, its words); None: it has none.
CASES = [
    ("Ada Lind, the mayor of Ostrel, said no.", "role", "mayor of Ostrel"),
    ("Foreign minister Ada Lind said no.", "role", "Foreign minister"),
    ("The Northgate chief executive, Jon Weiss, said no.", "role", "Northgate chief executive"),
    ("Ada Lind, an economist at Ostrel University, said prices would rise.", "expertise",
     "economist at Ostrel University"),
    ("Harbour Institute researcher Ada Lind said prices would rise.", "expertise", "Harbour Institute researcher"),
    ("Her brother, Okke Berg, said she left.", "relation", "Her brother"),
    ("The girl's parents said she was ill.", "relation", "girl's parents"),
    ("A source close to the family said she was ill.", "relation", "source close to the family"),
    ("A resident who saw the blast said it was loud.", "eyewitness", "resident who saw the blast"),
    ("A bystander said the bus was too fast.", "eyewitness", "bystander"),
    ("A senior police officer said the man fled.", "role", "senior police officer"),
    ("Veltron, the world's largest carmaker, said it would close.", "role", "world's largest carmaker"),
    ("An official spoke on condition of anonymity because he was not authorised to speak publicly, saying the plan "
     "was dead.", "anonymity", "because he was not authorised to speak publicly"),
    ('"They came at night," said a resident, who asked not to be named for fear of reprisals.', "anonymity",
     "for fear of reprisals"),
    # the same of a later claim
    ("Ada Lind, the mayor of Ostrel, left. The dam is safe, Lind said.", "role", "mayor of Ostrel"),
    # nothing is said
    ("Officials said the fire was out.", None, None),
    ("A man said the fire was out.", None, None),
    ("Police said the fire was out.", None, None),
    ("Mr. Lind said the fire was out.", None, None),
    ("Ada Lind, 56, said the fire was out.", None, None),
    ("Ada Lind (R-Ostrel) said the fire was out.", None, None),
    ("Ada Lind, who is tall, said the fire was out.", None, None),
    ("Ada Lind, who sees the plan as a mistake, said it was dead.", None, None),
    ("The defence ministry said the fire was out.", None, None),
    ('Berg said: "My brother saw the blast."', None, None),
]


def cases(data):
    return [(text, kind, None) for _, kind, text in entries(data / "clauses.txt")] + CASES


def why(record):
    found = [c.get("justification") for c in record["claims"] if c["source"]]
    last = found[-1] if found else None
    return (last["kind"], record["text"][slice(*last["span"])]) if last else (None, None)


def judge(case, record):
    text, kind, words = case
    got = why(record)
    right = got[0] == kind and (words is None or got[1] == words)
    return text, None if right else "%s, and not %s" % (got, (kind, words))


read_cases(cases, lambda case: case[0], judge)
