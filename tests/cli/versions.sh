# A report that was changed at its address: what came and what went; and read again by another model.
line() { printf '{"url": "https://mill.example/1", "title": "%s", "text": "%s"}\n' "$1" "$2"; }
line "A fire" "The mill burned on Monday. Eleven people were hurt. The mayor was silent." | "$LEGOMENA" add -q --ledger l.db -
line "A large fire" "The mill burned on Monday. Twelve people were hurt. The mayor was silent." | "$LEGOMENA" add -q --ledger l.db -
printf 'Ada Lind left.\n' > a.txt
"$LEGOMENA" add -q --ledger l.db a.txt
show() { "$LEGOMENA" versions --ledger l.db "$@"; echo "exit $?"; }
ask() { python3 -c 'import sqlite3, sys
for row in sqlite3.connect("l.db").execute(sys.argv[1]): print("|".join(map(str, row)))' "$1"; }
show https://mill.example/1 | sed '/^    claims/,/^[re]/{/^[re]/!d}' # those of a model with random weights
show 3 | sed 's/· [0-9]* claims*/· claims/'
show 77
show
echo "-- read again"
"$LEGOMENA" reread --ledger l.db; echo "exit $?"
"$LEGOMENA" reread --ledger l.db -m "$PIECES"; echo "exit $?"
"$LEGOMENA" reread --ledger l.db -m "$PIECES"; echo "exit $?"
ask 'SELECT report, count(*), count(superseded) FROM reading GROUP BY report'
ask 'SELECT count(DISTINCT sha256), count(DISTINCT raw_sha256) FROM reports'
"$LEGOMENA" verify --ledger l.db > verified || cat verified
echo "-- the tables made again"
ask 'SELECT count(*) FROM claim' > before
python3 -c 'import sqlite3
db = sqlite3.connect("l.db")
for table in "claim", "entity", "event": db.execute("DELETE FROM " + table)
db.commit()'
"$LEGOMENA" verify -q --ledger l.db > verified 2>&1; echo "exit $?"
"$LEGOMENA" reindex --ledger l.db; echo "exit $?"
ask 'SELECT count(*) FROM claim' | cmp - before
"$LEGOMENA" verify --ledger l.db > verified || cat verified
