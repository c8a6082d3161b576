#!/bin/sh
# wheel.sh WHEEL [PYTHON...] - the wheel in a bare venv of each Python (those of the machine from 3.9 on), without the source and
# without LEGOMENA_MODELS: it is installed, and reads with either model.
set -eu
wheel=$(realpath "$1")
shift
[ $# -gt 0 ] || set -- python3.9 python3.10 python3.11 python3.12 python3.13 python3.14
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
unset LEGOMENA_MODELS PYTHONPATH || true
cd "$place"
tried=0
for python in "$@"; do
    "$python" -c 'import venv' 2> /dev/null || continue
    "$python" -m venv "$place/venv"
    "$place/venv/bin/pip" install --quiet --disable-pip-version-check "$wheel"
    "$place/venv/bin/python" - << 'EOF'
import sys
import legomena

text = "Ada Lind \U0001F525, the mayor, said on Monday that the bridge was \u201csafe\u201d."
for model in ("en-accurate", "en-fast"):
    report = legomena.read(text, model=model, date="2024-05-24")
    claim = report.claims[0]
    assert report.model.name == model and report.speaker(claim).startswith("Ada Lind"), report.to_json()
    assert report.text[claim.quoted[0].slice] == "safe"
try:
    next(legomena.read_files("http://127.0.0.1:9/"))
except legomena.UnsupportedError as e:
    print("   ", e)
print("wheel:", sys.version.split()[0], legomena.__file__.replace(sys.prefix, "venv"))
EOF
    rm -rf "$place/venv"
    tried=$((tried + 1))
done
[ "$tried" -gt 0 ] || { echo "wheel.sh: none of these is here: $*" >&2; exit 1; }
