#!/usr/bin/env python3
"""Turn the word lists of data/phrase into one sorted table in C.

usage: words.py OUT.c DIR
Called by the build.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import wordlists  # noqa: E402

FILES = [("titles_men", "TITLE | LGM_MAN"), ("titles_women", "TITLE | LGM_WOMAN"), ("men", "NOUN | LGM_MAN"),
         ("women", "NOUN | LGM_WOMAN"), ("given_men", "GIVEN | LGM_MAN"), ("given_women", "GIVEN | LGM_WOMAN")]
MAX = 15  # longest entry in bytes

men, women = ({w for n, k in FILES if k.endswith(who) for w in wordlists.lines(sys.argv[2], n)} for who in ("_MAN", "_WOMAN"))
assert not men & women, "of both: %s" % ", ".join(sorted(men & women))

wordlists.write(*sys.argv[1:], "phrase", "phrase/gender_words.h", "lgm_gender", [(n, "LGM_GENDER_" + k) for n, k in FILES],
                lambda line: line.isalpha() and len(line.encode()) <= MAX)
