# Claims by speaker, on both kinds of pages; a wrong word is answered with the right one.
"$LEGOMENA" read --by speaker "$SAMPLE" > page
grep -qE '^[^ ].* · [0-9]+ claims?$' page && echo "the page has groups"
"$LEGOMENA" read --by=speaker -f html "$SAMPLE" | grep -c '<h2>Claims by speaker</h2>'
"$LEGOMENA" read --by text -f html "$SAMPLE" | grep -c '<h2>Speakers</h2>'
"$LEGOMENA" read --by text "$SAMPLE" > by_text; "$LEGOMENA" read "$SAMPLE" | cmp - by_text
"$LEGOMENA" read --by spaeker "$SAMPLE"
