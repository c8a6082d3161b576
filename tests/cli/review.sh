# What people say of records. The tiny model's claims are random; times are found by rule.
printf '{"text": "Zoë Vale came.\\n\\nAda Lind left the mill on Tuesday.", "title": "Lind leaves", "date": "2024-03-14", "url": "https://mill.example/1"}\n{"text": "Bo Vale stayed.", "title": "Vale stays", "date": "2024-04-02"}\n' > two.jsonl
export LEGOMENA_LEDGER=l.db LEGOMENA_REVIEWER='Mira Quell'
"$LEGOMENA" add -q two.jsonl
try() { "$LEGOMENA" "$@" > out; code=$?; sed 's/, 20[0-9-]*/, DAY/; s/,20[0-9-]*,/,DAY,/; s/20[0-9:TZ-]\{18\}/TIME/g' out; echo "exit $code"; }
try review 1:t1 --field value --should-be 2024-03-19
try review https://mill.example/1:t1 2 --right --by Bo --note 'looked at twice'
try review 2 --withdrawn
try show 2 | grep -E ' (review|mark|log) ' | sed 's/entry.*//'
try show 1:t1 | grep -E ' (review|mark|log) ' | sed 's/entry.*//'
try show 1 | grep -E ' (review|mark) '
echo "-- all or nothing"
try review 1:t1 1:t9 --wrong
try review 1:t1 --withdraw-mark --by Nobody
try review 1:t1 --withdraw-mark
try review 1:t1 --withdraw-mark
echo "-- what questions make of it"
try search stayed
try search --withdrawn stayed --count
try reviews --of time -f csv
try reviews --verdict withdrawn -f csv
try reviews --by Nobody
try reviews --of nose
try claims --not-wrong --reviewed
echo "-- as training data"
try export marks
try export
"$LEGOMENA" export marks > marks.jsonl
python3 -c 'import json
for line in open("marks.jsonl"):
    d = json.loads(line)
    if "context" in d: print([d["context"]["text"][a - d["context"]["start"]:b - d["context"]["start"]] for a, b in d["spans"]] == [d["words"]])'
echo "-- read again"
"$LEGOMENA" reindex -q
try show 1:t1 | grep -E ' (review|mark) '
try verify | sed 's/:[0-9a-f]\{64\}/:HASH/'
echo "-- what is wrong is said"
try review
try review 1:t1
try review 7 --right
try review 1:t1 --right --wrong
try review 1:t1 --field nose --wrong
try review 1:t1 --withdrawn
try review 1:t1 --right --should-be x
env -u LEGOMENA_REVIEWER USER= "$LEGOMENA" review 1:t1 --note x > /dev/null && echo a name of the system
echo "-- taken out with its report"
"$LEGOMENA" forget -y 1
try verify | sed 's/:[0-9a-f]\{64\}/:HASH/'
python3 -c 'import sqlite3
print(*sqlite3.connect("l.db").execute("SELECT report, verdict, reviewer FROM review"))'
