# Values behind = or a space, letters in a group, options behind the files, -- before them.
cp "$SAMPLE" ./-a.txt
plain() { sed 's/"from":{[^}]*},//'; } # without the name of the file
"$LEGOMENA" read -f jsonl -q "$SAMPLE" > wanted
"$LEGOMENA" read --format=jsonl --quiet "$SAMPLE" | cmp - wanted
"$LEGOMENA" read -qfjsonl "$SAMPLE" | cmp - wanted
"$LEGOMENA" read "$SAMPLE" -q --format jsonl | cmp - wanted
"$LEGOMENA" read -q -f jsonl -- -a.txt | plain > got
plain < wanted | cmp - got
"$LEGOMENA" read -q -f jsonl - < "$SAMPLE" | plain > got
plain < wanted | cmp - got
"$LEGOMENA" read -q -f jsonl -o out "$SAMPLE" && cmp out wanted
