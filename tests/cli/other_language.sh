# A text in another language is named and not read, unless it is asked for.
printf '%s\n' 'Der Bürgermeister von Hellbruck hat am Dienstag den Rücktritt seines Stellvertreters angekündigt.' \
    'Nach Angaben der Staatsanwaltschaft wurden bei einer Durchsuchung mehrere Akten beschlagnahmt.' \
    '„Wir werden alles tun, um die Vorwürfe aufzuklären“, sagte er vor Journalisten.' > german.txt
show='import json, sys
r = json.load(sys.stdin)
print(r["lang"], len(r["sentences"]) > 0, len(r["warnings"]))'
"$LEGOMENA" read -f jsonl german.txt | python3 -c "$show"
"$LEGOMENA" read -q --force -f jsonl german.txt | python3 -c "$show"
"$LEGOMENA" read -f jsonl "$SAMPLE" | python3 -c "$show"
printf 'Feuer\n' | "$LEGOMENA" read -f jsonl - | python3 -c "$show"
"$LEGOMENA" read -q -f conllu german.txt
"$LEGOMENA" read -q german.txt | grep "not read\|--force"
