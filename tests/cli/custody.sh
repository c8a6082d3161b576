# What came in is vouched for, what was changed is named, and what was taken out is gone.
printf '{"text": "Ada Lind left.", "url": "https://mill.example/1"}\n{"text": "Bo Lind stayed.", "url": "https://mill.example/2"}\n' > two.jsonl
try() { "$LEGOMENA" "$@"; echo "exit $?"; }
plain() { sed 's/[0-9a-f]\{64\}/HASH/; s/20[0-9:TZ-]\{18\}/TIME/'; }
export LEGOMENA_LEDGER=l.db
"$LEGOMENA" add -q two.jsonl
"$LEGOMENA" seal > seal.txt; plain < seal.txt
try verify --seal seal.txt | plain
echo "-- taken out, by its address"
try forget https://mill.example/1 < /dev/null
try forget -y https://mill.example/1
try forget -y https://mill.example/1
try verify --seal "$(cat seal.txt)" | plain
python3 -c 'import sqlite3
for row in sqlite3.connect("l.db").execute("SELECT entry, what, report, url FROM custody"): print(*row)'
echo "-- changed by another program"
cp l.db m.db
python3 -c 'import sqlite3
db = sqlite3.connect("m.db"); db.execute("UPDATE report SET publisher = ? WHERE report = 2", ("The Gazette",)); db.commit()'
try verify --ledger m.db
try verify --seal 3:0000000000000000000000000000000000000000000000000000000000000000 2>&1 | plain
try verify --seal 3:abc
echo "-- a query for a time-stamping authority"
if command -v openssl > /dev/null; then
  "$LEGOMENA" seal --query q.tsq > now.txt
  openssl ts -query -in q.tsq -text 2> /dev/null | grep -c "Hash Algorithm: sha256"
else echo 1; fi
echo "-- without a ledger"
try verify --ledger none.db
LEGOMENA_LEDGER=empty.db "$LEGOMENA" add -q /dev/null 2> /dev/null
try seal --ledger empty.db
