#!/usr/bin/env python3
"""readme.py LEGOMENA ROOT - the commands of README.md run as they are typed.

A command is an indented line that begins with build/legomena; what stands behind two spaces says what it
does. They run in a folder that looks as the top folder does after `make`. Skipped without the models.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap


def main():
    legomena, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    text = (root / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    (build/legomena .*?)(?:  +.*)?$", text, flags=re.M)
    tap = Tap()
    tap.case("README.md has commands", None if len(commands) >= 4 else commands)
    ready = (root / "models/en-accurate.lgm").exists()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "build").mkdir()
        (folder / "build/legomena").symlink_to(legomena)
        for name in ("data", "models"):
            (folder / name).symlink_to(root / name)
        before = set(folder.iterdir())
        for command in commands:
            if not ready:
                tap.case(command, skip="no models")
                continue
            r = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True,
                               env={"LEGOMENA_MODELS": str(root / "models"), "PATH": "/usr/bin:/bin"})
            tap.case(command, None if r.returncode == 0 else f"exit {r.returncode}: {r.stderr}")
        # Who has read a ledger may leave its two helpers of WAL, empty.
        made = {p for p in set(folder.iterdir()) - before if not p.name.endswith(("-wal", "-shm"))}
        tap.case("what they write is there", None if not ready or (made and all(
            p.is_dir() and any(p.iterdir()) or p.is_file() and p.stat().st_size for p in made)) else made)
    tap.end()


main()
