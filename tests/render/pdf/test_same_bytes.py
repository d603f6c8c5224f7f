"""The same publication gives the same bytes, whatever the process, and within the limits of a worker."""

import hashlib
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.render.pdf import render
from tests.support.house.sources import ROOT
from tests.support.publications import every_construct

PROGRAM = """
import hashlib, os, sys
from glossary_publish.build.limits import Limits, limit_memory, limit_processor
if len(sys.argv) > 1:
    limit_memory(Limits())
    limit_processor(Limits())
from glossary_publish.diagnostics import Report
from glossary_publish.layout import load_layout
from glossary_publish.render.pdf import render
from glossary_publish.workspace import MemoryWorkspace
from tests.support.publications import every_construct
report = Report()
data = render(every_construct(), load_layout(MemoryWorkspace({}), "handout", "letter"), report)
assert not list(report), list(report)
print(hashlib.sha256(data).hexdigest())
"""


def hash_in_another_process(folder: Path, variables: Mapping[str, str], *arguments: str) -> str:
    """The hash of the sample as another process makes it."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), **variables}
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout.strip()


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "77", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"},
        {"LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "FONTCONFIG_FILE": "/nonexistent"},
    ],
    ids=["seed and time zone", "another seed, locale and epoch", "no home and other fonts"],
)
def test_another_process_makes_the_same_file(
    handout: bytes, tmp_path: Path, variables: Mapping[str, str]
) -> None:
    assert hash_in_another_process(tmp_path, variables) == hashlib.sha256(handout).hexdigest()


def test_a_worker_with_its_limits_makes_the_same_file(handout: bytes, tmp_path: Path) -> None:
    assert hash_in_another_process(tmp_path, {}, "limited") == hashlib.sha256(handout).hexdigest()


def test_what_was_made_before_leaves_no_trace(
    handout: bytes, make: Callable[..., bytes], layout: Layout
) -> None:
    make(every_construct(), "a4")
    make(every_construct(qr=False))
    assert render(every_construct(), layout, Report()) == handout
