#!/usr/bin/env python3
"""sizes.py ROOT - no file of the project is above 30 MB."""
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap

LIMIT = 30 << 20
SKIP = {".git", "build", "__pycache__"}


def files(root):
    """What git tracks; without git, everything that is not built."""
    git = shutil.which("git")
    r = git and subprocess.run([git, "-C", str(root), "ls-files", "-z"], capture_output=True)
    if r and r.returncode == 0 and r.stdout:
        return [root / p.decode() for p in r.stdout.split(b"\0") if p]
    return [p for p in root.rglob("*") if p.is_file() and not any(
        part in SKIP or part.startswith("build-") for part in p.relative_to(root).parts)]


def main():
    root = pathlib.Path(sys.argv[1])
    tap = Tap()
    big = [f"{p.relative_to(root)}: {p.stat().st_size} bytes" for p in files(root)
           if p.is_file() and p.stat().st_size > LIMIT]
    tap.case("no file above 30 MB", "\n".join(big))
    tap.end()


main()
