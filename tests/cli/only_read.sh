# What was read and what is known of it, without a model.
printf 'Fire at the mill\nBy Ada Lind\nUpdated 5 March 2024\n\nVENN, 4 March 2024 - The mill burned.\n\n\nNobody was hurt.\n' > fire.txt
printf '{"text": "The mill burned.", "published": "2024-03-04T23:10:00-05:00", "agency": "Millwire", "section": "Local", "url": "https://mill.example/fire"}\n' > fire.jsonl
export LEGOMENA_MODELS=$PWD/nowhere
"$LEGOMENA" read --only read fire.txt fire.jsonl
"$LEGOMENA" read --only read -f jsonl fire.jsonl
"$LEGOMENA" read --only trees -f conllu fire.txt 2> /dev/null
echo "exit $?"
