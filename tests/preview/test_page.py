"""The files of the page: their words, their policy, and what is wrong with changed ones."""

import re
import tomllib
from pathlib import Path

import pytest

from glossary_publish.diagnostics import UsageError
from glossary_publish.preview.page import FOLDER, WORDS, resources
from glossary_publish.preview.picturing import LOOKS, picture_looks
from glossary_publish.workspace import DiskWorkspace, MemoryWorkspace
from tests.support.house.sources import ROOT

FILES = {path.name: path.read_text("utf-8") for path in (ROOT / FOLDER).glob("page.*")}
SHEET = '[sheet]\ncolumns = 4\nwidth = 600\ngap = 24\nbackground = "#888888"\n'
STRINGS = tomllib.loads((ROOT / WORDS).read_text("utf-8"))


def test_every_word_stands_on_the_page_and_the_page_says_no_other() -> None:
    placeholders = set(re.findall(r"\$(\w+)", FILES["page.html"]))
    assert placeholders == set(STRINGS)
    text = re.sub(r"<[^>]*>|\$\w+:?", "", FILES["page.html"])
    assert text.split() == []


def test_the_script_finds_each_word_and_place_that_it_looks_for() -> None:
    names = re.findall(r"\.dataset\.(\w+)", FILES["page.js"])
    said = set(re.findall(r"data-(\w+)=", FILES["page.html"]))
    assert set(names) - said == {"severity", "round", "state"} - said
    assert set(re.findall(r'\bid\("(\w+)"\)', FILES["page.js"])) <= set(
        re.findall(r'\bid="(\w+)', FILES["page.html"])
    )


def test_the_script_makes_text_of_what_it_is_told_and_never_markup() -> None:
    for dangerous in (
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval(",
        "Function(",
        "setAttribute",
    ):
        assert dangerous not in FILES["page.js"]


def test_words_of_a_project_are_escaped() -> None:
    words = (ROOT / WORDS).read_text("utf-8").replace('"Pages"', "'<script>alert(1)</script>\"'")
    page = resources(MemoryWorkspace({WORDS: words}))["/"].data
    assert b"<script>alert" not in page
    assert b"&lt;script&gt;alert(1)&lt;/script&gt;&quot;" in page


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (f"{FOLDER}/page.html", "<p>$nothing_of_the_kind", "broken-template"),
        (f"{FOLDER}/page.html", "<p>$ 5", "broken-template"),
        (WORDS, 'name = "Preview"\n', "broken-template"),
        (WORDS, "name = \n", "malformed-toml"),
    ],
)
def test_a_changed_file_that_cannot_be_used_is_told(path: str, text: str, code: str) -> None:
    with pytest.raises(UsageError) as raised:
        resources(MemoryWorkspace({path: text}))
    (found,) = raised.value.diagnostics
    assert found.code == code
    assert found.span is not None
    assert found.span.path == (WORDS if code == "malformed-toml" else f"{FOLDER}/page.html")
    assert found.help


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[page]\n", "lacks page.width"),
        ('[page]\nwidth = "wide"\n', "page.width is no whole number between 1 and 10,000"),
        ("[page]\nwidth = 0\n", "page.width is no whole number between 1 and 10,000"),
        ("[page]\nwidth = 90000\n", "page.width is no whole number between 1 and 10,000"),
        ("page = 1\n", "page.width is no whole number"),
    ],
)
def test_looks_of_pictures_that_cannot_be_used_are_told(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        picture_looks(
            MemoryWorkspace(
                {LOOKS: text + '[sheet]\ncolumns = 4\nwidth = 600\ngap = 24\nbackground = "#888888"\n'}
            )
        )


def test_looks_of_the_tool_are_whole() -> None:
    looks = picture_looks(DiskWorkspace(Path(ROOT)))
    assert (looks.page, looks.columns > 0, looks.sheet > 0) == (816, True, True)
