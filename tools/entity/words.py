#!/usr/bin/env python3
"""Turn the word lists of data/entity into one sorted table in C.

usage: words.py OUT.c DIR
Called by the build.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import wordlists  # noqa: E402

FILES = [("titles", "TITLE"), ("suffixes", "SUFFIX"), ("legal_forms", "LEGAL"), ("bodies", "BODY"),
         ("small_words", "SMALL")]
MAX = 31  # longest entry in bytes

wordlists.write(*sys.argv[1:], "entity", "entity/words.h", "lgm_name", [(n, "LGM_NAME_" + k) for n, k in FILES],
                lambda line: len(line.encode()) <= MAX and "." not in line)
