#!/bin/sh
# Datasette 0.65.5: the page of a table whose foreign key names no column ("REFERENCES parent", which SQLite takes for the
# primary key, sqlite.org/foreignkeys.html) is "500 expected string or bytes-like object, got 'NoneType'", where the parent
# has a column "title" or "name" to show instead of the number. "REFERENCES parent(id)" is fine.
#
# Ends with 0 as long as it is so. Needs python3 with venv, and the package index of Python.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q datasette==0.65.5
cd "$place"
"$place/venv/bin/python" - << 'END'
import sqlite3
db = sqlite3.connect("a.db")
db.executescript("""
CREATE TABLE parent(id INTEGER PRIMARY KEY, title TEXT);
CREATE TABLE implied(id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent);
CREATE TABLE named(id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent(id));
INSERT INTO parent VALUES(1, 'A mill'); INSERT INTO implied VALUES(1, 1); INSERT INTO named VALUES(1, 1);
""")
END
"$place/venv/bin/datasette" --version
said() { "$place/venv/bin/datasette" a.db --get "/a/$1.json?_labels=on" 2> /dev/null || true; }
echo "implied: $(said implied)"
echo "named:   $(said named)"
said implied | grep -q "got 'NoneType'"
said named | grep -q "A mill"
