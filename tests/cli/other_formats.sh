# What is no text of a report is named and refused, with what to do; a folder counts what it left out.
printf '{\\rtf1 x}' > report.rtf
printf '<!DOCTYPE html>\n<p>Ada Lind left.</p>\n' > page.txt
printf '[{"text": "Ada Lind left."}]' > list.json
printf 'id,text\n1,Ada Lind left.\n' > table.csv
printf '\177ELF\2\1\1' > program
mkdir folder
printf 'Ada Lind left.\n' > folder/good.txt
printf 'Ada Lind left.\n' | gzip | head -c 25 > folder/cut.txt.gz
cp report.rtf folder/a.epub
cp report.rtf folder/b.epub
cp page.txt folder/page.html
cp page.txt folder/notes.md
"$LEGOMENA" read -f jsonl report.rtf page.txt list.json table.csv program ftp://mill.example/fire \
    folder > out
echo "exit $?, $(wc -l < out) records"
printf '{\\rtf1 x}' | "$LEGOMENA" read -f jsonl -
echo "exit $?"
# A text with a bit of markup is read, and so is one whose name ends as another format's.
printf '<b>Ada Lind</b> left.\n' > some.txt
printf 'Ada Lind left, she said.\n' > plain.csv
"$LEGOMENA" read -f jsonl some.txt plain.csv > out
echo "exit $?, $(wc -l < out) records"
"$LEGOMENA" read -f jsonl folder > out
echo "exit $?, $(wc -l < out) records"
