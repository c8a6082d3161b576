#!/usr/bin/env python3
"""What web pages say of themselves, against what was marked by hand in dev_about.tsv.

usage: about.py [--pages FOLDER] [--web-text build/tests/tools/web_text] [--compare] [--errors]

FOLDER holds the pages (HASH.html.gz), which are no part of this project. --compare puts htmldate and
trafilatura (of PyPI, where they are installed) beside ours, over the same table. --errors lists what is wrong,
by kind: without a page's own sentences, which stay in the pages.

A day is right where it is the stated moment's day, in the page's zone or in UTC; "as shown" counts those in the
page's zone alone. "stated" columns count pages that state the fact; "none" those that do not, right where nothing is
said. Names are compared without case, accents kept; titles and addresses by the hashes of the table.
"""
import argparse
import datetime
import glob
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
FACTS = ("published", "modified", "byline", "publisher", "section", "agency", "url", "title")


def key(text):
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def short_hash(text):
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def read_table():
    rows = {}
    with open(os.path.join(HERE, "dev_about.tsv"), encoding="utf-8") as f:
        lines = [line.rstrip("\n") for line in f if not line.startswith("#")]
    names = lines[0].split("\t")
    for line in lines[1:]:
        row = dict(zip(names, line.split("\t")))
        rows[row["page"]] = {k: [] if v == "-" else v.split(";") for k, v in row.items() if k != "page"}
    return rows


def days_of(moment):
    """{day as written, day in UTC}"""
    days = {moment[:10]}
    m = re.match(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)$", moment)
    if m:
        zone = "+00:00" if m[2] == "Z" else m[2]
        t = datetime.datetime.fromisoformat(m[1] + zone)
        days.add(t.astimezone(datetime.timezone.utc).date().isoformat())
    return days


def people(text):
    return sorted(key(name) for name in re.split(r"[,;]", text) if key(name))


def is_right(fact, stated, said):
    """One of those stated; said is not empty."""
    if fact in ("published", "modified"):
        return any(said[:10] in days_of(s) or s[:10] in days_of(said) for s in stated)
    if fact == "byline":
        return people(said) == people(", ".join(stated))
    if fact == "url":
        return short_hash(re.sub(r"^https?://", "", said.strip()).rstrip("/")) in stated
    if fact == "title":
        return short_hash(key(said)) in stated
    return key(said) in [key(s) for s in stated]


def ours(o):
    pages = sorted(glob.glob(os.path.join(o.pages, "*.html.gz")))
    done = subprocess.run([o.web_text] + pages, stdout=subprocess.PIPE, check=True)
    found = {}
    for line in done.stdout.decode().splitlines():
        page = json.loads(line)
        found[page["id"].split(".")[0]] = {f: page.get(f) or "" for f in FACTS}
    return found


def htmldate_of(html):
    import htmldate
    find = lambda original: htmldate.find_date(html, original_date=original, extensive_search=True) or ""
    return {"published": find(True), "modified": find(False)}


def trafilatura_of(html):
    import trafilatura
    m = trafilatura.extract_metadata(html)
    m = m.as_dict() if m else {}
    return {"published": m.get("date") or "", "byline": (m.get("author") or "").replace(";", ","),
            "publisher": m.get("sitename") or "", "url": m.get("url") or "", "title": m.get("title") or "",
            "section": (m.get("categories") or [""])[0]}


def others(o, one):
    found = {}
    for path in sorted(glob.glob(os.path.join(o.pages, "*.html.gz"))):
        with gzip.open(path) as f:
            html = f.read().decode("utf-8", "replace")
        found[os.path.basename(path).split(".")[0]] = one(html)
    return found


def score(table, found):
    """{fact: [right, stated, rightly none, none, as shown]}"""
    out = {}
    for fact in FACTS:
        n = [0] * 5
        for page, row in table.items():
            if page not in found or fact not in found[page]:
                continue
            said, stated = found[page][fact], row[fact]
            if stated:
                n[1] += 1
                n[0] += bool(said) and is_right(fact, stated, said)
                n[4] += bool(said) and said[:10] == stated[0][:10]
            else:
                n[3] += 1
                n[2] += not said
        out[fact] = n
    return out


def table_of(table, systems):
    print("| stated by %d pages | %s |" % (len(table), " | ".join(systems)))
    print("| --- |" + " --- |" * len(systems))
    scores = [score(table, found) for found in systems.values()]
    for fact in FACTS:
        cells = []
        for s in scores:
            right, stated, none_right, none, shown = s[fact]
            cell = "%d of %d, %.0f %%" % (right, stated, 100 * right / stated) if stated else ""
            if stated and fact == "published":
                cell += " (as shown %d)" % shown
            if none:
                cell += "; none %d of %d" % (none_right, none)
            cells.append(cell)
        print("| %s | %s |" % (fact, " | ".join(cells)))


def errors_of(table, found):
    for fact in FACTS:
        for page, row in sorted(table.items()):
            said, stated = found.get(page, {}).get(fact, ""), row[fact]
            if not said and stated:
                kind = "missed"
            elif said and not stated:
                kind = "said though not stated"
            elif said and not is_right(fact, stated, said):
                kind = "wrong"
            else:
                continue
            print("%-10s %-24s %s  %s  |  %s" % (fact, kind, page[:8], said[:80], ";".join(stated)[:80]))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--pages", required=True)
    ap.add_argument("--web-text", default="build/tests/tools/web_text")
    ap.add_argument("--compare", action="store_true")
    ap.add_argument("--errors", action="store_true")
    o = ap.parse_args()
    table = read_table()
    systems = {"legomena": ours(o)}
    if o.compare:
        systems["htmldate"] = others(o, htmldate_of)
        systems["trafilatura"] = others(o, trafilatura_of)
    missing = [p for p in table if p not in systems["legomena"]]
    if missing:
        print("%d pages of the table are not in %s" % (len(missing), o.pages), file=sys.stderr)
    table_of(table, systems)
    if o.errors:
        errors_of(table, systems["legomena"])


if __name__ == "__main__":
    main()
