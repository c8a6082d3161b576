# --quiet leaves the closing count out, and no error.
"$LEGOMENA" read --quiet missing.txt gone.txt
