# Reports into a ledger: each once, however often the command is given.
mkdir folder
cp "$SAMPLE" folder/a.txt
printf '{"text": "Ada Lind left.", "url": "https://mill.example/1"}\n{"text": "Bo Lind stayed.", "url": "https://mill.example/2"}\n' > folder/b.jsonl
printf '' > folder/empty.txt
ask() { python3 -c 'import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]): print("|".join(map(str, row)))' "$@"; }
try() { "$LEGOMENA" add --ledger l.db "$@"; echo "exit $?"; }
try folder
try folder
ask l.db 'SELECT title, file, line, url FROM reports'
ask l.db "SELECT count(*) > 0, count(DISTINCT report) FROM claims WHERE content <> ''"
echo "-- another text at the address is a version, another model a reading"
printf '{"text": "Ada Lind has left.", "url": "https://mill.example/1"}\n' | try -
ask l.db "SELECT report, previous, url FROM reports WHERE url LIKE '%1'"
try -q -m "$PIECES" folder/b.jsonl
ask l.db "SELECT report, model <> '', superseded IS NULL FROM reading ORDER BY reading"
echo "-- the default ledger"
LEGOMENA_LEDGER=of/mine.db "$LEGOMENA" add -q -j 2 folder/b.jsonl; ask of/mine.db 'SELECT count(*) FROM reports'
XDG_DATA_HOME=$PWD/data "$LEGOMENA" add -q folder/b.jsonl; ask data/legomena/ledger.db 'SELECT count(*) FROM reports'
echo "-- bytes are kept unless --no-raw says not to"
ask l.db 'SELECT count(*) FROM raw'
"$LEGOMENA" add -q --no-raw --ledger no.db folder/b.jsonl; ask no.db 'SELECT count(*) FROM raw'
