#!/usr/bin/env python3
"""embed.py OUT.c OUT.d NAME=FILE... - files as a table in C: apps/server/embedded.h has its type.

NAME is the path at which a file is served; one without a slash before it is for the program itself.
Called by the build.
"""
import sys

TYPES = {"html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
         "json": "application/json", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8", "webmanifest": "application/manifest+json"}


def main():
    out, depends = sys.argv[1:3]
    files = [x.split("=", 1) for x in sys.argv[3:]]
    with open(out, "w", encoding="utf-8") as f:
        f.write('/* Built by tools/embed.py: do not edit. */\n#include "embedded.h"\n\n')
        for i, (_, path) in enumerate(files):
            with open(path, "rb") as g:
                data = g.read()
            f.write("static const unsigned char file_%d[] = {\n" % i)
            for at in range(0, len(data), 24):
                f.write("    %s,\n" % ", ".join(str(b) for b in data[at:at + 24]))
            f.write("    0};\n\n")
        f.write("const page_file embedded_files[] = {\n")
        for i, (name, path) in enumerate(files):
            f.write('    {"%s", "%s", (const char *)file_%d, sizeof file_%d - 1},\n' %
                    (name, TYPES[path.rsplit(".", 1)[1]], i, i))
        f.write("    {0},\n};\n")
    with open(depends, "w", encoding="utf-8") as f:
        f.write("%s: %s\n" % (out, " ".join(path for _, path in files)))


if __name__ == "__main__":
    main()
