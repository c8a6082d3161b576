#!/usr/bin/env python3
"""signals.py LEGOMENA MODEL - signals end a run cleanly, and never in the midst of a record."""
import array
import fcntl
import os
import pty
import signal
import subprocess
import termios

from command import case, check, line, main, same, until, whole_records

GENTLE = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def start_and_read(place, n, **more):
    """A run that has written n records, and waits; what it wrote."""
    run = place.start("-q", "-f", "jsonl", "-", stdin=subprocess.PIPE, **more)
    run.stdin.write("".join(line(i) for i in range(n)).encode())
    return run, b"".join(run.stdout.readline() for _ in range(n)) if not more.get("stdout") else b""


@case
def while_it_waits(place):
    """a run that waits for its input ends by the signal, with whole records"""
    for number in GENTLE:
        run, out = start_and_read(place, 3)
        run.send_signal(number)
        rest, err = run.communicate(timeout=60)
        same(run.returncode, -number)
        same(whole_records((out + rest).decode()), ["0", "1", "2"])
        same(err.decode(), f"legomena: stopped by {number.name} after 3 reports\n")


@case
def while_it_works(place):
    """a run that has much to do ends by the signal, with whole records in their order"""
    place.write("in.jsonl", "".join(line(i, 4000) for i in range(3000)))
    run = place.start("-q", "-f", "jsonl", "in.jsonl")
    out = run.stdout.readline()
    run.send_signal(signal.SIGTERM)
    rest, _ = run.communicate(timeout=60)
    same(run.returncode, -signal.SIGTERM)
    ids = whole_records((out + rest).decode())
    same(ids, [str(i) for i in range(len(ids))])
    check(len(ids) < 3000, "it read to its end")


def blocked(place):
    """A run whose output nobody reads, and the end of the pipe that can be read."""
    place.write("in.jsonl", "".join(line(i, 8000) for i in range(300)))
    reading, writing = os.pipe()
    room = fcntl.fcntl(writing, fcntl.F_GETPIPE_SZ)
    run = place.start("-q", "-f", "jsonl", "in.jsonl", stdout=writing)
    os.close(writing)
    held = array.array("i", [0])
    def is_full():
        fcntl.ioctl(reading, termios.FIONREAD, held)
        return held[0] > room - 4096
    until(is_full, "a full pipe")
    return run, reading


def drain(fd):
    pieces = []
    while piece := os.read(fd, 1 << 16):
        pieces.append(piece)
    os.close(fd)
    return b"".join(pieces).decode()


@case
def slow_reader(place):
    """a record that is half written when the signal comes is written to its end, if somebody reads"""
    run, reading = blocked(place)
    run.send_signal(signal.SIGINT)
    ids = whole_records(drain(reading))
    same(run.wait(60), -signal.SIGINT)
    same(ids, [str(i) for i in range(len(ids))])
    check(len(ids) < 300, "it read to its end")


@case
def no_reader(place):
    """a reader that sleeps does not keep a run that is to end"""
    run, reading = blocked(place)
    run.send_signal(signal.SIGTERM)
    err = run.communicate(timeout=60)[1].decode()
    same(run.returncode, -signal.SIGTERM)
    check("nobody reads it, and the last report is cut" in err, err)
    os.close(reading)


@case
def twice(place):
    """a second signal ends it where it stands"""
    run, reading = blocked(place)
    run.send_signal(signal.SIGTERM)
    run.send_signal(signal.SIGINT)
    err = run.communicate(timeout=60)[1]
    check(run.returncode in (-signal.SIGTERM, -signal.SIGINT), run.returncode) # which of them came first
    same(err, b"", "one that ends by itself has a last word:")
    os.close(reading)


@case
def ignored(place):
    """a signal that was ignored at the start stays ignored, as with nohup"""
    def ignore():
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    run, out = start_and_read(place, 1, before=ignore)
    run.send_signal(signal.SIGHUP)
    run.send_signal(signal.SIGINT)
    run.stdin.write(line(1).encode())
    out += run.stdout.readline()
    run.stdin.close()
    run.stdin = None
    same(run.wait(60), 0)
    same(whole_records(out.decode()), ["0", "1"])


def see(terminal, seen, text):
    """Reads what the terminal shows until the text is there; what was shown before is forgotten."""
    def look():
        seen.append(os.read(terminal, 4096).decode())
        return text in "".join(seen)
    until(look, repr(text))
    seen.clear()


@case
def progress(place):
    """the line of progress comes back when a run goes on after a stop, and is gone at the end"""
    mine, its = pty.openpty()
    run = place.start("-f", "jsonl", "-o", "out.jsonl", "-", stdin=subprocess.PIPE, stderr=its)
    os.close(its)
    seen = []
    run.stdin.write(line(1).encode())
    see(mine, seen, "1 reports, ")
    run.send_signal(signal.SIGSTOP)
    until(lambda: os.waitpid(run.pid, os.WNOHANG | os.WUNTRACED)[0], "a stop")
    run.send_signal(signal.SIGCONT)
    run.stdin.write(line(2).encode())
    see(mine, seen, "2 reports, ")
    run.send_signal(signal.SIGINT)
    see(mine, seen, "\r\033[Klegomena: stopped by SIGINT after 2 reports; out.jsonl is left as it was")
    same(run.wait(60), -signal.SIGINT)
    os.close(mine)


main()
