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
