"""Every construct that an article can hold is published in every format, and each file says what it should."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from glossary_publish.formats import FORMATS
from tests.corpus.cases import Case, cases, edition, own_files, read
from tests.corpus.oracle import missing_words, words
from tests.corpus.projection import projected
from tests.support.golden import Golden
from tests.validators import Finding, epub, pdf, word

CASES = cases()
EDITIONS = [pytest.param(case, format, id=f"{case}-{format}") for case in CASES for format in FORMATS]
Validate = Callable[[Iterable[Path]], list[Finding]]
# What tries the schemas of the formats most: all others are validated by `make soak`.
TRICKY = {"arabic-everywhere", "citations-everywhere", "images-of-odd-shapes", "notes-everywhere"}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_is_read_without_a_remark_that_it_does_not_expect(case: Case) -> None:
    _, codes = read(case)
    assert sorted(codes) == sorted(case.codes["reading"])


@pytest.mark.parametrize(("case", "format"), EDITIONS)
def test_an_edition_says_what_its_golden_says(case: Case, format: str, golden: Golden) -> None:
    made = edition(case, format)
    assert list(made.codes) == list(case.codes.get(format, ()))
    if made.inspection is not None:
        golden.expect(projected(made.publication, made.inspection, case.shows), case.golden(format))


@pytest.mark.parametrize(("case", "format"), EDITIONS)
def test_another_reader_finds_every_word_of_the_article(case: Case, format: str) -> None:
    made = edition(case, format)
    if made.data:
        assert words(case.article)
        assert missing_words(case.article, made.data, format) == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_handout_is_accessible_and_fit_for_archives(case: Case, tmp_path: Path) -> None:
    made = edition(case, "pdf")
    if made.data:
        (tmp_path / "a.pdf").write_bytes(made.data)
        assert pdf.validate([tmp_path / "a.pdf"]) == []


@pytest.mark.parametrize(
    ("format", "validate"), [("epub", epub.validate), ("docx", word.validate)], ids=["epub", "docx"]
)
def test_books_and_drafts_are_sound(
    format: str, validate: Validate, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    chosen = [case for case in CASES if case.name in TRICKY or pytestconfig.getoption("--soak")]
    assert len(chosen) >= len(TRICKY)
    files = []
    for case in chosen:
        files.append(tmp_path / f"{case}.{format}")
        files[-1].write_bytes(edition(case, format).data)
    assert validate(files) == []


# --- the corpus itself -----------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_holds_no_file_that_is_not_used(case: Case) -> None:
    goldens = {case.golden(format).name for format in FORMATS if edition(case, format).data}
    found = {path.relative_to(case.folder).as_posix() for path in case.folder.rglob("*") if path.is_file()}
    own = {path.relative_to(case.folder).as_posix() for path in own_files(case)}
    glossary, _ = read(case)
    assert {path for path in own if f"content/{path}" not in glossary.sources} == set()
    assert found - own - {"article.md", "expected.toml"} == goldens


@pytest.mark.parametrize("format", FORMATS)
def test_a_word_that_is_lost_is_missed(format: str) -> None:
    (case,) = (case for case in CASES if case.name == "one-sentence")
    data = edition(case, format).data
    assert missing_words(f"{case.article}\nNowhere.\n", data, format) == ["Nowhere"]
