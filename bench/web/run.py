#!/usr/bin/env python3
"""Score the main text of web pages, and time it, beside other programs.

usage: run.py --corpora DIR [--score DIR] [--tool build/tests/tools/web_text] [--rounds N]

CORPORA has html/dev (pages and truth.json), SCORE its scorer articles.py (default: CORPORA/../score); neither
is part of this project. Programs that Python can import here (trafilatura, resiliparse, rs_trafilatura) are
scored and timed on the same pages, one core, in turns with ours; all times are of the processor, the best of N
rounds, with the pages in memory.
"""
import argparse
import glob
import gzip
import importlib
import json
import os
import subprocess
import sys
import tempfile
import time


def others():
    """{name: function from the page to its text} of what is installed."""
    found = {}

    def trafilatura(html):
        return importlib.import_module("trafilatura").extract(html, include_comments=False) or ""

    def resiliparse(html):
        return importlib.import_module("resiliparse.extract.html2text").extract_plain_text(
            html, main_content=True, alt_texts=False)

    def resiliparse_parse(html):
        importlib.import_module("resiliparse.parse.html").HTMLTree.parse(html)
        return ""

    def rs_trafilatura(html):
        return importlib.import_module("rs_trafilatura").extract(html).main_content or ""

    for call in (trafilatura, resiliparse, resiliparse_parse, rs_trafilatura):
        try:
            call("<p>A page.</p>")
            found[call.__name__] = call
        except ImportError:
            print("%s is not installed" % call.__name__, file=sys.stderr)
    return found


def ours(tool, files, *options):
    return subprocess.run([tool, *options, *files], capture_output=True, text=True, check=True).stdout


def speed(call, pages):
    begin = time.process_time()
    texts = {name: call(html) for name, html in pages.items()}
    return len(pages) / (time.process_time() - begin), texts


def line(name, texts, truth, articles, pages_a_second):
    s = articles.score(truth, texts)[0] if any(texts.values()) else None
    cells = ["%.3f" % s[k] for k in ("f1", "precision", "recall", "accuracy")] if s else [""] * 4
    print("| %s | %s | %.0f |" % (name, " | ".join(cells), pages_a_second), flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("--corpora", required=True)
    ap.add_argument("--score")
    ap.add_argument("--tool", default="build/tests/tools/web_text")
    ap.add_argument("--rounds", type=int, default=3)
    args = ap.parse_args()
    sys.path.insert(0, args.score or os.path.join(args.corpora, "..", "score"))
    articles = importlib.import_module("articles")
    with open(os.path.join(args.corpora, "html/dev/truth.json"), encoding="utf-8") as f:
        truth = json.load(f)

    with tempfile.TemporaryDirectory() as folder:
        pages, files = {}, []
        for path in sorted(glob.glob(os.path.join(args.corpora, "html/dev/*.html.gz"))):
            name = os.path.basename(path)[:-8]
            raw = gzip.open(path).read()
            pages[name] = raw.decode("utf-8", "replace")
            files.append(os.path.join(folder, name))
            with open(files[-1], "wb") as f:
                f.write(raw)
        best, texts = {}, {}
        for _ in range(args.rounds):
            for name, options in (("legomena", []), ("legomena, tree alone", ["--parse"])):
                rate = float(ours(args.tool, files, "--time", "3", *options).split()[0])
                best[name] = max(best.get(name, 0), rate)
            for name, call in others().items():
                rate, texts[name] = speed(call, pages)
                best[name] = max(best.get(name, 0), rate)
        texts["legomena"] = {d["id"]: d["text"] for d in map(json.loads, ours(args.tool, files).splitlines())}

    print("| program | F1 | precision | recall | whole pages right | pages a second |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name in sorted(best, key=lambda n: not n.startswith("legomena")):
        line(name, texts.get(name, {}), truth, articles, best[name])


main()
