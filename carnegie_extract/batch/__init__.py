"""The command's edge: paths in, files and messages out.

`convert` is a run, from its paths to its exit code; `explained` tells of one page instead. `inputs/` finds what is
read, `reading/` reads it, by several processes, `writing/` puts it in its place, and `display/` shows people what they
must know: each imports only from those before it.
"""
