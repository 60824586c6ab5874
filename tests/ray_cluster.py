"""A Ray cluster of two workers on this machine, for as long as somebody holds its standard input open.

Prints its address. Nothing of it is reached from another machine.
"""

import shutil
import sys
import tempfile
from importlib import import_module
from typing import Any

_MEMORY = 10**8
"""Bytes for what workers hand over; the least that Ray takes is less."""

if __name__ == "__main__":
    utils: Any = import_module("ray.cluster_utils")
    folder = tempfile.mkdtemp(prefix="ray-")  # short: names of sockets are
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
