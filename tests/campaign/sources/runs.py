"""Faults in the order and number of things: left out, doubled, exchanged, merged, split, lost from some place on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from glossary_publish.article import (
    BulletList,
    Cell,
    Definition,
    Emphasis,
    Fact,
    Heading,
    Link,
    ListItem,
    Note,
    OrderedList,
    Paragraph,
    Quote,
    ReferenceEntry,
    Strong,
    Text,
)
from tests.campaign.sources.mutant import Made, Operator, Sample, operator
from tests.campaign.sources.trees import Place, Run, places, with_run

BLOCKS = (Heading, Paragraph, BulletList, OrderedList, Quote)
INLINES = (Text, Emphasis, Strong, Link)
KINDS: dict[str, tuple[type, ...]] = {
    "a block": BLOCKS,
    "a list item": (ListItem,),
    "a row": (tuple,),
    "a cell": (Cell,),
    "a note": (Note,),
    "a term with its meaning": (Definition,),
    "a fact": (Fact,),
    "a reference": (ReferenceEntry,),
    "some words": INLINES,
}


def _of(sample: Sample, random: Random, kinds: tuple[type, ...], least: int = 1) -> Iterator[Place]:
    """Runs of some kind, in random order."""
    found = [one for one in places(sample.publication) if len(one.run) >= least and one.kind in kinds]
    yield from random.sample(found, len(found))


def _dropped(kinds: tuple[type, ...], *, last: bool) -> Operator:
    def make(sample: Sample, random: Random) -> Iterator[Made]:
        for place in _of(sample, random, kinds):
            index = len(place.run) - 1 if last else random.randrange(len(place.run))
            if says(place.run[index]):
                run = (*place.run[:index], *place.run[index + 1 :])
                yield (
                    place.part,
                    f"{place.run[index]!r:.60} left out",
                    with_run(sample.publication, place, run),
                )

    return make


def _doubled(kinds: tuple[type, ...]) -> Operator:
    def make(sample: Sample, random: Random) -> Iterator[Made]:
        for place in _of(sample, random, kinds):
            index = random.randrange(len(place.run))
            if says(place.run[index]):
                run = (*place.run[: index + 1], *place.run[index:])
                yield place.part, f"{place.run[index]!r:.60} twice", with_run(sample.publication, place, run)

    return make


def _exchanged(kinds: tuple[type, ...]) -> Operator:
    def make(sample: Sample, random: Random) -> Iterator[Made]:
        for place in _of(sample, random, kinds, 2):
            index = random.randrange(len(place.run) - 1)
            one, other = place.run[index : index + 2]
            if words(one) != words(other) and says(one) and says(other):
                run = (*place.run[:index], other, one, *place.run[index + 2 :])
                yield place.part, f"{one!r:.60} after its neighbour", with_run(sample.publication, place, run)

    return make


for name, kinds in KINDS.items():
    operator(f"{name} is left out")(_dropped(kinds, last=False))
    operator(f"the last of its kind is left out: {name}")(_dropped(kinds, last=True))
    operator(f"{name} is there twice")(_doubled(kinds))
    operator(f"{name} stands after its neighbour")(_exchanged(kinds))


@operator("everything after some block is lost")
def _(sample: Sample, random: Random) -> Iterator[Made]:
    for place in _of(sample, random, BLOCKS, 2):
        end = random.randrange(1, len(place.run))
        yield place.part, f"only {end} blocks are left", with_run(sample.publication, place, place.run[:end])


@operator("everything after a list is lost")
def _(sample: Sample, random: Random) -> Iterator[Made]:
    for place in _of(sample, random, BLOCKS, 2):
        lists = [i for i, block in enumerate(place.run[:-1]) if isinstance(block, BulletList | OrderedList)]
        if lists:
            run = place.run[: random.choice(lists) + 1]
            yield place.part, f"only {len(run)} blocks are left", with_run(sample.publication, place, run)


@operator("a run of blocks is turned round")
def _(sample: Sample, random: Random) -> Iterator[Made]:
    for place in _of(sample, random, BLOCKS, 3):
        yield place.part, "turned round", with_run(sample.publication, place, place.run[::-1])


def _replaced(
    name: str, kinds: tuple[type, ...], change: Callable[[Run, int], Sequence[Any] | None], least: int = 1
) -> None:
    """Register a fault that puts something else in the place of one node."""

    def make(sample: Sample, random: Random) -> Iterator[Made]:
        for place in _of(sample, random, (*BLOCKS, *KINDS["a list item"], *INLINES), least):
            for index in random.sample(range(len(place.run)), len(place.run)):
                if isinstance(place.run[index], kinds):
                    run = change(place.run, index)
                    if run is not None:
                        told = f"{place.run[index]!r:.60}"
                        yield place.part, told, with_run(sample.publication, place, run)

    operator(name)(make)


def _merged_items(run: Run, index: int) -> Sequence[Any] | None:
    if index + 1 == len(run):
        return None
    return (*run[:index], ListItem((*run[index].blocks, *run[index + 1].blocks)), *run[index + 2 :])


def _merged_paragraphs(run: Run, index: int) -> Sequence[Any] | None:
    if index + 1 == len(run) or not isinstance(run[index + 1], Paragraph):
        return None
    both = replace(run[index], children=(*run[index].children, Text(" "), *run[index + 1].children))
    return (*run[:index], both, *run[index + 2 :])


def _joined_items(run: Run, index: int) -> Sequence[Any] | None:
    """Two items of one paragraph become one paragraph."""
    if index + 1 == len(run):
        return None
    last = len(run[index].blocks) - 1
    if not isinstance(run[index].blocks[last], Paragraph):
        return None
    blocks = _merged_paragraphs((*run[index].blocks, *run[index + 1].blocks), last)
    return blocks and (*run[:index], ListItem(tuple(blocks)), *run[index + 2 :])


def _split_paragraph(run: Run, index: int) -> Sequence[Any] | None:
    children = run[index].children
    if len(children) < 2:
        return None
    first, second = replace(run[index], children=children[:1]), replace(run[index], children=children[1:])
    return (*run[:index], first, second, *run[index + 1 :])


def _flattened(run: Run, index: int) -> Sequence[Any] | None:
    """The blocks of a list in the place of the list."""
    return (*run[:index], *(block for item in run[index].items for block in item.blocks), *run[index + 1 :])


_replaced("two list items are one", (ListItem,), _merged_items, 2)
_replaced("two list items are one sentence", (ListItem,), _joined_items, 2)
_replaced("two paragraphs are one", (Paragraph,), _merged_paragraphs, 2)
_replaced("a paragraph is two", (Paragraph,), _split_paragraph)
_replaced("a list is no list", (BulletList, OrderedList), _flattened)
_replaced("a quote is no quote", (Quote,), lambda run, i: (*run[:i], *run[i].blocks, *run[i + 1 :]))
_replaced(
    "a heading is a paragraph",
    (Heading,),
    lambda run, i: (*run[:i], Paragraph(run[i].children, run[i].span), *run[i + 1 :]),
)
_replaced(
    "a paragraph is a heading",
    (Paragraph,),
    lambda run, i: (*run[:i], Heading(3, run[i].children, "x", run[i].span), *run[i + 1 :]),
)
_replaced(
    "a heading is of another level",
    (Heading,),
    lambda run, i: (*run[:i], replace(run[i], level=run[i].level + 1), *run[i + 1 :]),
)
_replaced(
    "a numbered list starts at another number",
    (OrderedList,),
    lambda run, i: (*run[:i], replace(run[i], start=run[i].start + 1), *run[i + 1 :]),
)
_replaced(
    "numbers are bullets",
    (OrderedList,),
    lambda run, i: (*run[:i], BulletList(run[i].items, run[i].span), *run[i + 1 :]),
)
_replaced(
    "bullets are numbers",
    (BulletList,),
    lambda run, i: (*run[:i], OrderedList(run[i].items, run[i].span), *run[i + 1 :]),
)
_replaced(
    "a paragraph is a quote",
    (Paragraph,),
    lambda run, i: (*run[:i], Quote((run[i],), run[i].span), *run[i + 1 :]),
)


def words(node: Any) -> str:
    """All the words in a node, whatever it is."""
    match node:
        case Text():
            return node.text
        case tuple():
            return " ".join(map(words, node))
        case _ if hasattr(node, "__dataclass_fields__"):
            names = [name for name in node.__dataclass_fields__ if name not in ("span", "role", "anchor")]
            return " ".join(words(getattr(node, name)) for name in names)
        case str():
            return node
        case _:
            return ""


def says(node: Any) -> bool:
    """Whether a node says anything."""
    return bool(words(node).strip())
