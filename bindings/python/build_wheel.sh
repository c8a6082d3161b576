#!/bin/sh
# build_wheel.sh LIBRARY_FOLDER BUILD_FOLDER OUT - the wheel: the package, the extension module, the portable shared library
# and the models; then the libraries that Debian has as shared ones alone are put in beside it, and its tag is checked.
# Of Python it needs 3.9 or later with venv; what builds the wheel comes by pip, pinned, into BUILD_FOLDER/venv.
set -eu
mkdir -p "$2" "$3"
lib=$(cd "$1" && pwd)
build=$(cd "$2" && pwd)
out=$(cd "$3" && pwd)
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)

[ -x "$build/venv/bin/auditwheel" ] || {
    python3 -m venv "$build/venv"
    "$build/venv/bin/pip" install --quiet --disable-pip-version-check --requirement build-requirements.txt
}

stage=$build/package
rm -rf "$stage" "$build/raw"
mkdir -p "$stage"
cp -r pyproject.toml setup.py README.md native src "$stage"
find "$stage" -name __pycache__ -prune -exec rm -rf {} +
find "$stage" -name '*.so*' -delete
package=$stage/src/legomena
mkdir -p "$package/models" "$stage/licences"
cp "$root"/models/*.lgm "$root"/models/*.tbl "$root"/models/*.md "$package/models"
cp "$lib/liblegomena.so.0.1.0" "$package/liblegomena.so.0"
strip --strip-unneeded "$package/liblegomena.so.0"
cp "$root/LICENSE" "$root/THIRD_PARTY.md" "$root/data/same/LICENSE-WordNet.txt" "$stage/licences"
./licences.sh "$stage/licences"

LEGOMENA_INCLUDE=$root/include LEGOMENA_LIB=$lib LEGOMENA_RPATH='$ORIGIN' \
    "$build/venv/bin/pip" wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation \
    --wheel-dir "$build/raw" "$stage"
PATH=$build/venv/bin:$PATH auditwheel repair --wheel-dir "$out" "$build"/raw/*.whl
