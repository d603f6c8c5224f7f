"""The package: its parts, what it says of itself, and the same bytes everywhere."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from zipfile import ZipFile

import pytest

from tests.render.docx.conftest import NAMESPACES, Draft, Make
from tests.render.docx.samples import nested
from tests.support.house.sources import ROOT
from tests.support.publications import ARTICLE, every_construct

PARTS = {
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "docProps/custom.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/footnotes.xml",
    "word/header1.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
    "word/theme/theme1.xml",
}
SCRIPT = """
import hashlib
from glossary_publish.diagnostics import Report
from glossary_publish.layout import load_layout
from glossary_publish.render.docx import render
from glossary_publish.workspace import MemoryWorkspace
from tests.render.docx.samples import nested
from tests.support.publications import every_construct
for publication in (every_construct(native_notes=True, qr=False), nested()):
    print(hashlib.sha256(render(publication, load_layout(MemoryWorkspace({}), "word"), Report())).hexdigest())
"""


def test_the_package_holds_its_parts_and_nothing_else(draft: Draft) -> None:
    pictures = {name for name in draft.files if name.startswith("word/media/")}
    assert {name.rpartition(".")[2] for name in pictures} == {"png", "svg"}
    assert draft.files.keys() - pictures == PARTS


def test_every_relationship_inside_leads_to_a_part(draft: Draft) -> None:
    for name in draft.files:
        if name.endswith(".rels"):
            folder = name.partition("_rels/")[0]
            targets = draft.values("//rel:Relationship[not(@TargetMode)]/@Target", name)
            assert {folder + target for target in targets} <= draft.files.keys()


def test_a_document_without_notes_has_the_part_of_notes_all_the_same(make: Make) -> None:
    publication = every_construct(native_notes=True, qr=False)
    draft = make(replace(publication, chapters=(), furniture=publication.furniture))
    assert "word/footnotes.xml" in draft.files


# --- what the file says of itself ------------------------------------------------------------------


def test_core_properties_say_what_it_is(draft: Draft) -> None:
    core = draft.trees["docProps/core.xml"]
    paths = (
        "dc:title dc:subject dc:creator dc:description dc:language dc:identifier cp:keywords cp:category"
        " cp:version dcterms:created dcterms:modified"
    )
    found = {path: core.findtext(path, None, NAMESPACES) for path in paths.split()}
    assert found == {
        "dc:title": "Every construct: shown once",
        "dc:subject": "Every construct",
        "dc:creator": "Example Clinic Press",
        "dc:description": "One sentence that says what this sample is for and why it is here.",
        "dc:language": "en",
        "dc:identifier": "urn:uuid:5f0c2b1e-7b0a-5c55-9c1e-3f2d8a1b7c60",
        "cp:keywords": "all of them, the lot",
        "cp:category": "Glossary",
        "cp:version": "1.0",
        "dcterms:created": "2025-12-18T00:00:00Z",
        "dcterms:modified": "2025-12-18T00:00:00Z",
    }


def test_custom_properties_hold_the_keys_of_the_publication(draft: Draft) -> None:
    names = draft.values("//p:property/@name", "docProps/custom.xml")
    values = [
        "".join(map(str, node.itertext())) for node in draft.find("//p:property", "docProps/custom.xml")
    ]
    found = dict(zip(names, values, strict=True))
    assert found == {
        "identifier": "urn:uuid:5f0c2b1e-7b0a-5c55-9c1e-3f2d8a1b7c60",
        "slug": "every-construct",
        "version": "1.0",
        "code": "EC-K4QX7",
        "updated": "2025-12-18",
        "reviewer": "Example Clinical Team",
        "publisher": "Example Clinic Press",
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "address": "https://example.org/glossary/every-construct",
        "direction": "ltr",
        "source_hash": sha256(ARTICLE).hexdigest(),
    }
    numbers = draft.values("//p:property/@pid", "docProps/custom.xml")
    assert numbers == [str(number) for number in range(2, 2 + len(names))]


def test_the_review_date_is_told_when_there_is_one(make: Make) -> None:
    publication = every_construct(native_notes=True, qr=False)
    dated = replace(publication, metadata=replace(publication.metadata, review_due=date(2027, 1, 31)))
    (found,) = make(dated).find("//p:property[@name='review_due']", "docProps/custom.xml")
    assert "".join(map(str, found.itertext())) == "2027-01-31"


def test_settings_ask_nothing_of_the_editor(draft: Draft) -> None:
    mode = "//w:compatSetting[@w:name='compatibilityMode']/@w:val"
    assert draft.values(mode, "word/settings.xml") == ["15"]
    asked = "//w:trackRevisions | //w:updateFields | //w:documentProtection"
    assert draft.find(asked, "word/settings.xml") == []


def test_fonts_are_named_with_a_fallback_and_not_embedded(draft: Draft) -> None:
    names = draft.values("//w:font/@w:name", "word/fontTable.xml")
    assert names == ["Atkinson Hyperlegible Next", "Atkinson Hyperlegible Mono", "Noto Naskh Arabic"]
    assert len(draft.find("//w:font/w:altName", "word/fontTable.xml")) == len(names)
    assert draft.find("//w:embedRegular", "word/fontTable.xml") == []


# --- the same bytes --------------------------------------------------------------------------------


def test_entries_are_sorted_and_carry_no_clock(draft: Draft) -> None:
    with ZipFile(io.BytesIO(draft.data)) as archive:
        infos = archive.infolist()
    assert [info.filename for info in infos] == sorted(draft.files)
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "C", "HOME": "/"},
    ],
    ids=["one seed", "another seed and time zone", "another locale and home"],
)
def test_another_process_gives_the_same_bytes(
    make: Make, draft: Draft, variables: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env=environment,
        cwd=tmp_path_factory.mktemp("elsewhere"),
        capture_output=True,
        text=True,
        check=True,
    )
    expected = [sha256(one.data).hexdigest() for one in (draft, make(nested()))]
    assert ended.stdout.split() == expected
