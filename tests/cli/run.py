#!/usr/bin/env python3
"""run.py LEGOMENA MODEL [--update] [NAME...] - the command, case by case.

A case is NAME.sh; NAME.stdout, NAME.stderr and NAME.exit beside it say what is expected (absent:
nothing, nothing, 0). Each runs with sh in an empty folder of its own, with $LEGOMENA (the command),
$SAMPLE (data/samples/report.txt), $LEGOMENA_MODELS, where MODEL stands as the default model and a small
table of places beside it, that file itself as $MODEL, and $PIECES, a model of the other kind. A case that
ends with 77 is skipped and says why on standard output. --update rewrites what is expected: review
the difference as code.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from tap import Tap

TIMEOUT_S = 120
DEFAULT = "en-accurate.lgm"


def environment(legomena, models):
    env = {k: v for k, v in os.environ.items()
           if k in ("PATH", "HOME", "TMPDIR", "ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH")}
    env.update(LC_ALL="C.UTF-8", LEGOMENA=str(legomena), LEGOMENA_MODELS=str(models),
               SAMPLE=str(HERE.parent.parent / "data/samples/report.txt"),
               MODEL=str(models / DEFAULT), PIECES=str(HERE.parent / "golden/nn/tiny-pieces.lgm"))
    return env


def run(case, env):
    with tempfile.TemporaryDirectory() as folder:
        r = subprocess.run(["sh", str(case)], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                           capture_output=True, timeout=TIMEOUT_S)
    return {"stdout": r.stdout, "stderr": r.stderr, "exit": b"%d\n" % r.returncode}


def expected(case, part):
    path = case.with_suffix("." + part)
    if path.exists():
        return path.read_bytes()
    return b"0\n" if part == "exit" else b""


def update(case, got):
    for part, value in got.items():
        path = case.with_suffix("." + part)
        if value == (b"0\n" if part == "exit" else b""):
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(value)


def difference(case, got):
    lines = []
    for part, value in got.items():
        wanted = expected(case, part)
        if value != wanted:
            lines += [f"{part} should be:", wanted.decode(errors="replace"),
                      f"{part} is:", value.decode(errors="replace")]
    return "\n".join(lines)


def main():
    args = [a for a in sys.argv[1:] if a != "--update"]
    legomena, model, names = pathlib.Path(args[0]).resolve(), pathlib.Path(args[1]).resolve(), args[2:]
    tap = Tap()
    with tempfile.TemporaryDirectory() as models:
        if model.exists():
            shutil.copy(model, pathlib.Path(models) / DEFAULT)
            shutil.copy(HERE.parent / "golden/place/tiny.tbl", pathlib.Path(models) / "places.tbl")
        env = environment(legomena, pathlib.Path(models))
        for case in sorted(HERE.glob("*.sh")):
            if names and case.stem not in names:
                continue
            if not model.exists():
                tap.case(case.stem, skip=f"no {model.name}")
                continue
            try:
                got = run(case, env)
            except subprocess.TimeoutExpired:
                tap.case(case.stem, f"ran longer than {TIMEOUT_S} s")
                continue
            if got["exit"] == b"77\n":
                tap.case(case.stem, skip=got["stdout"].decode().strip())
            elif "--update" in sys.argv:
                update(case, got)
                tap.case(case.stem)
            else:
                tap.case(case.stem, difference(case, got))
    tap.end()


main()
