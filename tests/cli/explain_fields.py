#!/usr/bin/env python3
"""explain_fields.py LEGOMENA MODEL ROOT - no field that is explained is without its reason.

Of every record each field that has a value has a reason in `why`, which tells of something that the record
has, with words within the text and a sentence that reads as one; and the page of reasons has it too.
"""
import json
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

# Fields that say where something stands, or that go with another.
PLACES = {"id", "start", "end", "span"}
WITH = {"evidence_span": "evidence", "repetition_span": "repetition", "figures_was": "was", "figures_now": "now"}
LISTS = {"c": "claims", "e": "entities", "t": "times", "v": "events", "f": "figures",
         "i": "incidents", "d": "disputes", "l": "timeline", "n": "notes"}
OPTIONS = {"c": "claim", "e": "entity", "t": "time", "v": "event", "f": "figure",
           "i": "incident", "d": "dispute", "l": "timeline", "n": "editors-note"}

TEXT = """Harbour board denies plan to close the Ostrel ferry

OSTREL, Tolva, March 14, 2024 - The head of the harbour board, Ada Lind, said on Monday in a radio interview that the
ferry would not close. "We have no such plan," she told the Daily Echo. Lind repeatedly denied, without offering
evidence, that Tolva's government had asked for it.

The mill owners' union said it had been warned by Minister Okke Berg in January that the port might shut early next
year. "Nobody asked us," a worker who asked not to be named said. "It is a disgrace."

According to a report by the Harbour Institute, some 300 jobs depend on the ferry. Berg and Lind said they would
meet every Tuesday. In Paris, France, a spokesman for Veltron Ltd (VTL) said the firm had apologised for the first
time. "Who will pay?" asked the newspaper.

Another: "I shall stay." The mayor accused Berg of lying, citing satellite images. Washington rejected the report.
Two French soldiers attacked the ferry.
"""


VIOLENT = """Gunmen kill six at Varnholm depot

VARNHOLM, Tolva, March 15, 2024 (Tolva Press) - Masked gunmen of the Tide Front attacked the oil depot in Varnholm with
grenades on Thursday, killing six guards and wounding 11 people, among them two children, police said.

The Tide Front claimed responsibility for the attack in a statement on Friday. Army chief Rolf Maran said rebels had
kidnapped the mayor of Ostrel, Ada Lind, on Wednesday. Maran accused the port of Merrow of arming the rebels. A
spokesman for the port denied the accusation on Friday.

Maran told a news conference on Friday that 40 rebels had been arrested. "We have lost nobody," the front said.

Correction, March 16, 2024: An earlier version of this article said seven guards were killed. Six guards were killed.
"""


def explain(legomena, model, args, text):
    run = subprocess.run([legomena, "explain", "-m", model, *args, "-"], input=text.encode(), capture_output=True)
    if run.returncode:
        sys.exit(run.stderr.decode())
    return run.stdout.decode()


def is_set(value):
    return value is not None and value != [] and value != ""


def items(record, kind):
    """Each of a kind, with its id: "i1" is the first of a list whose items have none in the record."""
    return [(f"{kind}{n}", item) for n, item in enumerate(record.get(LISTS[kind], []), 1)]


def missing(record):
    """A line a field that has a value and no reason."""
    told = {(w["of"], w["field"]) for w in record["why"]}
    for kind in LISTS:
        for at, item in items(record, kind):
            for key, value in item.items():
                key = WITH.get(key, key)
                if key not in PLACES and is_set(value) and (at, key) not in told:
                    yield f'{at}: "{key}" has no reason: {json.dumps(value)[:80]}; make a note of it (src/doc/why.h)'


def faults(record):
    """A line a reason that leads nowhere, or does not read as a sentence."""
    size = len(record["text"])
    for w in record["why"]:
        name = f'{w["of"]} {w["field"]}'
        if w["of"] not in dict(items(record, w["of"][0])):
            yield f"{name}: there is none"
        if any(not 0 <= a < b <= size for a, b in w.get("words", [])):
            yield f"{name}: words outside of the text"
        if not re.match(r'[A-Z"\u201c].*[^.\s]$', w["rule"], re.S):
            yield f'{name}: no sentence: {w["rule"]}'
        if not w["where"].startswith("src/"):
            yield f'{name}: {w["where"]}'
        for step, following in zip(w.get("path", []), w.get("path", [])[1:]):
            if not step.get("rel") or step["start"] == following["start"]:
                yield f"{name}: a step without a relation"


def named_files(record, root):
    for w in record["why"]:
        for path in re.findall(r"data/\w+/\w+\.txt", w["rule"]) + [w["where"]]:
            if not (root / path).exists():
                yield f"{path}: there is no such file ({w['rule'][:60]})"


def untold(record, page):
    """A field with reasons of which the page says nothing."""
    for w in record["why"]:
        words = re.sub(r"\s+", " ", w["rule"])
        if words not in page:
            yield f'{w["of"]} {w["field"]}: the page has not: {words[:80]}'


def main():
    legomena, model, root = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    tap = Tap()
    texts = {"sample": (root / "data/samples/report.txt").read_text(), "invented": TEXT, "violent": VIOLENT}
    if not model.exists():
        tap.case("reasons", skip=f"no {model.name}")
        tap.end()
    os.environ["LEGOMENA_MODELS"] = str(root / "models")
    for name, text in texts.items():
        args = ["--date", "2024-03-16"]
        read = json.loads(explain(legomena, model, [*args, "-f", "json"], text))
        all_of = [f"--{option}={at}" for kind, option in OPTIONS.items() for at, _ in items(read, kind)]
        record = json.loads(explain(legomena, model, [*args, *all_of, "-f", "json"], text))
        page = re.sub(r"\s+", " ", explain(legomena, model, [*args, *all_of, "--width", "200"], text))
        if name == "violent" and model.stem.startswith("en-"):  # the others find what they find
            absent = [LISTS[kind] for kind in LISTS if not items(record, kind)]
            tap.case("there is one of each kind", "\n".join(absent))
        tap.case(f"{name}: every field has a reason", "\n".join(missing(record)))
        tap.case(f"{name}: reasons lead somewhere", "\n".join(faults(record)))
        tap.case(f"{name}: files that reasons name are there", "\n".join(sorted(set(named_files(record, root)))))
        tap.case(f"{name}: the page has all reasons", "\n".join(untold(record, page)))
    tap.end()


main()
