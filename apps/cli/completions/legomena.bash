# bash completion for legomena

_legomena() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W 'read model help --version --help' -- "$cur")
        return
    fi
    case ${COMP_WORDS[1]} in
    help) mapfile -t COMPREPLY < <(compgen -W 'read model' -- "$cur") ;;
    model)
        if ((COMP_CWORD == 2)); then
            mapfile -t COMPREPLY < <(compgen -W 'show --help' -- "$cur")
        else
            mapfile -t COMPREPLY < <(compgen -f -W 'en-accurate en-fast' -- "$cur")
        fi
        ;;
    read)
        case $prev in
        -f | --format) mapfile -t COMPREPLY < <(compgen -W 'text html json jsonl conllu' -- "$cur") ;;
        --color) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$cur") ;;
        --kernel) mapfile -t COMPREPLY < <(compgen -W 'ref avx2 avxvnni avx512vnni neon' -- "$cur") ;;
        -m | --model) mapfile -t COMPREPLY < <(compgen -f -W 'en-accurate en-fast' -- "$cur") ;;
        -d | --date | -j | --jobs | --max-size | --width) ;;
        *)
            if [[ $cur == -* ]]; then
                mapfile -t COMPREPLY < <(compgen -W '--format --date --model --output --jobs
                    --max-size --kernel --color --width --time --no-progress --quiet --help' -- "$cur")
            else
                mapfile -t COMPREPLY < <(compgen -f -- "$cur")
            fi
            ;;
        esac
        ;;
    esac
}
complete -o filenames -F _legomena legomena
