"""What a handout says of itself, in both places where a PDF says it, and the source that it carries along."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import md5

import pikepdf
import pytest

from glossary_publish.publication import sha256
from glossary_publish.render.pdf.xmp import SCHEMAS, packet
from tests.render.pdf.opened import opened
from tests.support.publications import ARTICLE, every_construct


@pytest.fixture(scope="module")
def pdf(handout: bytes) -> pikepdf.Pdf:
    """The sample, opened."""
    return opened(handout)


def test_the_document_information_is_that_of_the_publication(pdf: pikepdf.Pdf) -> None:
    said = {key: str(value) for key, value in pdf.docinfo.items()}
    assert said["/Title"] == "Every construct: shown once"
    assert said["/Author"] == "Example Clinic Press"
    assert said["/Subject"].startswith("One sentence that says")
    assert said["/Keywords"] == "Glossary, Every construct, all of them, the lot"
    assert said["/CreationDate"] == said["/ModDate"] == "D:20251218000000Z"


def test_xmp_says_the_same_and_claims_both_standards(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as xmp:
        assert xmp["pdfaid:part"] == "3"
        assert xmp["pdfaid:conformance"] == "A"
        assert xmp["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert xmp["dc:title"] == "Every construct: shown once"
        assert xmp["dc:creator"] == ["Example Clinic Press"]
        assert xmp["dc:language"] == {"en"}
        assert xmp["dc:identifier"] == "urn:uuid:5f0c2b1e-7b0a-5c55-9c1e-3f2d8a1b7c60"
        assert xmp["dc:subject"] == {"Glossary", "Every construct", "all of them", "the lot"}
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2025-12-18T00:00:00Z"
        assert xmp["pdf:Producer"] == str(pdf.docinfo["/Producer"])
        assert xmp["xmp:CreatorTool"] == str(pdf.docinfo["/Creator"])


def test_xmp_is_not_compressed(pdf: pikepdf.Pdf) -> None:
    assert "/Filter" not in pdf.Root.Metadata
    assert pdf.Root.Metadata.read_raw_bytes().startswith(b"<?xpacket begin=")


def test_every_property_of_our_own_is_explained(pdf: pikepdf.Pdf) -> None:
    (own,) = [schema for schema in SCHEMAS if schema.prefix == "glossary"]
    with pdf.open_metadata() as xmp:
        used = {key.partition("}")[2] for key in xmp if key.startswith(f"{{{own.namespace}}}")}
    assert used <= {term.name for term in own.terms}
    assert {"slug", "version", "updated", "reviewer", "licence", "sourceHash", "code", "direction"} <= used
    assert "reviewDue" not in used


def test_words_of_the_metadata_are_escaped() -> None:
    metadata = replace(every_construct().metadata, title="A <b> & “c”", review_due=date(2027, 1, 2))
    text = packet(
        metadata, {"Keywords": "", "Producer": "p", "Creator": "c"}, "2025-12-18T00:00:00Z"
    ).decode()
    assert "A &lt;b&gt; &amp; “c”" in text
    assert "<glossary:reviewDue>2027-01-02</glossary:reviewDue>" in text


def test_a_reader_learns_language_title_and_tags(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.Lang == "en"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert "/Direction" not in pdf.Root.ViewerPreferences
    assert pdf.Root.MarkInfo.Marked
    assert {str(page.Tabs) for page in pdf.pages} == {"/S"}


def test_a_printer_keeps_the_size_and_prints_on_both_sides(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.ViewerPreferences.PrintScaling == pikepdf.Name("/None")
    assert pdf.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipLongEdge


def test_a_handout_from_right_to_left_says_so(make: Callable[..., bytes]) -> None:
    sample = every_construct()
    metadata = replace(sample.metadata, language="ar", direction="rtl")
    pdf = opened(make(replace(sample, metadata=metadata)))
    assert pdf.Root.Lang == "ar"
    assert pdf.Root.ViewerPreferences.Direction == "/R2L"


def test_colours_mean_srgb(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    assert b"sRGB2014" in intent.DestOutputProfile.read_bytes()[:2000]


def test_the_source_of_the_article_is_attached(pdf: pikepdf.Pdf) -> None:
    (associated,) = pdf.Root.AF
    assert associated.AFRelationship == "/Source"
    assert [str(associated.F), str(associated.UF)] == ["every-construct.md"] * 2
    assert associated.Desc == "Every construct: shown once"
    file = associated.EF.F
    assert file.read_bytes() == ARTICLE
    assert file.Subtype == "/text/markdown"
    assert file.Params.Size == len(ARTICLE)
    assert bytes(file.Params.CheckSum) == md5(ARTICLE, usedforsecurity=False).digest()
    assert file.Params.ModDate == "D:20251218000000Z"
    assert list(pdf.attachments) == ["every-construct.md"]


def test_of_many_sources_the_article_is_attached(make: Callable[..., bytes]) -> None:
    sample = every_construct()
    sources = (("content/glossary.toml", b"x"), *sample.sources, ("content/references.yaml", b"y"))
    pdf = opened(make(replace(sample, sources=sources)))
    assert (
        sha256(pdf.attachments["every-construct.md"].get_file().read_bytes()) == sample.metadata.source_hash
    )
    assert len(pdf.attachments) == 1
