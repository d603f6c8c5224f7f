"""A painted run that is at fault is told with the item that it shows."""

from glossary_publish.verify.expected import Expected, expected_items
from glossary_publish.verify.inspection import Item, Kind, Painted
from glossary_publish.verify.places import Places
from tests.support.publications import at, every_construct

ITEMS = tuple(
    Expected(part, at(line), Item(Kind.PARAGRAPH, text))
    for line, (part, text) in enumerate(
        (("title", "Alliance and bond"), ("disclaimer", "No care replaced"), ("body", "Alliance and bond again")),
        1,
    )
)  # fmt: skip


def runs(*texts: str) -> list[Painted]:
    """Painted runs; one in brackets is hidden."""
    return [Painted(text.strip("()"), 12, 12, "(" not in text, "page 1") for text in texts]


def test_a_run_belongs_to_the_item_that_it_shows() -> None:
    places = Places(ITEMS, runs("Alliance and", "bond", "No care replaced", "Alliance and bond again"))
    assert [places.of_painted(index) for index in range(4)] == [ITEMS[0], ITEMS[0], ITEMS[1], ITEMS[2]]


def test_a_run_that_no_item_asked_for_belongs_to_the_one_before() -> None:
    places = Places(ITEMS, runs("Page head", "Alliance and bond", "Sponsored", "No care replaced"))
    assert places.of_painted(0) is None
    assert places.of_painted(2) is ITEMS[0]


def test_a_run_without_words_belongs_to_the_one_before() -> None:
    places = Places(ITEMS, runs("Alliance and bond", " "))
    assert places.of_painted(1) is ITEMS[0]


def test_a_word_that_is_not_painted_is_found_in_its_item() -> None:
    places = Places(ITEMS, runs("Alliance and bond", "No", "replaced", "Alliance and bond again"))
    assert places.of_unpainted("care") is ITEMS[1]
    assert places.of_unpainted("nowhere") is None


def test_a_word_that_is_painted_and_hidden_is_not_painted() -> None:
    places = Places(ITEMS, runs("Alliance and bond", "(No care replaced)", "Alliance and bond again"))
    assert places.of_unpainted("care") is ITEMS[1]
    assert places.of_painted(1) is ITEMS[1]


def test_every_run_of_the_sample_is_found() -> None:
    expected = expected_items(every_construct(), "pdf")
    spoken = [one for one in expected if one.item.text]
    places = Places(expected, runs(*(one.item.text for one in spoken)))
    assert [places.of_painted(index) for index in range(len(spoken))] == spoken
