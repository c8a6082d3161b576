# Every way to ask for help.
"$LEGOMENA" help
"$LEGOMENA" help read > asked
cat asked
"$LEGOMENA" read --help | cmp - asked
"$LEGOMENA" read -h | cmp - asked
"$LEGOMENA" help explain
"$LEGOMENA" help model
"$LEGOMENA" help nothing
