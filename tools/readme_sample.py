#!/usr/bin/env python3
"""readme_sample.py LEGOMENA REPORT README - prints the page of the report and puts it into the README,
between its first pair of lines that are ```: the head, the first claims, the first events and the rest, to fit a
screen."""
import re
import subprocess
import sys

CLAIMS = 5
EVENTS = 3  # of those who tell of them



def first_events(block):
    """Of each group, which has a heading further out, the first; they may go on in a line further in."""
    kept, n = [], 0
    for line in block.split("\n"):
        indent = len(line) - len(line.lstrip())
        n = 0 if indent <= 4 else n + (indent == 6)
        if n <= EVENTS:
            kept.append(line)
        elif indent == 6 and n == EVENTS + 1:
            kept.append("      \u2026")
    return "\n".join(kept)


legomena, report, readme = sys.argv[1:4]
page = subprocess.run([legomena, "read", "--date", "2024-03-14", "--color", "never", "--width", "80",
                       report], capture_output=True, text=True, check=True).stdout
print(page, end="")
blocks = page.split("\n\n")  # the head, a block a claim, the names
claims = [b for b in blocks[1:] if re.match(r"[ \u21b3]*\d+  ", b)]
if len(claims) > CLAIMS:
    rest = [first_events(b) if b.startswith("Events\n") else b for b in blocks[1:] if b not in claims]
    page = "\n\n".join([blocks[0], *claims[:CLAIMS], " \u2026", *rest])
with open(readme, encoding="utf-8") as f:
    text = f.read()
parts = re.split(r"^```\n", text, maxsplit=2, flags=re.M)
assert len(parts) == 3, "no ``` lines in the README"
with open(readme, "w", encoding="utf-8") as f:
    f.write("```\n".join([parts[0], page, parts[2]]))
