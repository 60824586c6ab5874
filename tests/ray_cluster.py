"""A Ray cluster of two workers on this machine, for as long as somebody holds its standard input open.

Prints its address. Nothing of it is reached from another machine.
"""

import os
import shutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

_MEMORY = 10**8
"""Bytes for what workers hand over; the least that Ray takes is less."""

if __name__ == "__main__":
    folder = tempfile.mkdtemp(prefix="ray-")  # short: names of sockets are
    # The address of the newest cluster goes into a folder that Ray does not make where it is given another one.
    os.environ["RAY_TMPDIR"] = folder
    Path(folder, "ray").mkdir()
    utils: Any = import_module("ray.cluster_utils")
    worker = {"num_cpus": 1, "object_store_memory": _MEMORY}
    head = worker | {"include_dashboard": False, "temp_dir": folder}
    cluster = utils.Cluster(initialize_head=True, head_node_args=head)
    try:
        cluster.add_node(**worker)
        print(cluster.address, flush=True)
        sys.stdin.read()
    finally:
        cluster.shutdown()
        shutil.rmtree(folder, ignore_errors=True)
