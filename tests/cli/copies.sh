# Reports that have the text of others, and where.
lead='A ferry with 140 people on board sank off Ostrel late on Monday, and divers had brought nine bodies ashore by dawn, the harbour office said.'
second='The Keld Star had left the port of Merrow two hours before, in calm weather, and sent no distress call; fishermen saw her list to one side near the Grey Rocks and go down within minutes.'
third='The line that owns the ship has lost two others in six years. Its office in Caldora was closed on Tuesday and nobody answered the telephone. Ada Lind, who leads the inquiry of the province, wants to raise the wreck before the autumn storms.'
cat > in.jsonl <<END
{"id": "post", "title": "Nine dead in ferry sinking", "publisher": "Merrow Post", "published": "2024-03-14T08:00:00Z", "agency": "Ostrel Press", "text": "$lead $second The mayor spoke."}
{"id": "wire", "title": "Ferry sinks", "publisher": "Ostrel Press Agency", "published": "2024-03-14T06:00:00Z", "text": "$lead $second The search goes on."}
{"id": "own", "title": "The line", "date": "2024-03-15", "text": "$third Divers found nine people dead after the boat went down near Ostrel, two hours out of Merrow."}
{"id": "later", "publisher": "Caldora Daily", "date": "2024-03-16", "text": "She sold tickets for years. $third She wants to know why, and she is not the only one who has asked since the weekend what the owners knew, when they knew it, and why the second ship sailed from Merrow on the next morning as if nothing had happened at all."}
END
export LEGOMENA_LEDGER=l.db
"$LEGOMENA" add -q in.jsonl
try() { "$LEGOMENA" "$@"; echo "exit $?"; }
try copies
try copies wire
try copies -f csv
try copies -f jsonl own
try copies -f json 1 --redact -n 1
echo "-- passages, and none"
try copies 4 -n 0 --width 60
"$LEGOMENA" forget -y 1 3
try copies 4
try copies -f jsonl
echo "-- what is wrong is said"
try copies 9
try copies 1 2
try copies -n x
