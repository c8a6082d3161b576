# Every record says where it is from; pages show no absolute path.
mkdir -p folder/sub
printf 'Ada Lind left.\n' > folder/a.txt
cp folder/a.txt folder/sub/b.txt
printf '\n{"text": "Ada Lind left."}\n{"text": "Ada Lind left.", "date": "2024-03-04"}\n' > some.jsonl
show='import json, sys
for r in map(json.loads, sys.stdin):
    f = r["from"]
    print(r["id"], f["file"].replace(sys.argv[1], "/HERE"), f.get("line"), r["date"], r.get("date_source"))'
"$LEGOMENA" read -f jsonl folder some.jsonl "$PWD/folder/a.txt" -d 2024-05-06 | python3 -c "$show" "$PWD"
"$LEGOMENA" read -f jsonl - < folder/a.txt | python3 -c "$show" "$PWD"
"$LEGOMENA" read "$PWD/folder/a.txt" | grep a.txt
"$LEGOMENA" read -f html "$PWD/folder/a.txt" | grep -c "$PWD"
"$LEGOMENA" read folder | grep .txt
