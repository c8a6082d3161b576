"""The machine and the state of the tree that figures belong to: a line for RESULTS.md and for README.md.

usage: machine.py [BUILD_DIR]
"""
import datetime
import os
import platform
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
QUIET = 0.3  # load average below which a machine counts as quiet


def cpu():
    """Its name and what of it our kernels use."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as f:
            info = f.read()
    except OSError:
        return platform.processor() or platform.machine()
    name = re.search(r"^model name\s*: (.*)$", info, re.M)
    flags = set((re.search(r"^(?:flags|Features)\s*: (.*)$", info, re.M) or [0, ""])[1].split())
    known = (("avx512_vnni", "AVX-512 VNNI"), ("avx_vnni", "AVX VNNI"), ("avx2", "AVX2"), ("asimddp", "NEON dot product"))
    has = ", ".join(text for flag, text in known if flag in flags)
    return "%s (%s)" % (name[1].strip() if name else platform.machine(), has or "no vectors that we use")


def said(*command):
    r = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    return r.stdout.strip() if r.returncode == 0 else ""


def commit():
    """The commit, and whether files differ from it."""
    name = said("git", "rev-parse", "--short", "HEAD") or "unknown"
    return name + (" with changes" if said("git", "status", "--porcelain", "--untracked-files=no") else "")


def compiler(build):
    try:
        with open(os.path.join(build, "meson-logs", "meson-log.txt"), encoding="utf-8") as f:
            m = re.search(r"^C compiler for the host machine: \S+ \((.*?) \"", f.read(), re.M)
        return m[1] if m else "unknown compiler"
    except OSError:
        return "unknown compiler"


def system():
    try:
        with open("/etc/os-release", encoding="utf-8") as f:
            return re.search(r'^PRETTY_NAME="?(.*?)"?$', f.read(), re.M)[1]
    except (OSError, TypeError):
        return platform.system()


def memory():
    return "%.0f GB" % (os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def lines(build):
    load = os.getloadavg()[0]
    return ["date      %s" % datetime.date.today(),
            "machine   %s, %d cores, %s" % (cpu(), len(os.sched_getaffinity(0)), memory()),
            "system    %s, Linux %s, %s" % (system(), platform.release(), compiler(build)),
            "commit    %s" % commit(),
            "load      %.2f before the first run%s" % (
                load, "" if load < QUIET else ": NOT QUIET, compare words a CPU second and instructions only")]


if __name__ == "__main__":
    print("\n".join(lines(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "build"))))
