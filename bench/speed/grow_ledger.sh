#!/bin/sh
# grow_ledger.sh BUILD_DIR TEXTS.jsonl [REPORTS] - a ledger of so many reports (100,000 unless told), made of
# some (many_reports.py): what each costs as it grows, and what questions cost in the end. The texts are read
# once with en-fast; names, places and dates are changed in the records. About 2 GB in a temporary folder.
set -eu
build=$1 texts=$2 n=${3:-100000}
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 "$here/../machine.py" "$build"
"$build/legomena" read -q -f jsonl -m en-fast "$texts" > "$folder/records.jsonl"
python3 "$here/many_reports.py" "$folder/records.jsonl" "$n" | "$build/bench/speed/bench_ledger" "$folder/l.db"
python3 "$here/questions.py" "$build/legomena" "$folder/l.db" --common "${COMMON:-Bush}" --rare "${RARE:-Victor Wan}" \
    --place "${PLACE:-China}" --words "${WORDS:-said}"
