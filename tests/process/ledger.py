#!/usr/bin/env python3
"""ledger.py LEGOMENA MODEL - add goes on where it was stopped, and looks again for what is new."""
import json
import os
import random
import signal
import sqlite3
import subprocess

from command import as_nobody, case, check, line, main, same, until


def ask(place, sql):
    """The rows that another program sees; none while there is no ledger yet."""
    if not (place.at / "l.db").exists():
        return []
    db = sqlite3.connect(place.at / "l.db", timeout=60)
    try:
        return db.execute(sql).fetchall()
    except sqlite3.OperationalError:  # no tables yet
        return []
    finally:
        db.close()


def texts(place):
    return sorted(name for (name,) in ask(place, "SELECT file FROM reports"))


@case
def what_was_killed_goes_on(place):
    """what was committed before a kill is there, and the next run adds the rest, each report once"""
    place.write("in.jsonl", "".join(line(i, 2000) for i in range(600)))
    run = place.start("-q", "-j", "1", "--ledger", "l.db", "in.jsonl", command="add")
    until(lambda: ask(place, "SELECT 1 FROM report"), "a report in the ledger")
    run.kill()
    run.wait()
    before = ask(place, "SELECT id FROM reports ORDER BY report")
    same([int(i) for (i,) in before], list(range(len(before))), "what was committed:")
    code, _, err = place.run("-q", "--ledger", "l.db", "in.jsonl", command="add")
    same((code, err), (0, ""))
    same(len(ask(place, "SELECT DISTINCT id FROM reports")), 600)
    same(ask(place, "SELECT count(*) FROM reports"), [(600,)])
    same(ask(place, "SELECT report FROM copy_state"), [(600,)])  # also those that were there and not compared yet
    same(ask(place, "SELECT count(*) FROM story_member"), [(600,)])
    same(ask(place, "SELECT sum(reports) FROM story"), [(600,)])
    same(ask(place, "PRAGMA integrity_check"), [("ok",)])


@case
def a_signal_ends_it(place):
    """a signal ends it after what was read, and says how far it came"""
    run = place.start("-q", "--ledger", "l.db", "-", stdin=subprocess.PIPE, command="add")
    run.stdin.write("".join(line(i) for i in range(3)).encode())
    until(lambda: ask(place, "SELECT count(*) FROM reports") == [(3,)], "three reports")
    run.send_signal(signal.SIGTERM)
    _, err = run.communicate(timeout=60)
    same(run.returncode, -signal.SIGTERM)
    same(err.decode(), "legomena: 3 reports added; stopped by SIGTERM\n")


@case
def a_full_disk_is_said(place):
    """a ledger that cannot grow is said so, what was committed stays, and it can go on"""
    import resource
    place.write("in.jsonl", "".join(line(i, 4000) for i in range(400)))
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, resource.RLIM_INFINITY))
    code, _, err = place.run("-q", "--ledger", "l.db", "in.jsonl", command="add", before=limit)
    same(code, 5)
    check(err.startswith("legomena: l.db: "), err)
    n = len(ask(place, "SELECT 1 FROM reports"))
    check(n < 400, "all of it fitted")
    code, _, err = place.run("-q", "--ledger", "l.db", "in.jsonl", command="add")
    same((code, err), (0, ""))
    same(ask(place, "SELECT count(*) FROM reports"), [(400,)])


@case
def it_watches(place):
    """files that are written or moved into a folder are added while it watches"""
    os.mkdir(place.at / "in")
    os.mkdir(place.at / "out")
    place.write("in/a.txt", "Ada Lind left.\n")
    run = place.start("-q", "-w", "1", "--ledger", "l.db", "in", command="add")
    until(lambda: texts(place) == ["in/a.txt"], "the first file")
    old = place.write("out/b.txt", "Bo Lind stayed.\n")
    os.utime(old, (1e9, 1e9))
    old.rename(place.at / "in/b.txt")
    until(lambda: texts(place) == ["in/a.txt", "in/b.txt"], "a file that was moved there")
    place.write("in/empty.txt", "")
    place.write("in/c.txt", "Cy Lind spoke.\n")
    until(lambda: len(texts(place)) == 3, "the third file")
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=60)
    same(run.returncode, -signal.SIGINT)
    check(err.decode().startswith("legomena: in/empty.txt: empty\n"), err)
    same(err.decode().count("empty.txt"), 1)


def everything(place):
    """All that a ledger gives of its reports, or None where it refuses one."""
    all_of_it = []
    for report in (1, 2, 3):
        code, out, err = place.run("--ledger", "l.db", "--format", "json", str(report), command="show")
        check(code in (0, 1, 5) and (code == 0) == (err == ""), code, err)
        all_of_it.append(out if code == 0 else None)
    return all_of_it


@case
def a_byte_that_changed_is_named_or_harmless(place):
    """whichever byte of the file changes, verify names what does not hold, or all reports are as they were"""
    place.write("in.jsonl", "".join(line(i, 300) for i in range(3)))
    same(place.run("-q", "--ledger", "l.db", "in.jsonl", command="add")[0], 0)
    db = sqlite3.connect(place.at / "l.db")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    ledger = place.at / "l.db"
    whole, before = ledger.read_bytes(), everything(place)
    check(None not in before)
    dice = random.Random(7)
    used = [i for i, byte in enumerate(whole) if byte]  # most of a small ledger is room
    named = 0
    for _ in range(60):
        changed = bytearray(whole)
        changed[dice.choice(used)] ^= 1 << dice.randrange(8)
        for beside in ("l.db-wal", "l.db-shm"):
            (place.at / beside).unlink(missing_ok=True)
        ledger.write_bytes(changed)
        code, _, err = place.run("-q", "--ledger", "l.db", command="verify")
        check(code in (0, 1, 5) and (code == 0) == (err == ""), code, err)
        named += code != 0
        if code == 0:
            same(everything(place), before)
    check(named > 10, named, "of 60 changes are named")


@case
def other_programs_read_it(place):
    """a plain connection reads every table and view, no list of them has blobs, and keys lead somewhere"""
    place.write("in.jsonl", "".join(line(i, 300) for i in range(3)))
    same(place.run("-q", "--ledger", "l.db", "in.jsonl", command="add")[0], 0)
    db = sqlite3.connect(f"file:{place.at}/l.db?mode=ro", uri=True)
    names = db.execute("SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view')").fetchall()
    for name, kind in names:
        rows = db.execute(f'SELECT * FROM "{name}"').fetchall()
        same(db.execute(f'SELECT count(*) FROM "{name}"').fetchall(), [(len(rows),)])
        own = name not in ("raw", "record", "sketch", "profile") and "_search_" not in name
        check(not own or not any(isinstance(value, bytes) for row in rows for value in row), name, "has blobs")
        keys = db.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
        check(all(key[4] for key in keys), name, "has a foreign key to no column")
    check({"reports", "claims", "speakers", "events", "figures", "incidents", "times", "names", "replies", "disputes",
           "problems", "custody"} <= {name for name, kind in names if kind == "view"}, names)
    same(db.execute("PRAGMA foreign_key_check").fetchall(), [])
    same(db.execute("SELECT count(*) FROM report_search WHERE report_search MATCH 'mayor'").fetchall(), [(3,)])
    db.close()


@case
def what_cannot_be_written_is_read(place):
    """a ledger in a folder of somebody else, where nothing can be made, is asked all the same"""
    folder = place.at / "a?b#c%20"  # what an address would have to escape
    folder.mkdir()
    place.write("in.jsonl", "".join(line(i) for i in range(3)))
    same(place.run("-q", "--ledger", folder / "l.db", "in.jsonl", command="add")[0], 0)
    folder.chmod(0o555)
    code, out, err = place.run("--ledger", folder / "l.db", "--format", "json", "2", command="show", **as_nobody(place))
    same((code, err, json.loads(out)["id"]), (0, "", "1"))
    code, _, err = place.run("--ledger", folder / "l.db", "--yes", "2", command="forget", **as_nobody(place))
    same((code, err), (5, f"legomena: {folder}/l.db: may be read, and not written\n"))
    folder.chmod(0o755)


@case
def two_may_add_at_once(place):
    """two programs that add to one ledger wait for one another, and nothing is lost or there twice"""
    place.write("a.jsonl", "".join(line(i, 50) for i in range(0, 120)))
    place.write("b.jsonl", "".join(line(i, 50) for i in range(60, 180)))
    runs = [place.start("-q", "-j", "1", "--ledger", "l.db", name, command="add") for name in ("a.jsonl", "b.jsonl")]
    for run in runs:
        _, err = run.communicate(timeout=100)
        same((run.returncode, err), (0, b""))
    same(ask(place, "SELECT count(*), count(DISTINCT id) FROM reports"), [(180, 180)])
    same(place.run("-q", "--ledger", "l.db", command="verify")[0], 0)


main()
