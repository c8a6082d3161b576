#!/usr/bin/env python3
"""readme_sample.py LEGOMENA REPORT README - prints the page of the report and puts it into the README,
between its first pair of lines that are ```."""
import re
import subprocess
import sys

legomena, report, readme = sys.argv[1:4]
page = subprocess.run([legomena, "read", "--date", "2024-03-14", "--color", "never", "--width", "80",
                       report], capture_output=True, text=True, check=True).stdout
print(page, end="")
with open(readme, encoding="utf-8") as f:
    text = f.read()
parts = re.split(r"^```\n", text, maxsplit=2, flags=re.M)
assert len(parts) == 3, "no ``` lines in the README"
with open(readme, "w", encoding="utf-8") as f:
    f.write("```\n".join([parts[0], page, parts[2]]))
