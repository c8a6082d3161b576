#!/usr/bin/env python3
"""train.py LEGOMENA MODEL TOOLS - model files that the Python tools write, in the engine."""
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

HELD_OUT = [37, 78, 87, 90]  # of report-0 to report-99
TEXT = b"Police in the town said people were at the fair.\n"


def read(legomena, model):
    r = subprocess.run([legomena, "read", "--format", "jsonl", "--model", model, "-"], input=TEXT, capture_output=True)
    return r.stdout or r.stderr


def check_held_out(tap):
    from train.data.heldout import held_out
    share = sum(held_out("report-%d" % i) for i in range(20000)) / 20000
    tap.case("held out: one in twenty", None if abs(share - 0.05) < 0.005 else share)
    same = [i for i in range(100) if held_out("report-%d" % i)]
    tap.case("held out: the same for ever", None if same == HELD_OUT else same)


def check_recipes(tap, tools):
    """A step needs what an earlier one makes, and runs a command that there is."""
    from train.entry import commands
    folder = pathlib.Path(tools) / "train"
    for path in sorted((folder / "recipes").glob("en-*.sh")):
        r = subprocess.run([str(path), "--list"], capture_output=True, text=True)
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in r.stdout.splitlines()[2:]]
        made, missing = set(), []
        for name, needs, makes, took in rows:
            missing += ["%s needs %s" % (name, x) for x in needs.split() if x[0] != "@" and x not in made]
            made.update(makes.split())
        tap.case(path.name + ": steps have what they need", "\n".join(missing) or (None if len(rows) > 10 else r.stderr))
    text = "".join(p.read_text(encoding="utf-8") for p in sorted((folder / "recipes").glob("*.sh")))
    called = set(re.findall(r"python -m train\.(\w+) (\w+)", text))
    tap.case("recipes: commands that there are", "\n".join(
        "%s %s" % x for x in sorted(called) if x[1] not in commands(folder / x[0])) or (None if called else "none"))


def check_files(tap, legomena, model, np):
    from train.export import modelfile
    from train.heads import add, calibrate
    again = modelfile.Writer(modelfile.Reader(model)).bytes()
    tap.case("a copy has the same bytes", None if again == pathlib.Path(model).read_bytes() else "they differ")
    dim, before = int(modelfile.Reader(model).number("dim")), read(legomena, model)
    with tempfile.TemporaryDirectory() as folder:
        out = folder + "/more.lgm"
        add.add_head(model, {"more.w": np.ones((5, dim)), "more.b": np.arange(5), "labels.more": list("OABCD"),
                                  "more.trans": np.zeros((7, 7)), "config.more": np.array(3)}, out)
        r = modelfile.Reader(out)
        tap.case("a head is added", None if r.labels("more") == list("OABCD") and r.number("more") == 3 and
                 np.allclose(r.linear("more")[0], 1) and np.allclose(r.linear("more")[1], np.arange(5)) else r.kinds)
        tap.case("records stay as they were", None if read(legomena, out) == before else read(legomena, out))
        w = modelfile.Writer(modelfile.Reader(model))
        w.number("calib.names.a", 0.5)
        w.number("calib.names.b", -4.0)
        w.write(out)
        tap.case("numbers of confidence are read", None if read(legomena, out) != before else before)
        w.remove("config.calib.names.a")
        w.number("calib.names.a", -1.0)
        w.write(out)
        tap.case("and refused where they cannot be", None if b"calib.names" in read(legomena, out) else before)
    rng = np.random.default_rng(1)
    x = np.stack([rng.normal(size=20000), rng.normal(size=20000), np.ones(20000)], axis=1)
    y = (rng.random(20000) < calibrate.logistic(x @ [0.8, -0.5, 0.3])).astype(float)
    w = calibrate.fit(x, y, [])
    tap.case("a regression finds its weights", None if np.abs(w - [0.8, -0.5, 0.3]).max() < 0.06 else w)
    w = calibrate.fit(x, y, [0, 1])
    tap.case("and keeps to those that may not be negative", None if w[1] == 0 and abs(w[0] - 0.78) < 0.1 else w)


def check_lemmas(tap, legomena, model, np):
    """A dictionary that the tool makes is one that the engine finds its words in."""
    from train.export import modelfile
    from train.heads import lemma_words
    pairs = {("I", "I"): 3, ("i", "I"): 2, ("i", "i"): 1}
    got = lemma_words.best_script(pairs)
    tap.case("lemmas: one script for most", None if got[1] == 5 and lemma_words.applied(got[0], "i") == "I" else got)
    r = modelfile.Reader(model)
    drop = [s for s in r.labels("lemma") if s[0] in "kl" and s[2] != "0" and s.endswith("|")][0]
    counts = {("police", u): {("police", lemma_words.applied(drop, "police")): 1} for u in r.labels("upos")}
    table = sorted(lemma_words.table_of(counts, r.labels("lemma"), r.labels("upos")).items())
    with tempfile.TemporaryDirectory() as folder:
        w = modelfile.Writer(r)
        for (name, kind), values in zip(lemma_words.TENSORS, np.array(table).T):
            w.add(name, values, kind)
        w.write(folder + "/words.lgm")
        out = subprocess.run([legomena, "read", "--format", "conllu", "--model", folder + "/words.lgm", "-"], input=TEXT,
                             capture_output=True).stdout.decode()
    row = [line.split("\t") for line in out.splitlines() if line.startswith("1\t")][0]
    wanted = lemma_words.applied(drop, "police")
    tap.case("lemmas: the engine finds what the tool wrote", None if row[2].lower() == wanted else (row, wanted))


def main():
    legomena, model, tools = sys.argv[1:]
    sys.path.insert(0, tools)
    sys.dont_write_bytecode = True
    tap = Tap()
    check_held_out(tap)
    check_recipes(tap, tools)
    try:
        import numpy
        check_files(tap, legomena, model, numpy)
        check_lemmas(tap, legomena, model, numpy)
    except ImportError as e:
        tap.case("model files", skip=str(e))
    tap.end()


main()
