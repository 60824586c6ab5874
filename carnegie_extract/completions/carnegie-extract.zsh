#compdef carnegie-extract
# Completion of carnegie-extract for zsh. Written by tests/make_completions.py.

_carnegie-extract() {
    _arguments -s -S : \
        '*--files-from=[read paths from FILE, one per line (-\: standard input)]:FILE:_files' \
        '(-0 --null)'{-0,--null}'[paths in --files-from end in NUL characters]' \
        '*--include=[in folders, read only files that match (repeatable)]:GLOB: ' \
        '*--exclude=[in folders, leave out files that match (repeatable)]:GLOB: ' \
        '(-o --output)'{-o+,--output=}'[write to FILE; its ending sets format and compression]:FILE:_files' \
        '--format=[jsonl (default), json, csv, markdown, text, bibtex, csl-json, parquet]:FORMAT:(jsonl json csv markdown text bibtex csl-json parquet)' \
        '*--fields=[keep only these fields, such as headline,date,authors]:NAMES:_values -s , field source url layout language type kind blog headline dek byline authors date published_at modified_at image metadata body blocks notes topics regions pdf saved_at warnings' \
        '--resume[continue an interrupted run with the same --output]' \
        '--errors=[list the pages that failed in FILE, as JSON Lines]:FILE:_files' \
        '--errors-all[list skipped pages in the --errors file, too]' \
        '--report=[write an HTML report on the run]:FILE:_files' \
        '--force[overwrite existing files, including unfinished ones]' \
        '--blocks[add headings, figures and other typed blocks to records]' \
        '--pretty[indent the records]' \
        '--explain[show how one PAGE was read, line by line, and why]' \
        '--json[with --explain\: print everything, as JSON]' \
        '--schema[show the JSON Schema of the records]' \
        '(-j --jobs)'{-j+,--jobs=}'[read pages in N processes (default\: one per core)]:N: ' \
        '--timeout=[limit each page to TIME\: 30s, 2m, 1h (default\: 10s)]:TIME: ' \
        '--max-page-size=[refuse pages larger than SIZE (default\: 64M)]:SIZE: ' \
        '--max-memory=[limit each process to SIZE of memory (default\: 1G)]:SIZE: ' \
        '--fail-fast[stop at the first failure]' \
        '(-q --quiet)'{-q,--quiet}'[report only failures]' \
        '(-v --verbose)'{-v,--verbose}'[name every page that failed or was skipped]' \
        '--color=[color messages\: auto, always or never (default\: auto)]:WHEN:(auto always never)' \
        '--completion=[show the completion script for bash, zsh or fish]:SHELL:(bash zsh fish)' \
        '(-V --version)'{-V,--version}'[show the version]' \
        '(-h --help)'{-h,--help}'[show this help]' \
        '*:PAGE:_files'
}

if [ "$funcstack[1]" = _carnegie-extract ]; then
    _carnegie-extract "$@"
else
    compdef _carnegie-extract carnegie-extract
fi
