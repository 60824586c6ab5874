# Completion of carnegie-extract for bash. Written by tests/make_completions.py.

_carnegie_extract() {
    local word option before= words= typed="${COMP_WORDS[COMP_CWORD]}" IFS=$' \t\n'
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [ "$word" = -- ] && return # files follow, which bash completes
    done
    option="${COMP_WORDS[COMP_CWORD-1]}"
    if [ "$typed" = = ]; then # bash takes "--option=value" for three words
        typed=
    elif [ "$option" = = ]; then
        option="${COMP_WORDS[COMP_CWORD-2]}"
    fi
    case $option in
        --files-from|-o|--output|--errors|--report) return ;;
        --include|--exclude|-j|--jobs|--timeout|--max-page-size|--max-memory) compopt +o bashdefault +o default 2>/dev/null; return ;;
        --format) words="jsonl json csv markdown text bibtex csl-json parquet" ;;
        --fields)
            before="${typed%"${typed##*,}"}"
            for word in source url layout language type kind blog headline dek byline authors date published_at modified_at image metadata body blocks notes topics regions pdf saved_at warnings; do
                case ",$before" in *",$word,"*) ;; *) words="$words $word" ;; esac
            done
            compopt -o nospace 2>/dev/null # a comma may follow
            ;;
        --color) words="auto always never" ;;
        --completion) words="bash zsh fish" ;;
        *)
            case $typed in
                -*) words="--files-from --null -0 --include --exclude --output -o --format --fields --resume --errors --errors-all --report --force --blocks --pretty --explain --json --schema --jobs -j --timeout --max-page-size --max-memory --fail-fast --quiet -q --verbose -v --color --completion --version -V --help -h" ;;
                *) return ;;
            esac
            ;;
    esac
    COMPREPLY=($(compgen -P "$before" -W "$words" -- "${typed#"$before"}"))
}

complete -o bashdefault -o default -F _carnegie_extract carnegie-extract
