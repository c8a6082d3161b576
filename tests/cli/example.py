#!/usr/bin/env python3
"""example.py PROGRAM MODEL REPORT - examples/read.c runs, and says so where it cannot."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

program, model, report = sys.argv[1:4]
tap = Tap()
DEFAULT = "en-accurate"
with tempfile.TemporaryDirectory() as models:
    env = dict(os.environ, LEGOMENA_MODELS=models)
    r = subprocess.run([program, report], capture_output=True, text=True, env=env)
    tap.case("without a model it says so",
             None if r.returncode == 1 and DEFAULT in r.stderr else r.stderr or r.stdout)
    if os.path.exists(model):
        shutil.copy(model, os.path.join(models, DEFAULT + ".lgm"))
        r = subprocess.run([program, report], capture_output=True, text=True, env=env)
        tap.case("it reads a report", None if r.returncode == 0 else r.stderr)
    else:
        tap.case("it reads a report", skip=f"no {os.path.basename(model)}")
tap.end()
