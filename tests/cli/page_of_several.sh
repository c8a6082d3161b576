# Pages follow one another; the width is kept; no colour unless asked for.
printf 'Ada Lind left.\n' > a.txt
printf 'Jo Marsh came.\n' > b.txt
"$LEGOMENA" read --width 60 --date 2024-02-29 a.txt b.txt | grep -E '^(Ada|Jo|2024|─)'
"$LEGOMENA" read "$SAMPLE" | awk '{ gsub(/[\200-\277]/, ""); if (length($0) > 80) print "too wide: " $0 }'
"$LEGOMENA" read "$SAMPLE" | grep -c "$(printf '\033')"
NO_COLOR=1 "$LEGOMENA" read --color always "$SAMPLE" | grep -q "$(printf '\033\\[0;1m')" && echo coloured
