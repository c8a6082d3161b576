# fish completion for legomena

complete -c legomena -n __fish_use_subcommand -f -a read -d 'Read reports'
complete -c legomena -n __fish_use_subcommand -f -a model -d 'Show a model'
complete -c legomena -n __fish_use_subcommand -f -a help -d 'Print help'
complete -c legomena -n __fish_use_subcommand -l version -d 'Print the version'
complete -c legomena -n '__fish_seen_subcommand_from model' -f -a show -d 'Its card and tensors'
complete -c legomena -n '__fish_seen_subcommand_from help' -f -a 'read model'

set -l read __fish_seen_subcommand_from read
complete -c legomena -n "$read" -s f -l format -x -a 'text html json jsonl conllu' -d 'Form of the output'
complete -c legomena -n "$read" -s d -l date -x -d 'Publication day, YYYY-MM-DD'
complete -c legomena -n "$read" -s m -l model -r -d 'Model to read with'
complete -c legomena -n "$read" -s o -l output -r -d 'Write to a file'
complete -c legomena -n "$read" -s j -l jobs -x -d 'Reports read at a time'
complete -c legomena -n "$read" -l max-size -x -a '500K 16M 1G' -d 'Largest report'
complete -c legomena -n "$read" -l kernel -x -a 'ref avx2 avxvnni avx512vnni neon' -d 'Numeric kernels'
complete -c legomena -n "$read" -l color -x -a 'auto always never' -d 'When to use colour'
complete -c legomena -n "$read" -l width -x -d 'Columns of the page'
complete -c legomena -n "$read" -l time -d 'Say where the time went'
complete -c legomena -n "$read" -l no-progress -d 'No line of progress'
complete -c legomena -n "$read" -s q -l quiet -d 'No warnings, no progress'
complete -c legomena -n "$read" -s h -l help -d 'Print help'
