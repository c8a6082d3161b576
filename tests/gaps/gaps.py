#!/usr/bin/env python3
"""gaps.py PROGRAM ROOM [--move] - texts that we get wrong, with what we should write.

Cases of tests/gaps/ROOM have the form of tests/golden/ROOM, and the same program reads them. A gap
that starts to pass is reported: it asks to be promoted. --move does that, and sends golden cases
that fail to the gaps; each keeps its file name and the expectation that was written for it.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS))
from tap import Tap

SKIPPED = 77
os.environ.setdefault("LEGOMENA_MODELS", str(TESTS.parent / "models"))


def split(path):
    """What stands before the first case, and the cases."""
    if not path.exists():
        return "", []
    head, *cases = ("\n" + path.read_text(encoding="utf-8")).split("\n=== ")
    return head.strip("\n"), ["=== " + c.rstrip("\n") + "\n" for c in cases]


def join(head, cases):
    return "\n".join(([head + "\n"] if head else []) + cases)


def outcome(program, case):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as f:
        f.write(case)
        f.flush()
        r = subprocess.run([program, f.name], capture_output=True, text=True)
    return r.returncode, r.stdout


def report(program, room):
    tap = Tap()
    for path in sorted((TESTS / "gaps" / room).glob("*.txt")):
        for case in split(path)[1]:
            title = f"{path.stem}: {case.splitlines()[0][4:]}"
            code, out = outcome(program, case)
            if code == SKIPPED:
                tap.case(title, skip=out.strip())
            else:
                problems = {0: "passes: promote it with gaps.py --move", 1: None}
                tap.case(title, problem=problems.get(code, f"ends with {code}\n{out}"))
    tap.end()


def move(program, room):
    golden, gaps = TESTS / "golden" / room, TESTS / "gaps" / room
    gaps.mkdir(parents=True, exist_ok=True)
    count = [0, 0]
    for name in sorted({p.name for d in (golden, gaps) for p in d.glob("*.txt")}):
        places = [golden / name, gaps / name]
        heads, cases = zip(*map(split, places))
        sorted_cases = [[], []]
        for case in [*cases[0], *cases[1]]:
            code, out = outcome(program, case)
            if code not in (0, 1):
                sys.exit(out)
            sorted_cases[code].append(case)
        for i, path in enumerate(places):
            count[i] += len(sorted_cases[i])
            if sorted_cases[i] or path.parent == golden:
                path.write_text(join(heads[0], sorted_cases[i]), encoding="utf-8")
            else:
                path.unlink(missing_ok=True)
    print(f"{room}: {count[0]} golden, {count[1]} gaps")


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[3] == "--move":
        move(sys.argv[1], sys.argv[2])
    elif len(sys.argv) == 3:
        report(sys.argv[1], sys.argv[2])
    else:
        sys.exit(__doc__)
