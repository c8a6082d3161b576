#!/usr/bin/env python3
"""pages.py SHOW_RECORD [--update] - pages of the records of reports.py, for a terminal and for a browser.

What is expected stands in NAME.txt: pages one after the other, each under a line "==== width order". --update
rewrites it: review the difference as code. Beside that, at every width and in either order: no line runs over,
each claim is shown once with its words, and a web page has a card for each.
"""
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from reports import REPORTS
from tap import Tap

EXPECTED = {"quay": [("80", "text"), ("80", "speaker"), ("44", "text"), ("120", "speaker"), ("20", "speaker")],
            "circle": [("60", "text"), ("60", "speaker")], "itself": [("60", "text")], "nobody": [("30", "speaker")],
            "raid": [("80", "text"), ("36", "text")], "tolls": [("80", "text"), ("40", "text")],
            "three sides": [("120", "text"), ("80", "text")]}


def columns(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def show(program, path, *args):
    r = subprocess.run([program, str(path), *args], capture_output=True)
    if r.returncode:
        raise RuntimeError(r.stderr.decode())
    return r.stdout.decode("utf-8")


def expected_pages(program, path, name):
    return "".join(f"==== {width} {order}\n" + show(program, path, width, order) for width, order in EXPECTED[name])


def claims_part(page):
    """What stands between the rule and the disputes or names, on one line."""
    body = page[re.search("^─+$", page, re.M).end():]
    return re.split(r"^(?:Disputes|Incidents|Figures|Events|Names)$", body, flags=re.M)[0]


def numbers(part):
    """Of the claims, in the order in which they are shown."""
    return [int(n) for n in re.findall(r"^ *(?:↳)? *(\d+)  \S", part, re.M)]


def page_problems(page, width, report):
    problems = [f"{columns(line)} columns: {line}" for line in page.splitlines() if columns(line) > width]
    part = claims_part(page)
    if sorted(numbers(part)) != list(range(1, len(report["claims"]) + 1)):
        problems.append(f"claims {numbers(part)}")
    together = "".join(part.split())
    for c in report["claims"]:
        for start, end in c["content"]:
            if "".join(report["text"][start:end].split()) not in together:
                problems.append(f"no words of {c['id']}")
    return problems


def web_problems(source, report):
    cards = re.findall(r'<li id="r1-c(\d+)"', source)
    problems = [] if sorted(map(int, cards)) == list(range(1, len(report["claims"]) + 1)) else [f"cards {cards}"]
    ids = set(re.findall(r' id="([^"]*)"', source))
    problems += [f"link to {x}" for x in re.findall(r'href="#([^"]*)"', source) if x not in ids]
    for tag in ("ol", "ul", "li", "div", "section", "h3", "dl", "dt", "dd", "details", "span", "text"):
        if len(re.findall(f"<{tag}[ >]", source)) != source.count(f"</{tag}>"):
            problems.append(f"{tag} is not closed")
    return problems


def under(source):
    """Of the cards of a web page, which stands under which: {2: 1}."""
    found, open_items = {}, []
    for tag in re.findall(r'<li id="r1-c\d+"|<li|</li>', source):
        number = re.search(r"c(\d+)", tag)
        if tag == "</li>":
            open_items.pop()
        else:
            here = int(number.group(1)) if number else None
            if here and open_items and open_items[-1]:
                found[here] = open_items[-1]
            open_items.append(here)
    return found


OWN = ["Six masked men shot guards at the Varnholm depot on 20 May 2024 and then burned it, in the worst raid in years. "
       "More than 14 people died.", "The depot may open again in June 2024. No talks were held. An inquiry goes on, and"]


def own_voice_problem(source):
    """Each stretch has its sign, and ends where a claim begins."""
    text = source[source.index('<section class="text"'):source.index('<section class="claims"')]
    text = re.sub(r'<span class="r"[^>]*aria-label="The report itself:"[^>]*>◇</span>', "◇", text)
    text = re.sub(r'</?(?!p|mark|b class)[^>]*>', "", text)
    found = [html.unescape(t).strip() for t in re.findall(r"◇([^<]*)", text)]
    return None if found == OWN else str(found)


def folding_problem(program, path):
    """Twelve events of one voice: eight, and four more to be unfolded."""
    record = json.loads(path.read_text(encoding="utf-8"))
    many = [dict(record["events"][0], id=f"v{i + 1}") for i in range(12)]
    path.write_text(json.dumps({**record, "events": many, "incidents": [], "timeline": []}), encoding="utf-8")
    source = show(program, path, "0")
    before, _, behind = source.partition("<details><summary>4 more</summary>")
    counts = [len(re.findall(r'<li id="r1-v\d+"', part)) for part in (before, behind)]
    return None if counts == [8, 4] else f"{counts}"


def main():
    program, update = sys.argv[1], "--update" in sys.argv
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for name, report in REPORTS.items():
            path = pathlib.Path(folder) / "record.json"
            path.write_text(json.dumps(report), encoding="utf-8")
            golden = HERE / f"{name.replace(' ', '_')}.txt"
            got = expected_pages(program, path, name)
            if update:
                golden.write_text(got, encoding="utf-8")
            wanted = golden.read_text(encoding="utf-8") if golden.exists() else ""
            tap.case(name, None if got == wanted else f"should be:\n{wanted}\nis:\n{got}")
            for order in ("text", "speaker"):
                problems = []
                for width in range(20, 201, 1 if name == "quay" else 20):
                    problems += page_problems(show(program, path, str(width), order), width, report)
                tap.case(f"{name}, by {order}, at any width", "\n".join(problems[:20]) or None)
                source = show(program, path, "0", order)
                tap.case(f"{name}, by {order}, for a browser", "\n".join(web_problems(source, report)) or None)
        path.write_text(json.dumps(REPORTS["quay"]), encoding="utf-8")
        web, by_speaker = show(program, path, "0"), show(program, path, "0", "speaker")
        tap.case("answers stand under what they answer", None if under(web) == {3: 1, 6: 5, 8: 7} else under(web))
        tap.case("by speaker only what stands within", None if under(by_speaker) == {8: 7} else under(by_speaker))
        lines = re.findall(r"<li[^>]*>([^<]*)(?:<small>[^<]*</small>)?((?: <a class=\"n\"[^>]*>\\d+</a>)+)</li>", web)
        speakers = {name.strip(): [int(n) for n in re.findall(r">(\d+)<", links)] for name, links in lines}
        tap.case("speakers with their claims", None if speakers == {
            "Ada Lind": [1, 2, 6, 7], "The fishermen&#39;s union": [3], "Jo Marsh": [4, 5, 8], "Officials": [9, 10],
            "Ada Lind and Jo Marsh": [11]} else speakers)
        path.write_text(json.dumps(REPORTS["raid"]), encoding="utf-8")
        tap.case("what the report says itself", own_voice_problem(show(program, path, "0")))
        tap.case("a long list of events folds", folding_problem(program, path))
        path.write_text(json.dumps(REPORTS["circle"]), encoding="utf-8")
        web = show(program, path, "0")
        tap.case("a circle is cut where it closes", None if under(web) == {2: 1, 3: 2, 7: 4} else under(web))
        path.write_text(json.dumps(REPORTS["itself"]), encoding="utf-8")
        web = show(program, path, "0")
        tap.case("an answer that comes first", None if under(web) == {4: 6, 7: 2} else under(web))
        path.write_text(json.dumps(REPORTS["three sides"]), encoding="utf-8")
        plain, colored = show(program, path, "120"), show(program, path, "120", "color")
        tap.case("colour changes no word", None if re.sub("\033\\[[0-9;]*m", "", colored) == plain != colored
                 else colored)
    tap.end()


main()
