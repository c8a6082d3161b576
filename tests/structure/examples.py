#!/usr/bin/env python3
"""examples.py ROOT - the example of every rule of data/timex is a golden case, or a known gap."""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap


def main():
    root = pathlib.Path(sys.argv[1])
    tap = Tap()
    cases = {line[6:] for d in ("golden", "gaps") for p in (root / "tests" / d / "timex").glob("*.txt")
             for line in p.read_text(encoding="utf-8").splitlines() if line.startswith("text: ")}
    out = subprocess.run([sys.executable, root / "tools/timex/rules.py", "--examples", root / "data/timex",
                          root / "src/timex/rule.h"], capture_output=True, text=True, check=True).stdout
    examples = [line.split("\t") for line in out.splitlines()]
    tap.case("rules have examples", None if len(examples) > 50 else "%d" % len(examples))
    for name in sorted({e[0] for e in examples}):
        missing = [e[2] for e in examples if e[0] == name and e[2] not in cases]
        tap.case("examples of %s.txt are golden cases" % name, "\n".join(missing))
    tap.end()


main()
