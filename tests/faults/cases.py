"""cases.py - the commands that are run under faults, and what they read."""
import dataclasses
import gzip
import json
import shutil
import zipfile

FORMATS = ("text", "html", "jsonl", "csv", "conllu")
INPUTS = ("report.txt", "reports.jsonl", "reports.jsonl.gz")
REAL = ("en-fast", "en-accurate")  # models of models/; the others run with tests/golden/nn/tiny.lgm

# The third is not English, so that the library that guesses languages has its part.
REPORTS = (
    {"id": "a", "title": "Ferry stopped", "date": "2024-03-14",
     "text": "The ferry to Sarn will not sail before Friday, the harbour master Ilse Torm said on Monday. "
             "“The engine is beyond repair,” she told the Sarn Mail."},
    {"id": "b", "text": "Norvik denied that it had paid the mayor. \u201cNot a coin,\u201d a spokesman said."},
    {"id": "c", "text": "Der Bürgermeister von Sarn erklärte gestern, dass die Fähre nach der Reparatur wieder "
                        "fahren werde. Die Gewerkschaft bestreitet das und fordert eine Untersuchung. Auch die "
                        "Reederei wollte sich zu den Vorwürfen zunächst nicht äußern, wie es hieß."},
    {"id": "d", "text": "Two people who saw the crash said the tram did not brake, according to the Sarn Mail."},
)


@dataclasses.dataclass(frozen=True)
class Case:
    args: tuple           # behind "legomena"
    model: str = "tiny"
    stdin: str = "/dev/null"
    out: str = None       # a file of this name is there before, with a report
    every: int = 1        # of its faults only each N-th is tried, unless all are asked for
    status: int = 0       # undisturbed
    without: tuple = ()   # kinds of faults that are not tried: KNOWN_GAPS.md says why

    @property
    def name(self):
        words = " ".join(self.args) + (f" < {self.stdin}" if self.stdin != "/dev/null" else "")
        with_model = f" with {self.model}" if self.model != "tiny" else ""
        return words + (" over a file" if self.out else "") + with_model


def read(*args, **more):
    return Case(("read", *args), **more)


def of_formats():
    """Each format of each input. How an input is read, and by how many, is tried to the full with one format."""
    for form in FORMATS:
        for file in INPUTS:
            for jobs in (1, 2):
                all_of_it = jobs == 1 and (form == "jsonl" or file == "report.txt")
                yield read("-f", form, f"-j{jobs}", file, every=1 if all_of_it else 6)


CASES = [
    *of_formats(),
    read("-f", "json", "report.txt", every=3),
    read("-f", "jsonl", "-", stdin="report.txt"),
    read("-f", "csv", "--time", "folder", every=3),
    *(read("--only", "read", "-f", "jsonl", file, every=3)
      for file in ("reports.jsonl", "page.html", "mail.eml", "box.mbox", "feed.rss")),
    *(read("--only", "read", "-f", "jsonl", file, every=3, without=("alloc",)) for file in ("word.docx", "all.zip")),
    read("-f", "jsonl", "-o", "out.jsonl", "reports.jsonl"),
    read("-f", "jsonl", "-o", "out.jsonl", "reports.jsonl", out="out.jsonl", every=3),
    read("-f", "jsonl", "-o", "old.jsonl", "report.txt", "old.jsonl", out="old.jsonl", status=2),
    read("-f", "html", "-o", "pages/", "folder", every=3),
    Case(("model", "show")),
    Case(("help",)), Case(("help", "read")), Case(("read", "--help")), Case(("--version",)),
    *(Case(args, model=model, every=9)
      for model in REAL for args in (("model", "show"), ("read", "-f", "jsonl", "reports.jsonl"))),
]


def make_documents(folder):
    """The same report as a page, as mail, as a word processor's file, in a feed, and all in an archive."""
    text = REPORTS[0]["text"]
    page = f"<html><title>Ferry</title><article><h1>Ferry</h1><p>{text}</p><p>{text}</p></article>"
    mail = f"From: Ada <ada@mill.example>\nSubject: Ferry\nMIME-Version: 1.0\n\n{text}\n"
    word = f"<d xmlns:w='w'><w:p><w:r><w:t>{text}</w:t></w:r></w:p></d>"
    item = f"<item><title>Ferry</title><description>{text}</description></item>"
    box = "".join(f"From ada@mill.example Mon Mar  4 09:00:00 2024\n{mail}\n" for _ in range(2))
    made = {"page.html": page, "mail.eml": mail, "box.mbox": box,
            "feed.rss": f"<rss version='2.0'><channel><title>Sarn</title>{item}{item}</channel></rss>"}
    for name, content in made.items():
        (folder / name).write_text(content)
    with zipfile.ZipFile(folder / "word.docx", "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("word/document.xml", word)
    with zipfile.ZipFile(folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as z:
        for name in made:
            z.write(folder / name, name)


def make_inputs(folder, root):
    """What the cases read, into a folder."""
    shutil.copy(root / "data/samples/report.txt", folder)
    lines = "".join(json.dumps(r) + "\n" for r in REPORTS).encode()
    (folder / "reports.jsonl").write_bytes(lines)
    (folder / "reports.jsonl.gz").write_bytes(gzip.compress(lines, mtime=0))
    make_documents(folder)
    below = folder / "folder" / "below"
    below.mkdir(parents=True)
    (folder / "folder" / "one.txt").write_text(REPORTS[0]["text"])
    (below / "two.txt").write_text(REPORTS[3]["text"])
    (below / "three.rtf").write_text("left out")


def make_models(folder, root):
    """A folder of models for each that the cases name; those that are not here are left out."""
    models = {"tiny": root / "tests/golden/nn/tiny.lgm"}
    models.update({name: root / "models" / f"{name}.lgm" for name in REAL})
    made = {}
    for name, path in models.items():
        if not path.exists():
            continue
        made[name] = folder / name
        made[name].mkdir()
        (made[name] / "en-accurate.lgm").symlink_to(path)  # the name of the default
        (made[name] / "places.tbl").symlink_to(root / "tests/golden/place/tiny.tbl")
    return made
