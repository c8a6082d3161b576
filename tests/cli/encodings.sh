# Bytes that are not plain UTF-8 are read all the same, with a warning.
printf 'The caf\351 is closed.\n' > latin1.txt
printf 'One line.\r\nAnother.\r\n' > crlf.txt
printf '\357\273\277Marked.\n' > bom.txt
printf 'With a \0 in it.\n' > nul.txt
for f in latin1 crlf bom nul; do
    "$LEGOMENA" read -f jsonl $f.txt > out && python3 -c '
import json
r = json.load(open("out"))
print(ascii(r["text"]), r["sha256"] == r["raw_sha256"], r["warnings"])'
done
