#!/usr/bin/env python3
"""words.py LEGOMENA ROOT - help, man page and completions name the same options as the parser.

The parser and `legomena help` read one table; the rest is held against what help prints.
"""
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap


def main():
    legomena, root = sys.argv[1], pathlib.Path(sys.argv[2])
    out = subprocess.run([legomena, "help", "read"], capture_output=True, text=True, check=True).stdout
    table = re.findall(r"^ +(?:-(\w), )?--([a-z-]+)( [A-Z|-]+)?", out, flags=re.M)
    options = {name: (letter, bool(arg)) for letter, name, arg in table}
    names = set(options)
    pairs = {(letter, name) for name, (letter, _) in options.items() if letter}
    tap = Tap()
    tap.case("help has options", None if len(names) > 10 else out)

    man = (root / "docs/man/legomena.1.scd").read_text(encoding="utf-8")
    section = man.split("# OPTIONS")[1].split("\n# ")[0]
    found = re.findall(r"^(?:\*-(\w)\*, )?\*--([a-z-]+)\*( _)?", section, flags=re.M)
    tap.case("man page: names", names ^ {n for _, n, _ in found} or None)
    tap.case("man page: letters", pairs ^ {(l, n) for l, n, _ in found if l} or None)
    tap.case("man page: which take a value",
             {n for _, n, a in found if options.get(n, (0, 0))[1] != bool(a)} or None)

    folder = root / "apps/cli/completions"
    bash = (folder / "legomena.bash").read_text(encoding="utf-8")
    listed = re.search(r"\$cur == -\*.*?compgen -W '(.*?)'", bash, flags=re.S).group(1)
    tap.case("bash completion", names ^ {w[2:] for w in listed.split()} or None)
    zsh = (folder / "_legomena").read_text(encoding="utf-8")
    reads = zsh.split("    read)")[1].split(";;")[0]
    tap.case("zsh completion: names", names ^ set(re.findall(r"--([a-z-]+)", reads)) or None)
    tap.case("zsh completion: letters",
             pairs ^ set(re.findall(r"\{-(\w),--([a-z-]+)\}", reads)) or None)
    fish = (folder / "legomena.fish").read_text(encoding="utf-8")
    lines = [l for l in fish.splitlines() if '"$read"' in l]
    tap.case("fish completion: names",
             names ^ {re.search(r"-l ([a-z-]+)", l).group(1) for l in lines} or None)
    tap.case("fish completion: letters", pairs ^ {
        (m.group(1), m.group(2)) for l in lines if (m := re.search(r"-s (\w) -l ([a-z-]+)", l))} or None)

    for name, (letter, takes) in sorted(options.items()):
        if name == "help":
            continue
        r = subprocess.run([legomena, "read", f"--{name}" + ("" if takes else "=x")],
                           capture_output=True, text=True)
        says = "needs a value" if takes else "takes no value"
        tap.case(f"--{name} {says}", None if r.returncode == 2 and says in r.stderr else r.stderr)
    tap.end()


main()
