"""Drafts are read back and compared, judged by the Open XML SDK, and opened by LibreOffice."""

from dataclasses import replace
from pathlib import Path

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.layout import load_layout
from glossary_publish.publication import Publication
from glossary_publish.render.docx import render
from glossary_publish.verify.inspect.docx import inspect
from glossary_publish.verify.runner import verify
from glossary_publish.workspace import MemoryWorkspace
from tests.render.docx.samples import nested
from tests.support.publications import every_construct
from tests.validators import libreoffice, word


def from_right_to_left(publication: Publication) -> Publication:
    """A publication set as one in Arabic is."""
    return replace(publication, metadata=replace(publication.metadata, language="ar", direction="rtl"))


EVERY = every_construct(native_notes=True, qr=False)
PUBLICATIONS = {
    "every-construct": EVERY,
    "nested": nested(),
    "right-to-left": from_right_to_left(EVERY),
    "nested-right-to-left": from_right_to_left(nested()),
}


def on_letter(drafts: list[Path]) -> list[Path]:
    """One draft of each publication: the other paper differs in the size of the page alone."""
    return [path for path in drafts if path.stem.endswith("-letter")]


@pytest.fixture(scope="module")
def proven(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A draft of each publication on each paper; what is read back is what was written."""
    folder = tmp_path_factory.mktemp("drafts")
    for name, publication in PUBLICATIONS.items():
        for paper in ("letter", "a4"):
            report = Report()
            layout = load_layout(MemoryWorkspace({}), "word", paper)
            data = render(publication, layout, report)
            verify(publication, layout, inspect(data), report)
            assert list(report) == [], name
            (folder / f"{name}-{paper}.docx").write_bytes(data)
    return sorted(folder.iterdir())


def test_what_is_read_back_is_what_was_written(proven: list[Path]) -> None:
    assert len(proven) == 2 * len(PUBLICATIONS)


def test_the_open_xml_sdk_finds_nothing(proven: list[Path]) -> None:
    assert word.validate(on_letter(proven)) == []


def test_libreoffice_opens_every_draft(proven: list[Path], tmp_path: Path) -> None:
    assert len(libreoffice.convert(on_letter(proven), tmp_path)) == len(PUBLICATIONS)
