"""How many processes can run at once: the processors this one may use, and its container's share of them."""

import os
from collections.abc import Iterator
from math import ceil
from pathlib import Path

_CGROUPS = Path("/sys/fs/cgroup")
_OWN_CGROUPS = Path("/proc/self/cgroup")


def usable_cores() -> int:
    """At least 1. A quota of one and a half processors is worth two processes."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min([allowed, *(ceil(quota) for quota in _quotas())]))


def _quotas() -> Iterator[float]:
    """Processors that control groups allow, version 2 and 1 (the kernel's cgroup-v2.rst, sched-bwc.rst)."""
    try:
        groups = [line.split(":", 2) for line in _OWN_CGROUPS.read_text().splitlines()]
    except OSError:
        return
    for _, controllers, path in groups:
        root = _CGROUPS if not controllers else _CGROUPS / "cpu"
        if controllers and "cpu" not in controllers.split(","):
            continue
        own = root / path.lstrip("/")
        for folder in (own, *own.parents):
            yield from _quota(folder)
            if folder == root:
                break


def _quota(folder: Path) -> Iterator[float]:
    try:
        if (folder / "cpu.max").exists():
            quota, period = (folder / "cpu.max").read_text().split()
        else:
            quota = (folder / "cpu.cfs_quota_us").read_text()
            period = (folder / "cpu.cfs_period_us").read_text()
        if quota.strip() not in ("max", "-1"):
            yield int(quota) / int(period)
    except (OSError, ValueError, ZeroDivisionError):
        return
