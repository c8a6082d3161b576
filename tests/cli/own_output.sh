# What is written is never read: not by its name, a link, or the folder that it is (to be) in.
mkdir -p in/below in/.hidden; echo "The mayor said it rained." > in/a.txt
try() { "$LEGOMENA" read -q "$@"; echo "$*: $?"; }
try -o in/new.jsonl in
try -o in/below/new.txt.gz in/below in
(cd in && try -o new.txt .)
ln in/a.txt linked.txt; try -o linked.txt in/a.txt
ln -s in/below there; try -o there/new.txt in
try in/a.txt >> in/a.txt
try in > in/new.jsonl
rm in/new.jsonl
# these are not read where they are
try -f jsonl -o in/new.records in
try -f jsonl -o in/.hidden/new.jsonl in
try -f jsonl -o beside.jsonl in
try -f jsonl -o /dev/null in
ls in in/below; cat in/a.txt
