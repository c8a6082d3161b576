# What cannot be read has a line on standard error; the rest is read; exit status 1.
: > empty.txt
printf ' \n\n' > blank.txt
mkdir folder nothing
printf 'x' > nothing/picture.jpg
printf 'Ada Lind left.\n' > folder/good.txt
ln -s gone.txt folder/dangling.txt
printf '{"text": "Jo Marsh came."}\nnot json\n{"id": "x"}\n{"text": 3}\n{"text": "Jo Marsh went."}\n' > some.jsonl
"$LEGOMENA" read -f jsonl --jobs 3 missing.txt empty.txt blank.txt nothing folder some.jsonl > out
echo "exit $?, $(wc -l < out) records"
