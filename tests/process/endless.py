#!/usr/bin/env python3
"""endless.py LEGOMENA MODEL - input that never ends is given up after a bound, with one message.

What feeds it goes on until nobody reads: a run that read for ever would run into the limit of the test.
"""
import gzip
import os
import subprocess
import threading

from command import case, check, line, main, same, whole_records

SIZE = "1K"
LINE = 3 * 1024 + (64 << 10)
BEGIN = '{"text": "'


def feed(place, first, again, *args):
    """A run that reads `first` and then `again` without end."""
    run = place.start("-q", "-f", "jsonl", "--max-size", SIZE, *args, "-", stdin=subprocess.PIPE)
    def go_on():
        try:
            run.stdin.write(first)
            while True:
                run.stdin.write(again)
        except (BrokenPipeError, ValueError):
            pass
    feeder = threading.Thread(target=go_on)
    feeder.start()
    out, err = run.stdout.read().decode(), run.stderr.read().decode()
    code = run.wait(60)
    feeder.join()
    return code, out, err


@case
def line_without_end(place):
    """a line that never ends: file, line, byte and limit, and what came before it"""
    before = line(1)
    code, out, err = feed(place, before.encode() + b"\n" + BEGIN.encode(), b"a" * 65536)
    same((code, whole_records(out)), (1, ["1"]))
    same(err, f"legomena: standard input:3: the line that begins at byte {len(before) + 1} is longer than 16 times the "
              f"limit of {LINE} bytes; the rest of the file is not read\n")


@case
def sparse_file(place):
    """a file of a terabyte that holds next to nothing"""
    ids = [str(i) for i in range(30)]
    before = "".join(line(i) for i in ids) # so much that its beginning is no binary data
    path = place.write("big.jsonl", before + BEGIN)
    os.truncate(path, 1 << 40)
    code, out, err = place.run("-q", "-f", "jsonl", "--max-size", SIZE, "big.jsonl")
    same((code, whole_records(out)), (1, ids))
    check(f"big.jsonl:31: the line that begins at byte {len(before)} is longer than 16 times" in err, err)


@case
def line_too_long(place):
    """a line that is too long and ends: the next ones are read"""
    code, out, err = place.run("-q", "-f", "jsonl", "--max-size", SIZE, "-",
                               text=BEGIN + "a" * (8 * LINE) + '"}\n' + line(2))
    same((code, whole_records(out)), (1, ["2"]))
    same(err, f"legomena: standard input:1: the line is longer than the limit of {LINE} bytes\n")


@case
def text_without_end(place):
    """a plain text that never ends is refused after the limit"""
    code, out, err = feed(place, b"The mayor said it rained.\n", b"It rained on. \n" * 1000)
    same((code, out, err), (1, "", "legomena: standard input: larger than the limit of 1024 bytes a report; split it, or raise --max-size\n"))
    os.symlink("/dev/zero", place.at / "zero.txt")
    code, out, err = place.run("-q", "-f", "jsonl", "zero.txt")
    same((code, out), (1, ""), err)


@case
def gzip_without_content(place):
    """gzip data that goes on and holds nothing: empty members, or a name in its header without end"""
    wrong = "legomena: standard input: a mebibyte of gzip data that holds nothing\n"
    same(feed(place, gzip.compress(line(1).encode()), gzip.compress(b"") * 1000)[::2], (1, wrong))
    same(feed(place, b"\x1f\x8b\x08\x08\0\0\0\0\0\0", b"name" * 10000)[::2], (1, wrong))


@case
def behind_gzip(place):
    """gzip data with something behind it that never ends, zeros or not"""
    for again in (b"\0" * 65536, b"junk" * 10000):
        code, out, err = feed(place, gzip.compress(line(1).encode()), again)
        same((code, whole_records(out)), (1, ["1"]))
        check(err.startswith("legomena: standard input: at least 16") and
              err.endswith(" bytes after the end of the gzip data were left out\n"), err)


@case
def gzip_that_grows(place):
    """gzip data that grows without measure"""
    place.at.joinpath("bomb.jsonl.gz").write_bytes(gzip.compress(BEGIN.encode() + b"a" * (40 << 20)))
    code, out, err = place.run("-q", "-f", "jsonl", "bomb.jsonl.gz")
    same((code, out), (1, ""))
    check("gzip data that grows more than 250 times" in err, err)


main()
