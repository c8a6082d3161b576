# Tables of events and figures have their headers; a page has the part that was asked for; the rest has no table.
printf 'Six men burned 14 boats at Norvik on 20 May 2024, Ada Lind said.\n' > fire.txt
"$LEGOMENA" read -q --only events fire.txt
"$LEGOMENA" read -q -f csv --only events fire.txt | head -1 | tr -d '\r'
"$LEGOMENA" read -q -f csv --only figures fire.txt | head -1 | tr -d '\r'
"$LEGOMENA" read -q -f html --only names fire.txt | grep '<h2>'
"$LEGOMENA" read -q -f csv --only incidents fire.txt || echo "exit $?"
