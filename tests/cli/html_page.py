#!/usr/bin/env python3
"""html_page.py LEGOMENA MODEL ROOT - web pages, whatever the reports hold.

Each page parses with its tags balanced, its ids are unique and its links lead somewhere; it names no other
file than those of its own folder; only our own elements and attributes stand in it, styles and script are those of the hashes in its
policy; the text of each report is in it, letter by letter.
"""
import base64
import hashlib
import html.parser
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

VOID = {"meta", "br"}
ELEMENTS = set("html head meta title style body p span b i mark u main article header h1 h2 h3 section a ol ul "
               "li em div small time code nav footer script figure figcaption svg desc g line text tspan circle "
               "rect path br dl dt dd details summary".split())
ATTRIBUTES = set("lang charset http-equiv content name class id href title aria-label aria-labelledby data-c datetime "
                 "viewbox preserveaspectratio role font-family font-size x y x1 y1 x2 y2 cx cy r rx width height d fill text-anchor "
                 "stroke-dasharray".split())
HOSTILE = ["<", ">", "&", '"', "'", "</p>", "</title>", "<script>alert(1)</script>", "<!--", "-->", "]]>", "&#0;",
           "<img src=//x onerror=y>", "javascript:x", "\u202e", "\u2028", "\x07", "\x1b[2J", "\x85", "\ufffe", "😀",
           "cafe\u0301", "“", "”", "‘", "’", "said", "told", "Ada Lind", "Jo Marsh", "on Friday", "in March",
           "in 2002", "last week", "who", "the mayor", ",", ".", "\n", "\n\n", "\r\n", "\t", " ", " ", " "]


class Page(html.parser.HTMLParser):
    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.problems = [], [], [], []
        self.texts, self.raw, self.policy, self.title = [], {"style": "", "script": ""}, "", ""
        self.feed(source)
        self.close()
        if self.open:
            self.problems.append(f"left open: {self.open}")

    def handle_starttag(self, tag, attrs):
        if tag not in ELEMENTS:
            self.problems.append(f"element {tag}")
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.problems.append(f"attribute {name} of {tag}")
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.links.append(value)
        a = dict(attrs)
        if a.get("http-equiv"):
            self.policy = a["content"]
        if tag == "article":
            self.texts.append("")
        if tag not in VOID:
            self.open.append((tag, a.get("class", "")))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop()[0] != tag:
            self.problems.append(f"</{tag}> at {self.getpos()}")

    def handle_comment(self, data):
        self.problems.append("a comment")

    def handle_data(self, data):
        tag = self.open[-1][0] if self.open else ""
        if tag in self.raw:
            self.raw[tag] += data
        elif tag == "title" and len(self.open) == 3:
            self.title += data
        elif self.texts and self.in_text():
            self.texts[-1] += data

    def in_text(self):
        """Within the text, or a heading that is part of it; numbers of claims and the sign of the report's own voice
        are not."""
        return (any(c == "text" or t == "h1" for t, c in self.open)
                and not any((t, c) in (("a", "n"), ("span", "r")) for t, c in self.open))


def letters(text):
    """What of a text a page must hold: letters and marks, without white space and what acts on a screen."""
    text = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u202a-\u202e\u2066-\u2069\ufffe\uffff]", "\ufffd", text)
    return "".join(text.split())


def check(source, reports, beside=()):
    page = Page(source)
    problems = list(page.problems)
    if len(page.ids) != len(set(page.ids)):
        problems.append("an id twice")
    problems += [f"link to {x}" for x in page.links if x[1:] not in page.ids and x not in beside]
    if re.search(r"(?i)\b(src|srcset|style|on[a-z]+)\s*=", re.sub(r">[^<]*<", "><", source)):
        problems.append("an attribute that acts")
    if re.search(r"url\(|@import|https?:", page.raw["style"] + page.raw["script"]):
        problems.append("something from elsewhere")
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.raw[tag].encode()).digest()).decode()
        if f"{tag}-src 'sha256-{digest}'" not in page.policy:
            problems.append(f"html_{tag}_sha256 should be {digest}")
    if not page.policy.startswith("default-src 'none'; "):
        problems.append("the policy allows more")
    bad = {c for c in source if (ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160}
    if bad:
        problems.append(f"characters {ascii(sorted(bad))}")
    if len(page.texts) != len(reports):
        problems.append(f"{len(page.texts)} reports instead of {len(reports)}")
    for got, r in zip(page.texts, reports):
        wanted = letters(r["text"])
        if not letters(got).endswith(wanted):
            problems.append(f"text {letters(got)!r} instead of {wanted!r}")
    return problems


def read(legomena, model, files, *more):
    return subprocess.run([legomena, "read", "-q", "-f", "html", "-m", model, *more, *files], capture_output=True)


def jsonl(folder, name, reports):
    path = folder / name
    path.write_text("".join(json.dumps(r) + "\n" for r in reports), encoding="utf-8")
    return str(path)


def hostile(seed):
    rng = random.Random(seed)
    def some(n):
        return "".join(rng.choice(HOSTILE) + rng.choice(["", " "]) for _ in range(rng.randint(1, n)))
    return {"title": some(8), "byline": some(4), "publisher": some(4), "url": some(4), "id": some(3),
            "date": "2024-02-29", "text": "Ada " + some(80)}


def main():
    legomena, model, root = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    sample = root / "data/samples/report.txt"
    one = {"text": sample.read_text(encoding="utf-8")}
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        cases = {
            "one report": ([str(sample)], [one]),
            "a title of its own": ([jsonl(folder, "t.jsonl", [{**one, "title": "Of <grain> & dust"}])], [one]),
            "several reports": ([str(sample)] * 3, [one] * 3),
            "no words": ([jsonl(folder, "n.jsonl", [{"text": "...\n\n?!"}])], [{"text": "...\n\n?!"}]),
            "none could be read": ([str(folder / "missing.txt")], []),
        }
        bad = [hostile(i) for i in range(60)]
        cases["hostile reports"] = ([jsonl(folder, "h.jsonl", bad)], bad)
        for name, (files, reports) in cases.items():
            r = read(legomena, model, files, "--date", "2024-03-14")
            problems = check(r.stdout.decode("utf-8"), reports)
            tap.case(name, "\n".join(problems[:20]) or None)
        source = read(legomena, model, cases["several reports"][0] + ["missing.txt"]).stdout.decode()
        page = Page(source)
        tap.case("a list of contents", None if source.count('<a href="#r3">') == 1 and "<nav" in source else source)
        tap.case("what could not be read is said", None if "1 report could not be read" in source else source[-900:])
        tap.case("the title is the report's", None if page.title.startswith("Blast at Port Ostrel grain terminal")
                 else page.title)
        source = read(legomena, model, [str(sample)]).stdout.decode()
        tap.case("one report has no contents", None if "<nav" not in source else "it has")
        pages_in_a_folder(tap, legomena, model, folder, one)
    tap.end()


def pages_in_a_folder(tap, legomena, model, folder, one):
    """-o FOLDER/: an index and a page a report; no page tells where on this machine anything is."""
    inside = folder / "archive" / "below"
    inside.mkdir(parents=True)
    (inside / "a.txt").write_text(one["text"], encoding="utf-8")
    reports = [one, {"text": "Ada <Lind> left.", "title": "A <title>"}, one] # "b.jsonl" before "below/"
    jsonl(folder, "archive/b.jsonl", reports[:2])
    out = folder / "pages"
    r = read(legomena, model, [str(folder / "missing.txt"), str(folder / "archive")], "-o", f"{out}/")
    names = sorted(p.name for p in out.iterdir())
    tap.case("a folder has an index and a page a report", None if r.returncode == 1 and names == [
        "0002.html", "0003.html", "0004.html", "index.html"] else f"{r.returncode}: {names}")
    for name, report in zip(names, reports):
        source = (out / name).read_text(encoding="utf-8")
        problems = check(source, [report], ["index.html"])
        if str(folder) in source or '<a href="index.html">' not in source:
            problems.append(source[:2000])
        tap.case(f"page {name}", "\n".join(problems) or None)
    index = (out / "index.html").read_text(encoding="utf-8")
    problems = check(index, [], names)
    problems += [f"no link to {n}" for n in names[:3] if f'href="{n}"' not in index]
    problems += [w for w in ("3 reports", "1 report could not be read", "A &lt;title&gt;") if w not in index]
    tap.case("the index leads to all", "\n".join(problems) or None)
    page = (out / "0004.html").read_text(encoding="utf-8")
    tap.case("a path begins with what was named", None if "archive/below/a.txt" in page else page[:3000])
    again = read(legomena, model, [str(folder / "archive")], "-o", str(out))
    tap.case("a folder that is there needs no slash", None if again.returncode == 0 and (out / "0001.html").exists()
             else again.stderr)
    alone = read(legomena, model, [str(inside / "a.txt")]).stdout.decode()
    tap.case("a file named by its whole path is its name", None if str(folder) not in alone and "a.txt" in alone
             else alone[:2000])
    (folder / "file").write_text("x")
    r = read(legomena, model, [str(inside / "a.txt")], "-o", f"{folder}/file/")
    tap.case("a folder that cannot be made", None if r.returncode == 4 and b"cannot " in r.stderr
             else r.stderr)


main()
