"""What runs on the host of the repository: the tests have their tools there, and nothing is published untested."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from corpus import ROOT

import carnegie_extract

FOLDER = ROOT / ".github" / "workflows"
TOOLS = (ROOT / ".ci" / "tools").read_text(encoding="utf-8").split()

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the steps are written for sh")


def workflow(name: str) -> dict[Any, Any]:
    content = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def steps(name: str, job: str) -> list[str]:
    """The commands of a job."""
    return [step["run"] for step in workflow(name)["jobs"][job]["steps"] if "run" in step]


def test_tools_are_installed_before_the_tests_run(tmp_path: Path) -> None:
    """The user of the host is not root, which `.ci/run` would have to be."""
    sudo = tmp_path / "sudo"
    sudo.write_text('#!/bin/sh\necho "$@" >> "$SAID"\n', encoding="utf-8")
    sudo.chmod(0o755)
    install, tests = steps("test.yml", "test")
    said = tmp_path / "said"
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "SAID": str(said)}
    subprocess.run(["bash", "-ec", install], check=True, cwd=ROOT, env=environment)
    update, installed = said.read_text(encoding="utf-8").splitlines()
    assert update.startswith("apt-get update")
    assert installed.startswith("apt-get install -y ")
    assert {*installed.split()} >= {*TOOLS} - {"chromium"}
    assert tests.startswith(".ci/run ")


def test_nothing_is_published_that_the_tests_have_not_seen() -> None:
    jobs = workflow("publish.yml")["jobs"]
    assert jobs["publish"]["needs"] == "build"
    assert jobs["build"]["needs"] == "test"
    assert jobs["test"]["uses"] == "./.github/workflows/test.yml"
    assert "workflow_call" in workflow("test.yml")[True], "YAML takes the key `on` for a yes"


@pytest.mark.parametrize(
    ("tag", "is_published"), [(f"v{carnegie_extract.__version__}", True), ("v99.0", False), ("v", False)]
)
def test_a_tag_is_published_only_as_its_version(tag: str, is_published: bool, tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / f"carnegie_extract-{carnegie_extract.__version__}.tar.gz").touch()
    check = steps("publish.yml", "build")[-1]
    environment = {**os.environ, "GITHUB_REF_NAME": tag}
    done = subprocess.run(
        ["bash", "-ec", check], check=False, cwd=tmp_path, env=environment, capture_output=True
    )
    assert (done.returncode == 0) == is_published
