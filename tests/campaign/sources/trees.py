"""Publications as trees: every run of blocks, items, rows, words, …, and the same publication with another run."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from glossary_publish.article import Mark, Text
from glossary_publish.diagnostics import Span
from glossary_publish.publication import Part, Publication

Run = tuple[Any, ...]
Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A run of nodes in a part: its part, the steps that lead to it, and what stands there."""

    part: str
    steps: Steps
    run: Run

    @property
    def kind(self) -> type:
        """What the run is made of."""
        return type(self.run[0]) if self.run else type(None)


def places(publication: Publication) -> Iterator[Place]:
    """Every run of nodes in every part."""
    for part in publication.parts:
        for steps, run in _runs(part.blocks, ()):
            yield Place(part.id, steps, run)


def with_run(publication: Publication, place: Place, run: Sequence[Any]) -> Publication:
    """The same publication with another run in a place."""
    return with_part(
        publication, place.part, lambda part: replace(part, blocks=_put(part.blocks, place.steps, tuple(run)))
    )


def with_part(publication: Publication, id: str, change: Callable[[Part], Part | None]) -> Publication:
    """The same publication with one part changed, or left out."""

    def changed(parts: Sequence[Part]) -> tuple[Part, ...]:
        found = (change(part) if part.id == id else part for part in parts)
        return tuple(part for part in found if part is not None)

    chapters = tuple(replace(chapter, parts=changed(chapter.parts)) for chapter in publication.chapters)
    return replace(
        publication, front=changed(publication.front), chapters=chapters, back=changed(publication.back)
    )


def part_of(publication: Publication, id: str) -> Part:
    """A part by its name."""
    return next(part for part in publication.parts if part.id == id)


def texts(publication: Publication) -> Iterator[tuple[Place, int, str]]:
    """Every text that is printed: its place, which one of the run it is, and its words. Marks count as texts."""
    for place in places(publication):
        for index, node in enumerate(place.run):
            if isinstance(node, Text | Mark):
                yield place, index, node.text


def with_text(publication: Publication, place: Place, index: int, text: str) -> Publication:
    """The same publication with another text in a place."""
    run = (*place.run[:index], replace(place.run[index], text=text), *place.run[index + 1 :])
    return with_run(publication, place, run)


def _runs(node: Any, steps: Steps) -> Iterator[tuple[Steps, Run]]:
    if isinstance(node, tuple):
        if node and (is_dataclass(node[0]) or isinstance(node[0], tuple)):
            yield steps, node
        for index, child in enumerate(node):
            yield from _runs(child, (*steps, index))
    elif is_dataclass(node) and not isinstance(node, Span):
        for field in fields(node):
            yield from _runs(getattr(node, field.name), (*steps, field.name))


def _put(node: Any, steps: Steps, run: Run) -> Any:
    if not steps:
        return run
    first, *rest = steps
    if isinstance(first, int):
        return (*node[:first], _put(node[first], tuple(rest), run), *node[first + 1 :])
    return replace(node, **{first: _put(getattr(node, first), tuple(rest), run)})
