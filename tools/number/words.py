#!/usr/bin/env python3
"""Turn data/number/words.txt into one sorted table in C.

usage: words.py OUT.c WORDS.txt
Called by the build.
"""
import re
import sys

MAX = 11  # longest word in bytes: LGM_NUMBER_WORD - 1 of number/number_words.h


def read(path):
    """[(word, kind, value)], in byte order."""
    words, kind = {}, None
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.strip()
            head = re.fullmatch(r"\[(CARDINAL|ORDINAL)\]", line)
            entry = re.fullmatch(r"([a-z]+) = (\d+)", line)
            if head:
                kind = head.group(1)
            elif entry and len(entry.group(1)) <= MAX and entry.group(1) not in words:
                words[entry.group(1)] = (kind, int(entry.group(2)))
            elif line and not line.startswith("#"):
                sys.exit("%s:%d: no word for a number: %s" % (path, number, line))
    return [(word, *words[word]) for word in sorted(words)]


def main():
    words = read(sys.argv[2])
    with open(sys.argv[1], "w", encoding="utf-8") as f:
        f.write("/* Built by tools/number/words.py from data/number: do not edit. */\n")
        f.write('#include "number/number_words.h"\n\n')
        f.write("const uint32_t lgm_number_words_size = %d;\n" % len(words))
        f.write("const lgm_number_word lgm_number_words[%d] = {\n" % len(words))
        for word, kind, value in words:
            f.write('    {"%s", LGM_NUMBER_%s, %d},\n' % (word, kind, value))
        f.write("};\n")


main()
