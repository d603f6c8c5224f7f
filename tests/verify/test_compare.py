"""Each item is paired, missing, added or moved, and nothing twice."""

import random
import time

from hypothesis import given
from hypothesis import strategies as some

from glossary_publish.verify.compare import Alignment, align
from glossary_publish.verify.expected import Expected
from glossary_publish.verify.inspection import Item, Kind
from tests.support.publications import at


def item(text: str, kind: Kind = Kind.PARAGRAPH, stamp: str = "") -> Item:
    """Something read back."""
    return Item(kind, text, stamp=stamp)


def wanted(*texts: str) -> tuple[Expected, ...]:
    """Items that should be there; before a colon stands their part."""
    return tuple(
        Expected(text.partition(":")[0], at(line), item(text.partition(":")[2])) for line, text in enumerate(texts)
    )  # fmt: skip


def pairs(alignment: Alignment) -> list[tuple[str, str]]:
    """The texts of what was paired."""
    return [(pair.expected.item.text, pair.found.text) for pair in alignment.pairs]


EXPECTED = wanted("a:One two three", "a:Four five six", "b:Seven eight nine", "b:Ten eleven twelve")
FOUND = tuple(one.item for one in EXPECTED)


def test_equal_items_are_paired_in_their_order() -> None:
    found = align(EXPECTED, FOUND)
    assert [pair.expected for pair in found.pairs] == list(EXPECTED)
    assert (found.moved, found.missing, found.added) == ((), (), ())


def test_spaces_and_line_ends_do_not_keep_items_apart() -> None:
    found = align(EXPECTED, [item("One\ntwo three"), item("Fourfive six"), *FOUND[2:]])
    assert len(found.pairs) == 4


def test_an_item_with_a_changed_word_is_paired_with_its_likeness() -> None:
    found = align(EXPECTED, [FOUND[0], item("Four five seven"), *FOUND[2:]])
    assert pairs(found)[1] == ("Four five six", "Four five seven")
    assert not found.missing
    assert not found.added


def test_a_missing_item_leaves_the_others_paired() -> None:
    found = align(EXPECTED, [FOUND[0], *FOUND[2:]])
    assert found.missing == (EXPECTED[1],)
    assert len(found.pairs) == 3


def test_an_added_item_is_told_with_what_stands_before_it() -> None:
    found = align(EXPECTED, [*FOUND[:2], item("Nobody said this"), *FOUND[2:]])
    assert [(one.found.text, one.beside) for one in found.added] == [("Nobody said this", EXPECTED[1])]


def test_an_item_added_before_all_others_is_told_with_what_follows() -> None:
    assert align(EXPECTED, [item("Nobody said this"), *FOUND]).added[0].beside is EXPECTED[0]


def test_an_item_that_is_there_twice_is_told_with_its_twin() -> None:
    found = align(EXPECTED, [*FOUND, FOUND[0]])
    assert [one.beside for one in found.added] == [EXPECTED[0]]


def test_an_added_item_between_two_parts_belongs_to_the_boilerplate_that_it_claims() -> None:
    one = Expected("a", at(1), item("First words", stamp="x@1"))
    other = Expected("b", at(2), item("Other words", stamp="y@1"))
    added = item("Nobody said this", stamp="y@1")
    assert align((one, other), (one.item, added, other.item)).added[0].beside is other


def test_with_nothing_expected_everything_is_added() -> None:
    found = align((), FOUND)
    assert [one.beside for one in found.added] == [None] * 4


def test_with_nothing_found_everything_is_missing() -> None:
    assert align(EXPECTED, ()).missing == EXPECTED


def test_a_moved_item_is_moved_and_neither_missing_nor_added() -> None:
    found = align(EXPECTED, [FOUND[3], *FOUND[:3]])
    assert [pair.expected for pair in found.moved] == [EXPECTED[3]]
    assert (found.missing, found.added) == ((), ())


def test_an_item_stands_for_what_is_in_its_place_however_unlike_it_is() -> None:
    found = align(EXPECTED, [FOUND[0], item("Completely other words stand here"), *FOUND[2:]])
    assert pairs(found)[1] == ("Four five six", "Completely other words stand here")


def test_of_two_items_in_one_place_the_more_alike_is_paired() -> None:
    found = align(EXPECTED, [FOUND[0], item("Completely other words"), item("Four five seven"), *FOUND[2:]])
    assert pairs(found)[1] == ("Four five six", "Four five seven")
    assert [one.found.text for one in found.added] == ["Completely other words"]


def test_pictures_are_compared_by_their_descriptions() -> None:
    one = Expected("a", at(1), Item(Kind.FIGURE, "", alt="A square"))
    found = align((one,), (Item(Kind.FIGURE, "", alt="A square"),))
    assert len(found.pairs) == 1


@given(some.lists(some.sampled_from("abcdefgh")), some.lists(some.sampled_from("abcdefgh")))
def test_every_item_of_both_sides_is_in_one_place_only(left: list[str], right: list[str]) -> None:
    expected, found = (
        wanted(*(f"p:{text} {text}x" for text in left)),
        [item(f"{text} {text}x") for text in right],
    )
    alignment = align(expected, found)
    rows = [id(pair.expected) for pair in (*alignment.pairs, *alignment.moved)]
    assert sorted([*rows, *map(id, alignment.missing)]) == sorted(map(id, expected))
    columns = [id(pair.found) for pair in (*alignment.pairs, *alignment.moved)]
    assert sorted([*columns, *(id(one.found) for one in alignment.added)]) == sorted(map(id, found))


def test_a_long_text_of_other_words_is_compared_in_bounded_time() -> None:
    chance = random.Random(1)
    words = [f"word{number}" for number in range(500)]
    expected = wanted(*(f"p:{' '.join(chance.choices(words, k=9))}" for _ in range(900)))
    found = [item(" ".join(chance.choices(words, k=9))) for _ in range(900)]
    start = time.process_time()
    align(expected, found)
    assert time.process_time() - start < 5
