"""word_lists.py - what the tests of the lists in data/ share: entries, and how their examples are read."""
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

MODEL = "en-accurate"


def entries(path):
    """The fields of each line that is no comment."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [x.strip() for x in line.split("|")]


def read_cases(cases, text_of, judge):
    """BINARY DATA of the command line: reads the text of each case of cases(DATA) and lets judge(case, record)
    say the name of the case and what is wrong (None: nothing)."""
    binary, data = sys.argv[1], pathlib.Path(sys.argv[2])
    tap, all_cases = Tap(), list(cases(data))
    if not os.path.exists(os.path.join(os.environ["LEGOMENA_MODELS"], MODEL + ".lgm")):
        tap.case("examples of data/" + data.name, skip="there is no model")
        tap.end()
    feed = "".join(json.dumps({"id": str(i), "text": text_of(c)}) + "\n" for i, c in enumerate(all_cases))
    out = subprocess.run([binary, "read", "-q", "-f", "jsonl", "-m", MODEL, "-"], input=feed, text=True,
                         stdout=subprocess.PIPE, check=True).stdout
    for case, line in zip(all_cases, out.splitlines(), strict=True):
        tap.case(*judge(case, json.loads(line)))
    tap.end()
