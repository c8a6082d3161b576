#!/usr/bin/env python3
"""run.py BUILD LEGOMENA - the tests of the Python package against the library of BUILD and the command LEGOMENA.

They run in the Python of $LEGOMENA_TOOLS/python, which install.sh fills; without it they are skipped, but not in CI. The package
is put together in BUILD/python, and its extension module compiled there when a header is newer than it.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from tap import Tap


def built(python, build):
    """The folder with the package."""
    place = build / "python"
    shutil.copytree(HERE.parent / "src", place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    module = place / "legomena/_native.abi3.so"
    sources = [*(HERE.parent / "native").iterdir(), *(ROOT / "include/legomena").iterdir()]
    if not module.exists() or module.stat().st_mtime < max(path.stat().st_mtime for path in sources):
        code = f"import build_native; build_native.ffi.compile(tmpdir={str(place)!r})"
        env = {**os.environ, "LEGOMENA_LIB": str(build), "LEGOMENA_RPATH": str(build), "PYTHONPATH": str(HERE.parent / "native")}
        subprocess.run([python, "-B", "-c", code], env=env, check=True)
    return place


def known(place):
    """Entry points, as an installed package has them."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text())["project"]
    info = place / f"legomena-{project['version']}.dist-info"
    info.mkdir(exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: legomena\nVersion: {project['version']}\n")
    groups = [f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in points.items()) for group, points in project["entry-points"].items()]
    (info / "entry_points.txt").write_text("".join(groups))
    return place


def cases(report):
    for case in ElementTree.parse(report).iter("testcase"):
        problem, skipped = case.find("failure"), case.find("skipped")
        problem = case.find("error") if problem is None else problem
        yield (f"{case.get('classname')} {case.get('name')}", None if problem is None else problem.text,
               None if skipped is None else skipped.get("message"))


def main():
    build, legomena = (pathlib.Path(path).resolve() for path in sys.argv[1:])
    tap = Tap()
    python = pathlib.Path(os.environ.get("LEGOMENA_TOOLS", "none")).absolute() / "python/bin/python"
    lacking = not python.exists() and "no Python packages: bindings/python/tests/install.sh FOLDER, and LEGOMENA_TOOLS=FOLDER"
    if lacking or not (ROOT / "models/en-fast.lgm").exists():
        problem = lacking or "the models are not there"
        tap.case("python", **{"problem" if os.environ.get("CI") == "true" else "skip": problem})
        return tap.end()
    with tempfile.TemporaryDirectory() as place:
        report = pathlib.Path(place, "report.xml")
        env = {**os.environ, "PYTHONPATH": str(known(built(python, build))), "LEGOMENA_BINARY": str(legomena), "HOME": place,
               "LEGOMENA_MODELS": str(ROOT / "models"), "PYTHONDONTWRITEBYTECODE": "1"}
        run = subprocess.run([python, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", HERE], env=env, cwd=HERE.parent,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if not report.exists():
            tap.case("pytest", run.stdout)
        for case in cases(report) if report.exists() else ():
            tap.case(*case)
    tap.end()


main()
