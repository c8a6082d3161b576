# Without the table of places a report is read all the same, and says so; a damaged one is refused.
mkdir bare
cp "$MODEL" bare
export LEGOMENA_MODELS=bare
printf 'Harbour master Ada Lind of Berlin and Kyiv Foxtrot Norvik said in Paris on Monday that it was closed.\n' > a.txt
"$LEGOMENA" read -f jsonl a.txt | python3 -c '
import json, sys
r = json.load(sys.stdin)
print(r["warnings"], [e["place"] for e in r["entities"] if e["place"]])'
printf 'not a table' > bare/places.tbl
"$LEGOMENA" read a.txt; echo "exit $?" >&2
printf 'LGMPLACE' > bare/places.tbl
"$LEGOMENA" read a.txt; echo "exit $?" >&2
