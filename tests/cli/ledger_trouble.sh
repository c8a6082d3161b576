# What is no ledger, or cannot be one, is said in a sentence; what could not be read is listed.
printf 'Ada Lind left.\n' > a.txt
try() { "$LEGOMENA" "$@"; echo "exit $?"; }
try add a.txt --ledger a.txt
try problems --ledger none.db
mkdir folder
try add a.txt --ledger folder
try add a.txt --ledger a.txt/l.db
python3 -c 'import sqlite3; sqlite3.connect("other.db").execute("CREATE TABLE x(y)")'
try add a.txt --ledger other.db
try add --ledger l.db
try problems x --ledger l.db
printf 'Ada Lind left.\n' | gzip | head -c 25 > cut.jsonl.gz
printf '{"text": "Ada Lind left."}\n{"text": 7}\n' > odd.jsonl
try add --ledger l.db odd.jsonl cut.jsonl.gz none.txt
try add -q --ledger l.db odd.jsonl
"$LEGOMENA" problems --ledger l.db | sed 's/^[-0-9]*/DAY/'
python3 -c 'import sqlite3; sqlite3.connect("l.db").execute("PRAGMA user_version = 9999")'
try problems --ledger l.db 2>&1 | sed "s/knows [0-9]*/knows N/"
