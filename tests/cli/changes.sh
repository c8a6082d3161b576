# What changed since a day: a later version of a report, and what is no later version of one.
line() { printf '{"url": "https://mill.example/%s", "title": "%s", "date": "%s", "text": "%s"}\n' "$@"; }
line 1 "A fire" 2024-05-12 "The mill burned on Monday. Eleven people were hurt." | "$LEGOMENA" add -q --ledger l.db -
show() { "$LEGOMENA" changes --ledger l.db "$@"; echo "exit $?"; }
show --since today | sed 's/since 2.*/since a day/'
line 1 "A large fire" 2024-05-13 "The mill burned on Monday. Twelve people were hurt." | "$LEGOMENA" add -q --ledger l.db -
line 2 "Fair" 2024-05-13 "The harbour held its yearly fair, and nobody was hurt there." | "$LEGOMENA" add -q --ledger l.db -
show --since today | sed 's/since 2.*/since a day/; /^  [cefn][lviom]/d' # a model with random weights: no claims, figures, events
show --since 2019 -f csv | grep -v ',\(claim\|figure\|event\|note\),'
show --since today -f json | python3 -c 'import json, sys
text = sys.stdin.read().rsplit("exit", 1)[0]
r = json.loads(text)
print(sorted(r), [c["before"] for c in r["changes"] if c["what"] == "title"], r["coverage"]["reports"])'
show --since soon
show 1
