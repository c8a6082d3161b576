# Empty and odd fields are unknown, never guessed.
printf '{"text": "Ada left.", "title": "", "date": "soon", "id": "a/b"}\n' > a.jsonl
"$LEGOMENA" read -f jsonl a.jsonl | python3 -c '
import json, sys
r = json.load(sys.stdin)
print(r["id"], r["title"], r["date"], r["url"], r["lang"])'
