"""The documents say what is so: tables made from code are current, lists agree, and what the README shows happens."""

import io
import json
import re
import shutil
import tomllib
import zipfile
from pathlib import Path

import pytest

from glossary_publish.diagnostics import Report, Severity
from glossary_publish.layout import layout_names, load_layout
from glossary_publish.read.article import read_article
from glossary_publish.read.schema import field_table
from glossary_publish.workspace import DiskWorkspace, MemoryWorkspace
from tests.support.command import run
from tests.support.golden import Golden
from tests.support.house.documents import blocks
from tests.support.house.sources import ROOT

FIELDS = re.compile(r"(?<=<!-- fields -->\n).*?(?=<!-- /fields -->)", re.DOTALL)
TRAP = re.compile(r"^\| `(\w+: [^|]*)` \|[^|]*\| ([^|]+?) \|$", re.MULTILINE)
LAYOUT_ROW = re.compile(r"^\| `[a-z-]+` \|.*$", re.MULTILINE)
ROW = re.compile(r"^\| ([\w.@/-]+) \|", re.MULTILINE)


def document(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_the_table_of_fields_is_made_from_the_schema(golden: Golden) -> None:
    text = document("docs/format.md")
    golden.expect(FIELDS.sub(lambda _: f"{field_table().rstrip()}\n", text), ROOT / "docs/format.md")


ARTICLE = """---
title: Alliance
description: One sentence that says in some fifteen words or more what this very short article is about.
category: Glossary
audience:
  - clients
version: 1.0
updated: 2025-12-18
reviewed:
  by: Somebody
{line}
---
## A heading

Some words.
"""


def told(line: str) -> list[str]:
    """The errors of an article with one line of front matter of its own."""
    report = Report()
    text = ARTICLE.replace("{line}", line)
    if line.startswith("title:"):
        text = text.replace("title: Alliance\n", "", 1)
    read_article(MemoryWorkspace({"content/articles/a.md": text}), "content/articles/a.md", report)
    return [found.code for found in report if found.severity is Severity.ERROR]


@pytest.mark.parametrize("row", TRAP.findall(document("docs/format.md")))
def test_what_the_page_of_the_format_calls_a_trap_is_one(row: tuple[str, str]) -> None:
    written, right = row
    assert told(written)
    assert told(right.strip("`") if right.startswith("`") else "key_points:\n  - Trust, hope and goals") == []


def listed() -> dict[str, set[str]]:
    """The packages of each list of the project, by the heading of docs/dependencies.md."""
    project = tomllib.loads(document("pyproject.toml"))
    extras = project["project"]["optional-dependencies"]
    node = json.loads(document("tests/validators/package.json"))["dependencies"]
    return {
        "What publishes": _names(project["project"]["dependencies"]),
        "What the preview in the browser needs": _names(extras["preview"]),
        "What tests": _names(extras["test"]) - {"glossary-publish[preview]"} | set(node),
        "What builds the package": _names(project["dependency-groups"]["build"]),
    }


def _names(requirements: list[str]) -> set[str]:
    return {requirement.partition("==")[0] for requirement in requirements}


@pytest.mark.parametrize(
    "heading",
    [
        "What publishes",
        "What the preview in the browser needs",
        "What tests",
        "What builds the package",
    ],
)
def test_every_dependency_has_its_reason(heading: str) -> None:
    section = document("docs/dependencies.md").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    assert set(ROW.findall(section)) - {"Package"} == listed()[heading]


# --- what the README shows -----------------------------------------------------------------------


@pytest.fixture
def clone(built: Path, tmp_path: Path) -> Path:
    """A project in which `make` was run, with a Word document that somebody has changed beside it."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(built, tmp_path / "dist")
    draft = built / "therapeutic-alliance/therapeutic-alliance.docx"
    changed = with_words(draft.read_bytes(), ">988<", ">998<")
    (tmp_path / "received.docx").write_bytes(changed)
    return tmp_path


def with_words(document: bytes, old: str, new: str) -> bytes:
    """A Word document with other words in its text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as before, zipfile.ZipFile(out, "w") as after:
        for info in before.infolist():
            data = before.read(info)
            if info.filename == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            after.writestr(info, data)
    return out.getvalue()


def shown(text: str) -> list[tuple[str, str]]:
    """The commands that a document shows, each with what it prints."""
    consoles = [code for beside, code in blocks(text) if beside == "console"]
    parts = [part for code in consoles for part in code.split("$ ")[1:]]
    return [(part.partition("\n")[0], part.partition("\n")[2].strip()) for part in parts]


@pytest.mark.parametrize(("line", "printed"), shown(document("README.md")))
def test_what_the_readme_shows_is_what_happens(line: str, printed: str, clone: Path) -> None:
    program, *arguments = line.split()
    assert program == ".venv/bin/glossary-publish"
    ended = run(*arguments, folder=clone)
    shown, cut, _ = printed.partition("\n…")
    said = (ended.stdout + ended.stderr).strip()
    assert said == shown if not cut else said.startswith(shown)


def test_the_first_commands_of_the_readme_are_the_usual_ones() -> None:
    commands = [code.split("\n") for beside, code in blocks(document("README.md")) if beside == "sh"]
    assert commands[0][:2] == ["make publish", "make test"]


def test_the_table_of_layouts_says_what_they_promise() -> None:
    workspace = DiskWorkspace(ROOT)
    printed = [name for name in layout_names(workspace) if load_layout(workspace, name).format == "pdf"]
    rows = {
        cells[1].strip("` "): [cell.strip() for cell in cells[3:-1]]
        for cells in map(_cells, LAYOUT_ROW.findall(document("docs/layouts.md")))
    }
    assert sorted(rows) == sorted(printed)
    for name in printed:
        layout = load_layout(workspace, name)
        minima, size = layout.minima, layout.options["type"]["size"]
        pages = f"{minima.pages:g}" if minima.pages else "as many as it takes"
        assert rows[name] == [
            f"{minima.size:g} pt, text {size:g}",
            f"{minima.contrast:g}",
            f"{minima.leading:g}",
            f"{minima.measure:g}",
            f"{minima.margin:g} mm",
            pages,
        ], name
        assert (minima.safe, minima.hyphens, minima.justified) == (10, False, False)
        assert minima.grey >= 4.5


def _cells(row: str) -> list[str]:
    return row.split("|")
