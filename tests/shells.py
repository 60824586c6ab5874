"""Shells as people use them: keys go in through a terminal, and what the command was given comes out."""

import os
import pty
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select

MOST_SECONDS = 120
"""A shell that says nothing for so long hangs."""
PROMPT, DONE = b"ready:", b":done\r\n"
START = {
    "bash": (
        ["bash", "--noprofile", "--rcfile", "{home}/.zshrc", "-i"],
        'bind "set enable-bracketed-paste off"\nsource "$SCRIPT"\n',
    ),
    "zsh": (
        ["zsh", "-d", "-i"],
        "unset zle_bracketed_paste\nunsetopt prompt_sp prompt_cr\n"
        'cp "$SCRIPT" "$HOME/_carnegie-extract"\nfpath+=$HOME\nautoload -Uz compinit\ncompinit -u -D\n',
    ),
}
"""How each is started, and what it reads first. Of `carnegie-extract` it knows a function that notes its arguments."""
NOTES = """\
carnegie-extract() { printf '%s\\n' "$@" >>"$NOTED"; printf 'end\\n' >>"$NOTED"; printf ':%s\\n' done; }
PS1=ready:
"""


def completed(shell: str, script: Path, lines: list[str], folder: Path) -> list[str]:
    """What becomes of each line when the key for completion is pressed at its end, typed in `folder`."""
    if shell == "fish":
        return [_fish(script, line, folder) for line in lines]
    noted = folder.parent / "noted"
    noted.write_bytes(b"")
    with _started(shell, script, noted, folder) as terminal:
        _read_until(terminal, PROMPT)
        for line in lines:
            os.write(terminal, f"carnegie-extract {line}\t\n".encode())
            _read_until(terminal, DONE)
            _read_until(terminal, PROMPT)
    return [given.replace("\n", " ").strip() for given in noted.read_text().split("end\n")[:-1]]


@contextmanager
def _started(shell: str, script: Path, noted: Path, folder: Path) -> Iterator[int]:
    command, reads = START[shell]
    home = folder.parent
    (home / ".zshrc").write_text(reads + NOTES, encoding="utf-8")
    terminal, theirs = pty.openpty()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "ZDOTDIR": str(home),
        "TERM": "dumb",
        "SCRIPT": str(script),
        "NOTED": str(noted),
        "INPUTRC": os.devnull,
    }
    process = subprocess.Popen(
        [word.replace("{home}", str(home)) for word in command],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=environment,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield terminal
    finally:
        process.kill()
        process.wait()
        os.close(terminal)


def _read_until(terminal: int, mark: bytes) -> None:
    said = b""
    while mark not in said:
        assert select([terminal], [], [], MOST_SECONDS)[0], f"the shell hangs after {said!r}"
        said += os.read(terminal, 1)


def _fish(script: Path, line: str, folder: Path) -> str:
    """As fish says it, which types for no other program; where it offers several words, all of them."""
    ask = 'source $argv[1]; complete -C "carnegie-extract $argv[2]"'
    command = ["fish", "--no-config", "-c", ask, str(script), line]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=MOST_SECONDS, cwd=folder
    )
    words = [offered.partition("\t")[0] for offered in done.stdout.splitlines()]
    return " ".join([*line.split()[:-1], *words]) if words else line
