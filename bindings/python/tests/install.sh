#!/bin/sh
# install.sh FOLDER - the Python that the tests of the package run in, in FOLDER/python.
set -eu
python3 -m venv "$1/python"
"$1/python/bin/pip" install --quiet --disable-pip-version-check --requirement "$(dirname "$0")/requirements.txt"
