# Names of reports that people say are one, or two. The tiny model's names are random: these are put in.
printf '{"text": "Ada Lind left the mill.", "date": "2024-03-14"}\n{"text": "Bo Vale stayed.", "date": "2024-03-15"}\n' > two.jsonl
export LEGOMENA_LEDGER=l.db LEGOMENA_REVIEWER='Mira Quell'
"$LEGOMENA" add -q two.jsonl
python3 -c 'import sqlite3
db = sqlite3.connect("l.db")
for reading, name in ((1, "Zoe Quill"), (2, "Zoe Marrow")):
    db.execute("INSERT INTO entity(reading, n, type, name, mentions, start, end) VALUES(?, 900, ?, ?, 1, 0, 3)", (reading, "PER", name))
db.commit()'
try() { "$LEGOMENA" "$@" > out; code=$?; sed 's/, 20[0-9-]*/, DAY/' out; echo "exit $code"; }
try merge 1:e900 2:e900 --note 'her name before'
try split 2:e900 1:e900 --by Bo
try merge 1:e900 2:e900 --withdraw-mark
try merge 1:e900 2:e900 --withdraw-mark
echo "-- what is wrong is said"
try merge 1:e900
try merge 1 2
try merge 1:e900 1:e900
try merge 1:e900 2:e900 2:e901
try split 1:e900 7:e1
try merge 1:e900 2:e900 --note ' '
python3 -c 'import sqlite3
print(*sqlite3.connect("l.db").execute("SELECT what, report FROM log WHERE entry > 4"))'
