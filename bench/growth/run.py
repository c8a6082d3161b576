#!/usr/bin/env python3
"""run.py LEGOMENA [--model NAME] [--sizes SMALL LARGE] [--runs N] [NAME...] - does time grow faster than the text?

Of each text of tests/growth/texts.py, in two sizes: CPU seconds of the whole command on one thread without those of
starting it, the best of N runs, and how many times more the larger one takes. Memory is the most that was held.
"""
import argparse
import os
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tests/growth"))
import texts


LEAST_S = 0.01 # what is shorter is noise


def run(args, text):
    """CPU seconds, megabytes and the exit status."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as f:
        f.write(text)
        f.flush()
        with open(os.devnull, "wb") as none:
            child = os.posix_spawn(args.legomena, [args.legomena, "read", "-q", "--force", "-j", "1", "-f", args.format,
                                                   "-m", args.model, f.name], os.environ,
                                   file_actions=[(os.POSIX_SPAWN_DUP2, none.fileno(), 1)])
            _, status, used = os.wait4(child, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def best(args, text, start=0.0):
    runs = [run(args, text) for _ in range(args.runs)]
    return max(min(r[0] for r in runs) - start, 0.001), max(r[1] for r in runs), runs[0][2]


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("legomena")
    p.add_argument("--model", default="en-fast")
    p.add_argument("--format", default="json")
    p.add_argument("--sizes", nargs=2, type=int, default=(60_000, 600_000))
    p.add_argument("--runs", type=int, default=3)
    p.add_argument("names", nargs="*", metavar="NAME")
    args = p.parse_intermixed_args()
    start = best(args, "It rained. ")[0]
    print(f"starting: {start:.3f} s; {args.model}, {args.format}, {args.sizes[0]:,} and {args.sizes[1]:,} bytes\n")
    print("| text | s | s | times | MB | |\n| --- | ---: | ---: | ---: | ---: | --- |")
    for name in args.names or texts.NAMES:
        small, large = (best(args, texts.make(name, size), start) for size in args.sizes)
        times = f"{large[0] / small[0]:.1f}" if small[0] >= LEAST_S else ""
        print(f"| {name} | {small[0]:.3f} | {large[0]:.3f} | {times} | {large[1]:.0f} | "
              f"{'' if large[2] == 0 else 'refused'} |", flush=True)


main()
