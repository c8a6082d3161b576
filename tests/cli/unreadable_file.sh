# A file that opens and cannot be read, for root too.
[ -r /proc/self/mem ] || { echo "no /proc here"; exit 77; }
"$LEGOMENA" read /proc/self/mem
