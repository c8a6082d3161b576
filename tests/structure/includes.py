#!/usr/bin/env python3
"""includes.py ROOT - #include lines point one way, as src/ROOMS.md has it.

The table there is read, so that the page and the rule cannot differ: its third column says which
rooms a room may include. apps/, examples/ and the rest of what users see may include legomena/ and
system headers; a public header includes public headers only. Names of files are unique in the tree.

Two nevers hold whatever the table says: what lives on records (ledger, story, export) never includes
the document or a stage, and no stage includes record.
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def rooms(root, apps=False):
    """{room: rooms it may include} from the table of src/ROOMS.md; of apps/ from the second table."""
    allowed, order = {}, []
    for line in (root / "src/ROOMS.md").read_text(encoding="utf-8").splitlines():
        cells = [c.strip() for c in line.strip().strip("|").split("|")]
        if len(cells) != 3 or not cells[0].startswith("`") or cells[0].startswith("`apps/") != apps:
            continue
        room = cells[0].strip("`")
        words = {w.strip() for w in cells[2].split(",")}
        allowed[room] = words & set(order)
        if "all stages" in words:
            allowed[room] = set(order)
        order.append(room)
    return allowed


ON_RECORDS = {"ledger", "custody", "ask", "people", "review", "copies", "story", "origin", "same", "export"}
BRIDGES = {"pipeline", "record", "emit", "batch"}  # see the document, and are no stages


def stages(allowed):
    return {room for room, may in allowed.items() if "doc" in may} - BRIDGES - ON_RECORDS


def broken_nevers(allowed):
    for room in sorted(allowed):
        if room in ON_RECORDS:
            for other in sorted(allowed[room] & (stages(allowed) | {"doc"})):
                yield f"{room} lives on records and may not include {other}"
        if room in stages(allowed) and "record" in allowed[room]:
            yield f"{room} is a stage and may not include record"


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        m = INCLUDE.match(line)
        if m:
            yield number, m.group(1), m.group(2)


def sources(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix in (".c", ".h"))


def wrong_in_room(path, room, allowed, root):
    for number, kind, target in includes(path):
        if kind == "<" or target.startswith("legomena/"):
            continue
        first = target.split("/")[0] if "/" in target else room
        if first != room and first in allowed and first not in allowed[room]:
            yield f"{path.relative_to(root)}:{number}: {room} may not include {target}"
        elif first not in allowed:
            yield f"{path.relative_to(root)}:{number}: no such room: {target}"


def wrong_outside(path, root, own):
    for number, kind, target in includes(path):
        if kind == "<" or target.startswith("legomena/") or target in own:
            continue
        yield f"{path.relative_to(root)}:{number}: may include legomena/ headers only, not {target}"


def main():
    root = pathlib.Path(sys.argv[1])
    tap = Tap()
    allowed = rooms(root)
    tap.case("ROOMS.md has a table of rooms", None if len(allowed) >= 10 else allowed)
    tap.case("no stage sees records, and what lives on records sees no document",
             "\n".join(broken_nevers(allowed)))
    for folder in sorted(p for p in (root / "src").iterdir() if p.is_dir()):
        room = folder.name
        if room not in allowed:
            tap.case(f"room {room}", f"{room} is not in src/ROOMS.md")
            continue
        problems = [x for p in sources(folder) for x in wrong_in_room(p, room, allowed, root)]
        tap.case(f"room {room} includes what it may", "\n".join(problems))
    for folder in ("examples", "include"):
        files = sources(root / folder)
        own = {p.name for p in files} if folder != "include" else set()
        problems = [x for p in files for x in wrong_outside(p, root, own)]
        tap.case(f"{folder}/ includes public headers only", "\n".join(problems))

    parts = rooms(root, apps=True)
    for folder in sorted(p for p in (root / "apps").iterdir() if p.is_dir()):
        part = f"apps/{folder.name}"
        if part not in parts:
            tap.case(part, f"{part} is not in src/ROOMS.md")
            continue
        mine = {p.name for q in parts[part] | {part} for p in sources(root / q)}
        problems = [x for p in sources(folder) for x in wrong_outside(p, root, mine)]
        tap.case(f"{part} includes what it may", "\n".join(problems))

    seen, twice = {}, []
    for folder in ("src", "apps", "include"):
        for path in sources(root / folder):
            if path.name in seen:
                twice.append(f"{path.relative_to(root)} and {seen[path.name].relative_to(root)}")
            seen[path.name] = path
    tap.case("names of files are unique", "\n".join(twice))
    tap.end()


main()
