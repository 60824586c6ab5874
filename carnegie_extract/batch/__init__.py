"""The command's edge, one way from paths to what is written.

paths (what walks) -> runner, pool, worker (what runs) -> reader (a file's records) -> converted (other formats) ->
output, part_file, converted_file, folder (what writes) and report, terminal, progress (what tells). `choice` says which
format, `targets` which of those files; `convert` ties them together.
"""
