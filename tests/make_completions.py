"""Write carnegie_extract/completions, a script for each shell, from the options as `--help` tells them.

python tests/make_completions.py           write them
python tests/make_completions.py --check   write nothing; exit 1 when one differs

The scripts hold all that they offer, so no key that is pressed starts Python.
"""

import re
import sys

from corpus import ROOT
from option_table import FREE, VALUES, Option, options
from written import main

FOLDER = ROOT / "carnegie_extract" / "completions"

BASH = r"""# Completion of carnegie-extract for bash. Written by tests/make_completions.py.

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
@VALUES@
        *)
            case $typed in
                -*) words="@NAMES@" ;;
                *) return ;;
            esac
            ;;
    esac
    COMPREPLY=($(compgen -P "$before" -W "$words" -- "${typed#"$before"}"))
}

complete -o bashdefault -o default -F _carnegie_extract carnegie-extract
"""
BASH_LIST = r"""
            before="${typed%"${typed##*,}"}"
            for word in @WORDS@; do
                case ",$before" in *",$word,"*) ;; *) words="$words $word" ;; esac
            done
            compopt -o nospace 2>/dev/null # a comma may follow
            ;;"""

ZSH = r"""#compdef carnegie-extract
# Completion of carnegie-extract for zsh. Written by tests/make_completions.py.

_carnegie-extract() {
    _arguments -s -S : \
@OPTIONS@
        '*:PAGE:_files'
}

if [ "$funcstack[1]" = _carnegie-extract ]; then
    _carnegie-extract "$@"
else
    compdef _carnegie-extract carnegie-extract
fi
"""

FISH = r"""# Completion of carnegie-extract for fish. Written by tests/make_completions.py.

function __carnegie_extract_list --description 'Words of a list with commas that it does not hold yet'
    set -l before (string match -r '.*,' -- (string replace -r '^--\w+=' '' -- (commandline -ct)))
    for word in $argv
        contains -- $word (string split , -- $before); or echo "$before$word"
    end
end

@OPTIONS@
"""


def bash() -> str:
    """The script for bash, alone or with the package bash-completion."""
    takes: dict[str, list[str]] = {}
    for option in options():
        if option.value is not None:
            takes.setdefault(_bash_values(option.value), []).extend(option.names)
    cases = (f"        {'|'.join(names)}){does}" for does, names in takes.items())
    names = " ".join(name for option in options() for name in reversed(option.names))
    return BASH.replace("@VALUES@", "\n".join(cases)).replace("@NAMES@", names)


def _bash_values(value: str) -> str:
    words = " ".join(VALUES.get(value, ()))
    if value == "NAMES":
        return BASH_LIST.replace("@WORDS@", words)
    if words:
        return f' words="{words}" ;;'
    return " compopt +o bashdefault +o default 2>/dev/null; return ;;" if value in FREE else " return ;;"


def zsh() -> str:
    """The script for zsh."""
    return ZSH.replace("@OPTIONS@", "\n".join(f"        {_zsh_spec(option)} \\" for option in options()))


def _zsh_spec(option: Option) -> str:
    says = re.sub(r"([\\\[\]:])", r"\\\1", option.says).replace("'", r"'\''")
    value = f":{option.value}:{_zsh_values(option.value)}" if option.value else ""
    ends = ("+", "=") if option.value else ("", "")
    if option.short is None:
        star = "*" if option.repeatable else ""
        return f"'{star}{option.name}{ends[1]}[{says}]{value}'"
    names = f"{{{option.short}{ends[0]},{option.name}{ends[1]}}}"
    return f"'({' '.join(option.names)})'{names}'[{says}]{value}'"


def _zsh_values(value: str) -> str:
    words = " ".join(VALUES.get(value, ()))
    if value == "NAMES":
        return f"_values -s , field {words}"
    return f"({words})" if words else " " if value in FREE else "_files"


def fish() -> str:
    """The script for fish."""
    return FISH.replace("@OPTIONS@", "\n".join(map(_fish_line, options())))


def _fish_line(option: Option) -> str:
    short = f" -s {option.short[1:]}" if option.short else ""
    says = option.says.replace("\\", r"\\").replace("'", r"\'")
    return f"complete -c carnegie-extract{short} -l {option.name[2:]}{_fish_values(option.value)} -d '{says}'"


def _fish_values(value: str | None) -> str:
    words = " ".join(VALUES.get(value or "", ()))
    if value is None:
        return ""
    if value == "NAMES":
        return f" -x -a '(__carnegie_extract_list {words})'"
    return f" -x -a '{words}'" if words else " -x" if value in FREE else " -r -F"


SCRIPTS = {FOLDER / f"carnegie-extract.{make.__name__}": make for make in (bash, zsh, fish)}

if __name__ == "__main__":
    sys.exit(main("Write the completions.", SCRIPTS, sys.argv[1:]))
