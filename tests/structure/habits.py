#!/usr/bin/env python3
"""habits.py ROOT STATIC - habits of CONTRIBUTING.md that can be counted.

columns   no line of a *.c or *.h file has more than 100 characters
symbols   a symbol with linkage begins with lgm_ and its room: lgm_nn_encoder_run stands in src/nn.
          What a public header declares with LGM_API keeps its public name, and the ground (base)
          needs no more than lgm_.
headers   a header of src/ or apps/ declares functions of the .c file that has its name. Where it
          declares those of other files, its first comment names them: "Files   walk.c."
"""
import collections
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

COLUMNS = 100
FOLDERS = ("apps", "bench", "examples", "include", "src", "tests", "tools")
GROUND = {"base": "lgm_"}
COMMENT = re.compile(r"/\*.*?\*/", re.S)
# A function with its parameters, at the start of a line: "name(...)" and what ends it, ";" or "{".
FUNCTION = re.compile(r"^(?!static\b|typedef\b|#|return\b|else\b)[A-Za-z_][\w\s*]*?\b(\w+)"
                      r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)[^;{}()]*(?:\([^()]*\))?\s*([;{])", re.M)


def sources(root, *folders):
    return sorted(p for f in folders for p in (root / f).rglob("*.[ch]"))


def long_lines(root):
    for path in sources(root, *FOLDERS):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if len(line) > COLUMNS:
                yield f"{path.relative_to(root)}:{number}: {len(line)} columns"


def public_names(root):
    names = set()
    for path in sources(root, "include"):
        text = COMMENT.sub("", path.read_text(encoding="utf-8"))
        names.update(re.findall(r"LGM_API[^;]*?\b(lgm_\w+)\s*\(", text, re.M))
    return names


def foreign_symbols(root, static):
    """Symbols of an object file whose name is not that of its room."""
    public = public_names(root)
    out = subprocess.run(["nm", "-A", "-g", "--defined-only", static], capture_output=True, text=True,
                         check=True).stdout
    for line in out.splitlines():
        where, _, rest = line.rpartition(":")
        parts = rest.split()
        room = re.findall(r"src[/_]([a-z]+)[/_]", where)
        if len(parts) != 3 or parts[1] not in "TDBRVWGSC" or parts[2].startswith(("_", "DW.ref.")) or not room:
            continue
        name, room = parts[2], room[-1]
        if name not in public and not name.startswith(GROUND.get(room, f"lgm_{room}_")):
            yield f"{room}: {name}"


def functions(path, ends):
    """Names of functions that a file declares (ends ";") or defines (ends "{")."""
    text = COMMENT.sub(" ", path.read_text(encoding="utf-8"))
    text = re.sub(r"^[ \t]*#.*?(?<!\\)$", "", text, flags=re.M | re.S)
    text = re.sub(r"^(LGM_\w+(\([^)]*\))?)\s+", "", text, flags=re.M)
    return [m.group(1) for m in FUNCTION.finditer(text) if m.group(2) == ends]


def unpaired_headers(root):
    home = collections.defaultdict(set)
    for path in sources(root, "src", "apps"):
        if path.suffix == ".c":
            for name in functions(path, "{"):
                home[name].add(path)
    for path in sources(root, "src", "apps"):
        if path.suffix != ".h":
            continue
        comment = COMMENT.search(path.read_text(encoding="utf-8"))
        named = set(re.findall(r"[\w/]+\.c\b", comment.group(0) if comment else ""))
        for name in functions(path, ";"):
            files = {p.name for p in home[name] if p.parent == path.parent or len(home[name]) == 1}
            if files and path.stem + ".c" not in files and not files & named:
                yield f"{path.relative_to(root)} declares {name} of " + ", ".join(sorted(files))


def main():
    root, static = pathlib.Path(sys.argv[1]), sys.argv[2]
    tap = Tap()
    for habit, problems in (("columns", long_lines(root)), ("symbols", foreign_symbols(root, static)),
                            ("headers", unpaired_headers(root))):
        tap.case(habit, "\n".join(problems))
    tap.end()


main()
