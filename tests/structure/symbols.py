#!/usr/bin/env python3
"""symbols.py SHARED STATIC INCLUDE - what the libraries show.

The shared library exports lgm_ names and nothing else, and exactly those that a public header
declares with LGM_API. Every symbol with linkage of the static one begins with lgm_.
"""
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap


def defined(*nm):
    """Names defined in what nm reads, without those that sanitizers and the compiler add."""
    out = subprocess.run(["nm", "--defined-only", *nm], capture_output=True, text=True, check=True)
    names = set()
    for line in out.stdout.splitlines():
        parts = line.split()
        if len(parts) == 3 and parts[1] in "TDBRVWGSuC":
            names.add(parts[2])
    return {n for n in names if not n.startswith(("_", "DW.ref."))}


def declared(folder):
    names = set()
    for path in sorted(pathlib.Path(folder).rglob("*.h")):
        text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
        text = re.sub(r"^\s*#.*$", "", text, flags=re.M)
        for m in re.finditer(r"LGM_API[^;]*?\b(lgm_\w+)\s*\(", text):
            names.add(m.group(1))
    return names


def main():
    shared, static, include = sys.argv[1:4]
    tap = Tap()
    exported, wanted = defined("-D", shared), declared(include)
    tap.case("the shared library exports lgm_ names only",
             "\n".join(sorted(n for n in exported if not n.startswith("lgm_"))))
    tap.case("all that is exported is in a public header", "\n".join(sorted(exported - wanted)))
    tap.case("all that public headers declare is exported", "\n".join(sorted(wanted - exported)))
    tap.case("symbols of the library begin with lgm_",
             "\n".join(sorted(n for n in defined("-g", static) if not n.startswith("lgm_"))))
    tap.end()


main()
