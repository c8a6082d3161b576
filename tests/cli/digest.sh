# What is new since a day, by when the ledger learned it.
cat > in.jsonl <<'END'
{"title": "Quake buries Tarn", "publisher": "Ostrel Courier", "date": "2024-05-21", "url": "https://courier.example/1", "text": "An earthquake of magnitude 6.1 shook the Ostrel valley early on Tuesday, killing 22 people and burying the village of Tarn under mud, the rescue service of Ostrel said."}
{"title": "Rescuers dig in mud", "publisher": "Selm Post", "date": "2024-05-22", "url": "https://post.example/2", "text": "Rescuers dug in the mud of Tarn for survivors of the Ostrel earthquake, which had a magnitude of 6.1 and buried the village on Tuesday; the rescue service counts 22 dead."}
{"title": "Mud over Tarn", "publisher": "Selm Post", "date": "2024-05-24", "text": "Mud buried the village of Tarn when an earthquake shook the Ostrel valley on Tuesday. The magnitude was 6.1, and rescuers found 22 people killed, the rescue service said."}
END
l() { command=$1; shift; "$LEGOMENA" $command --ledger l.db "$@"; echo "exit $?"; }
l add -q in.jsonl
l digest --since 2000
l digest --since 2000-01-01 -f json
l digest | sed "s/$(date -u -d yesterday +%F)/YESTERDAY/" | head -n 1
l digest --since 2999-01
l digest --since May
l digest 12
