#!/usr/bin/env python3
"""growth.py STEPS MODEL [NAME...] - ten times the text takes no more than fourteen times the work.

Work is counted in steps (steps.c), so that the result is the same on any machine, however busy it is. All texts
(texts.py) but two stay below 13.1: sentences that never end, which are cut at a length that 5 kB do not reach.
One more step for each pair of words was 13.6 to 15.7. bench/growth measures seconds.
"""
import pathlib
import subprocess
import sys
import tempfile

import texts

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

SIZES, MOST = (5_000, 50_000, 500_000), 14


def steps_of(steps, model, name, size, folder):
    file = folder / f"{name}-{size}.txt"
    file.write_text(texts.make(name, size))
    r = subprocess.run([steps, model, file], capture_output=True, text=True, timeout=120)
    if r.returncode:
        raise RuntimeError(r.stderr)
    return int(r.stdout.split()[1])


def count(steps, model, name, folder):
    """How many times as much, and in words. What looks a bounded stretch back meets the bound between the
    first two sizes: such a text is judged by the next two."""
    done = [steps_of(steps, model, name, size, folder) for size in SIZES[:2]]
    if done[1] > MOST * done[0]:
        done.append(steps_of(steps, model, name, SIZES[2], folder))
    times = done[-1] / done[-2]
    return times, ", ".join(f"{n:,} steps for {size:,} bytes" for n, size in zip(done, SIZES)) + \
        f": {times:.1f} times at last"


def main():
    steps, model, *names = sys.argv[1:]
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for name in names or texts.NAMES:
            times, said = count(steps, model, name, pathlib.Path(folder))
            tap.case(f"{name}: {said}", None if times <= MOST else said)
    tap.end()


main()
