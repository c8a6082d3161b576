[ "$(id -u)" != 0 ] || { echo "root may read every folder"; exit 77; }
mkdir closed && chmod 000 closed
"$LEGOMENA" read closed
code=$?
chmod 700 closed
exit $code
