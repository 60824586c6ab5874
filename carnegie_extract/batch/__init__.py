"""The command's edge, one way from paths to lines.

paths (what walks) -> runner, pool, worker (what runs) -> reader (a file's records) -> output, part_file (what
writes) and report, terminal, progress (what tells). `convert` ties them together.
"""
