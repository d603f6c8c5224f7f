"""An article file becomes the model, with the place of everything."""

import time
from datetime import date
from pathlib import Path

import pytest

from glossary_publish.article import Heading, Line, Paragraph, Review, Text
from glossary_publish.diagnostics import EnvironmentFault, Report, Severity, Span, fault
from glossary_publish.read.article import read_article
from glossary_publish.workspace import DiskWorkspace, MemoryWorkspace
from tests.read.sample import BODY, FRONT, PATH, codes_of, read, read_good, with_front

ROOT = Path(__file__).resolve().parents[2]


def test_every_field_of_the_front_matter_arrives() -> None:
    text = FRONT.replace(
        "  sample: true\n",
        "  sample: true\n  on: 2025-12-01\n  due: 2026-12-01\nstatus: withdrawn\nsuperseded_by: other\n",
    ).replace(
        "related:",
        "also_known_as:\n  - bond\nactions:\n  - Ask.\nquestions_to_ask:\n  - Why?\nreferences:\n  - one2020\n"
        "boilerplate:\n  - extra\nrelated:",
    )
    article = read_good(text + BODY)
    assert article.slug == "alliance"
    assert article.language == "en"
    assert article.path == PATH
    assert article.source == (text + BODY).encode()
    assert article.title == "Alliance: what it is"
    assert article.term == "Alliance"
    assert article.description.startswith("One sentence of at least")
    assert article.category == "Glossary"
    assert article.audience == ("clients", "clinicians")
    assert article.version == "1.0"
    assert article.updated == date(2025, 12, 18)
    assert article.reviewed == Review("Example Clinical Team", True, date(2025, 12, 1), date(2026, 12, 1))
    assert (article.status, article.superseded_by) == ("withdrawn", "other")
    lists = (article.also_known_as, article.key_points, article.actions, article.questions_to_ask)
    assert [[line.text for line in lines] for lines in lists] == [
        ["bond"],
        ["One sentence."],
        ["Ask."],
        ["Why?"],
    ]
    others = (article.related, article.references, article.boilerplate)
    assert [[line.text for line in lines] for lines in others] == [["other-article"], ["one2020"], ["extra"]]
    assert article.notes == ()
    [heading, paragraph] = article.blocks
    assert heading == Heading(2, (Text("What it means"),), "what-it-means", Span(PATH, 31, 1, 17))
    assert paragraph == Paragraph((Text("A bond of trust."),), Span(PATH, 33, 1, 17))


def test_what_is_left_out_has_its_default() -> None:
    article = read_good(with_front("term", ""))
    assert article.term == "Alliance"
    assert (article.status, article.superseded_by) == ("published", "")
    assert article.also_known_as == article.actions == article.questions_to_ask == ()
    assert article.references == article.boilerplate == ()
    assert article.reviewed == Review("Example Clinical Team", sample=True)


def test_a_title_without_a_colon_is_its_own_short_name() -> None:
    assert read_good(with_front("term", "").replace(": what it is", " and more")).term == "Alliance and more"


def test_a_version_keeps_its_zeros() -> None:
    assert read_good(with_front("version", "version: 1.10")).version == "1.10"


def test_places_are_those_of_the_keys() -> None:
    article = read_good(FRONT + BODY)
    assert article.place("title") == Span(PATH, 2, 1, 6)
    assert article.place("reviewed.by") == Span(PATH, 10, 3, 5)
    assert article.place("reviewed.due") == Span(PATH)
    assert article.key_points == (Line("One sentence.", Span(PATH, 13, 5, 18)),)


def test_the_file_name_gives_slug_and_language() -> None:
    article, _ = read(FRONT + BODY, "content/articles/alliance-two.es.md")
    assert article is not None
    assert (article.slug, article.language) == ("alliance-two", "es")
    article, _ = read(FRONT + BODY, "content/articles/alliance.pt-BR.md", "fr")
    assert article is not None
    assert article.language == "pt-BR"
    article, _ = read(FRONT + BODY, language="fr")
    assert article is not None
    assert article.language == "fr"


@pytest.mark.parametrize(
    "name",
    [
        "Alliance.md",
        "alliance_two.md",
        "-alliance.md",
        "alliance--two.md",
        "allianz-ü.md",
        "a.b.c.md",
        "a.txt",
        ".md",
    ],
)
def test_other_file_names_are_refused(name: str) -> None:
    article, report = read(FRONT + BODY, f"content/articles/{name}")
    assert article is None
    assert codes_of(report) == ["malformed-file-name"]


def test_line_ends_and_byte_order_mark_of_other_systems_change_nothing() -> None:
    plain = read_good(FRONT + BODY)
    for other in (
        f"\ufeff{FRONT}{BODY}",
        (FRONT + BODY).replace("\n", "\r\n"),
        (FRONT + BODY).replace("\n", "\r"),
    ):
        article, report = read(other)
        assert article is not None
        assert not list(report)
        assert article.blocks == plain.blocks
        assert article.places == plain.places
        assert article.source == other.encode()


def test_names_are_composed_to_one_form() -> None:
    article, _ = read(with_front("term", "term: Ru\u0308ckhalt") + "\nRu\u0308ck *ha\u0308lt*.\n")
    assert article is not None
    assert article.term == "R\u00fcckhalt"
    assert article.blocks[-1].children[0] == Text("R\u00fcck ")  # type: ignore[union-attr]  # it is a paragraph


def test_text_of_another_encoding_is_refused_at_its_byte() -> None:
    article, report = read((FRONT + BODY).encode() + b"caf\xe9\n")
    assert article is None
    [found] = report
    assert (found.code, found.span) == ("not-utf-8", Span(PATH, 20, 4))
    assert codes_of(read((FRONT + BODY).encode("utf-16"))[1]) == ["not-utf-8"]


def test_a_missing_file_is_told() -> None:
    report = Report()
    assert read_article(MemoryWorkspace({}), PATH, report) is None
    assert codes_of(report) == ["missing-article"]


def test_a_fault_of_the_machine_is_no_fault_of_the_article() -> None:
    class Broken(MemoryWorkspace):
        def read(self, path: str) -> bytes:
            raise fault(EnvironmentFault, "unreadable-file", f"{path} cannot be read")

    with pytest.raises(EnvironmentFault):
        read_article(Broken({}), PATH, Report())


def test_faults_of_front_matter_and_text_are_told_together() -> None:
    _, report = read(with_front("version", "version: new") + "\n# Title\n")
    assert sorted(codes_of(report)) == ["level-one-heading", "malformed-version"]


def test_what_was_reported_before_does_not_matter() -> None:
    report = Report()
    report.error("raw-html", "another article is at fault")
    assert read_article(MemoryWorkspace({PATH: FRONT + BODY}), PATH, report) is not None


def test_a_short_description_is_a_warning() -> None:
    article, report = read(with_front("description", "description: Too short."))
    assert article is not None
    [found] = report
    assert (found.code, found.severity) == ("description-length", Severity.WARNING)
    assert found.span == Span(PATH, 4, 14, 24)


def test_the_articles_of_the_glossary_are_read_without_a_word() -> None:
    workspace = DiskWorkspace(ROOT)
    names = workspace.names("content/articles")
    assert names
    for name in names:
        report = Report()
        assert read_article(workspace, f"content/articles/{name}", report) is not None
        assert list(report) == []


def test_reading_the_same_article_twice_gives_the_same_model() -> None:
    assert read_good(FRONT + BODY) == read_good(FRONT + BODY)


def test_an_article_is_read_in_milliseconds() -> None:
    text = (ROOT / "content/articles/therapeutic-alliance.md").read_text("utf-8")
    path = "content/articles/therapeutic-alliance.md"
    times = []
    for _ in range(7):
        start = time.process_time()
        read(text, path)
        times.append(time.process_time() - start)
    assert min(times) < 0.02  # four milliseconds on an idle machine
