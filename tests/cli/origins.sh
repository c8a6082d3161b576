# Who is behind a story and its claims: agencies, owners, copies.
cat > in.jsonl <<'END'
{"title": "Quake buries Tarn", "publisher": "Ostrel Courier", "agency": "Associated Press", "date": "2024-05-21", "url": "https://courier.example/1", "text": "An earthquake of magnitude 6.1 shook the Ostrel valley early on Tuesday, killing 22 people and burying the village of Tarn under mud, the rescue service of Ostrel said."}
{"title": "Earthquake in Ostrel", "publisher": "Selm Post", "date": "2024-05-21", "url": "https://post.example/2", "text": "TARN, May 21 (AP) -- The Ostrel earthquake, which had a magnitude of 6.1, buried the village of Tarn on Tuesday and killed 22 people, the rescue service said."}
{"title": "Rescuers dig in mud", "publisher": "The Wall Street Journal", "date": "2024-05-22", "url": "https://wsj.com/3", "text": "Rescuers dug in the mud of Tarn for survivors of the Ostrel earthquake, which had a magnitude of 6.1 and buried the village on Tuesday; the rescue service counts 22 dead."}
{"title": "Mud over Tarn", "date": "2024-05-22", "url": "https://nypost.com/4", "text": "Mud buried the village of Tarn when an earthquake shook the Ostrel valley on Tuesday. The magnitude was 6.1, and rescuers found 22 people killed, the rescue service said."}
END
l() { command=$1; shift; "$LEGOMENA" $command --ledger l.db "$@"; echo "exit $?"; }
l add -q in.jsonl
l stories -f csv
echo "-- a story: two texts of an agency, two papers of one owner"
l origins -f csv 1 | grep -v ',[0-9]*,[0-9][0-9]*,' 
l origins --why 1 | grep -A9 '^Associated Press'
l origins -f json 1 | python3 -c 'import json, sys; o = json.loads(sys.stdin.read().rpartition("}")[0] + "}"); print(o["least"] <= o["most"], [x["name"] for x in o["origins"] if x["hearings"][0]["how"] == "own"], o["copies"])'
l origins -f html 1 | grep -c '<svg\|<circle cx="590"'
echo "-- claims"
l origins -f csv 1:c1 | cut -d, -f6-7
l origins 1:c99
l origins 1:e1
l origins https://post.example/2
l origins 9
l origins
