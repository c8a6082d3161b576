# A report above the limit is not read, plain or zipped; the one within it is.
head -c 3000 /dev/zero | tr '\0' 'a' > big.txt
gzip -k big.txt
printf 'Ada Lind left.\n' > small.txt
"$LEGOMENA" read -q -f jsonl --max-size 2K big.txt big.txt.gz small.txt > out
echo "exit $?, $(wc -l < out) record"
