#!/usr/bin/env python3
"""rules.py ROOT - the text of every rule of src/coref/links/rules.h is in a golden case."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap


def main():
    root, tap = pathlib.Path(sys.argv[1]), Tap()
    cases = "\n".join(p.read_text(encoding="utf-8") for p in sorted((root / "tests/golden/coref").glob("*.txt")))
    header = (root / "src/coref/links/rules.h").read_text(encoding="utf-8")
    rules = re.findall(r'\bR\((\w+),\s*"([^"]*)"\)', header.replace("\\\n", "\n"))
    tap.case("there are rules", None if len(rules) > 10 else "%d" % len(rules))
    for name, text in rules:
        tap.case("the text of rule %s is a golden case" % name, None if text in cases else text)
    tap.end()


main()
