#!/usr/bin/env python3
"""wire.py LEGOMENA [--update] - feeds and messages of news agencies, a file each in wire/.

Beside each file stands what is read of it, in NAME.read: field by field, then the text; and what is said
of what is not read. SOURCE.md there says which tool wrote which file; the articles are invented.
"""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from documents.reading import Reading
from tap import Tap

FOLDER = pathlib.Path(__file__).resolve().parent / "wire"
FIELDS = ("id", "title", "byline", "publisher", "agency", "section", "date", "published", "modified", "url", "from")


def written(reading, name):
    for record in reading.records:
        yield "---"
        for field in FIELDS:
            value = record.get(field)
            if field == "from":
                value = ", ".join(f"{k} {v}" for k, v in value.items() if k != "file")
            if value:
                yield f"{field}: {value}"
        for warning in record["warnings"]:
            yield f"warning: {warning}"
        yield from record["text"].split("\n")
    for line in reading.stderr.splitlines():
        if not line.startswith("legomena: ") or ": warning: " not in line:
            yield "! " + line.removeprefix("legomena: ")


def read(legomena, path):
    return Reading(subprocess.run(
        [legomena, "read", "--only", "read", "-f", "jsonl", path.name], cwd=path.parent,
        capture_output=True, text=True, timeout=120))


def main():
    legomena, update, tap = str(pathlib.Path(sys.argv[1]).resolve()), "--update" in sys.argv, Tap()
    for path in sorted(FOLDER.iterdir()):
        if path.suffix in (".read", ".md"):
            continue
        expected = path.with_name(path.name + ".read")
        got = "".join(line + "\n" for line in written(read(legomena, path), path.name))
        if update:
            expected.write_text(got, encoding="utf-8")
        wanted = expected.read_text(encoding="utf-8") if expected.exists() else ""
        tap.case(path.name, None if got == wanted else f"{got}should be\n{wanted}")
    tap.end()


main()
