#!/usr/bin/env python3
"""origin_examples.py PROGRAM DATA - each line of data/origin says what it is to say.

PROGRAM (publisher_lines) answers a question a line, "name|NAME|YEAR" or "host|HOST|YEAR", with
"NAME|KIND|FAMILY|1 where that is a state". Every name and every host of a line is asked for, in the
year of its example.
"""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap


def main():
    program, data = sys.argv[1:]
    questions, cases = [], []
    for path in sorted(pathlib.Path(data).glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            kind, names, hosts, owners, *example = [c.strip() for c in line.split("|")]
            names = [n.strip() for n in names.split(";")]
            year, _, family = example[0].partition(" ") if example and example[0] else ("", "", names[0])
            year = year.replace("-", "")
            asked = [f"name|{n}|{year}" for n in names + [names[0] + "'"]]
            asked += [f"host|{'https://www.' * (i % 2)}{h.strip()}|{year}" for i, h in enumerate(hosts.split(",")) if h.strip()]
            cases.append((f"{path.name}:{number}", len(questions), len(asked), names[0], kind, family, owners, example))
            questions += asked
    told = subprocess.run([program], input="\n".join(questions) + "\n", text=True, capture_output=True, check=True)
    answers = told.stdout.splitlines()
    tap = Tap()
    tap.case("each question has an answer", None if len(answers) == len(questions) else "%d of %d" % (len(answers), len(questions)))
    for where, at, n, name, kind, family, owners, example in cases:
        wrong = [f"{q} -> {a}" for q, a in zip(questions[at:at + n], answers[at:at + n])
                 if a.rsplit("|", 1)[0] != f"{name}|{kind}|{family}"]
        if owners and not (example and example[0]):
            wrong.append("a line with owners needs an example")
        tap.case(f"{where} {name}", "\n".join(wrong))
    tap.end()


main()
