"""process.py - one run of a command under a fault: what it wrote, how it ended, which calls it made."""
import dataclasses
import os
import pathlib
import shutil
import struct

KINDS = ("alloc thread read write open map close sync stat list name wait control").split()
OLD = b'{"text": "Old words, the mayor said."}\n'  # in a file before a run
SECONDS = 60  # after which a run is said to hang


@dataclasses.dataclass
class Ran:
    status: int     # exit status; -N: died of signal N
    stdout: bytes
    stderr: str
    files: dict     # what lies in the folder it may write into: name -> bytes
    failed: int     # calls that were made to fail
    calls: dict     # kind -> how many were made


def environment(library, models):
    """Of the runs: nothing of ours but what sanitizers need."""
    kept = ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH")
    env = {k: os.environ[k] for k in kept if k in os.environ}
    # LeakSanitizer looks on from a process of its own, which the filter of calls would stop.
    env["ASAN_OPTIONS"] = env.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0:detect_leaks=0"
    return dict(env, LC_ALL="C.UTF-8", LD_PRELOAD=str(library), LEGOMENA_MODELS=str(models),
                FAULT_SECONDS=str(SECONDS), FAULT_TALLY="../tally")


def place(folder, inputs):
    """An empty folder to run in, beside files that catch what is written; the inputs are linked."""
    work = pathlib.Path(folder) / "work"
    work.mkdir()
    (pathlib.Path(folder) / "tally").write_bytes(bytes(8 * (1 + len(KINDS))))
    for path in pathlib.Path(inputs).iterdir():
        (work / path.name).symlink_to(path)
    os.chdir(work)


def clear(out):
    """Puts `out`, what a command may write into, as it is before each run: there with old words, or not."""
    for path in pathlib.Path().iterdir():
        if not path.is_symlink():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if out:
        pathlib.Path(out).write_bytes(OLD)


def written():
    return {str(p): p.read_bytes() for p in sorted(pathlib.Path().rglob("*"))
            if p.is_file() and not p.is_symlink() and not any(q.is_symlink() for q in p.parents)}


def run(command, env, fault="", out=None, stdin="/dev/null"):
    clear(out)
    if fault:
        env = dict(env, FAULT=fault)
    tally = os.open("../tally", os.O_RDWR)
    os.pwrite(tally, bytes(8 * (1 + len(KINDS))), 0)
    write = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [(os.POSIX_SPAWN_OPEN, 0, stdin, os.O_RDONLY, 0),
               (os.POSIX_SPAWN_OPEN, 1, "../stdout", write, 0o600),
               (os.POSIX_SPAWN_OPEN, 2, "../stderr", write, 0o600)]
    pid = os.posix_spawn(command[0], command, env, file_actions=actions)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    failed, *calls = struct.unpack(f"{1 + len(KINDS)}Q", os.pread(tally, 8 * (1 + len(KINDS)), 0))
    os.close(tally)
    return Ran(status, pathlib.Path("../stdout").read_bytes(),
               pathlib.Path("../stderr").read_text(errors="replace"), written(), failed,
               dict(zip(KINDS, calls)))
