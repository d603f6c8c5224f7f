"""The walkthroughs of CONTRIBUTING.md are walked: what they tell their reader to do gives what they promise."""

import os
import re
import runpy
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.command import TODAY, command
from tests.support.house.documents import blocks
from tests.support.house.sources import ROOT
from tests.verify.checks.perfect import perfect, spoiled, told

CHECK = "src/glossary_publish/verify/checks/link_words.py"
SLUG = "therapeutic-alliance"
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what a contributor changes."""
    for folder in ("src", "layouts", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "packages.debian", tmp_path)
    return tmp_path


def section(title: str) -> str:
    return GUIDE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def code(title: str, fence: str) -> str:
    """The one block of a section with this beside its fence."""
    found = [text for beside, text in blocks(section(title)) if beside == fence]
    assert len(found) == 1, (title, fence)
    return found[0]


def run(checkout: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the program of the copy on the content of the copy."""
    return subprocess.run(
        command(*arguments),
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout / "src")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def build(checkout: Path, *options: str) -> str:
    ended = run(checkout, "build", SLUG, "--as-of", TODAY, *options)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def exchange(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1, (file.name, old)
    file.write_text(text.replace(old, new), "utf-8")


def test_a_layout_is_a_folder(checkout: Path) -> None:
    (fence,) = [beside for beside, _ in blocks(section("Add a layout")) if " " in beside]
    layout = checkout / fence.partition(" ")[2]
    layout.parent.mkdir()
    layout.write_text(code("Add a layout", fence), "utf-8")
    path = f"dist/{SLUG}/{SLUG}_clear-print.pdf"
    assert build(checkout, "--layout", "clear-print").split() == [path]
    assert path in GUIDE
    assert "Clear print: pdf on letter, a4" in run(checkout, "layouts").stdout
    asked = code("Add a layout", "toml").splitlines()[1]
    exchange(checkout / "content/glossary.toml", 'layouts = ["handout", "ebook", "word"]', asked)
    assert path in build(checkout).split()


def test_a_citation_style_is_a_file(checkout: Path) -> None:
    before = build(checkout, "--format", "epub")
    first = (checkout / before.strip()).read_bytes()
    shutil.copy(checkout / "layouts/citation-styles/apa.csl", checkout / "layouts/citation-styles/house.csl")
    asked = code("Add a citation style", "toml").replace("<name>", "house").strip()
    exchange(checkout / "content/glossary.toml", 'citation_style = "ama"', asked)
    assert build(checkout, "--format", "epub") == before
    assert (checkout / before.strip()).read_bytes() != first


def test_a_check_is_a_file_a_reason_and_a_row(checkout: Path) -> None:
    fences = [beside for beside, _ in blocks(section("Add a check")) if " " in beside]
    assert len(fences) == 2
    for fence in fences:
        file = checkout / fence.partition(" ")[2]
        before = file.read_text("utf-8") if file.exists() else ""
        file.write_text(f"{before}\n{code('Add a check', fence)}".lstrip(), "utf-8")
    table = checkout / "src/glossary_publish/verify/checks/__init__.py"
    exchange(table, "    links,\n", "    link_words,\n    links,\n")
    exchange(table, "    links.check,\n", "    links.check,\n    link_words.check,\n")
    assert "`link_words.check`" in section("Add a check")
    assert len(build(checkout).split()) == 3
    assert "nothing to read out" in run(checkout, "explain", "link-without-words").stdout


def test_a_new_check_catches_what_it_is_for(tmp_path: Path) -> None:
    file = tmp_path / "link_words.py"
    file.write_text(code("Add a check", f"python {CHECK}"), "utf-8")
    check = runpy.run_path(str(file))["check"]
    assert told(check, perfect("epub")) == []
    item = next(item for item in perfect("epub").items if item.links)
    wordless = spoiled(item.text, "epub", links=(replace(item.links[0], text=" "),))
    assert [code for code, _ in told(check, wordless)] == ["link-without-words"]


def test_a_format_is_two_modules_and_a_row(checkout: Path) -> None:
    package = checkout / "src/glossary_publish"
    for room, words in (("render", "render"), ("verify/inspect", "inspect")):
        module = package / room / "book/__init__.py"
        module.parent.mkdir()
        source = f"glossary_publish.{room.replace('/', '.')}.epub"
        module.write_text(f"from {source} import {words}\n", "utf-8")
    table = package / "formats.py"
    text = table.read_text("utf-8")
    row = re.search(r'^ +Format\("epub".*\),$', text, re.MULTILINE)
    assert row is not None
    another = row[0].replace('"epub", "epub"', '"book", "book"').replace("_epub,", "_book,")
    functions = "".join(
        re.sub("epub", "book", found[0])
        for found in re.finditer(r"^def _\w+_epub.*?(?=^\w)", text, re.M | re.S)
    )
    text = text.replace(row[0], f"{row[0]}\n{another}").replace(
        "PDF_PACKAGES = (", f"{functions}PDF_PACKAGES = (", 1
    )
    table.write_text(text, "utf-8")
    shutil.copytree(checkout / "layouts/ebook", checkout / "layouts/book")
    exchange(checkout / "layouts/book/layout.toml", 'format = "epub"', 'format = "book"')
    exchange(checkout / "content/glossary.toml", '"word"]', '"word", "book"]')
    assert build(checkout, "--format", "book").split() == [f"dist/{SLUG}/{SLUG}.book"]
    verdict = run(checkout, "verify", f"dist/{SLUG}/{SLUG}.book")
    assert verdict.stdout.startswith("current"), verdict.stdout + verdict.stderr
    assert run(checkout, "layouts").stdout.count(": book") == 1
