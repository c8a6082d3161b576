#!/usr/bin/env python3
"""count_tests.py JUNIT - prints "N passed, N failed, N skipped" over all cases of a test run.

A program that died without a verdict counts as one failed case. Ends with 1 if any failed.
"""
import sys
import xml.etree.ElementTree as ET

passed = failed = skipped = 0
for suite in ET.parse(sys.argv[1]).getroot().iter("testsuite"):
    cases = suite.findall("testcase")
    bad = 0
    for case in cases:
        if case.find("failure") is not None or case.find("error") is not None:
            bad += 1
        elif case.find("skipped") is not None:
            skipped += 1
        else:
            passed += 1
    if bad == 0 and int(suite.get("failures", 0)) + int(suite.get("errors", 0)) > 0:
        bad = 1
    failed += bad
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed else 0)
