#!/usr/bin/env python3
"""record.py LEGOMENA MODEL ROOT - every record fits docs/schema/report-1.json, and means what it says.

Beyond the schema: spans lie inside the text and in order, ids count up, hashes are those of the text
and of the bytes read, quoted words lie inside the content, aliases are mentions,
speakers are entities.
"""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

try:
    import jsonschema
except ImportError:
    jsonschema = None

# What a TIMEX3 value may be.
DATE = r"[0-9X]{4}(-[0-9X]{2}(-[0-9X]{2})?|-W[0-9X]{2}(-WE|-[1-7])?|-Q[1-4]|-H[12]|-(SP|SU|FA|WI))?"
VALUE = re.compile(r"%s|%s(T[0-9]{2}:[0-9]{2}|TMO|TAF|TEV|TNI)|[0-9]{1,3}|(PAST|PRESENT|FUTURE)_REF|"
                   r"P(T?([0-9.]+|X)(S|M|H|D|WE|W|Q|Y|X|DE|CE|NI)(T?[0-9]+[DMSH])?)" % (DATE, DATE))

TEXTS = {
    "times": "On May 3, 1998 and Friday night, the mid-1990s, two and a half years ago, it rained daily. "
             "A day later, at 7:15 p.m., for weeks, in the third quarter, three days before the vote.",
    "one word": "Fire",
    "no words": "...\n\n?!",
    "quotation over paragraphs": "“We left,” Ada Lind said.\n\n“And then\n\n“we came back,” she said.",
    "astral and combining characters": "Zoë 😀 said: “cafe\u0301 𝔸 is closed”, and left. 漢字 agreed.",
    "control characters": "Ada\x01Lind\x1b[31m said\u009b “no”.\u2028Then\ttabs.",
    "many marks": "\"'“”‘’«»`\" " * 40,
    "names over lines": "Ada\nLind met Ada Lind. Ada\n Lind said Norvik\nGroup denied it.",
}


def check(r, raw):
    text, n = r["text"], len(r["text"])
    assert r["sha256"] == hashlib.sha256(text.encode()).hexdigest(), "sha256"
    assert r["raw_sha256"] == hashlib.sha256(raw).hexdigest(), "raw_sha256"
    spans = list(r["sentences"])
    assert spans == sorted(spans), "sentences in order"
    firsts = []
    for i, e in enumerate(r["entities"], 1):
        assert e["id"] == f"e{i}", "entity ids"
        mentions = [[m["start"], m["end"]] for m in e["mentions"]]
        assert mentions == sorted(mentions), "mentions in order"
        said = {" ".join(text[m["start"]:m["end"]].split()) for m in e["mentions"] if m["form"] == "name"}
        assert {e["name"], *e["aliases"]} == said if said else not e["aliases"], "names"
        assert e["name"] not in e["aliases"], "a name is no alias"
        assert all(("confidence" in m) == (m["form"] == "name") for m in e["mentions"]), "confidence of names"
        spans += mentions
        firsts.append(mentions[0])
    assert firsts == sorted(firsts), "entities in order"
    last = 0
    for i, t in enumerate(r["times"], 1):
        assert t["id"] == f"t{i}" and t["start"] >= last, "times in order"
        last = t["end"]
        spans.append([t["start"], t["end"]])
        assert t["value"] is None or VALUE.fullmatch(t["value"]), f"value {t['value']}"
        assert t["anchor"] in (None, "published") or int(t["anchor"][1:]) <= len(r["times"]), "anchor"
    values = {t["id"]: t["value"] for t in r["times"]}
    dated = {c["id"]: c["said"]["value"] for c in r["claims"] if c["said"]}
    for c in r["claims"]:
        assert not c["said"] or values[c["said"]["time"]].split("T")[0] == c["said"]["value"], "said"
    assert all(dated[c] == x["value"].split("T")[0] for x in r["timeline"] for c in [x["record"], *x.get("also", [])]), "timeline"
    told = [c for x in r["timeline"] for c in [x["record"], *x.get("also", [])]]
    assert len(told) == len(set(told)), "each dated claim once"
    firsts = []
    for i, c in enumerate(r["claims"], 1):
        assert c["id"] == f"c{i}", "claim ids"
        assert c["speaker"] is None or c["speaker"] in {e["id"] for e in r["entities"]}, "speaker"
        for part in ("source", "cue", "content", "quoted"):
            assert c[part] == sorted(c[part]), f"{part} in order"
            spans += c[part]
        for a, b in c["quoted"]:
            assert any(x <= a and b <= y for x, y in c["content"]), "quoted inside content"
        assert (c["form"] == "indirect") == (not c["quoted"]) or c["form"] == "indirect", "form"
        firsts.append(min(c["source"][:1] + c["cue"][:1] + c["content"][:1])[0])
    assert firsts == sorted(firsts), "claims in order"
    for a, b in spans:
        assert 0 <= a < b <= n, f"span {a}, {b}"
        assert not text[a].isspace() and not text[b - 1].isspace(), f"span {a}, {b} on white space"


def read(legomena, model, raw):
    r = subprocess.run([legomena, "read", "-q", "-f", "jsonl", "-m", model, "-"], input=raw,
                       capture_output=True, check=True)
    return json.loads(r.stdout)


def main():
    legomena, model, root = sys.argv[1:4]
    root = pathlib.Path(root)
    tap = Tap()
    if not os.path.exists(model):
        tap.case("records", skip=f"no {os.path.basename(model)}")
        tap.end()
    schema = json.loads((root / "docs/schema/report-1.json").read_text(encoding="utf-8"))
    validator = None
    if jsonschema:
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
    texts = {name: text.encode() for name, text in TEXTS.items()}
    texts["the sample report"] = (root / "data/samples/report.txt").read_bytes()
    for name, raw in texts.items():
        problem = None
        try:
            r = read(legomena, model, raw)
            check(r, raw)
            if validator:
                problem = "\n".join(e.message for e in validator.iter_errors(r))
        except (AssertionError, KeyError, ValueError, subprocess.CalledProcessError) as e:
            problem = f"{type(e).__name__}: {e}"
        tap.case(name if validator else f"{name} (without the schema: no jsonschema here)", problem)
    tap.end()


main()
