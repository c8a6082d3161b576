#!/usr/bin/env python3
"""places.py --corpora FOLDER [--binary PATH] [--show] - places against Wikipedia titles of GUM and MEANTIME.

For each named place of the gold that has a title and that the engine found as a place, by the same span:
is it resolved, and does the name of the place agree with the title ("Portland, Oregon" with Portland in
Oregon)? Titles and table differ in spelling, so what does not agree is to be read: --show prints it.
"""
import argparse
import gzip
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools/places"))
from placefile import fold

SETS = ["ner/gum-dev.jsonl", "stories/meantime-dev.jsonl.gz"]


def lines(path):
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as f:
        yield from map(json.loads, f)


def agrees(title, place, mention):
    names = {fold(place["name"]), fold(mention)}
    head = fold(title.replace("_", " ").split(",")[0].split("(")[0])
    return any(head in n.split(" oblast") or n.startswith(head) or head.startswith(n) for n in names)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=pathlib.Path, required=True)
    p.add_argument("--binary", default=str(ROOT / "build/legomena"))
    p.add_argument("--show", action="store_true")
    o = p.parse_args()
    for name in SETS:
        docs = list(lines(o.corpora / name))
        text = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in docs)
        out = subprocess.run([o.binary, "read", "-f", "jsonl", "-"], input=text, text=True, check=True,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        n = resolved = right = 0
        for gold, line in zip(docs, out.splitlines()):
            got = json.loads(line)
            found = {(m["start"], m["end"]): e for e in got["entities"] if e["type"] in ("GPE", "LOC")
                     for m in e["mentions"]}
            for e in gold["gold"]["entities"]:
                place = found.get((e["start"], e["end"]))
                if not e.get("wiki") or place is None:
                    continue
                n += 1
                if place["place"] is None:
                    if o.show:
                        print("open", "|", e["wiki"], "|", place["name"])
                    continue
                resolved += 1
                same = agrees(e["wiki"], place["place"], place["name"])
                right += same
                if o.show:
                    print("same" if same else "READ", "|", e["wiki"], "|", place["name"], "|",
                          place["place"]["name"], place["place"]["country"], place["place"]["admin1"])
        print("%s: %d places with a title found, %d resolved, %d agree" % (name, n, resolved, right))


main()
