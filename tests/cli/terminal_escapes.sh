# A report cannot steer the terminal, on the page or in the record.
printf '{"id": "\\u001b[2J", "title": "\\u001b[2J\\u009b31mwiped", "text": "Ada \\u001b]0;x\\u0007Lind said \\u202e“no”."}\n' > a.jsonl
for format in text html json jsonl csv conllu; do
    "$LEGOMENA" read -f $format a.jsonl > out 2> err
    python3 - out err <<'P'
import sys
for name in sys.argv[1:]:
    text = open(name, encoding="utf-8").read()
    bad = {c for c in text if (ord(c) < 32 and c not in "\n\t") or 127 <= ord(c) < 160}
    if bad:
        print(name, ascii(sorted(bad)))
P
done
# nor does the name of a file, in a message about it
name=$(printf 'x\033[31m\342\200\256.txt')
printf 'The mayor said so.\r\n' > "$name"
"$LEGOMENA" read -f jsonl "$name" > record 2> notes; echo "exit $?"
cat notes | tr '\033' E
"$LEGOMENA" read --max-size 3 "$name" 2>&1 | tr '\033' E
