"""The sample translations, from sources to proven files: judged by programs of others, read back in logical order."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from glossary_publish.formats import FORMATS
from tests.support.command import TODAY, run
from tests.support.house.sources import ROOT
from tests.support.listed import is_list, listed
from tests.test_same_bytes import ALL_AT_ONCE, build
from tests.validators import ace, epub, pdf, word
from tests.validators.processes import program

SLUGS = ("working-alliance-inventory", "session-rating-scale")
SLUG = SLUGS[0]
LANGUAGES = ("es", "ar")
ASKED = [word for language in LANGUAGES for word in ("--language", language)]
ARTICLES = ROOT / "content/articles"
ARABIC = re.compile("[\u0620-\u064a]")
PLAIN = {
    SLUGS[0]: 9,
    SLUGS[1]: 4,
}  # paragraphs and items of a body that hold no link, citation or strong words


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the translations in every format."""
    folder = tmp_path_factory.mktemp("translations") / "dist"
    ended = run("build", *SLUGS, *ASKED, "--out", folder, "--as-of", TODAY, folder=ROOT)
    assert ended.returncode == 0, ended.stderr
    return folder


def files(folder: Path, suffix: str) -> list[Path]:
    """The translations in one format."""
    return [folder / slug / f"{slug}_{language}.{suffix}" for slug in SLUGS for language in LANGUAGES]


def printed(tool: str, *arguments: str | Path) -> str:
    """What a program of poppler prints."""
    command = [str(program(tool)), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def sentences(slug: str, language: str) -> list[str]:
    """The plain paragraphs and items of a translation, as its source has them."""
    body = (ARTICLES / f"{slug}.{language}.md").read_text("utf-8").rpartition("\n---\n")[2]
    lines = (line.strip(": ") for line in body.splitlines())
    return [line for line in lines if line and not re.search(r"[\[*#]", line)]


def squeezed(text: str) -> str:
    return "".join(text.split())


# --- all formats ---------------------------------------------------------------------------------


def test_every_translation_is_made_in_every_format_under_the_name_of_its_language(made: Path) -> None:
    names = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    suffixes = [format.suffix for format in FORMATS.values()]
    expected = {file.relative_to(made).as_posix() for suffix in suffixes for file in files(made, suffix)}
    assert {name for name in names if not is_list(name)} == expected | {"index.html"}
    rows = listed(made)
    assert len(rows) == len(SLUGS) * len(LANGUAGES) * len(FORMATS)
    assert {one["language"] for one in rows} == {*LANGUAGES}
    for one in rows:
        assert f"content/articles/{one['path'].split('/')[0]}.md" in one["reads"], one["path"]


def test_handouts_are_pdf_ua_1_and_pdf_a_3a(made: Path) -> None:
    assert pdf.validate(files(made, "pdf")) == []


def test_epubcheck_and_ace_find_nothing_in_ebooks(made: Path) -> None:
    assert epub.validate(files(made, "epub")) == []
    assert ace.validate(files(made, "epub")) == []


def test_the_open_xml_sdk_finds_nothing_in_word_drafts(made: Path) -> None:
    assert word.validate(files(made, "docx")) == []


def test_verify_finds_them_current(made: Path) -> None:
    ended = run("verify", made, folder=ROOT)
    assert ended.returncode == 0, ended.stdout
    lines = ended.stdout.splitlines()
    assert {line.split()[0] for line in lines} == {"current"}
    assert len(lines) == len(SLUGS) * len(LANGUAGES) * len(FORMATS) + 1  # the page that finds them


def test_a_translation_has_the_same_bytes_under_other_circumstances(made: Path, tmp_path: Path) -> None:
    again = build(tmp_path, ALL_AT_ONCE, *SLUGS, *ASKED)
    for suffix in (format.suffix for format in FORMATS.values()):
        for path in files(made, suffix):
            assert again[path.relative_to(made).as_posix()] == path.read_bytes(), path.name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_every_edition_says_that_no_clinician_has_reviewed_it(made: Path, slug: str, language: str) -> None:
    words = {"es": "Muestra: sin revisión clínica", "ar": "نموذج: لم يُراجَع سريريًا"}[language]
    for format in FORMATS.values():
        data = (made / slug / f"{slug}_{language}.{format.suffix}").read_bytes()
        assert words in [item.text for item in format.inspect(data).items], format.name


# --- from right to left --------------------------------------------------------------------------


@pytest.mark.parametrize("slug", SLUGS)
def test_a_screen_reader_is_told_every_spanish_sentence(made: Path, slug: str) -> None:
    said = "".join(re.findall(r'"(.*)"', printed("pdfinfo", "-struct-text", _handout(made, "es", slug))))
    found = sentences(slug, "es")
    assert len(found) >= PLAIN[slug]
    assert [sentence for sentence in found if squeezed(sentence) not in squeezed(said)] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_screen_reader_is_told_every_arabic_sentence_in_logical_order(made: Path, slug: str) -> None:
    with pikepdf.open(_handout(made, "ar", slug)) as file:
        said = squeezed("".join(_told(file.Root.StructTreeRoot.K)))
    found = sentences(slug, "ar")
    assert len(found) >= PLAIN[slug]
    assert [sentence for sentence in found if squeezed(sentence) not in said] == []


def _told(node: Any) -> Iterator[str]:
    """The replacement texts of a structure tree in its order (ISO 32000-1, 14.9.4)."""
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _told(kid)
    elif isinstance(node, pikepdf.Dictionary) and "/ActualText" in node:
        yield str(node.ActualText)
    elif isinstance(node, pikepdf.Dictionary) and "/K" in node:
        yield from _told(node.K)


def test_what_runs_from_left_to_right_is_painted_so(made: Path) -> None:
    lines = printed("pdftotext", "-layout", _handout(made, "ar"), "-").splitlines()
    for words in (
        "Horvath AO, Greenberg LS.",
        "1989;36(2):223",
        "doi:10.1037/h0085885",
        "example.org/glossary/",
    ):
        assert any(words in line for line in lines), words


def test_page_feet_are_read_in_logical_order_by_other_readers(made: Path) -> None:
    file = _handout(made, "ar")
    unseen = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u200e\u200f"))
    with pypdfium2.PdfDocument(file) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    texts.append(printed("pdftotext", "-layout", file, "-").translate(unseen))
    for text in texts:
        for words in ("مقياس تحالف العمل", "تاريخ المراجعة غير مسجل", "صفحة"):
            assert words in text, words


def test_pages_of_an_arabic_handout_are_turned_and_mirrored(made: Path) -> None:
    said = printed("pdftotext", "-bbox", "-f", "1", "-l", "1", _handout(made, "ar"), "-")
    width = float(re.findall(r'<page width="([\d.]+)"', said)[0])
    words = re.findall(r'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)<', said)
    right = max(float(end) for _, end, text in words if ARABIC.search(text))
    left = min(float(start) for start, _, text in words if ARABIC.search(text))
    assert width - right == pytest.approx(left, abs=12), "the text fills its column from the right"
    (number,) = (
        (float(start), float(end)) for start, end, text in words if text == "988" and float(end) > width * 0.8
    )
    assert number[0] > width / 2, "the number to call stands where reading begins"


def _handout(folder: Path, language: str, slug: str = SLUG) -> Path:
    return folder / slug / f"{slug}_{language}.pdf"


# --- a stale block -------------------------------------------------------------------------------


def test_one_stale_block_stops_the_editions_of_its_language_and_names_the_block(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    stale = tmp_path / f"content/articles/{SLUG}.ar.md"
    text = stale.read_text("utf-8")
    line = next(line for line in text.splitlines() if line.endswith("With all three in place"))
    stale.write_text(text.replace(line, f"    - 00000000{line[14:]}"), "utf-8")
    asked = ("--language", "en", *ASKED, "--format", "epub", "--as-of", TODAY)
    ended = run("build", *asked, "--project", tmp_path, folder=tmp_path)
    assert ended.returncode == 1
    made = sorted(path.name for path in tmp_path.rglob("*.epub"))
    slugs = [path.stem for path in ARTICLES.glob("*.md") if "." not in path.stem]
    others = [f"{SLUGS[1]}_ar.epub", *(f"{slug}_es.epub" for slug in SLUGS)]
    assert made == sorted([*others, *(f"{slug}.epub" for slug in slugs)])
    number = next(at for at, one in enumerate(text.splitlines(), 1) if one.startswith("وحين تجتمع"))
    assert "error[translation-stale]: the block 'With all three in place'" in ended.stderr
    assert f"--> content/articles/{SLUG}.ar.md:{number}:1" in ended.stderr


def test_other_translations_name_an_article_in_english_while_its_own_translation_is_stale(
    tmp_path: Path,
) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    source = tmp_path / f"content/articles/{SLUG}.md"
    source.write_text(source.read_text("utf-8").replace("With all three in place", "With all three"), "utf-8")
    ended = run("build", SLUGS[1], *ASKED, "--as-of", TODAY, "--project", tmp_path, folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    for file in files(tmp_path / "dist", "pdf")[len(LANGUAGES) :]:
        assert "Working Alliance Inventory" in printed("pdftotext", "-layout", file, "-"), file.name


def test_a_build_of_other_languages_is_not_troubled_by_a_stale_translation(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    source = tmp_path / f"content/articles/{SLUG}.md"
    source.write_text(source.read_text("utf-8").replace("With all three in place", "With all three"), "utf-8")
    ended = run("build", SLUG, "--format", "epub", "--as-of", TODAY, "--project", tmp_path, folder=tmp_path)
    assert (ended.returncode, "translation-stale" in ended.stderr) == (0, False)
    checked = run("check", "--as-of", TODAY, "--project", tmp_path, folder=tmp_path)
    assert checked.returncode == 1
    assert checked.stdout.count("error[translation-stale]: the block 'With all three change that'") == len(
        LANGUAGES
    )
