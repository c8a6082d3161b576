# Questions to a ledger. The tiny model's claims are random, so the answers are of reports and counts.
printf '{"text": "Ada Lind left the mill of Ostrel.", "title": "Lind leaves", "date": "2024-03-14", "publisher": "The Gazette"}\n{"text": "Bo Vale said <b>no</b> to the mill.", "title": "Vale stays", "date": "2024-04-02"}\n' > two.jsonl
export LEGOMENA_LEDGER=l.db
"$LEGOMENA" add -q two.jsonl
try() { "$LEGOMENA" "$@"; echo "exit $?"; }
try search mill
try search --since 2024-04 mill -f jsonl
try search -f csv -- mill -lind
try search 'the mill' --count
try search windmill
try search --format html vale | grep -E '<td|exit' | sed 's/<td/\n&/g' | grep -E 'Vale|exit'
echo "-- the bytes, and the record, of a report"
try show 2 --format raw
try show 2 --format json | grep '"title"'
try show 2 | sed -n '/^    report/,/^    file/p'
try show 7
try show 2:c99999
try show 2:i1
echo "-- a kind of source is not shown as a name"
python3 - <<'SQL'
import sqlite3
db = sqlite3.connect("l.db")
db.execute("DELETE FROM source_day")
db.executemany("INSERT INTO source_day VALUES(1, '2024-03-14', ?, ?, ?, 0, 1, 1)",
               [("", "unknown", 3), ("", "group", 2), ("Group", "named", 1)])
db.commit()
SQL
try sources
try sources -f csv
try sources -f html | grep '<td' | sed 's/<td class="num.*//'
echo "-- what is wrong is said"
try claims --act sing
try claims --since 2024-13
try events --where
try claims extra
try search
try search -- -mill
try claims --ledger none.db
echo "-- all kinds answer"
for kind in claims events figures incidents timeline sources stats; do
  for form in text json jsonl csv html; do "$LEGOMENA" $kind -f $form > out 2> err; echo "$kind $form $(test -s out && echo some || echo none)"; done
done | grep stats
