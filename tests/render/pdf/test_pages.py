"""Pages of handouts of many lengths: nothing is torn apart that belongs together, and no page is a waste of paper."""

import random
import statistics
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from tests.render.pdf.conftest import PAPERS
from tests.render.pdf.handouts import Length, of_length, with_body, with_part
from tests.render.pdf.measured import Line, Measured, measured
from tests.support.campaign import Campaign
from tests.support.publications import bullets, every_construct, heading, paragraph

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
BOXES = ("crisis-notice", "disclaimer", "key-points")
SHORT_LISTS = ("actions", "questions-to-ask")
SHORT = 3  # points of a list that is kept together
MOST_POINTS = 6
WASTE = 0.3  # of a page: what may stay empty at its foot before something that is kept together
SHORTEST_END = 4  # lines on the last page
HANDOUTS = 400  # lengths in the whole campaign


def lengths(campaign: Campaign, share: float = 1.0) -> Iterator[tuple[int, Length]]:
    chance = campaign.random("pages")
    for seed in range(campaign.count(int(HANDOUTS * share))):
        yield (
            seed,
            Length(
                sections=chance.randint(1, 8),
                paragraphs=chance.randint(1, 7),
                points=chance.randint(1, MOST_POINTS),
                references=chance.randint(1, 14),
                notes=chance.choice((0, 0, 1, 4)),
            ),
        )


@pytest.fixture(scope="session")
def handouts(campaign: Campaign, make: Callable[..., bytes]) -> list[tuple[str, Publication, Measured]]:
    """Handouts of many lengths on both papers, measured."""
    return [
        (f"handout {seed} on {paper}, {length}", publication, measured(make(publication, paper)))
        for seed, length in lengths(campaign)
        for publication in [of_length(length, random.Random(seed))]
        for paper in [PAPERS[seed % len(PAPERS)]]
    ]


Handouts = list[tuple[str, Publication, Measured]]


def parts(publication: Publication) -> list[str]:
    return [part.id for part in publication.parts]


def last_on_page(lines: list[Line]) -> Iterator[Line]:
    """The lowest line of each page."""
    for page in sorted({line.page for line in lines}):
        yield max((line for line in lines if line.page == page), key=lambda line: line.baseline)


def test_no_heading_is_parted_from_what_follows(handouts: Handouts) -> None:
    parted = [
        (name, line.text)
        for name, _, paper in handouts
        for line, following in pairwise(paper.lines)
        if line.role in HEADINGS and following.page != line.page
    ]
    assert parted == []


def test_no_single_line_of_a_paragraph_is_left_alone(handouts: Handouts) -> None:
    lonely = []
    for name, _, paper in handouts:
        for flow in paper.flows():
            pages = [line.page for line in flow]
            if pages[0] != pages[-1] and min(pages.count(pages[0]), pages.count(pages[-1])) < 2:
                lonely.append((name, flow[0].text))
    assert lonely == []


def test_a_bullet_stands_beside_its_words(handouts: Handouts) -> None:
    strayed = [
        (name, line.text, following.text)
        for name, _, paper in handouts
        for line, following in pairwise(paper.lines)
        if line.role == "LI"
        and not any(map(str.isalpha, line.text))
        and (line.page, round(line.baseline)) != (following.page, round(following.baseline))
    ]
    assert strayed == []


def test_no_box_and_no_row_of_a_table_is_split(handouts: Handouts) -> None:
    split = []
    for name, publication, paper in handouts:
        for number, id in enumerate(parts(publication)):
            lines = paper.of_part(number)
            whole = id in BOXES or (id in SHORT_LISTS and sum(line.text == "•" for line in lines) <= SHORT)
            if whole and len({line.page for line in lines}) > 1:
                split.append((name, id))
        rows: dict[tuple[int, int], set[int]] = {}
        for line in paper.lines:
            if line.row:
                rows.setdefault((line.part, line.row), set()).add(line.page)
        split += [(name, f"row {row}") for row, pages in rows.items() if len(pages) > 1]
    assert split == []


def test_the_first_page_has_the_crisis_notice_and_the_first_points(handouts: Handouts) -> None:
    for name, publication, paper in handouts:
        for id in ("title", "facts", "crisis-notice", "disclaimer", "key-points"):
            number = parts(publication).index(id)
            assert {line.page for line in paper.of_part(number)} == {0}, (name, id)


def test_all_words_stand_between_the_margins(handouts: Handouts, layouts: dict[str, Layout]) -> None:
    page = layouts["letter"].options["page"]
    top, inner, outer, bottom = (page[edge] * 72 / 25.4 for edge in ("top", "inner", "outer", "bottom"))
    for name, _, paper in handouts:
        for line in paper.lines:
            left, right = (inner, outer) if line.page % 2 == 0 else (outer, inner)
            assert line.left >= left - 1, (name, line)
            assert line.right <= paper.width - right + 1, (name, line)
            assert top <= line.baseline <= paper.height - bottom, (name, line)


def test_no_page_ends_half_empty(handouts: Handouts, layouts: dict[str, Layout]) -> None:
    page = layouts["letter"].options["page"]
    top, bottom = (page[edge] * 72 / 25.4 for edge in ("top", "bottom"))
    empty = [
        (name, line.page + 1, round(left))
        for name, _, paper in handouts
        for line in list(last_on_page(list(paper.lines)))[:-1]
        for left in [paper.height - bottom - line.baseline]
        if left > WASTE * (paper.height - top - bottom)
    ]
    assert empty == []


def test_the_last_page_is_worth_its_paper(handouts: Handouts) -> None:
    wasted = [
        (name, [line.text for line in last])
        for name, _, paper in handouts
        for last in [[line for line in paper.lines if line.page == paper.pages - 1]]
        if len(last) < SHORTEST_END
    ]
    assert wasted == []


def test_a_line_of_text_is_as_long_as_is_easy_to_read(handouts: Handouts) -> None:
    for name, publication, paper in handouts:
        body = parts(publication).index("body")
        full = [
            len(line.text)
            for flow in paper.flows()
            for line in flow[:-1]
            if line.part == body and line.role == "P"
        ]
        if len(full) > 10:
            assert 64 <= statistics.median(full) <= 76, name


def test_every_page_says_what_it_is_from(handouts: Handouts) -> None:
    foot, page = (line.text for line in every_construct().furniture[:2])
    for name, _, paper in handouts:
        for number, runs in enumerate(paper.feet, 1):
            said = "".join(run.text for run in runs)
            expected = foot + page.format(page=number, pages=paper.pages)
            assert said.replace(" ", "").endswith(expected.replace(" ", "")), (name, said)


def test_no_related_article_stands_alone_on_a_page(make: Callable[..., bytes]) -> None:
    names = ("First entry", "Second entry", "Third entry", "Fourth entry")
    split = set()
    for length in range(24, 44):
        body = with_body(*(paragraph("One line of the text.", 20) for _ in range(length)))
        publication = with_part(body, "related", heading("Related articles", "related"), bullets(*names))
        lines = measured(make(publication)).of_part(parts(publication).index("related"))
        pages = [line.page for line in lines if line.text != "•"]
        assert pages[0] == pages[1] == pages[2]
        assert pages[-1] == pages[-2]
        split.add(len(set(pages)))
    assert split == {1, 2}
