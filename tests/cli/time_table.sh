"$LEGOMENA" read --time -f jsonl "$SAMPLE" 2>&1 > /dev/null | sed 's/[0-9][0-9.,]*/N/g; s/  */ /g; s/(.*)/(model)/'
