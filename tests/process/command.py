"""command.py - the command as a process of its own, and the cases of a file.

A case is a function with a docstring, marked @case; it gets a Place: an empty folder with what a run needs, and raises
AssertionError where something is wrong, or Lacking where the machine or the user lacks what it takes. Nothing here
depends on how fast anything goes: what a case waits for, it sees.
"""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from tap import Tap

PATIENCE_S = 60
NOBODY = 65534
CASES = []


class Lacking(Exception):
    pass


def case(function):
    CASES.append(function)
    return function


def line(number, size=200):
    """A report as a line of JSON."""
    text = f"The mayor of Orvane said on Monday that bridge {number} was closed. "
    return json.dumps({"id": str(number), "text": text * (size // len(text) + 1)}) + "\n"


def until(seen, what):
    """Waits for something to be seen."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = seen()
        if found:
            return found
        time.sleep(0.005)
    raise AssertionError(f"never seen: {what}")


def as_usual():
    """Signals in a child as a shell has them, whoever runs the tests."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_DFL)


class Place:
    def __init__(self, folder, legomena, models):
        self.at = pathlib.Path(folder)
        self.legomena = legomena
        self.env = {k: v for k, v in os.environ.items() if k in ("PATH", "ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS")}
        self.env.update(LC_ALL="C.UTF-8", LEGOMENA_MODELS=str(models), TERM="xterm")
        self.running = []

    def write(self, name, content):
        path = self.at / name
        path.write_text(content)
        return path

    def start(self, *args, before=None, command="read", **more):
        """A run that goes on; `before` is called in the child before it becomes the command."""
        def first():
            as_usual()
            if before:
                before()
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
        run = subprocess.Popen([self.legomena, command, *map(str, args)], cwd=self.at, env=self.env, preexec_fn=first,
                               bufsize=0, **options)
        self.running.append(run)
        return run

    def run(self, *args, text=None, **more):
        """A run to its end: its exit status, standard output and standard error."""
        run = self.start(*args, stdin=subprocess.PIPE if text is not None else subprocess.DEVNULL, **more)
        out, err = run.communicate(text.encode() if text is not None else None, timeout=PATIENCE_S)
        return run.returncode, (out or b"").decode(), (err or b"").decode()

    def drafts(self, folder="."):
        return sorted(p.name for p in (self.at / folder).iterdir() if p.name.startswith(".legomena-"))

    def end(self):
        for run in self.running:
            if run.poll() is None:
                run.kill()
                run.wait()
            for stream in (run.stdin, run.stdout, run.stderr):
                if stream:
                    stream.close()


def as_nobody(place):
    """More for Place.run: whom file modes bind, which root they do not."""
    if os.geteuid() != 0:
        return {}
    os.chmod(place.at, 0o755)
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def check(is_so, *what):
    if not is_so:
        raise AssertionError(" ".join(map(str, what)))


def same(is_so, should_be, what=""):
    check(is_so == should_be, what, repr(is_so)[-2000:], "instead of", repr(should_be)[-2000:])


def whole_records(out):
    """The ids of the records in it; nothing may be cut."""
    check(not out or out.endswith("\n"), "the last line is cut:", repr(out[-100:]))
    return [json.loads(r)["id"] for r in out.splitlines()]


def main():
    legomena, model = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    wanted = sys.argv[3:]
    tap = Tap()
    with tempfile.TemporaryDirectory() as models:
        os.chmod(models, 0o755)
        shutil.copy(model, pathlib.Path(models) / "en-accurate.lgm")
        shutil.copy(HERE.parent / "golden/place/tiny.tbl", pathlib.Path(models) / "places.tbl")
        for function in CASES:
            if wanted and function.__name__ not in wanted:
                continue
            with tempfile.TemporaryDirectory() as folder:
                place = Place(folder, legomena, models)
                try:
                    function(place)
                    tap.case(function.__doc__)
                except Lacking as lacking:
                    tap.case(function.__doc__, skip=str(lacking))
                except (AssertionError, subprocess.TimeoutExpired, OSError, ValueError, KeyError) as problem:
                    tap.case(function.__doc__, f"{type(problem).__name__}: {problem}")
                finally:
                    place.end()
    tap.end()
