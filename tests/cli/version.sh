"$LEGOMENA" --version
