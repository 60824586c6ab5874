# Completion of carnegie-extract for fish. Written by tests/make_completions.py.

function __carnegie_extract_list --description 'Words of a list with commas that it does not hold yet'
    set -l before (string match -r '.*,' -- (string replace -r '^--\w+=' '' -- (commandline -ct)))
    for word in $argv
        contains -- $word (string split , -- $before); or echo "$before$word"
    end
end

complete -c carnegie-extract -l files-from -r -F -d 'read paths from FILE, one per line (-: standard input)'
complete -c carnegie-extract -s 0 -l null -d 'paths in --files-from end in NUL characters'
complete -c carnegie-extract -l include -x -d 'in folders, read only files that match (repeatable)'
complete -c carnegie-extract -l exclude -x -d 'in folders, leave out files that match (repeatable)'
complete -c carnegie-extract -s o -l output -r -F -d 'write to FILE; its ending sets format and compression'
complete -c carnegie-extract -l format -x -a 'jsonl json csv markdown text bibtex csl-json parquet' -d 'jsonl (default), json, csv, markdown, text, bibtex, csl-json, parquet'
complete -c carnegie-extract -l fields -x -a '(__carnegie_extract_list source url layout language type kind blog headline dek byline authors date published_at modified_at image metadata body blocks notes topics regions pdf saved_at warnings)' -d 'keep only these fields, such as headline,date,authors'
complete -c carnegie-extract -l resume -d 'continue an interrupted run with the same --output'
complete -c carnegie-extract -l errors -r -F -d 'list the pages that failed in FILE, as JSON Lines'
complete -c carnegie-extract -l errors-all -d 'list skipped pages in the --errors file, too'
complete -c carnegie-extract -l report -r -F -d 'write an HTML report on the run'
complete -c carnegie-extract -l force -d 'overwrite existing files, including unfinished ones'
complete -c carnegie-extract -l blocks -d 'add headings, figures and other typed blocks to records'
complete -c carnegie-extract -l pretty -d 'indent the records'
complete -c carnegie-extract -l explain -d 'show how one PAGE was read, line by line, and why'
complete -c carnegie-extract -l json -d 'with --explain: print everything, as JSON'
complete -c carnegie-extract -l schema -d 'show the JSON Schema of the records'
complete -c carnegie-extract -s j -l jobs -x -d 'read pages in N processes (default: one per core)'
complete -c carnegie-extract -l timeout -x -d 'limit each page to TIME: 30s, 2m, 1h (default: 10s)'
complete -c carnegie-extract -l max-page-size -x -d 'refuse pages larger than SIZE (default: 64M)'
complete -c carnegie-extract -l max-memory -x -d 'limit each process to SIZE of memory (default: 1G)'
complete -c carnegie-extract -l fail-fast -d 'stop at the first failure'
complete -c carnegie-extract -s q -l quiet -d 'report only failures'
complete -c carnegie-extract -s v -l verbose -d 'name every page that failed or was skipped'
complete -c carnegie-extract -l color -x -a 'auto always never' -d 'color messages: auto, always or never (default: auto)'
complete -c carnegie-extract -l completion -x -a 'bash zsh fish' -d 'show the completion script for bash, zsh or fish'
complete -c carnegie-extract -s V -l version -d 'show the version'
complete -c carnegie-extract -s h -l help -d 'show this help'
