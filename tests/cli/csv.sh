# A table has its header also where there is nothing to put in it, and lines end as RFC 4180 has it.
printf 'Ada Lind left.\n' > a.txt
"$LEGOMENA" read -f csv a.txt a.txt | sed 's/\r$/ CR LF/'
"$LEGOMENA" read -q -f csv missing.txt | sed 's/\r$/ CR LF/'
