"""Every word of the sources is in the publication, in order, and nothing else is."""

from dataclasses import replace

import pytest

from glossary_publish.diagnostics import Report, Severity
from glossary_publish.verify.conservation import conserve
from tests.verify.conservation.handmade import PATH, found, publication, sources, with_source

NOTICE = "content/boilerplate/medical.en.md"


def test_a_publication_that_says_what_its_sources_say_is_not_accused() -> None:
    assert found(publication()) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "part"),
    [
        ("It can be mended.", "It can be mended, often.", "words-lost", "key-points"),
        ("  - It can be mended.\n", "", "words-added", "key-points"),
        ("  - It can be mended.\n", "  - It can be mended.\n  - Always.\n", "words-lost", "key-points"),
        ("what it is", "what it was", "words-lost", "title"),
        ("says it all", "says all", "words-added", "title"),
        ("version: 1.2", "version: 1.3", "words-lost", "facts"),
        ("version: 1.2", "version: 1.3", "words-lost", "colophon"),
        ("version: 1.2", "version: 1.3", "furniture-not-of-source", "foot"),
        ("version: 1.2", "version: 1.3", "metadata-not-of-source", "metadata"),
        ("2025-12-18", "2025-12-19", "words-lost", "facts"),
        ("sample: true", "sample: false", "words-added", "facts"),
        ("  sample: true", "  due: 2027-01-01", "words-lost", "facts"),
        ("Example Team", "Somebody", "metadata-not-of-source", "metadata"),
        ("category: Glossary", "category: Measure", "words-lost", "label"),
        ("*three* parts", "*four* parts", "words-lost", "body"),
        ("*three* parts", "\\*three\\* parts", "words-lost", "body"),
        ("- One item,", "1. One item,", "blocks-differ", "body"),
        ("- Another [mot]", "  - Another [mot]", "blocks-differ", "body"),
        ("- Another [mot]", "  Another [mot]", "blocks-differ", "body"),
        ("## The term", "### The term", "blocks-differ", "body"),
        ("lang=fr", "lang=de", "languages-not-of-source", "body"),
        ("tel:988", "tel:989", "links-not-of-source", "body"),
        ("article:rupture", "article:other", "links-not-of-source", "body"),
        ("@bordin1979, p. 4", "@bordin1980, p. 4", "citations-not-of-source", "body"),
        ("@bordin1979, p. 4", "@bordin1979, p. 5", "citations-not-of-source", "body"),
        ("@bordin1979, p. 4", "see @bordin1979, p. 4", "citations-not-of-source", "body"),
        ("@bordin1979, p. 4", "@bordin1979, vol. 4", "citations-not-of-source", "body"),
        ("@bordin1979, p. 4", "@bordin1979, p. 4; @bordin1980", "words-lost", "references"),
        (".[^1] See", ". See[^1]", "words-lost", "body"),
        ("A note of its own.", "A note.", "words-added", "notes"),
        ("A note of its own.", "A note of its own.\n\n    And more.", "words-lost", "notes"),
        ("  - rupture\n", "  - rupture\n  - rupture\n", "words-lost", "related"),
        ("\n[^1]:", "\nA last sentence.\n\n[^1]:", "words-lost", "body"),
    ],
)
def test_a_source_that_says_something_else_is_told(old: str, new: str, code: str, part: str) -> None:
    def change(text: str) -> str:
        assert text.count(old) == 1
        return text.replace(old, new)

    assert (code, part) in found(with_source(PATH, change))


@pytest.mark.parametrize(
    ("path", "old", "new", "code", "part"),
    [
        (NOTICE, "**no** care", "**all** care", "words-lost", "disclaimer"),
        (NOTICE, "heading: Disclaimer", "heading: Notice", "words-lost", "disclaimer"),
        (NOTICE, "short:", "callout: Now\nshort:", "words-lost", "disclaimer"),
        (NOTICE, "version: 1.0", "version: 1.1", "boilerplate-astray", "disclaimer"),
        (NOTICE, "region: any", "region: GB", "boilerplate-astray", "disclaimer"),
        (NOTICE, "role: disclaimer", "role: crisis-notice", "boilerplate-astray", "disclaimer"),
        (NOTICE, "audience: any", "audience: clinicians", "boilerplate-astray", "disclaimer"),
        ("content/glossary.toml", '["disclaimer"]', '["disclaimer", "crisis"]', "words-lost", "crisis"),
        ("content/glossary.toml", "Example Press", "Other Press", "words-lost", "colophon"),
        ("content/glossary.toml", "CC BY 4.0", "CC0", "words-lost", "colophon"),
        ("content/glossary.toml", "org/by", "org/cc0", "links-not-of-source", "colophon"),
        ("content/glossary.toml", "sample = true", "sample = false", "words-added", "colophon"),
        ("content/glossary.toml", 'site = "https://example.org"', 'site = "https://x.org"', "words-lost", "address"),
        ("content/glossary.toml", '"Sample"', '"Other"', "furniture-not-of-source", "cover-label"),
        ("content/kinds.toml", '"foundational text"', '"classic"', "words-lost", "references"),
        ("content/articles/rupture.md", "title: Rupture", "title: Break", "words-lost", "related"),
        ("layouts/strings/en.toml", '"Key points"', '"In short"', "words-lost", "key-points"),
        ("layouts/strings/en.toml", "They do not grade", "They grade", "words-added", "references"),
        ("content/references.yaml", "the concept", "the idea", "words-lost", "references"),
        ("content/references.yaml", "family: Bordin", "family: Borden", "words-lost", "references"),
        ("content/references.yaml", "Edward S.", "Edward T.", "words-lost", "references"),
        ("content/references.yaml", "[[1979]]", "[[1978]]", "words-lost", "references"),
        ("content/references.yaml", "volume: 16", "volume: 17", "words-lost", "references"),
        ("content/references.yaml", "page: 252", "page: 251", "words-lost", "references"),
        ("content/references.yaml", "    volume", "    DOI: 10.1/x\n    volume", "words-lost", "references"),
        ("content/references.yaml", "id: bordin1979", "id: bordin", "source-not-there", "references"),
    ],
)  # fmt: skip
def test_other_files_that_say_something_else_are_told(
    path: str, old: str, new: str, code: str, part: str
) -> None:
    assert (code, part) in found(with_source(path, lambda text: text.replace(old, new)))


@pytest.mark.parametrize("code", ["S-234567", ""])
def test_an_address_with_the_code_of_another_edition_is_told(code: str) -> None:
    one = publication()
    other = replace(one, metadata=replace(one.metadata, code=code))
    assert "address" in {part for _, part in found(other)}


def test_a_word_that_is_lost_is_told_with_the_line_of_the_source_on_which_it_stands() -> None:
    report = Report()
    conserve(with_source(PATH, lambda text: text.replace("on two lines.", "on two short lines.")), report)
    (one,) = report
    assert (one.code, one.severity, one.part) == ("words-lost", Severity.ERROR, "body")
    assert one.message == "'short' stands in the source and not in the part body"
    assert str(one.span) == f"{PATH}:23:1"
    assert one.help


def test_words_that_were_moved_are_out_of_order_and_neither_lost_nor_added() -> None:
    def change(text: str) -> str:
        lines = text.split("\n\n")
        lines[1], lines[2] = lines[2], lines[1]
        return "\n\n".join(lines)

    assert ("words-out-of-order", "body") in found(with_source(PATH, change))
    assert not {"words-lost", "words-added"} & {code for code, _ in found(with_source(PATH, change))}


def test_an_article_that_is_not_among_the_sources_is_told() -> None:
    files = tuple((path, data) for path, data in sources().items() if path != PATH)
    assert found(replace(publication(), sources=files)) == [("source-not-there", "")]


def test_an_approved_text_that_is_not_among_the_sources_is_told() -> None:
    files = tuple((path, data) for path, data in sources().items() if path != NOTICE)
    assert ("source-not-there", "disclaimer") in found(replace(publication(), sources=files))


def test_a_related_article_may_be_left_out_if_no_edition_of_it_can_be_made() -> None:
    one = publication()
    back = tuple(part for part in one.back if part.id != "related")
    assert found(replace(one, back=back)) == [("words-lost", "related")]
    assert found(replace(one, back=back, left_out=("content/articles/rupture.md",))) == []


def test_a_translation_that_is_left_out_gives_no_term_to_the_list_of_related_articles() -> None:
    ruled, path = publication(), "content/articles/rupture.en.md"
    other = replace(ruled, sources=(*ruled.sources, (path, b"---\nterm: Torn\n---\n")))
    nobody = replace(other, left_out=("content/articles/rupture.md",))
    assert {code for code, _ in found(nobody)} == {"words-lost", "words-added"}
    assert found(replace(other, left_out=(path,))) == []


def test_broken_settings_are_told_as_words_and_never_as_a_traceback() -> None:
    for path in sources():
        report = Report()
        conserve(with_source(path, lambda text: text[: len(text) // 2]), report)
        conserve(with_source(path, lambda text: "\x00] [ {{ ''' \"" + text[::-1]), report)
        conserve(with_source(path, lambda _: ""), report)


def test_line_ends_and_a_byte_order_mark_do_not_matter() -> None:
    assert found(with_source(PATH, lambda text: "\ufeff" + text.replace("\n", "\r\n"))) == []
