#!/usr/bin/env python3
"""run_cmocka.py PROGRAM - runs a test program of cmocka and mends what it prints as TAP.

cmocka 1.1 writes a skipped case as "not ok N # SKIP name", and what a test prints stands in between.
"""
import os
import re
import subprocess
import sys

SKIPPED = re.compile(r"^not ok (\d+) # SKIP (.*)$")
TAP = re.compile(r"^(1\.\.\d+|ok \d+|not ok \d+|#|Bail out!)")

env = dict(os.environ, CMOCKA_MESSAGE_OUTPUT="TAP")
child = subprocess.Popen(sys.argv[1:], env=env, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
for raw in child.stdout:
    line = raw.decode(errors="replace").rstrip("\n")
    line = SKIPPED.sub(r"ok \1 - \2 # SKIP", line)
    print(line if TAP.match(line) else "# " + line, flush=True)
code = child.wait()
if code < 0:
    print(f"Bail out! killed by signal {-code}")
sys.exit(1 if code else 0)
