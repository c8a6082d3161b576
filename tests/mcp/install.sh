#!/bin/sh
# install.sh FOLDER - the official clients of the Model Context Protocol, of both eras: for Python in FOLDER/mcp-2 and
# FOLDER/mcp-1, for TypeScript, with the Inspector and a Node that runs it, in FOLDER/node.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1/node"
python3 -m venv "$1/mcp-2"
"$1/mcp-2/bin/pip" install --quiet --requirement "$here/requirements.txt"
python3 -m venv "$1/mcp-1"
"$1/mcp-1/bin/pip" install --quiet --requirement "$here/requirements-old.txt"
cp "$here/package.json" "$1/node/"
PATH="$1/mcp-2/bin:$PATH" npm install --prefix "$1/node" --silent --no-audit --no-fund --ignore-scripts
