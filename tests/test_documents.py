"""The documents say what is so: tables made from code are current, lists agree, and what the README shows happens."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from glossary_publish.read.schema import field_table
from tests.support.golden import Golden
from tests.support.house.documents import blocks
from tests.support.house.sources import ROOT

FIELDS = re.compile(r"(?<=<!-- fields -->\n).*?(?=<!-- /fields -->)", re.DOTALL)
ROW = re.compile(r"^\| ([\w.@/-]+) \|", re.MULTILINE)


def document(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_the_table_of_fields_is_made_from_the_schema(golden: Golden) -> None:
    text = document("docs/format.md")
    golden.expect(FIELDS.sub(lambda _: f"{field_table().rstrip()}\n", text), ROOT / "docs/format.md")


def listed() -> dict[str, set[str]]:
    """The packages of each list of the project, by the heading of docs/dependencies.md."""
    project = tomllib.loads(document("pyproject.toml"))
    node = json.loads(document("tests/validators/package.json"))["dependencies"]
    return {
        "What publishes": _names(project["project"]["dependencies"]),
        "What tests": _names(project["project"]["optional-dependencies"]["test"]) | set(node),
        "What builds the package": _names(project["dependency-groups"]["build"]),
    }


def _names(requirements: list[str]) -> set[str]:
    return {requirement.partition("==")[0] for requirement in requirements}


@pytest.mark.parametrize("heading", ["What publishes", "What tests", "What builds the package"])
def test_every_dependency_has_its_reason(heading: str) -> None:
    section = document("docs/dependencies.md").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    assert set(ROW.findall(section)) - {"Package"} == listed()[heading]
