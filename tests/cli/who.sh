# A person's page. The tiny model's names are random, so only what is wrong, and the form, is looked at.
printf '{"text": "Ada Lind left the mill of Ostrel.", "date": "2024-03-14"}\n' > one.jsonl
export LEGOMENA_LEDGER=l.db
"$LEGOMENA" add -q one.jsonl
try() { "$LEGOMENA" who "$@"; echo "exit $?"; }
try Nobody Atall
try
try --limit x Lind
python3 -c 'import sqlite3
db = sqlite3.connect("l.db")
db.execute("INSERT INTO entity(reading, n, type, name, mentions, start, end) VALUES(1, 900, ?, ?, 1, 0, 3)", ("PER", "Zoe Quill"))
db.execute("INSERT INTO entity_search(rowid, name) VALUES(1 * 1048576 + 900, ?)", ("Zoe Quill",))
db.commit()'
try quill
try -o page.txt quill; cat page.txt
try -- -x
try --ledger none.db Lind
# A web page: the name is a heading, and nothing in it acts.
"$LEGOMENA" who -f html quill > page.html; echo "exit $?"
grep -o '<h1>[^<]*</h1>' page.html; grep -c 'Content-Security-Policy' page.html
grep -ciE ' (src|style|on[a-z]+)=' page.html
