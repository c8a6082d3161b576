#!/usr/bin/env python3
"""headers.py INCLUDE CC [CXX] - each public header compiles alone, as C11 and as C++."""
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from tap import Tap


def compile_alone(compiler, language, standard, folder, name):
    source = f"#include <{name}>\n" + ("int main(void) { return 0; }\n" if language == "c" else
                                       "int main() { return 0; }\n")
    r = subprocess.run([compiler, "-x", language, f"-std={standard}", "-Wall", "-Wextra", "-Werror",
                        "-pedantic", "-fsyntax-only", f"-I{folder}", "-"],
                       input=source, capture_output=True, text=True)
    return r.stderr or f"exit {r.returncode}" if r.returncode else None


def main():
    include = pathlib.Path(sys.argv[1])
    cc = sys.argv[2]
    cxx = shutil.which(sys.argv[3] if len(sys.argv) > 3 else "c++")
    tap = Tap()
    for path in sorted(include.rglob("*.h")):
        name = str(path.relative_to(include))
        tap.case(f"{name} as C11", compile_alone(cc, "c", "c11", include, name))
        if cxx:
            tap.case(f"{name} as C++", compile_alone(cxx, "c++", "c++11", include, name))
        else:
            tap.case(f"{name} as C++", skip="no C++ compiler here")
    tap.end()


main()
