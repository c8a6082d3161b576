# Reports of one happening are one story; people part and unite stories; what is withdrawn or taken out leaves.
cat > in.jsonl <<'END'
{"title": "Quake buries Tarn", "publisher": "Ostrel Courier", "date": "2024-05-21", "url": "https://courier.example/1", "text": "An earthquake of magnitude 6.1 shook the Ostrel valley early on Tuesday, killing 22 people and burying the village of Tarn under mud, the rescue service of Ostrel said."}
{"title": "Nurses strike at Port Selm", "publisher": "Selm Post", "date": "2024-05-20", "url": "https://post.example/1", "text": "Nurses at the four clinics of Port Selm walked out on Monday over pay, and their union said that more strikes would follow unless the clinics raised wages."}
{"title": "Rescuers dig in mud", "publisher": "Selm Post", "date": "2024-05-22", "url": "https://post.example/2", "text": "Rescuers dug in the mud of Tarn for survivors of the Ostrel earthquake, which had a magnitude of 6.1 and buried the village on Tuesday; the rescue service counts 22 dead."}
{"title": "Clinics: strike goes on", "publisher": "Ostrel Courier", "date": "2024-05-23", "url": "https://courier.example/2", "text": "A strike of nurses over pay went on at the clinics of Port Selm; the union of nurses wants higher wages from all four clinics and threatened more strikes."}
END
l() { command=$1; shift; "$LEGOMENA" $command --ledger l.db "$@"; echo "exit $?"; }
today() { sed "s/$(date -u +%F)/TODAY/; s/TODAY  story/2000-01-01  story/"; }
l add -q in.jsonl
l stories
l stories --least 3
l stories -f csv --text mud
l stories -f json --publisher courier --until 2024-05-22
l stories --in https://post.example/1 --count
l story 1
l story --why -f json 1 | grep -c '"kind": "words", "words": "'
l story -f csv 2
l story 9
l story quake
echo "-- people part a story, and take it back"
l split --by 'Mira Quell' 1 3 | today
l stories -f csv
printf '{"title": "Mud over Tarn", "date": "2024-05-24", "text": "Mud buried the village of Tarn when an earthquake shook the Ostrel valley on Tuesday. The magnitude was 6.1, and rescuers found 22 people killed, the rescue service said."}\n' | l add -q -
l story 1 | today
l merge --by 'Mira Quell' --withdraw-mark 1 3
l stories -f csv
echo "-- withdrawn, taken out"
l review --by 'Mira Quell' 3 --withdrawn | today
l story 1 | today
l forget --yes 1
l stories -f csv
l verify | grep -c '^All holds'
