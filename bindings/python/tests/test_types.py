"""What the package says of its types holds: mypy --strict."""
import pathlib
import subprocess
import sys

import legomena


def test_mypy_strict(tmp_path):
    source = pathlib.Path(legomena.__file__).parent
    if not (source / "py.typed").exists():
        raise AssertionError("the package is not marked as typed")
    config = pathlib.Path(__file__).resolve().parents[1] / "pyproject.toml"
    env = {"MYPYPATH": str(source.parent), "PATH": "/usr/bin:/bin"}
    use = tmp_path / "use.py"
    use.write_text("import legomena\n\nreport = legomena.read('x', date='2024-05-24')\nwords: str = report.quote(report.claims[0].content)\n")
    good = subprocess.run([sys.executable, "-m", "mypy", f"--config-file={config}", "--cache-dir", tmp_path, "-p", "legomena"],
                          capture_output=True, text=True, env=env, cwd=tmp_path)
    assert good.returncode == 0, good.stdout + good.stderr
    use.write_text(use.read_text() + "report.claim\nnumber: int = report.text\n")
    bad = subprocess.run([sys.executable, "-m", "mypy", f"--config-file={config}", "--cache-dir", tmp_path, use], capture_output=True, text=True, env=env, cwd=tmp_path)
    assert bad.stdout.count("error:") == 2, bad.stdout + bad.stderr
