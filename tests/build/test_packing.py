"""What crosses to a worker comes out of its bytes as it went in."""

import pickle
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from glossary_publish.article import LineBreak, Text
from glossary_publish.build.packing import packed
from glossary_publish.diagnostics import Diagnostic, PublishError, Severity, Span
from tests.support.publications import every_construct


@dataclass(frozen=True, slots=True)
class Counted:
    """Knows something that is none of its arguments."""

    word: str
    count: int = field(init=False, default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Takes its fields by their names."""

    word: str


@dataclass
class Ring:
    """May hold itself."""

    next: "Ring | None" = None


@dataclass(frozen=True, slots=True)
class Ours:
    """Says itself how it is packed."""

    word: str

    def __reduce__(self) -> tuple[type["Ours"], tuple[str]]:
        return Ours, (self.word.upper(),)


def came_out(value: object) -> Any:
    """What a worker finds in the bytes of a value."""
    return pickle.loads(packed(value))  # noqa: S301  packed in the line itself


def test_a_publication_comes_out_equal_and_its_text_goes_in_fewer_bytes() -> None:
    for publication in (every_construct(), every_construct(native_notes=True)):
        assert came_out(publication) == publication
        text = [part.blocks for part in publication.parts]
        assert len(packed(text)) < len(pickle.dumps(text, pickle.HIGHEST_PROTOCOL))


def test_what_is_the_same_object_twice_is_one_object_again() -> None:
    one = Text("said once")
    first, second = came_out([one, one])
    assert first is second


def test_a_part_that_publications_have_in_common_is_one_object_in_all_of_them() -> None:
    one = every_construct()
    other = replace(one, words=(), back=(replace(one.back[0], locked=not one.back[0].locked), *one.back[1:]))
    first, second = came_out(one), came_out(other)
    assert (first, second) == (one, other)
    same = [here is there for here, there in zip(first.parts, second.parts, strict=True)]
    assert same == [part.id != one.back[0].id for part in one.parts]


@pytest.mark.parametrize(
    "value",
    [
        LineBreak(),
        Named(word="a"),
        Diagnostic("a-code", Severity.ERROR, "what happened", Span("a.md", 1, 2), "what helps"),
        [Text(""), ("a", b"b", None), {"c": Span("")}],
        print,
    ],
    ids=repr,
)
def test_values_of_other_kinds_are_packed_as_pickle_does(value: object) -> None:
    assert came_out(value) == value


def test_a_field_that_is_no_argument_is_kept() -> None:
    counted = Counted("a")
    object.__setattr__(counted, "count", 3)
    assert came_out(counted).count == 3


def test_a_ring_is_one_again() -> None:
    ring = Ring()
    ring.next = Ring(ring)
    found = came_out(ring)
    assert found.next.next is found


def test_a_kind_that_says_how_it_is_packed_is_heard() -> None:
    assert came_out(Ours("a")) == Ours("A")


def test_an_error_keeps_its_diagnostics() -> None:
    error = PublishError((Diagnostic("a-code", Severity.ERROR, "what happened"),))
    assert came_out(error).diagnostics == error.diagnostics
