#!/usr/bin/env python3
"""growth.py STEPS MODEL [NAME...] - ten times the text takes no more than fourteen times the work.

Work is counted in steps (steps.c), so that the result is the same on any machine, however busy it is. All texts but one
(texts.py) stay below 13.1; the one, a sentence that never ends, is at 13.5, since sentences are cut at a length that 5 kB
do not reach. One more step for each pair of words was 13.6 to 15.7. bench/growth measures seconds.
"""
import pathlib
import subprocess
import sys
import tempfile

import texts

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

SMALL, LARGE, MOST = 5_000, 50_000, 14


def count(steps, model, name, folder):
    files = []
    for size in (SMALL, LARGE):
        files.append(folder / f"{name}-{size}.txt")
        files[-1].write_text(texts.make(name, size))
    r = subprocess.run([steps, model, *files], capture_output=True, text=True, timeout=120)
    if r.returncode:
        return None, r.stderr
    small, large = (int(line.split()[1]) for line in r.stdout.splitlines())
    return large / small, f"{small:,} steps for {SMALL:,} bytes, {large:,} for {LARGE:,}: {large / small:.1f} times"


def main():
    steps, model, *names = sys.argv[1:]
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for name in names or texts.NAMES:
            times, said = count(steps, model, name, pathlib.Path(folder))
            tap.case(f"{name}: {said}" if times else name, None if times and times <= MOST else said)
    tap.end()


main()
