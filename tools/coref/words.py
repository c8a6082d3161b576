#!/usr/bin/env python3
"""Turn the word lists of data/coref into one sorted table in C.

usage: words.py OUT.c DIR
Called by the build.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import wordlists  # noqa: E402

FILES = [("outlets", "OUTLET"), ("outlet_words", "OUTLET_WORD"), ("outlet_endings", "OUTLET_ENDING"),
         ("anonymous", "ANONYMOUS"), ("crowds", "CROWD"), ("bodies", "BODY"), ("persons", "PERSON"),
         ("documents", "DOCUMENT")]
MAX = 47  # longest entry in bytes
WORDS = 4  # and in words

wordlists.write(*sys.argv[1:], "coref", "coref/speaks.h", "lgm_speaks", [(n, "LGM_SPEAKS_" + k) for n, k in FILES],
                lambda line: len(line.encode()) <= MAX and len(line.split()) <= WORDS)
