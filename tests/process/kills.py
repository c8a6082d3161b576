#!/usr/bin/env python3
"""kills.py LEGOMENA MODEL - kill -9 at any moment of what writes a ledger: nothing that was committed is lost.

A ledger goes through its life (made, or brought up to date; add; reread; reindex; forget), and each command is killed
at a moment of its usual time, and run again, until it ends by itself. FAULTS=all in the environment: 200 kills.
"""
import os
import random
import sqlite3
import time

from command import HERE, case, check, line, main, same

KILLS = 200 if os.environ.get("FAULTS") == "all" else 12
REPORTS = 24
SCHEMA = sorted((HERE.parent.parent / "src/ledger/schema").glob("*.sql"))
OTHER = HERE.parent / "golden/nn/tiny-pieces.lgm"
LIFE = (("add", "-q", "in.jsonl"), ("reread", "-q", "--model", OTHER), ("reindex", "-q"), ("forget", "--yes", "3", "5"))
FORGOTTEN = (2, 4)  # the ids of these
ID = 0x4c676d4c


def older_ledger(place, steps):
    """A ledger of an older schema, and nothing in it."""
    db = sqlite3.connect(place.at / "l.db")
    for path in SCHEMA[:steps]:
        db.executescript(path.read_text())
    db.executescript(f"PRAGMA application_id={ID}; PRAGMA user_version={steps};")
    db.close()


def fresh(place, dice):
    for end in ("", "-wal", "-shm", "-journal"):
        (place.at / f"l.db{end}").unlink(missing_ok=True)
    if dice.random() < 0.5:
        older_ledger(place, dice.randrange(1, len(SCHEMA)))


def start(place, command):
    return place.start("--ledger", "l.db", *command[1:], command=command[0])


def to_its_end(place, command):
    """Its time in seconds."""
    began = time.monotonic()
    run = start(place, command)
    _, err = run.communicate(timeout=100)
    same((run.returncode, err), (0, b""), command[0])
    return time.monotonic() - began


def there(place):
    """The numbers of the lines whose reports are in the ledger; None where there are no tables yet."""
    if not (place.at / "l.db").exists():
        return None
    db = sqlite3.connect(place.at / "l.db", timeout=60)
    try:
        same(db.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
        same(db.execute("PRAGMA foreign_key_check").fetchall(), [])
        return [int(i) for (i,) in db.execute("SELECT id FROM reports ORDER BY report")]
    except sqlite3.OperationalError as problem:
        check("no such table" in str(problem), problem)
        return None
    finally:
        db.close()


def look(place, command, before):
    """What is there after a kill, which is all of before, and more only by add."""
    now = there(place)
    if now is None:
        same(before, [])
        return []
    if command[0] == "add":
        same(now, list(range(len(now))))
        check(len(now) >= len(before), len(before), "were there, and now", len(now))
    elif command[0] == "forget":
        check(now in (before, [i for i in before if i not in FORGOTTEN]), now)
    else:
        same(now, before)
    code, _, err = place.run("-q", "--ledger", "l.db", command="verify")
    # It may have been killed before it brought an older ledger up to date.
    check(code == 0 or "written by an older legomena" in err or "there is no ledger" in err, code, err)
    return now


def kill(place, command, after):
    """Was it killed, before it was over?"""
    run = start(place, command)
    time.sleep(after)
    run.kill()
    run.communicate()
    return run.returncode < 0


@case
def nothing_is_lost(place):
    """whatever is killed at whatever moment, the ledger holds, and what was committed is there"""
    dice = random.Random(20)
    place.write("in.jsonl", "".join(line(i, 900) for i in range(REPORTS)))
    usual = {command: to_its_end(place, command) for command in LIFE}
    kills = met = 0
    while kills < KILLS:
        fresh(place, dice)
        here = []
        for command in LIFE:
            for _ in range(3):
                met += kill(place, command, dice.random() * usual[command])
                kills += 1
                here = look(place, command, here)
            if command[0] != "forget" or here[2] == FORGOTTEN[0]:
                usual[command] = to_its_end(place, command)
            here = there(place)
            if command[0] == "add":
                same(here, list(range(REPORTS)))
    same(here, [i for i in range(REPORTS) if i not in FORGOTTEN])
    print(f"# {kills} kills, {met} of them before the end")
    check(met, "all were over before they were killed")


main()
