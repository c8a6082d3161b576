# The same bytes, in the same order, with one thread and with many, errors included.
mkdir many
python3 - > many/a.jsonl <<'P'
import json, os
text = open(os.environ["SAMPLE"], encoding="utf-8").read()
for i in range(60):
    print(json.dumps({"id": f"r{i}", "text": f"Report {i} was “odd”, Ada Lind said. " + text[:i * 97 % 1500]}))
    if i % 9 == 5:
        print("no json")
P
cp "$SAMPLE" many/b.txt
for format in text html json jsonl csv conllu; do
    "$LEGOMENA" read -f $format --jobs 1 many missing.txt > one 2> one.err; a=$?
    "$LEGOMENA" read -f $format --jobs 4 many missing.txt > four 2> four.err; b=$?
    cmp one four && cmp one.err four.err && echo "$format: $a $b $(wc -l < one.err) lines of errors"
done
"$LEGOMENA" read -m "$PIECES" -f jsonl --jobs 1 many > one 2> /dev/null
"$LEGOMENA" read -m "$PIECES" -f jsonl --jobs 4 many 2> /dev/null | cmp - one && wc -l < one
