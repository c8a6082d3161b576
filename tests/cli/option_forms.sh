# Values behind = or a space, letters in a group, options behind the files, -- before them.
cp "$SAMPLE" ./-a.txt
"$LEGOMENA" read -f jsonl -q "$SAMPLE" > wanted
"$LEGOMENA" read --format=jsonl --quiet "$SAMPLE" | cmp - wanted
"$LEGOMENA" read -qfjsonl "$SAMPLE" | cmp - wanted
"$LEGOMENA" read "$SAMPLE" -q --format jsonl | cmp - wanted
"$LEGOMENA" read -q -f jsonl -- -a.txt | cmp - wanted
"$LEGOMENA" read -q -f jsonl - < "$SAMPLE" | cmp - wanted
"$LEGOMENA" read -q -f jsonl -o out "$SAMPLE" && cmp out wanted
