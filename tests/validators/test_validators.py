"""Each validator passes what is sound and objects to what was broken on purpose: its silence means something."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.formats import FORMATS
from glossary_publish.layout import load_layout
from glossary_publish.workspace import MemoryWorkspace
from tests.support.publications import every_construct
from tests.validators import Finding, ValidatorMissing, ace, epub, installed, libreoffice, pdf, word
from tests.validators.processes import program

Sound = Callable[[str], bytes]


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    """The bytes of every construct in the layout that is named."""
    made: dict[str, bytes] = {}

    def render(name: str) -> bytes:
        if name not in made:
            layout, report = load_layout(MemoryWorkspace({}), name), Report()
            publication = every_construct(qr=name == "handout")
            made[name] = FORMATS[layout.format].render(publication, layout, report)
        return made[name]

    return render


def replaced(archive: bytes, name: str, old: str, new: str) -> bytes:
    """A zip archive with other words in one of its files; the old words must be there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as before, zipfile.ZipFile(out, "w") as after:
        assert old in before.read(name).decode()
        for info in before.infolist():
            data = before.read(info)
            after.writestr(info, data.decode().replace(old, new) if info.filename == name else data)
    return out.getvalue()


def rules(findings: list[Finding]) -> str:
    return " ".join(finding.rule for finding in findings)


def test_epubcheck_finds_a_file_that_is_not_listed(sound: Sound, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.epub", tmp_path / "bad.epub"
    good.write_bytes(sound("ebook"))
    bad.write_bytes(replaced(sound("ebook"), "EPUB/text.xhtml", "style.css", "elsewhere.css"))
    findings = epub.validate([good, bad])
    assert {finding.file for finding in findings} == {str(bad)}
    assert "RSC-007" in rules(findings)


def test_epubcheck_finds_that_a_file_is_no_ebook(tmp_path: Path) -> None:
    (tmp_path / "bad.epub").write_bytes(b"no ebook")
    assert any("FATAL" in finding.rule for finding in epub.validate([tmp_path / "bad.epub"]))


def test_ace_finds_a_picture_without_words(sound: Sound, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.epub", tmp_path / "bad.epub"
    good.write_bytes(sound("ebook"))
    bad.write_bytes(replaced(sound("ebook"), "EPUB/text.xhtml", 'alt="A square beside a circle"', ""))
    findings = ace.validate([good, bad])
    assert {(finding.file, finding.rule) for finding in findings} == {(str(bad), "critical image-alt")}


def test_ace_says_so_when_it_cannot_judge(tmp_path: Path) -> None:
    (tmp_path / "bad.epub").write_bytes(b"no ebook")
    with pytest.raises(RuntimeError, match="gave no verdict"):
        ace.validate([tmp_path / "bad.epub"])


@pytest.mark.parametrize(
    ("key", "rule"),
    [("/Lang", "ua1:"), ("/MarkInfo", "ua1:"), ("/OutputIntents", "3a:"), ("/Metadata", "3a:")],
)
def test_page_validation_finds_what_was_taken_from_the_catalogue(
    sound: Sound, tmp_path: Path, key: str, rule: str
) -> None:
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(sound("handout"))
    with pikepdf.open(good) as document:
        del document.Root[key]
        document.save(bad)
    findings = pdf.validate([good, bad])
    assert {finding.file for finding in findings} == {str(bad)}
    assert any(finding.rule.startswith(rule) for finding in findings)


def test_page_validation_finds_that_a_file_is_no_pdf(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"no pdf")
    assert [finding.rule for finding in pdf.validate([tmp_path / "bad.pdf"])] == ["ua1:parse", "3a:parse"]


def test_the_open_xml_sdk_finds_an_element_that_has_no_place(sound: Sound, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.docx", tmp_path / "bad.docx"
    good.write_bytes(sound("word"))
    bad.write_bytes(replaced(sound("word"), "word/document.xml", "<w:body>", "<w:body><w:nothing/>"))
    findings = word.validate([good, bad])
    assert {finding.file for finding in findings} == {str(bad)}
    assert rules(findings).startswith("Sch_")


def test_the_open_xml_sdk_finds_that_a_file_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "bad.docx").write_bytes(b"no document")
    assert word.validate([tmp_path / "bad.docx"])


def test_libreoffice_says_which_document_it_does_not_open(sound: Sound, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.docx", tmp_path / "bad.docx"
    good.write_bytes(sound("word"))
    bad.write_bytes(replaced(sound("word"), "word/document.xml", "</w:body>", ""))
    assert [(finding.file, finding.rule) for finding in libreoffice.validate([good, bad])] == [
        (str(bad), "not-opened")
    ]


def test_libreoffice_makes_a_pdf_of_each_document(sound: Sound, tmp_path: Path) -> None:
    for name in ("one.docx", "two.docx"):
        (tmp_path / name).write_bytes(sound("word"))
    made = libreoffice.convert([tmp_path / "one.docx", tmp_path / "two.docx"], tmp_path)
    assert [path.read_bytes()[:5] for path in made] == [b"%PDF-", b"%PDF-"]


def test_documents_of_one_name_are_refused_before_they_overwrite_each_other(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="the same name"):
        libreoffice.convert([tmp_path / "a/one.docx", tmp_path / "b/one.docx"], tmp_path)


def test_a_missing_validator_is_an_error_that_names_the_command_which_installs_it(tmp_path: Path) -> None:
    with pytest.raises(ValidatorMissing, match="make validators"):
        installed(tmp_path / "nothing")
    with pytest.raises(ValidatorMissing, match="make validators"):
        program("no-program-has-this-name")
