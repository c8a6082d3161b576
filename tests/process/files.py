#!/usr/bin/env python3
"""files.py LEGOMENA MODEL - a file that is written has its old content or the whole new one, whatever happens."""
import os
import random
import re
import resource
import signal
import stat
import subprocess
import threading

from command import NOBODY, Lacking, as_nobody, case, check, line, main, same, until, whole_records

OLD = "what was there\n"
FIVE = "".join(line(i) for i in range(5))


def is_left(place, name="out.jsonl"):
    same((place.at / name).read_text(), OLD, name)
    same(place.drafts(), [], "drafts")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def write_and_wait(place, **more):
    """A run with something in its draft that waits for more."""
    run = place.start("-f", "jsonl", "-o", "out.jsonl", "-", stdin=subprocess.PIPE, **more)
    run.stdin.write("".join(line(i) for i in range(3)).encode())
    until(lambda: any((place.at / d).stat().st_size for d in place.drafts()), "a draft")
    return run


@case
def replaced(place):
    """an old file is replaced by the whole new one"""
    place.write("out.jsonl", OLD * 1000)
    code, out, err = place.run("-f", "jsonl", "-o", "out.jsonl", "-", text=FIVE)
    same((code, out), (0, ""), err)
    same(whole_records((place.at / "out.jsonl").read_text()), list("01234"))
    same(place.drafts(), [], "drafts")


@case
def nothing_to_write(place):
    """no model, no input, no report that can be read: the old file is left"""
    place.write("out.jsonl", OLD)
    place.write("empty.txt", "")
    (place.at / "folder").mkdir()
    for args in (["-m", "none.lgm", "empty.txt"], ["no-such.txt"], ["empty.txt"], ["folder"], ["-"]):
        for form in ("text", "jsonl", "csv", "html"):
            code, _, err = place.run("-f", form, "-o", "out.jsonl", *args)
            check(code in (1, 3), args, form, "exit status", code)
            check("-m" in args or "nothing is written to out.jsonl" in err, err)
            is_left(place)
    code, _, err = place.run("-f", "csv", "-o", "new.csv", "empty.txt")
    same((code, (place.at / "new.csv").exists()), (1, False), err)


@case
def too_large(place):
    """a limit of the process on its files: said with the limit, and the old file is left"""
    place.write("out.jsonl", OLD)
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    code, _, err = place.run("-f", "jsonl", "-o", "out.jsonl", "-", text=line(1) * 50, before=limit)
    same((code, err), (4, "legomena: cannot write to out.jsonl: files of this process may have 4096 bytes (ulimit -f); "
                          "it is left as it was\n"))
    is_left(place)


@case
def full_disk(place):
    """a full disk: said, and the old file is left"""
    disk = place.at / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        raise Lacking("a small file system cannot be mounted here")
    try:
        (disk / "out.jsonl").write_text(OLD)
        code, _, err = place.run("-f", "jsonl", "-o", "disk/out.jsonl", "-", text=line(1, 1000) * 100)
        same((code, err), (4, "legomena: cannot write to disk/out.jsonl: No space left on device; it is left as it "
                              "was\n"))
        same((disk / "out.jsonl").read_text(), OLD)
        same(place.drafts("disk"), [], "drafts")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@case
def stopped(place):
    """SIGINT, SIGTERM, SIGHUP and SIGQUIT: the old file is left, and no draft"""
    place.write("out.jsonl", OLD)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
        def no_core():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        run = write_and_wait(place, before=no_core)
        run.send_signal(number)
        err = run.communicate(timeout=60)[1].decode()
        same(run.returncode, -number)
        said = fr"legomena: stopped by {number.name} after \d reports?; out\.jsonl is left as it was\n"
        check(re.fullmatch("" if number == signal.SIGQUIT else said, err), err)
        is_left(place)


@case
def killed(place):
    """killed at any moment: the old file or the whole new one"""
    place.write("in.jsonl", FIVE)
    place.run("-q", "-f", "jsonl", "-o", "whole.jsonl", "in.jsonl")
    whole = (place.at / "whole.jsonl").read_text()
    delays = random.Random(7)
    for _ in range(25):
        place.write("out.jsonl", OLD)
        run = place.start("-q", "-f", "jsonl", "-o", "out.jsonl", "in.jsonl", stdout=subprocess.DEVNULL)
        try:
            run.wait(delays.uniform(0, 0.1))
        except subprocess.TimeoutExpired:
            run.kill()
        run.wait()
        check((place.at / "out.jsonl").read_text() in (OLD, whole), "a part of it is there")


@case
def a_draft_of_a_dead_process(place):
    """a draft that is there already is not taken for ours"""
    run = write_and_wait(place)
    (name,) = place.drafts()
    run.kill()
    run.wait()
    same(place.drafts(), [name], "a process that is killed leaves its draft")
    code, _, err = place.run("-q", "-f", "jsonl", "-o", "out.jsonl", "-", text=FIVE)
    same((code, place.drafts()), (0, [name]), err)


@case
def permissions(place):
    """a new file has the permissions of a new file, a replaced one those of the old one"""
    def careful():
        os.umask(0o027)
    place.run("-f", "jsonl", "-o", "new.jsonl", "-", text=FIVE, before=careful)
    same(mode(place.at / "new.jsonl"), 0o640)
    for wanted in (0o600, 0o666, 0o755):
        place.write("old.jsonl", OLD).chmod(wanted)
        place.run("-f", "jsonl", "-o", "old.jsonl", "-", text=FIVE, before=careful)
        same(mode(place.at / "old.jsonl"), wanted)


@case
def not_writable(place):
    """a file that may not be written is not replaced, though its folder may be written"""
    folder = place.at / "mine"
    folder.mkdir()
    folder.chmod(0o777)
    out = place.write("mine/out.jsonl", OLD)
    out.chmod(0o444)
    code, _, err = place.run("-f", "jsonl", "-o", "mine/out.jsonl", "-", text=FIVE, **as_nobody(place))
    same((code, err), (4, "legomena: cannot write to mine/out.jsonl: Permission denied\n"))
    same(out.read_text(), OLD)


@case
def closed_folder(place):
    """a file that may be written in a folder that may not is written in place, with a word"""
    folder = place.at / "closed"
    folder.mkdir()
    out = place.write("closed/out.jsonl", OLD * 1000)
    out.chmod(0o666)
    folder.chmod(0o555)
    user = as_nobody(place)
    code, _, err = place.run("-f", "jsonl", "-o", "closed/out.jsonl", "no-such.txt", **user)
    same((code, out.read_text()), (1, OLD * 1000), err)
    code, _, err = place.run("-f", "jsonl", "-o", "closed/out.jsonl", "-", text=line(1), **user)
    same((code, err), (0, "legomena: closed/out.jsonl is written in place, since no file can be made beside it\n"))
    same(whole_records(out.read_text()), ["1"])
    code, _, err = place.run("-f", "jsonl", "-o", "closed/new.jsonl", "-", text=line(1), **user)
    same((code, err), (4, "legomena: cannot write to closed/new.jsonl: Permission denied\n"))
    folder.chmod(0o755)


@case
def of_another(place):
    """a file of somebody else in a folder for all, as /tmp is one: its content is replaced"""
    if os.geteuid() != 0:
        raise Lacking("only root can make files of two users")
    folder = place.at / "all"
    folder.mkdir()
    folder.chmod(0o1777)
    out = place.write("all/out.jsonl", OLD * 1000)
    out.chmod(0o666)
    code, _, err = place.run("-f", "jsonl", "-o", "all/out.jsonl", "-", text=line(1), **as_nobody(place))
    same((code, err, out.stat().st_uid), (0, "", 0))
    same(whole_records(out.read_text()), ["1"])
    same(place.drafts("all"), [], "drafts")


@case
def owner(place):
    """root keeps whose file it was"""
    if os.geteuid() != 0:
        raise Lacking("only root can give files away")
    out = place.write("out.jsonl", OLD)
    os.chown(out, NOBODY, NOBODY)
    place.run("-f", "jsonl", "-o", "out.jsonl", "-", text=FIVE)
    same((out.stat().st_uid, out.stat().st_gid), (NOBODY, NOBODY))


@case
def links(place):
    """a symbolic link stays and what it leads to is written, if it is there or not; a hard link keeps the old"""
    (place.at / "there").mkdir()
    place.write("there/old.jsonl", OLD)
    os.link(place.at / "there/old.jsonl", place.at / "hard.jsonl")
    for target in ("there/old.jsonl", "there/new.jsonl"):
        os.symlink(target, place.at / "first")
        os.symlink(place.at / "first", place.at / "second")
        code, _, err = place.run("-f", "jsonl", "-o", "second", "-", text=FIVE)
        same(code, 0, err)
        check((place.at / "second").is_symlink() and (place.at / "first").is_symlink(), "the links are gone")
        check(not (place.at / target).is_symlink(), target, "is a link")
        same(whole_records((place.at / target).read_text()), list("01234"))
        (place.at / "first").unlink()
        (place.at / "second").unlink()
    same((place.at / "hard.jsonl").read_text(), OLD)
    os.symlink("round", place.at / "round")
    code, _, err = place.run("-f", "jsonl", "-o", "round", "-", text=FIVE)
    same((code, err), (4, "legomena: cannot write to round: Too many levels of symbolic links\n"))


@case
def devices(place):
    """what is no file is written as it stands: a pipe, /dev/null, /dev/full, standard output"""
    os.mkfifo(place.at / "pipe")
    got = []
    reader = threading.Thread(target=lambda: got.append((place.at / "pipe").read_text()), daemon=True)
    reader.start()
    code, _, err = place.run("-q", "-f", "jsonl", "-o", "pipe", "-", text=FIVE)
    same((code, err), (0, ""))
    reader.join()
    same(whole_records(got[0]), list("01234"))
    same(place.run("-q", "-f", "jsonl", "-o", "/dev/null", "-", text=FIVE), (0, "", ""))
    same(place.run("-q", "-f", "jsonl", "-o", "/dev/full", "-", text=FIVE),
         (4, "", "legomena: cannot write to /dev/full: No space left on device\n"))
    code, out, err = place.run("-q", "-f", "jsonl", "-o", "/dev/stdout", "-", text=FIVE)
    same((code, err, whole_records(out)), (0, "", list("01234")))
    place.write("log", OLD)
    with open(place.at / "log", "a") as log:
        place.run("-q", "-f", "jsonl", "-o", "/dev/stdout", "-", text=line(1), stdout=log)
    log = (place.at / "log").read_text()
    check(log.startswith(OLD), "what was before is gone")
    same(whole_records(log[len(OLD):]), ["1"])


@case
def a_pipe_without_reader(place):
    """a pipe that nobody opens is waited for, until a signal comes"""
    os.mkfifo(place.at / "pipe")
    run = place.start("-o", "pipe", "-", stdin=subprocess.PIPE)
    waits = f"/proc/{run.pid}/wchan"
    if not os.path.exists(waits):
        raise Lacking("no /proc/PID/wchan here")
    until(lambda: "fifo" in open(waits).read() or "wait_for_partner" in open(waits).read(), "a wait for the pipe")
    run.terminate()
    out, err = run.communicate(timeout=60)
    same((run.returncode, out, err), (-signal.SIGTERM, b"", b""))


@case
def a_mounted_file(place):
    """a file that is mounted by itself, as in a container, gets the new content"""
    place.write("inner.jsonl", OLD)
    place.write("out.jsonl", "")
    mount = ["mount", "--bind", str(place.at / "inner.jsonl"), str(place.at / "out.jsonl")]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        raise Lacking("a file cannot be mounted here")
    try:
        code, _, err = place.run("-q", "-f", "jsonl", "-o", "out.jsonl", "-", text=FIVE)
        same((code, err, place.drafts()), (0, "", []))
    finally:
        subprocess.run(["umount", str(place.at / "out.jsonl")], check=True)
    same(whole_records((place.at / "inner.jsonl").read_text()), list("01234"))


main()
