#!/usr/bin/env python3
"""Embed the steps of the ledger's schema in C: src/ledger/schema.h has its type.

usage: schema.py OUT.c FILE.sql...
Called by the build. Steps are numbered from 0001 without a gap; comments and indentation are left out.
"""
import pathlib
import re
import sys


def main():
    out, files = sys.argv[1], sorted(map(pathlib.Path, sys.argv[2:]), key=lambda p: p.name)
    lines = ["/* Made by tools/schema.py: do not edit. */", '#include "ledger/schema.h"', "",
             "const char *const lgm_ledger_schema[] = {"]
    for number, path in enumerate(files, 1):
        assert re.fullmatch(rf"{number:04}_\w+\.sql", path.name), f"{path.name} should be step {number:04}"
        lines.append(f"    /* {path.name} */")
        for line in path.read_text(encoding="utf-8").splitlines():
            line = re.sub(r"(^|\s+)--.*", "", line).strip()
            if line:
                escaped = line.replace("\\", "\\\\").replace('"', '\\"')
                lines.append(f'    "{escaped}\\n"')
        lines.append("    ,")
    lines += ["};", f"const int lgm_ledger_n_steps = {len(files)};", ""]
    pathlib.Path(out).write_text("\n".join(lines), encoding="utf-8")


main()
