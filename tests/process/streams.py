#!/usr/bin/env python3
"""streams.py LEGOMENA MODEL - standard output and standard error that are slow, shared, closed or read by nobody."""
import fcntl
import os
import subprocess

from command import case, check, line, main, same, until, whole_records

MANY = [str(i) for i in range(60)]


def full_pipe():
    """A non-blocking pipe in which there is no more room, and how much is in it."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    room = fcntl.fcntl(writing, fcntl.F_GETPIPE_SZ)
    same(os.write(writing, b"x" * room), room)
    return reading, writing, room


def read_all(fd, at_once=5000):
    pieces = []
    while piece := os.read(fd, at_once):
        pieces.append(piece)
    os.close(fd)
    return b"".join(pieces)


@case
def non_blocking_output(place):
    """a non-blocking standard output that is full is waited for, and nothing is lost"""
    place.write("in.jsonl", "".join(line(i, 3000) for i in MANY))
    reading, writing, room = full_pipe()
    run = place.start("-q", "-f", "jsonl", "in.jsonl", stdout=writing)
    os.close(writing)
    out = read_all(reading)[room:].decode()
    check(len(out) > 4 * room, "too little to fill the pipe")
    same(whole_records(out), MANY)
    same((run.wait(60), run.stderr.read()), (0, b""))


@case
def non_blocking_messages(place):
    """a non-blocking standard error that is full is waited for, and no message is lost"""
    for i in MANY:
        place.write(f"{i}.txt", "")
    reading, writing, room = full_pipe()
    run = place.start(*[f"{i}.txt" for i in MANY], stderr=writing)
    os.close(writing)
    err = read_all(reading)[room:].decode().splitlines()
    same(err[:-1], [f"legomena: {i}.txt: empty" for i in MANY])
    check("60 not read" in err[-1], err[-1])
    same(run.wait(60), 1)


@case
def appended(place):
    """records that two runs append to one file stay in one piece"""
    inputs = [place.write(f"{k}.jsonl", "".join(line(f"{k}{i}", 5000) for i in range(30))) for k in "ab"]
    with open(place.at / "both", "ab") as both:
        runs = [place.start("-q", "-f", "jsonl", i, stdout=both) for i in inputs]
        for run in runs:
            same(run.wait(60), 0)
    same(len(whole_records((place.at / "both").read_text())), 60)


@case
def reader_gone(place):
    """a reader that goes away ends the run with 4 and without a word"""
    run = place.start("-f", "jsonl", "-", stdin=subprocess.PIPE)
    run.stdin.write(line(1).encode())
    until(lambda: run.stdout.read(1), "the first byte")
    run.stdout.close()
    run.stdout = None
    try:
        run.stdin.write("".join(line(i, 3000) for i in MANY).encode())
        run.stdin.close()
    except BrokenPipeError:
        pass
    run.stdin = None
    same((run.wait(60), run.stderr.read()), (4, b""))


main()
