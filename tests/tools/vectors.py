#!/usr/bin/env python3
"""vectors.py LEGOMENA VECTORS EVIDENCE MODEL REPORT - the tools of tools/vectors against the command."""
import ast
import json
import pathlib
import struct
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

SENTENCE = 128


def npy(path):
    """A file of numpy without numpy: (type, shape, bytes)."""
    data = path.read_bytes()
    assert data[:8] == b"\x93NUMPY\x01\x00", data[:8]
    n, = struct.unpack_from("<H", data, 8)
    assert (10 + n) % 64 == 0 and data[9 + n:10 + n] == b"\n", n
    head = ast.literal_eval(data[10:10 + n].decode())
    return head["descr"], head["shape"], data[10 + n:]


def run(cmd, feed):
    return subprocess.run(cmd, input=feed, capture_output=True, text=True)


def check_vectors(tap, tool, model, texts, records, feed):
    with tempfile.TemporaryDirectory() as folder:
        stem = pathlib.Path(folder) / "v"
        r = run([tool, model, str(stem)], feed)
        tap.case("vectors: runs", r.stderr or None if r.returncode == 0 else r.stderr)
        kind, (n, dim), vec = npy(stem.with_suffix(".vec.npy"))
        says = json.loads(stem.with_suffix(".json").read_text())
        tap.case("vectors: bytes, a row a token", None if kind == "|u1" and len(vec) == n * dim else (kind, n, dim))
        tap.case("vectors: the page says the same", None if (says["dim"], says["tokens"], says["reports"]) == (
            dim, n, len(texts)) and says["scale"] > 0 else says)
        kind, shape, raw = npy(stem.with_suffix(".tok.npy"))
        rows = list(struct.iter_unpack("<4I", raw))
        tap.case("tokens: four numbers each", None if kind == "<u4" and shape == (n, 4) == (len(rows), 4) else shape)
        bad = [r for r in rows if not 0 <= r[1] < r[2] <= len(texts[r[0]])]
        tap.case("tokens: inside of their report", bad or None)
        starts = [[s for k, s, _, f in rows if k == i and f & SENTENCE] for i in range(len(texts))]
        wanted = [[s for s, _ in r["sentences"]] for r in records]
        tap.case("tokens: sentences as in the record", None if starts == wanted else (starts, wanted))


def check_evidence(tap, tool, model, records, feed):
    r = run([tool, model], feed)
    got = [json.loads(x) for x in r.stdout.splitlines()]
    tap.case("evidence: a line a report", None if len(got) == len(records) else r.stderr)
    for g, w in zip(got, records):
        names = sorted((m["start"], m["end"], e["type"], m["confidence"]) for e in w["entities"] for m in e["mentions"])
        mine = sorted(map(tuple, g["names"]))
        tap.case(w["id"] + ": names as in the record", None if [x[:3] for x in names] == [x[:3] for x in mine] and all(
            abs(a[3] - b[3]) <= 0.006 for a, b in zip(names, mine)) else (names, mine))
        same = len(g["claims"]) == len(w["claims"]) and all(
            all(a[k] == b[k] for k in ("source", "cue", "content")) and
            abs(a["confidence"] - b["confidence"]) <= 0.006 and len(a["evidence"]) == 6
            for a, b in zip(g["claims"], w["claims"]))
        tap.case(w["id"] + ": claims as in the record", None if same else g["claims"])


def main():
    legomena, vectors, evidence, model, report = sys.argv[1:]
    texts = [pathlib.Path(report).read_text(encoding="utf-8"), "", "«Да», said Zoë — 10 °C.\n\nNo."]
    feed = "".join(json.dumps({"id": "r%d" % i, "text": t}) + "\n" for i, t in enumerate(texts))
    read = run([legomena, "read", "--format", "jsonl", "--model", model, "-"], feed).stdout
    records = [json.loads(x) for x in read.splitlines()]
    tap = Tap()
    tap.case("the command reads them", None if len(records) == 2 else read)
    records.insert(1, {"id": "r1", "sentences": [], "entities": [], "claims": []})  # it leaves out empty ones
    check_vectors(tap, vectors, model, texts, records, feed)
    check_evidence(tap, evidence, model, records, feed)
    for tool, cmd in (("vectors", [vectors, model, "/nowhere/at/all"]), ("evidence", [evidence, "/no/model.lgm"])):
        r = run(cmd, feed)
        tap.case(tool + ": says what it cannot open", None if r.returncode == 1 and r.stderr else r.returncode)
    r = run([evidence, model], '{"text": "a"}\n{"title": "b"}\n')
    tap.case("evidence: a line without text ends it", None if r.returncode == 1 and "line 2" in r.stderr else r.stderr)
    tap.end()


main()
