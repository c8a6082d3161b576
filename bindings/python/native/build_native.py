"""build_native.py - the extension module legomena._native: the C library as cffi sees it.

What is declared to cffi is what the public headers say, run through the C preprocessor: nothing is written down twice, and
the compiler checks every struct. The module keeps to Python's stable ABI, so that one build serves CPython 3.9 and later.

Environment: LEGOMENA_INCLUDE the folder of legomena/*.h, LEGOMENA_LIB the folder of liblegomena.so, LEGOMENA_RPATH where it
is at run time ($ORIGIN: beside the module).
"""
import os
import pathlib
import subprocess
import tempfile

import cffi

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
INCLUDE = pathlib.Path(os.environ.get("LEGOMENA_INCLUDE", ROOT / "include"))
LIB = os.environ.get("LEGOMENA_LIB", str(ROOT / "build"))
HEADERS = ["engine", "source", "ledger", "question", "story"]


def declarations():
    """The public headers without their directives; types of the system's headers are known to cffi."""
    with tempfile.TemporaryDirectory() as empty:
        for name in ("stddef.h", "stdint.h"):
            pathlib.Path(empty, name).touch()
        asked = "".join(f"#include <legomena/{name}.h>\n" for name in HEADERS)
        compiler = os.environ.get("CC", "cc")
        run = subprocess.run([compiler, "-E", "-P", "-nostdinc", "-U__GNUC__", f"-I{empty}", f"-I{INCLUDE}", "-xc", "-"],
                             input=asked, capture_output=True, text=True, check=True)
    return run.stdout


ffi = cffi.FFI()
ffi.cdef(declarations())
ffi.cdef("#define LGM_NONE ...")
ffi.cdef((HERE / "readings.h").read_text())
ffi.set_source(
    "legomena._native",
    "".join(f"#include <legomena/{name}.h>\n" for name in HEADERS)
    + (HERE / "readings.h").read_text() + (HERE / "readings.c").read_text(),
    include_dirs=[str(INCLUDE)],
    library_dirs=[LIB],
    libraries=["legomena"],
    extra_link_args=["-Wl,-rpath," + os.environ.get("LEGOMENA_RPATH", "$ORIGIN")],
    py_limited_api=True,
)
