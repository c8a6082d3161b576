# A person's page. The tiny model's names are random, so only what is wrong, and the form, is looked at.
printf '{"text": "Ada Lind left the mill of Ostrel.", "date": "2024-03-14"}\n' > one.jsonl
export LEGOMENA_LEDGER=l.db
"$LEGOMENA" add -q one.jsonl
try() { "$LEGOMENA" who "$@"; echo "exit $?"; }
try Nobody Atall
try
try --limit x Lind
try -- -x
try --ledger none.db Lind
