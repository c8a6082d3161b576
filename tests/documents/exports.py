#!/usr/bin/env python3
"""exports.py LEGOMENA MODEL - what `legomena export` writes is what the readers of each format take.

exports.jsonl has records of invented reports, with characters above U+FFFF, line breaks within quotations, and all that
XML, HTML, CSV and Markdown keep for themselves. Readers are packages of Python, looked for where LEGOMENA_TOOLS, a
virtual environment, has them, else here; what is not installed is skipped. What a reader gives back is compared with
the record: every place quotes the same words. MODEL: for CoNLL-U, which is made of words; skipped without it.
"""
import csv
import datetime
import importlib
import importlib.util
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOOLS = os.environ.get("LEGOMENA_TOOLS")
if TOOLS and os.environ.get("LEGOMENA_TOOLS_USED") != "1":
    os.environ["LEGOMENA_TOOLS_USED"] = "1"
    os.execv(f"{TOOLS}/bin/python", [f"{TOOLS}/bin/python", *sys.argv])

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from tap import Tap

LINES = (HERE / "exports.jsonl").read_text(encoding="utf-8").splitlines()
RECORDS = [json.loads(line) for line in LINES]
TEXTS = [r["text"] for r in RECORDS]
RIGHT = dict(modality="actual", polarity="+")


def package(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def installed(name):
    try:
        return importlib.util.find_spec(name) is not None
    except ImportError:
        return False


class Exports:
    def __init__(self, legomena, model, folder, tap):
        self.legomena, self.model, self.folder, self.tap = legomena, model, folder, tap

    def run(self, *args, text=None):
        r = subprocess.run([self.legomena, "export", *args], cwd=self.folder, capture_output=True,
                           input=(text if text is not None else "\n".join(LINES)).encode(), timeout=120)
        if r.returncode != 0:
            raise AssertionError(f"exit {r.returncode}: {r.stderr.decode()}")
        return r.stdout.decode("utf-8")

    def files(self, form):
        """Of a folder, by name; without what is for all of them."""
        self.run(form, "-", "-o", form)
        return sorted((self.folder / form).iterdir())

    def case(self, name, test, needs=None):
        if needs and not installed(needs):
            self.tap.case(name, skip=f"no {needs}")
            return
        try:
            test(self)
            self.tap.case(name)
        except Exception as e:  # a reader that refuses is what we are here for
            self.tap.case(name, f"{type(e).__name__}: {e}")


def same(got, wanted, what=""):
    if got != wanted:
        raise AssertionError(f"{what}: {got!r}\nwanted {wanted!r}")


def quote(text, span):
    return text[span[0]:span[1]]


def happened(event):
    return all(event[k] == v for k, v in RIGHT.items())


# ---- annotations ----

def selected(text, selectors, cut):
    place, words = selectors
    same((place["type"], words["type"]), ("TextPositionSelector", "TextQuoteSelector"))
    same(cut(text, place["start"], place["end"]), words["exact"], "place and quotation")
    at = text.find(words["prefix"] + words["exact"] + words["suffix"])
    assert at >= 0, words
    return words["exact"]


CUTS = {"code-points": lambda s, a, b: s[a:b],
        "utf16": lambda s, a, b: s.encode("utf-16-le")[2 * a:2 * b].decode("utf-16-le"),
        "bytes": lambda s, a, b: s.encode()[a:b].decode()}


def web_annotation(x):
    texts = {r["url"] or "urn:legomena:" + r["sha256"]: r["text"] for r in RECORDS}
    wanted = sorted(quote(r["text"], s) for r in RECORDS for c in r["claims"]
                    for s in c["content"] + c["source"] + c["cue"])
    for unit, cut in CUTS.items():
        page = json.loads(x.run("web-annotation", "-", "--offsets", unit))
        same((page["@context"], page["type"]), ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage"))
        ids = [a["id"] for a in page["items"]]
        same(len(ids), len(set(ids)), "ids")
        found = []
        for a in page["items"]:
            for t in a["target"]:
                words = selected(texts[t["source"]], t["selector"], cut)
                if re.search(r":c\d+(/\w+)?$", a["id"]):
                    found.append(words)
        same(sorted(found), wanted, unit)


# ---- events ----

def plover(x):
    lines = [json.loads(line) for line in x.run("plover", "-", "--offsets", "bytes").splitlines()]
    events = [(r, v) for r in RECORDS for v in r["events"]]
    same([e["event"] for e in lines], [v["plover"] for _, v in events])
    same([r["text"].encode()[e["triggerSpan"][0]:e["triggerSpan"][1]].decode() for e, (r, _) in zip(lines, events)],
         [quote(r["text"], v["trigger"]) for r, v in events])
    same(len({e["id"] for e in lines}), len(lines), "ids")


def gdelt_rows(x, form):
    return [line.split("\t") for line in x.run(form, "-").splitlines()]


def gdelt(x):
    rows, mentions = gdelt_rows(x, "gdelt-events"), gdelt_rows(x, "gdelt-mentions")
    coded = [v for r in RECORDS for v in r["events"] if v["cameo"] and happened(v) and (v["time"] or r["date"])]
    assert len(rows) >= 5, rows
    same([row[26] for row in rows][:len(coded)], [v["cameo"] for v in coded])
    for row in rows:
        same(len(row), 61)
        datetime.datetime.strptime(row[1], "%Y%m%d")
        datetime.datetime.strptime(row[59], "%Y%m%d%H%M%S")
        same((row[2], row[3]), (row[1][:6], row[1][:4]))
        float(row[4]), float(row[30]), float(row[34])
        same([row[28], row[27][:2]], [row[26][:2]] * 2)
        assert all(row[i] != "" for i in (0, 1, 2, 3, 4, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 59, 60)), row
        assert row[29] in "1234" and '"' not in "".join(row)
    for row in mentions:
        same(len(row), 16)
        text = next(t for t, r in zip(TEXTS, RECORDS) if len(t) == int(row[12]))
        event = [v for r in RECORDS if r["text"] == text for v in r["events"]
                 if int(row[9]) in [m[0] for m in v.get("mentions", [v["trigger"]])]]
        assert event and row[0] in {r[0] for r in rows}, row


def acled(x):
    plain, marked = x.run("acled", "-"), x.run("acled", "-", "--bom")
    same(marked, "\ufeff" + plain)
    rows = list(csv.DictReader(io.StringIO(plain)))
    assert rows
    for row in rows:
        same(len(row), 31)
        day = datetime.date.fromisoformat(row["event_date"])
        same(row["year"], str(day.year))
        assert row["time_precision"] in "123" and row["fatalities"].isdigit() and row["timestamp"].isdigit(), row
        assert -90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180
    again = list(csv.DictReader(io.StringIO(x.run("acled", "-", text=LINES[0]))))
    same([r["event_id_cnty"] for r in again], [r["event_id_cnty"] for r in rows][:len(again)], "ids stay")


def places(x):
    """GeoJSON, by the package of that name: each feature is valid, longitude first."""
    geojson = package("geojson")
    page = geojson.loads(x.run("geojson", "-"))
    assert page.is_valid, page.errors()
    events = [(r, v) for r in RECORDS for v in r["events"]]
    same(len(page["features"]), len(events))
    for feature, (r, v) in zip(page["features"], events):
        same(quote(r["text"], feature["properties"]["span"]), quote(r["text"], v["trigger"]))
        place = next((e["place"] for e in r["entities"] if e["id"] == v["place"]), None)
        if place:
            same(list(feature["geometry"]["coordinates"]), [round(place["lon"], 6), round(place["lat"], 6)])
        else:
            same(feature["geometry"], None)


# ---- words ----

def brat(x):
    files = [f for f in x.files("brat") if f.suffix == ".ann"]
    same(len(files), len(RECORDS))
    for f, r in zip(files, RECORDS):
        text = f.with_suffix(".txt").read_bytes().decode()
        same(text, r["text"])
        lines = f.read_bytes().decode().rstrip("\n").split("\n")
        kinds = [line[0] for line in lines]
        same("".join(kinds).lstrip("T").count("T"), 0, "T lines first")
        found = []
        for line in lines:
            if line[0] != "T":
                continue
            _, place, words = line.split("\t")
            pieces = [tuple(map(int, p.split())) for p in place.split(" ", 1)[1].split(";")]
            same(" ".join(text[a:b] for a, b in pieces), words)
            found.append((place.split(" ")[0], pieces[0][0], pieces[-1][1]))
        for c in r["claims"]:
            for key in ("source", "cue", "content"):
                if c[key]:
                    assert (key.title(), c[key][0][0], c[key][-1][1]) in found, (key, c[key])
        read = package("bratly.io.file_read_src").read_and_load_ann_file(
            str(f), no_duplicates=False, sorting=False, renumerotize=False, grammar_check=False)
        same(sorted((a.label, a.content) for a in read.annotations if type(a).__name__ == "EntityAnnotation"),
             sorted((line.split("\t")[1].split(" ")[0], line.split("\t")[2]) for line in lines if line[0] == "T"))
        same(sum(type(a).__name__ == "EventAnnotation" for a in read.annotations), kinds.count("E"))


def timeml(x):
    etree = package("lxml.etree")
    dtd = etree.DTD(str(HERE / "timeml.dtd"))
    files = x.files("timeml")
    same(len(files), len(RECORDS))
    for f, r in zip(files, RECORDS):
        tree = etree.parse(str(f))
        assert dtd.validate(tree), dtd.error_log
        body = tree.find("TEXT")
        same("".join(body.itertext()), r["text"], "the text")
        times = {t["id"][1:]: quote(r["text"], (t["start"], t["end"])) for t in r["times"]}
        for t in body.iter("TIMEX3"):
            same(t.text, times[t.get("tid")[1:]])
        triggers = {v["id"][1:]: quote(r["text"], v["trigger"]) for v in r["events"]}
        for e in body.iter("EVENT"):
            same(e.text, triggers[e.get("eid")[1:]])
        same(len(tree.findall("MAKEINSTANCE")), len(list(body.iter("EVENT"))))


def xmi(x):
    cassis = package("cassis")
    files = x.files("xmi")
    with open(next(f for f in files if f.name == "typesystem.xml"), "rb") as f:
        types = cassis.load_typesystem(f)
    for f, r in zip([f for f in files if f.suffix == ".xmi"], RECORDS):
        with open(f, "rb") as stream:
            cas = cassis.load_cas_from_xmi(stream, typesystem=types)
        same(cas.sofa_string, r["text"])
        parts = [(p.record, p.part, p.get_covered_text()) for p in cas.select("legomena.ClaimPart")]
        wanted = [(c["id"], key, quote(r["text"], s)) for c in r["claims"] for key in ("source", "cue", "content")
                  for s in c[key]]
        same(sorted(parts), sorted(wanted))
        same(sorted(m.get_covered_text() for m in cas.select("legomena.Mention")),
             sorted(quote(r["text"], (m["start"], m["end"])) for e in r["entities"] for m in e["mentions"]))
        same(sorted(v.get_covered_text() for v in cas.select("legomena.Event")),
             sorted(quote(r["text"], v["trigger"]) for v in r["events"]))


def conllu(x):
    conllu_ = package("conllu")
    if not x.model.exists():
        return
    text = "A bomb exploded in Paris, the mayor said. \"I don't know,\" said Mila Torv."
    (x.folder / "words.txt").write_text(text + "\n", encoding="utf-8")
    out = x.run("conllu", "-m", str(x.model), "words.txt")
    sentences = conllu_.parse(out)
    same(" ".join(s.metadata["text"] for s in sentences), text)
    assert all(s.to_tree() for s in sentences)


# ---- claims ----

def by_kind():
    claims = [(r, c) for r in RECORDS for c in r["claims"]]
    return claims, [c["form"] == "direct" for _, c in claims]


def schema_org(x):
    page = json.loads(x.run("schema-org", "-"))
    claims, direct = by_kind()
    same([c["@type"] == "Quotation" for c in page["@graph"]], direct)
    same(len({c["@id"] for c in page["@graph"]}), len(claims), "ids")
    known = {"Quotation": {"@type", "@id", "text", "spokenByCharacter", "dateCreated", "isPartOf"},
             "Claim": {"@type", "@id", "text", "author", "creditText", "dateCreated", "appearance"}}
    for c in page["@graph"]:
        same(set(c) - known[c["@type"]], set(), "keys of schema.org")
    assert not re.search("(?i)rating|verdict|ClaimReview", json.dumps(page)), "no verdict"


def stix(x):
    stix2 = package("stix2")
    bundle = stix2.parse(x.run("stix", "-"), allow_custom=False)
    kinds = [o.type for o in bundle.objects]
    claims, _ = by_kind()
    same((kinds.count("report"), kinds.count("note")), (len(RECORDS), len(claims)))
    same(kinds.count("opinion"), sum(a["how"] in ("denies", "confirms") for _, c in claims for a in c["replies"]))
    ids = {o.id for o in bundle.objects}
    for o in bundle.objects:
        same(set(getattr(o, "object_refs", [])) - ids, set(), "what is referred to is there")


def ftm_schemata():
    """The published schemata, each with the properties that it inherits; without ICU, which the model itself wants."""
    yaml, found = package("yaml"), importlib.util.find_spec("followthemoney")
    folder = pathlib.Path(found.submodule_search_locations[0]) / "schema"
    own = {}
    for path in folder.glob("*.y*ml"):
        own.update(yaml.safe_load(path.read_text(encoding="utf-8")))

    def properties(name):
        of = dict(own[name].get("properties") or {})
        for parent in own[name].get("extends") or []:
            of = {**properties(parent), **of}
        return of
    return own, properties


def ftm(x):
    own, properties = ftm_schemata()
    entities = [json.loads(line) for line in x.run("ftm", "-").splitlines()]
    ids = {e["id"] for e in entities}
    same(len(ids), len(entities), "ids")
    for e in entities:
        known = properties(e["schema"])
        assert not own[e["schema"]].get("abstract"), e
        same(set(e["properties"]) - set(known), set(), f"properties of {e['schema']}")
        for required in own[e["schema"]].get("required") or []:
            assert e["properties"].get(required), (e, required)
        for key, values in e["properties"].items():
            assert values and all(isinstance(v, str) and v for v in values), e
            if known[key].get("type") == "entity":
                same(set(values) - ids, set(), "what is referred to is there")
            if known[key].get("type") == "date":
                assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", v) for v in values), e
    same(sum(e["schema"] == "Note" for e in entities), len(by_kind()[0]))


# ---- to read ----

def timeline(x):
    events = json.loads(x.run("timelinejs", "-"))["events"]
    assert events
    for e in events:
        assert set(e) <= {"start_date", "end_date", "display_date", "text", "unique_id", "group"}, e
        for key in ("start_date", "end_date"):
            if key in e:
                datetime.date(*(e[key][k] for k in ("year", "month", "day")))
        assert not re.search(r"<(?!br)", e["text"]["text"] + e["text"]["headline"]), e
    same(len({e["unique_id"] for e in events}), len(events), "ids")


def table(x):
    plain, marked = x.run("csv", "-"), x.run("csv", "-", "--bom")
    same(marked, "\ufeff" + plain)
    rows = list(csv.DictReader(io.StringIO(plain, newline="")))
    claims, _ = by_kind()
    same(len(rows), len(claims))
    for row, (r, c) in zip(rows, claims):
        same((int(row["start"]), int(row["end"])), (c["content"][0][0], c["content"][-1][1]))
        same(" ".join(row["cue"].replace(" ... ", " ").split()),
             " ".join(" ".join(quote(r["text"], s) for s in c["cue"]).split()))


def obsidian(x):
    yaml = package("yaml")
    files = {f.stem: f.read_text(encoding="utf-8") for f in x.files("obsidian")}
    claims, _ = by_kind()
    same(len(files), len(RECORDS) + len(claims))
    for name, note in files.items():
        front = yaml.safe_load(note.split("---\n")[1])
        assert front["kind"] in ("claim", "report")
        assert not re.search(r'[*"\\/<>:|?]', name), name
        for link in re.findall(r"\[\[(.*?)\]\]", note):
            assert link and not set(link) & set("#^|[]"), link
            if re.match(r"\d{5}-", link):
                assert link in files, link


def markdown(x):
    page = x.run("markdown", "-")
    used, given = re.findall(r" (\[\^[\d-]+\])\n", page), re.findall(r"(?m)^(\[\^[\d-]+\]): ", page)
    claims, _ = by_kind()
    same(used, given)
    same((len(given), len(set(given))), (len(claims), len(claims)))


def main():
    legomena, model = (pathlib.Path(a).resolve() for a in sys.argv[1:])
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        x = Exports(legomena, model, pathlib.Path(folder), tap)
        x.case("web-annotation", web_annotation)
        x.case("plover", plover)
        x.case("gdelt", gdelt)
        x.case("acled", acled)
        x.case("conllu", conllu, "conllu")
        x.case("brat", brat, "bratly.io")
        x.case("timelinejs", timeline)
        x.case("geojson", places, "geojson")
        x.case("schema-org", schema_org)
        x.case("timeml", timeml, "lxml.etree")
        x.case("xmi", xmi, "cassis")
        x.case("stix", stix, "stix2")
        x.case("ftm", ftm, "followthemoney")
        x.case("obsidian", obsidian, "yaml")
        x.case("markdown", markdown)
        x.case("csv", table)
    tap.end()


main()
