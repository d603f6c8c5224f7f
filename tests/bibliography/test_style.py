"""Citation styles are files: one more file is one more style, and a file that cannot serve is refused clearly."""

import pytest

from glossary_publish.article import CitationItem
from glossary_publish.bibliography.style import load_style
from glossary_publish.diagnostics import PublishError, UsageError
from glossary_publish.workspace import MemoryWorkspace, tool_folder
from tests.bibliography.material import formatted, references, style

FOLDER = "layouts/citation-styles"
AMA = (tool_folder() / FOLDER / "ama.csl").read_text("utf-8")
DEPENDENT = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" default-locale="en-US">
  <info>
    <title>Journal of Examples</title>
    <id>http://www.zotero.org/styles/journal-of-examples</id>
    <link href="http://www.zotero.org/styles/american-medical-association" rel="independent-parent"/>
  </info>
</style>
"""


def refused(files: dict[str, bytes | str], name: str = "own", language: str = "en") -> UsageError:
    with pytest.raises(UsageError) as caught:
        load_style(MemoryWorkspace(files), name, language)
    return caught.value


@pytest.mark.parametrize(("name", "numbered"), [("ama", True), ("nlm", True), ("apa", False)])
def test_the_styles_of_the_tool_load(name: str, numbered: bool) -> None:
    found = style(name)
    assert (found.name, found.numbered, found.language) == (name, numbered, "en")


def test_a_style_is_added_by_adding_its_file() -> None:
    own = MemoryWorkspace({f"{FOLDER}/own.csl": AMA.replace('prefix="doi:"', 'prefix="DOI "')})
    (entry,) = formatted(style("own", workspace=own), ["bordin1979"]).entries
    assert "DOI " in str(entry.children)


def test_what_a_style_is_made_of_is_recorded() -> None:
    workspace = MemoryWorkspace({})
    load_style(workspace, "ama", "es")
    assert set(workspace.reads) == {f"{FOLDER}/", f"{FOLDER}/ama.csl", f"{FOLDER}/locales-es-ES.xml"}


def test_an_unknown_style_is_answered_with_the_known_ones() -> None:
    (diagnostic,) = refused({}, "vancouver").diagnostics
    assert diagnostic.code == "unknown-citation-style"
    assert diagnostic.help == "choose one of: ama, apa, nlm"


@pytest.mark.parametrize("name", ["../theme", "", "ama.csl", "locales-en-US"])
def test_a_name_that_is_no_style_is_refused(name: str) -> None:
    assert refused({}, name).diagnostics[0].code == "unknown-citation-style"


@pytest.mark.parametrize(
    ("language", "tag"),
    [("en", "en-US"), ("en-US", "en-US"), ("en-GB", "en-US"), ("ar", "ar"), ("zh-Hans", "zh-CN")],
)
def test_terms_are_found_for_a_language_and_its_variants(language: str, tag: str) -> None:
    workspace = MemoryWorkspace({})
    load_style(workspace, "ama", language)
    assert f"{FOLDER}/locales-{tag}.xml" in workspace.reads


def test_a_language_without_terms_is_refused() -> None:
    (diagnostic,) = refused({}, "ama", "cy").diagnostics
    assert diagnostic.code == "missing-citation-terms"
    assert "locales-en-US.xml" in diagnostic.help


def test_terms_of_a_language_are_added_by_adding_their_file() -> None:
    terms = (tool_folder() / FOLDER / "locales-en-US.xml").read_bytes().replace(b"Accessed", b"Gwelwyd")
    workspace = MemoryWorkspace({f"{FOLDER}/locales-cy-GB.xml": terms})
    assert load_style(workspace, "ama", "cy-GB").locale == terms


@pytest.mark.parametrize(
    ("csl", "code", "line"),
    [
        ("", "malformed-citation-style", 1),
        ("<style", "malformed-citation-style", 1),
        ("# Not a style", "malformed-citation-style", 1),
        ("<html/>", "malformed-citation-style", 1),
        (AMA.replace("</bibliography>", ""), "malformed-citation-style", 298),
        (
            AMA.replace("<bibliography", "<list").replace("</bibliography", "</list"),
            "malformed-citation-style",
            0,
        ),
        (AMA.replace('<macro name="title">', '<macro name="other">'), "malformed-citation-style", 104),
        (DEPENDENT, "dependent-citation-style", 0),
        (AMA.replace('class="in-text"', 'class="note"'), "note-citation-style", 0),
    ],
)
def test_a_file_that_is_no_complete_style_is_refused_at_its_place(csl: str, code: str, line: int) -> None:
    (diagnostic,) = refused({f"{FOLDER}/own.csl": csl}).diagnostics
    assert diagnostic.code == code
    assert diagnostic.span is not None
    assert (diagnostic.span.path, diagnostic.span.line) == (f"{FOLDER}/own.csl", line)
    assert diagnostic.help


def test_a_file_that_holds_no_terms_is_refused() -> None:
    for terms in ("", AMA):
        (diagnostic,) = refused({f"{FOLDER}/locales-cy.xml": terms}, "ama", "cy").diagnostics
        assert diagnostic.code == "malformed-citation-terms"


def test_a_style_with_a_document_type_is_refused_before_anything_is_expanded() -> None:
    own = AMA.replace("<style", '<!DOCTYPE style [<!ENTITY a SYSTEM "file:///etc/hostname">]><style', 1)
    (diagnostic,) = refused(
        {f"{FOLDER}/own.csl": own.replace("presented at</term>", "&a;</term>", 1)}
    ).diagnostics
    assert diagnostic.code == "malformed-citation-style"
    assert "document type" in diagnostic.message


def test_a_style_that_calls_itself_does_not_compile() -> None:
    own = AMA.replace('<macro name="title">', '<macro name="title"><text macro="title"/>')
    with pytest.raises(UsageError) as caught:
        formatted(style("own", workspace=MemoryWorkspace({f"{FOLDER}/own.csl": own})), ["bordin1979"])
    assert caught.value.diagnostics[0].code == "malformed-citation-style"
    assert "infinite loop" in caught.value.diagnostics[0].message


def test_a_style_that_prints_nothing_for_a_source_is_stopped() -> None:
    start, end = AMA.index("<bibliography"), AMA.index("</bibliography>")
    silent = AMA[:start] + '<bibliography><layout><text variable="scale"/></layout>' + AMA[end:]
    with pytest.raises(PublishError) as caught:
        formatted(style("own", workspace=MemoryWorkspace({f"{FOLDER}/own.csl": silent})), ["bordin1979"])
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "unprintable-reference"
    assert diagnostic.span == references()["bordin1979"].span


def test_a_style_whose_citation_prints_nothing_is_stopped() -> None:
    start, end = AMA.index("<citation"), AMA.index("</citation>")
    silent = AMA[:start] + '<citation><layout><text variable="scale"/></layout>' + AMA[end:]
    with pytest.raises(PublishError) as caught:
        formatted(
            style("own", workspace=MemoryWorkspace({f"{FOLDER}/own.csl": silent})),
            [CitationItem("bordin1979")],
        )
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["unprintable-reference"]
