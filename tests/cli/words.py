#!/usr/bin/env python3
"""words.py LEGOMENA DOCS ROOT - help, man pages and completions have what the tables of the commands have.

All are made from the same tables (DOCS, legomena-docs, prints the latter); so each must name every option,
the shells must accept what they are given, and the parser must know every option that is told of.
"""
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap


def run(*args, **more):
    return subprocess.run([str(a) for a in args], capture_output=True, text=True, **more)


def options_of(legomena, command):
    """{name: (letter, takes a value)} as help prints them."""
    out = run(legomena, "help", command).stdout
    return {n: (l, bool(a)) for l, n, a in re.findall(r"^ +(?:-(\w), )?--([a-z-]+)( [A-Z|-]+)?", out, flags=re.M)}


def bash_completes(script, *words):
    """What bash offers for the last word."""
    line = " ".join(f"'{w}'" for w in words)
    code = (f"source /dev/stdin; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _legomena; "
            "printf '%s\\n' \"${COMPREPLY[@]}\"")
    return set(run("bash", "-c", code, input=script).stdout.split())


def main():
    legomena, docs, root = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    tap = Tap()
    commands = re.findall(r"^ +(?:Usage:)? *legomena ([a-z]+) ", run(legomena, "help").stdout.replace(
        "Usage:", "      "), flags=re.M)
    commands = sorted({c for c in commands if c != "help"})
    tap.case("help names commands", None if {"read", "model"} <= set(commands) else commands)
    made = {s: run(docs, s).stdout for s in ("bash", "zsh", "fish")}
    for shell, text in made.items():
        if not shutil.which(shell):
            tap.case(f"{shell} accepts its completion", skip=f"no {shell} here")
            continue
        r = run(shell, "-n", input=text)
        tap.case(f"{shell} accepts its completion", r.stderr or None)
    overview = run(docs, "man", root / "docs/man/legomena.1.scd").stdout
    for command in commands:
        options = options_of(legomena, command)
        names = set(options)
        page = root / f"docs/man/legomena-{command}.1.scd"
        man = run(docs, "man", page, command).stdout if page.exists() else ""
        section = man.split("# OPTIONS")[1].split("\n# ")[0] if "# OPTIONS" in man else ""
        found = {n: (l, bool(a)) for l, n, a in re.findall(r"^(?:\*-(\w)\*, )?\*--([a-z-]+)\*( _)?", section, flags=re.M)}
        tap.case(f"man page of {command}", None if found == options else f"{found} instead of {options}")
        tap.case(f"man page of all names {command}", None if f"legomena-{command}*(1)" in overview else overview)
        offered = bash_completes(made["bash"], "legomena", command, "--")
        tap.case(f"bash completes options of {command}", {f"--{n}" for n in names} ^ offered or None)
        part = made["zsh"].split(f"    {command})\n")[1].split(";;")[0]
        tap.case(f"zsh completes options of {command}", names ^ set(re.findall(r"--([a-z-]+)['}\[]", part)) or None)
        lines = [l for l in made["fish"].splitlines() if f"from {command}'" in l and " -l " in l]
        tap.case(f"fish completes options of {command}", names ^ {re.search(r"-l ([a-z-]+)", l).group(1) for l in lines} or None)
        for name, (letter, takes) in sorted(options.items()):
            if name == "help":
                continue
            r = run(legomena, command, f"--{name}" + ("" if takes else "=x"))
            says = "needs a value" if takes else "takes no value"
            tap.case(f"{command} --{name} {says}", None if r.returncode == 2 and says in r.stderr else r.stderr)
    formats = re.search(r"should be (.*?)[;(]", run(legomena, "read", "-f", "zzzzzz", "x").stderr).group(1)
    tap.case("bash completes formats", bash_completes(made["bash"], "legomena", "read", "-f", "") ^
             set(re.findall(r"\b(?!or\b)\w+", formats)) or None)
    for page in sorted((root / "docs/man").glob("*.scd")):
        tap.case(f"{page.name} has no mark of its own", None if run(docs, "man", page, "read").returncode == 0 else page)
    tap.end()


main()
