# What is explained, and what is said where there is nothing to explain. The model's weights are
# random: what it finds means nothing, and which fields are there may be seen all the same.
try() { "$LEGOMENA" explain "$@"; echo "explain $*: $?"; }
printf 'The mayor of Ostrel denied on Friday that the dam was unsafe.\n' > a.txt
printf 'Nothing.\n' > empty.txt
{ echo '{"text": "Ada Lind left.", "id": "one"}'; echo '{"text": "Okke Berg stayed.", "id": "two"}'; } > two.jsonl
try
try a.txt a.txt
try --claim 0 a.txt
try --claim e1 a.txt
try --entity e a.txt
try --time t99999999999999 a.txt
try --claim c7 empty.txt
try -e e77 -t t77 a.txt
try --time 77 a.txt
try --report none a.txt
try two.jsonl
try --report 3 two.jsonl
try --date Friday a.txt
try missing.txt
try -f html a.txt
try -o a.txt a.txt
mkdir none && try none
# The same record as read, with why and nothing else.
"$LEGOMENA" read -q -f json "$SAMPLE" > read.json
"$LEGOMENA" explain -f json "$SAMPLE" > explained.json
"$LEGOMENA" explain -f json "$SAMPLE" | cmp - explained.json
"$LEGOMENA" explain -f json --kernel ref -o out.json "$SAMPLE"; cmp out.json explained.json
diff read.json explained.json | grep -c '^<'
diff read.json explained.json | grep -o '^>   *"[a-z]*": \[$'
