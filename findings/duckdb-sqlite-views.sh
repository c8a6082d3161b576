#!/bin/sh
# DuckDB 1.4.4, reading a file of SQLite (ATTACH ... TYPE sqlite): a view is not left to SQLite. DuckDB reads its text with
# its own parser, and hands SQLite what it makes of it. So views that SQLite answers fail:
#   a IS b         Parser Error: DuckDB knows IS NULL and IS DISTINCT FROM alone
#   SELECT at      Parser Error: "at" is a word of its own there
#   char(10)       Parser Error: "char" is a type there
# And one FTS5 table with content='' and columnsize=0, which SQLite does not read from end to end, makes every list of
# tables (information_schema.tables) fail, so that no program finds the other tables by it.
#
# Ends with 0 as long as it is so. Needs python3 with venv, and the package index of Python.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q duckdb==1.4.4 duckdb-ext-sqlite==1.4.4.20260205
cd "$place"
"$place/venv/bin/python" - << 'END'
import glob
import sqlite3
import sys

import duckdb

db = sqlite3.connect("a.db")
db.executescript("""
CREATE TABLE t(a INTEGER, b INTEGER, at TEXT);
INSERT INTO t VALUES(1, 1, 'noon'), (2, NULL, 'dawn');
CREATE VIEW by_is AS SELECT a FROM t WHERE a IS b;
CREATE VIEW by_at AS SELECT at, a FROM t;
CREATE VIEW by_char AS SELECT group_concat(at, char(10)) AS days FROM t;
CREATE VIEW plain AS SELECT a FROM t WHERE a = b;
""")
wanted = {"by_is": "syntax error", "by_at": "syntax error", "by_char": "syntax error", "plain": ""}
extension, = glob.glob("venv/lib/python3*/site-packages/**/sqlite_scanner.duckdb_extension", recursive=True)
so = True


def attached():
    con = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    con.execute(f"LOAD '{extension}'")
    con.execute("ATTACH 'a.db' AS l (TYPE sqlite, READ_ONLY)")
    return con


def said(sql):
    try:
        attached().execute(sql).fetchall()
        return ""
    except duckdb.Error as problem:
        return str(problem)


print("duckdb", duckdb.__version__)
for view, words in wanted.items():
    of_sqlite, of_duckdb = db.execute(f"SELECT * FROM {view}").fetchall(), said(f"SELECT * FROM l.{view}")
    print(f"{view}: SQLite {of_sqlite}, DuckDB {of_duckdb.splitlines()[:1] or 'the same'}")
    so &= words in of_duckdb and bool(words) == bool(of_duckdb)
for view in wanted:
    db.execute(f"DROP VIEW {view}")
db.execute("CREATE VIRTUAL TABLE f USING fts5(x, content='', columnsize=0)")
of_duckdb = said("SELECT count(*) FROM information_schema.tables WHERE table_catalog = 'l'")
print("tables:", of_duckdb)
so &= "does not support scanning" in of_duckdb
sys.exit(not so)
END
