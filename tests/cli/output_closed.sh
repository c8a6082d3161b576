# Standard output that is closed, full, or whose reader has gone: exit status 4.
"$LEGOMENA" read -f jsonl "$SAMPLE" >&-
echo "closed: $?" >&2
"$LEGOMENA" read -f jsonl "$SAMPLE" > /dev/full
echo "full: $?" >&2
{ sleep 0.3; "$LEGOMENA" read -f jsonl "$SAMPLE"; echo "gone: $?" >&2; } | :
"$LEGOMENA" read -o no/such/folder "$SAMPLE"
echo "no folder: $?" >&2
"$LEGOMENA" --version > /dev/full
echo "version: $?" >&2
"$LEGOMENA" help > /dev/full
echo "help: $?" >&2
"$LEGOMENA" help read > /dev/full
echo "help read: $?" >&2
"$LEGOMENA" read --help > /dev/full
echo "read --help: $?" >&2
"$LEGOMENA" model show > /dev/full
echo "model show: $?" >&2
"$LEGOMENA" read "$SAMPLE" 2> /dev/full | grep -c .
"$LEGOMENA" read no/such/file 2> /dev/full
echo "no message: $?" >&2
