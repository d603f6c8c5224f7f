"""The editions of the sample glossary, judged by programs of others and opened by one of them."""

import json
import subprocess
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path

import pytest

from glossary_publish.formats import FORMATS
from glossary_publish.layout import Layout, load_layout
from glossary_publish.verify.inspection import Item, Kind
from glossary_publish.workspace import DiskWorkspace
from tests.support.house.sources import ROOT
from tests.support.listed import is_list, listed
from tests.validators import ace, epub, libreoffice, pdf, word
from tests.validators.processes import program

ARTICLES = sorted(path.stem for path in (ROOT / "content/articles").glob("*.md") if "." not in path.stem)


def files(folder: Path, suffix: str) -> list[Path]:
    """The finished files of a format; there is one for each article."""
    found = sorted(folder.rglob(f"*.{suffix}"))
    assert [path.stem for path in found] == ARTICLES
    return found


def test_there_is_one_file_of_each_format_for_each_article(built: Path) -> None:
    names = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    made = {f"{slug}/{slug}.{format.suffix}" for slug in ARTICLES for format in FORMATS.values()}
    assert len(made) == 18
    assert {name for name in names if not is_list(name)} == made | {"index.html"}


def test_the_manifest_lists_every_file_with_its_hash(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    known = {row["path"]: row["sha256"] for row in (*listed(built), *manifest["pages"])}
    found = [path for path in built.rglob("*") if path.suffix != ".json" and path.is_file()]
    assert known == {
        path.relative_to(built).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found
    }


def test_handouts_are_pdf_ua_1_and_pdf_a_3a(built: Path) -> None:
    assert pdf.validate(files(built, "pdf")) == []


def test_epubcheck_finds_no_error_and_no_warning_in_ebooks(built: Path) -> None:
    assert epub.validate(files(built, "epub")) == []


def test_ace_finds_nothing_in_ebooks(built: Path) -> None:
    assert ace.validate(files(built, "epub")) == []


def test_the_open_xml_sdk_finds_nothing_in_word_drafts(built: Path) -> None:
    assert word.validate(files(built, "docx")) == []


# --- Word drafts, opened by LibreOffice ----------------------------------------------------------


@pytest.fixture(scope="module")
def pictured(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A PDF of each Word draft, made by LibreOffice, by the name of its article."""
    made = libreoffice.convert(files(built, "docx"), tmp_path_factory.mktemp("libreoffice"))
    return {path.stem: path for path in made}


@pytest.mark.parametrize("slug", ARTICLES)
def test_libreoffice_shows_every_word_of_a_draft_in_order_and_no_other(
    slug: str, built: Path, pictured: dict[str, Path]
) -> None:
    layout = load_layout(DiskWorkspace(ROOT), "word", "letter")
    draft = FORMATS["docx"].inspect((built / slug / f"{slug}.docx").read_bytes())
    notes = [item for item in draft.items if item.kind is Kind.NOTE]
    text = [
        letters(f"{label(item, layout)}{item.text}") for item in draft.items if item.kind is not Kind.NOTE
    ]
    shown = letters(text_of_pages(pictured[slug], layout))
    for note in notes:
        words = letters(f"{note.label}{note.text}")
        assert shown.count(words) == 1, "a footnote stands once, at the foot of its page"
        shown = shown.replace(words, "")
    marks = [number for item in draft.items for number in item.notes]
    assert additions("".join(text), shown) == marks


def additions(text: str, shown: str) -> list[str]:
    """What stands in a text beside the one that was expected; anything that is missing is a failure."""
    found = []
    for kind, start, end, first, last in SequenceMatcher(None, text, shown, autojunk=False).get_opcodes():
        assert kind in ("equal", "insert"), f"expected {text[start:end]!r}, found {shown[first:last]!r}"
        if kind == "insert":
            found.append(shown[first:last])
    return found


def label(item: Item, layout: Layout) -> str:
    """What is printed before the item; lists of the samples are never nested."""
    if item.label == "bullet":
        sign: str = layout.options["bullets"]["signs"][0]
        return sign
    return f"{item.label}." if item.label.isdigit() else ""


def letters(text: str) -> str:
    """A text without its white space: where a line ends is not compared."""
    return "".join(text.split())


def text_of_pages(file: Path, layout: Layout) -> str:
    """The text between head and foot of all pages, in the order in which it is painted, read by poppler."""
    paper, page = layout.options["paper"][layout.paper], layout.options["page"]
    inch = 25.4
    box = (
        ("-x", 0.0),
        ("-y", page["top"]),
        ("-W", paper["width"]),
        ("-H", paper["height"] - page["top"] - page["bottom"]),
    )
    options = [part for name, size in box for part in (name, str(round(size / inch * 72)))]
    command = [
        str(program("pdftotext")),
        "-r",
        "72",
        *options,
        "-raw",
        "-nopgbrk",
        "-enc",
        "UTF-8",
        str(file),
        "-",
    ]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
