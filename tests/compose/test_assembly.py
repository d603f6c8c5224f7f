"""The publication as a whole: what it says of itself, what repeats on its pages, what it was made from."""

import uuid
from dataclasses import replace

import pytest

from glossary_publish.article import Figure
from glossary_publish.compose import compose, prepared
from glossary_publish.diagnostics import Report
from glossary_publish.glossary import load_glossary
from glossary_publish.glossary.walking import blocks_within
from glossary_publish.layout import layout_names
from glossary_publish.publication import sha256
from glossary_publish.workspace import DiskWorkspace
from tests.compose.projection import projected
from tests.compose.sample import ROOT, article, complete, composed, everything, glossary, layout, part
from tests.glossary.sample import (
    ARTICLE,
    CRISIS,
    DISCLAIMER,
    KINDS,
    REFERENCES,
    SETTINGS,
    edited,
    loaded,
    translated,
)
from tests.support.golden import Golden
from tests.support.publications import DOT

IMAGE = {"content/images/dot.svg": DOT.decode()}
SHOWN = ("- One item", "![A dot](images/dot.svg)\n\n- One item")


# --- metadata ------------------------------------------------------------------------------------


def test_metadata_says_what_the_front_matter_and_the_settings_say() -> None:
    made = composed(complete(("sample: true", "due: 2026-12-01"))).metadata
    assert (made.slug, made.language, made.direction) == ("trial", "en", "ltr")
    assert (made.term, made.category, made.version) == ("Trial", "Glossary", "1.0")
    assert (made.publisher, made.reviewer, made.licence) == ("Nobody", "Nobody", "CC BY 4.0")
    assert (made.updated.isoformat(), made.review_due and made.review_due.isoformat()) == (
        "2025-12-18",
        "2026-12-01",
    )
    assert made.keywords == ("attempt", "test run")
    assert made.address == "https://example.org/trial/trial"
    assert made.source_hash == sha256(complete(("sample: true", "due: 2026-12-01"))[ARTICLE].encode())


def test_the_identifier_is_one_of_glossary_slug_and_language_and_of_nothing_else() -> None:
    made = composed().metadata.identifier
    assert made == uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/trial/trial").urn
    assert composed(article(("version: 1.0", "version: 2.0"))).metadata.identifier == made
    assert composed(on=layout("ebook")).metadata.identifier == made
    assert composed(complete(), slug="other").metadata.identifier != made
    nowhere = edited(SETTINGS, ('site = "https://example.org/trial"\n', ""))
    assert composed(nowhere).metadata.identifier == uuid.uuid5(uuid.NAMESPACE_URL, "Trial/trial").urn
    british = glossary({"content/articles/trial.en-GB.md": translated(article()[ARTICLE])})
    assert len({compose(british, one, layout()).metadata.identifier for one in british.articles}) == 2


# --- what repeats --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "lines"), [("handout", ["foot", "page"]), ("ebook", []), ("word", ["draft", "foot", "page"])]
)
def test_a_layout_gets_the_page_lines_that_it_names(name: str, lines: list[str]) -> None:
    assert [line.id for line in composed(on=layout(name)).furniture] == lines


def test_the_page_foot_names_term_version_review_and_code() -> None:
    made = composed()
    foot, page = made.furniture
    assert foot.text == f"Trial · version 1.0 · review date not recorded · {made.metadata.code}"
    assert page.text == "Page {page} of {pages}"
    due = composed(article(("sample: true", "due: 2026-12-01")))
    assert due.furniture[0].text == f"Trial · version 1.0 · review due December 1, 2026 · {due.metadata.code}"


def test_renderers_find_the_words_that_they_ask_for() -> None:
    made = composed()
    assert [key for key, _ in made.words] == [
        "contents",
        "backlink",
        "cover-label",
        "landmark-start",
        "note-mark",
        "accessibility-summary",
    ]
    assert made.word("note-mark").format(number=2) == "Note 2"
    assert made.word("cover-label") == "Trial"


# --- sources and images --------------------------------------------------------------------------


def test_sources_are_the_files_that_decide_what_an_edition_says() -> None:
    made = composed(complete(SHOWN), IMAGE, {"content/images/unused.svg": DOT.decode()})
    assert [path for path, _ in made.sources] == sorted(
        [
            ARTICLE,
            "content/articles/other.md",
            CRISIS,
            DISCLAIMER,
            SETTINGS,
            "content/images/dot.svg",
            KINDS,
            REFERENCES,
            "layouts/citation-styles/ama.csl",
            "layouts/citation-styles/locales-en-US.xml",
            "layouts/strings/en.toml",
        ]
    )
    assert dict(made.sources)[ARTICLE] == complete(SHOWN)[ARTICLE].encode()


def test_a_related_article_with_faults_counts_as_a_source_since_it_may_be_mended() -> None:
    changes = complete()
    changes["content/articles/other.md"] = "not an article"
    whole, report = loaded(changes)
    made = compose(whole, whole.articles[0], layout())
    assert report.failed
    assert "content/articles/other.md" in dict(made.sources)
    assert "related" not in [one.id for one in made.parts]
    assert made.left_out == ("content/articles/other.md",)


def test_the_images_that_are_shown_come_along() -> None:
    made = composed(article(SHOWN), IMAGE)
    (figure,) = (one for one in blocks_within(part(made, "body").blocks) if isinstance(one, Figure))
    assert made.image(figure.path).data == DOT
    assert composed().images == ()


# --- the sample glossary -------------------------------------------------------------------------


def test_every_article_of_the_project_is_composed_for_every_layout(golden: Golden) -> None:
    whole = load_glossary(DiskWorkspace(ROOT), Report())
    for name in layout_names(DiskWorkspace(ROOT)):
        for one in whole.articles:
            made = compose(whole, one, layout(name))
            assert everything(made).count(whole.strings[one.language]["sample-review"]) == 1
            assert "988" in everything(made)
            if (one.slug, name) == ("therapeutic-alliance", "handout"):
                golden.expect(projected(made), ROOT / "tests/compose/goldens/therapeutic-alliance.txt")


def test_the_parts_that_layouts_share_say_the_same() -> None:
    made = [composed(complete(), on=layout(name)) for name in ("handout", "ebook", "word")]
    for id in ("title", "facts", "crisis-notice", "disclaimer", "body", "references", "colophon"):
        assert part(made[0], id) == part(made[1], id) == part(made[2], id)


def test_composing_twice_gives_the_same() -> None:
    assert composed(complete()) == composed(complete())


def test_an_article_and_its_parts_are_prepared_once_for_all_its_layouts() -> None:
    whole = load_glossary(DiskWorkspace(ROOT), Report())
    one = whole.articles[0]
    before = prepared._prepared.cache_info()
    made = [compose(whole, one, layout(name)) for name in ("handout", "ebook", "word")]
    after = prepared._prepared.cache_info()
    assert (after.misses - before.misses, after.hits - before.hits) == (1, 2)
    for id in ("title", "disclaimer", "body"):
        assert part(made[0], id) is part(made[1], id) is part(made[2], id)


def test_an_equal_article_that_was_read_again_is_prepared_again() -> None:
    whole = load_glossary(DiskWorkspace(ROOT), Report())
    one = whole.articles[0]
    again = replace(one)
    first, second = (compose(whole, article, layout("ebook")) for article in (one, again))
    assert first == second
    assert part(first, "body") is not part(second, "body")
