# Title, byline and dates of plain text, where they are from, and what goes before them.
body='A fire broke out at the mill of Port Ostrel on Monday evening, the mayor said, and was out by nine.'
printf 'Fire at the mill\nBy Ada Lind\nPublished 4 March 2024, updated 5 March 2024\n\n%s\n' "$body" > label.txt
printf 'Fire at the mill\n\nPORT OSTREL, March 4, 2024 (Caldpress) - %s\n' "$body" > dateline.txt
printf '%s\n' "$body" > report-2024-05-24.txt
printf 'GENEVA, March 3 (Caldpress) - %s\n' "$body" > noyear.txt
printf '{"text": "Fire at the mill\\n\\n%s", "title": "Mill burns", "date": "2024-01-02"}\n' "$body" > given.jsonl
show='import json, sys
for r in map(json.loads, sys.stdin):
    print(r["from"]["file"], r["title"], r["byline"], r["date"], r.get("date_source"), r.get("modified"), sep=" | ")'
"$LEGOMENA" read -f jsonl label.txt dateline.txt report-2024-05-24.txt noyear.txt given.jsonl | python3 -c "$show"
"$LEGOMENA" read -f jsonl -d 2024-06-07 label.txt given.jsonl | python3 -c "$show"
# Nothing is taken out of the text.
"$LEGOMENA" read -f jsonl label.txt | python3 -c 'import json, sys; print(json.load(sys.stdin)["text"] == open("label.txt").read())'
# The page has the headline once.
"$LEGOMENA" read -f html label.txt | grep -c 'Fire at the mill</h1>'
"$LEGOMENA" read -f html label.txt | grep -c '<p>Fire at the mill</p>'
