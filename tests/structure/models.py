#!/usr/bin/env python3
"""models.py MODELS - every model has a card and stands in MANIFEST with its size and SHA-256."""
import hashlib
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap


def main():
    folder = pathlib.Path(sys.argv[1])
    tap, listed = Tap(), {}
    for line in (folder / "MANIFEST").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, size, digest = line.split()
            listed[name] = (int(size), digest)
    for name in sorted(set(listed) | {p.name for p in folder.glob("*.lgm")}):
        path = folder / name
        data = path.read_bytes() if path.exists() else b""
        tap.case(name + ": MANIFEST has its size and sum", None if listed.get(name) == (
            len(data), hashlib.sha256(data).hexdigest()) else "it has %s" % (listed.get(name),))
        card = path.with_suffix(".md")
        tap.case(name + ": a card", None if card.exists() and "%d bytes" % len(data) in card.read_text(
            encoding="utf-8") else "%s does not state %d bytes" % (card, len(data)))
    tap.end()


main()
