"""verdict.py - did a run that a fault befell keep our word? What was wrong, or nothing.

Our word: whatever fails, the command ends, and of itself. With exit status 0 it has written exactly what
it writes undisturbed. Any other status is one of the documented, and standard error names the trouble. A
call that was only interrupted, or did a part of its work, is no trouble at all.
"""
import pathlib
import re

import process

DOCUMENTED = {1: "some reports", 3: "the model", 4: "the output"}  # 2 is wrong usage, which it was not
SANITIZER = re.compile(r"(AddressSanitizer|LeakSanitizer|ThreadSanitizer|runtime error):?.*")
NO_TROUBLE = {("read", "EINTR"), ("read", "short"), ("write", "EINTR"), ("write", "short"), ("wait", "EINTR")}
WORDS = {"EIO": "Input/output error", "ENOSPC": "No space left on device", "EMFILE": "Too many open files",
         "EACCES": "Permission denied", "EAGAIN": "thread|temporarily unavailable",
         "ENOMEM": "memory|thread", "EINTR": "Interrupted"}


def of(case, fault, ran, wanted):
    kind, _, how = fault.partition(":")
    how = how.partition(":")[2] or "ENOMEM"
    sanitizer = SANITIZER.search(ran.stderr)
    if sanitizer:
        return sanitizer.group()
    if ran.status == -14:
        return "did not end"
    if ran.status < 0:
        return f"died of signal {-ran.status}: {ran.stderr.strip()[-200:]}"
    if ran.status == wanted.status or ran.status == 0:
        return differs(ran, wanted)
    if (kind, how) in NO_TROUBLE or not ran.failed:
        return f"exit status {ran.status}, and nothing had gone wrong: {ran.stderr.strip()}"
    if ran.status not in DOCUMENTED:
        return f"exit status {ran.status}: {ran.stderr.strip()}"
    return (says_nothing(how, ran) or cuts(case, ran, wanted)
            or leaves_a_part(case, ran, wanted, draft_stays=kind == "name" and "+" in fault))


def differs(ran, wanted):
    if ran.status != wanted.status:
        return f"exit status 0, not {wanted.status}"
    if ran.stdout != wanted.stdout:
        return (f"the same exit status, and other output ({len(ran.stdout)} bytes, not {len(wanted.stdout)}): "
                f"{ran.stderr.strip()}")
    for name in sorted(set(ran.files) | set(wanted.files)):
        if ran.files.get(name) != wanted.files.get(name):
            return f"the same exit status, and {name} is not as it should be: {ran.stderr.strip()}"
    return None


# libarchive ends the process itself where it has no memory for a name, and says so.
OF_LIBRARY = "Fatal Internal Error in libarchive"


def says_nothing(how, ran):
    if OF_LIBRARY in ran.stderr and how == "ENOMEM":
        return None
    if re.search(rf"^legomena: .*({WORDS[how]})", ran.stderr, re.M):
        return None
    return f"exit status {ran.status} without a word of it ({WORDS[how]}): {ran.stderr.strip()}"


def cuts(case, ran, wanted):
    """Of records a line each, those that came are whole, and each that did not has a message."""
    if "jsonl" not in case.args or ran.status != 1:
        return None
    strange = [line for line in lines_of(ran) if line not in lines_of(wanted) and line != process.OLD]
    if strange:
        return f"exit status 1, and a line that is none of the records: {strange[0][:60]}"
    return None


def lines_of(ran):
    return [line for b in (ran.stdout, *ran.files.values()) for line in b.splitlines(True)]


def leaves_a_part(case, ran, wanted, draft_stays):
    """A file that was to be written is whole, or as it was; nothing is left beside it, if it can be removed."""
    if "-o" not in case.args or ran.status == 1:
        return None
    for name, was in ran.files.items():
        if draft_stays and pathlib.Path(name).name.startswith(".legomena-"):
            continue
        if was != process.OLD and was != wanted.files.get(name):
            return f"exit status {ran.status}, and a part of {name} is left ({len(was)} bytes)"
    return None
