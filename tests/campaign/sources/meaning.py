"""Faults of meaning: other links, citations and notes than the author set, other languages, other pictures."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

from glossary_publish.article import (
    Citation,
    CitationItem,
    Figure,
    LanguageSpan,
    Link,
    Mark,
    Note,
    NoteReference,
    QrCode,
)
from tests.campaign.sources.mutant import Made, Sample, operator
from tests.campaign.sources.trees import places, with_run

Change = Callable[[Any, Sample, Random], Any]  # another node, nodes, or none where the fault cannot be


def node(name: str, kind: type) -> Callable[[Change], Change]:
    """Register a change of one node of a kind."""

    def register(change: Change) -> Change:
        def make(sample: Sample, random: Random) -> Iterator[Made]:
            found = [
                (place, index)
                for place in places(sample.publication)
                for index, one in enumerate(place.run)
                if isinstance(one, kind)
            ]
            for place, index in random.sample(found, len(found)):
                other = change(place.run[index], sample, random)
                if other is None or other == place.run[index]:
                    continue
                new = other if isinstance(other, tuple) else (other,)
                run = (*place.run[:index], *new, *place.run[index + 1 :])
                yield place.part, f"{place.run[index]!r:.80}", with_run(sample.publication, place, run)

        operator(name)(make)
        return change

    return register


@node("a link leads elsewhere", Link)
def _(link: Link, sample: Sample, random: Random) -> Any:
    end = link.target[-1]
    return replace(link, target=link.target[:-1] + ("2" if end != "2" else "3"))


@node("a link leads to another article", Link)
def _(link: Link, sample: Sample, random: Random) -> Any:
    other = random.choice(sample.others).metadata.address
    return replace(link, target=other) if "example.org/glossary" in link.target else None


@node("a link is plain words", Link)
def _(link: Link, sample: Sample, random: Random) -> Any:
    return link.children


@node("a link has lost its words", Link)
def _(link: Link, sample: Sample, random: Random) -> Any:
    return replace(link, children=())


@node("a link has fewer words", Link)
def _(link: Link, sample: Sample, random: Random) -> Any:
    return replace(link, children=link.children[:-1])


@node("words have become a link", NoteReference)
def _(mark: NoteReference, sample: Sample, random: Random) -> Any:
    return Link("https://example.org/", (mark,))


@node("words are in another language", LanguageSpan)
def _(span: LanguageSpan, sample: Sample, random: Random) -> Any:
    return replace(span, language="nl")


@node("words in another language do not say so", LanguageSpan)
def _(span: LanguageSpan, sample: Sample, random: Random) -> Any:
    return span.children


@node("a picture is another one", Figure)
def _(figure: Figure, sample: Sample, random: Random) -> Any:
    return replace(figure, path="content/images/other.svg")


@node("a picture is described as something else", Figure)
def _(figure: Figure, sample: Sample, random: Random) -> Any:
    return replace(figure, alt=f"{figure.alt} and more")


@node("a picture has lost its description", Figure)
def _(figure: Figure, sample: Sample, random: Random) -> Any:
    return replace(figure, alt="")


@node("a picture has lost its caption", Figure)
def _(figure: Figure, sample: Sample, random: Random) -> Any:
    return replace(figure, caption=())


@node("a code leads elsewhere", QrCode)
def _(code: QrCode, sample: Sample, random: Random) -> Any:
    return replace(code, target=random.choice(sample.others).metadata.address)


@node("a code is described as something else", QrCode)
def _(code: QrCode, sample: Sample, random: Random) -> Any:
    return replace(code, alt="QR code")


# --- notes --------------------------------------------------------------------------------------------------


@node("a note mark is lost", NoteReference)
def _(mark: NoteReference, sample: Sample, random: Random) -> Any:
    return ()


@node("a note mark is there twice", NoteReference)
def _(mark: NoteReference, sample: Sample, random: Random) -> Any:
    return mark, mark


@node("a note mark has another number", NoteReference)
def _(mark: NoteReference, sample: Sample, random: Random) -> Any:
    return replace(mark, number=mark.number + 1)


@node("a note has another number", Note)
def _(note: Note, sample: Sample, random: Random) -> Any:
    return replace(note, number=note.number + 1)


# --- citations ----------------------------------------------------------------------------------------------


@node("a citation is lost", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    return ()


@node("a citation is there twice", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    return citation, citation


@node("a citation is not printed", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    return replace(citation, marks=())


@node("a source of a citation is lost", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    return replace(citation, items=citation.items[:-1])


@node("a citation names another source", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    first, *others = citation.items
    return replace(citation, items=(replace(first, key=f"{first.key}x"), *others))


@node("the sources of a citation have changed places", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    return replace(citation, items=citation.items[::-1])


@node("a mark leads to another reference", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    def astray(mark: Mark) -> Mark:
        return replace(mark, target="reference-1" if mark.target != "reference-1" else "reference-2")

    return replace(citation, marks=tuple(astray(mark) if mark.target else mark for mark in citation.marks))


@node("a mark leads nowhere", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    return replace(citation, marks=tuple(replace(mark, target="") for mark in citation.marks))


@node("a mark shows another number", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    def other(mark: Mark) -> Mark:
        return replace(mark, text=f"{mark.text}0") if mark.target else mark

    return replace(citation, marks=tuple(map(other, citation.marks)))


@node("a mark says something", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    return replace(citation, marks=(*citation.marks, Mark("but compare others")))


@node("a mark has lost a bracket", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    return replace(citation, marks=citation.marks[:-1])


@node("two citations have exchanged their marks", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    from glossary_publish.article import Citation as Kind

    others = [
        one
        for place in places(sample.publication)
        for one in place.run
        if isinstance(one, Kind) and {m.target for m in one.marks} != {m.target for m in citation.marks}
    ]
    return replace(citation, marks=random.choice(others).marks) if others else None


def item(name: str, change: Callable[[CitationItem], CitationItem]) -> None:
    """Register a change of the first source of a citation that can be changed so."""

    def make(citation: Citation, sample: Sample, random: Random) -> Any:
        for index, one in enumerate(citation.items):
            if change(one) != one:
                items = (*citation.items[:index], change(one), *citation.items[index + 1 :])
                return replace(citation, items=items)
        return None

    node(name, Citation)(make)


item("a citation has lost its place", lambda one: replace(one, locator=""))
item("a citation has another place", lambda one: replace(one, locator=one.locator and f"{one.locator}1"))
item("a place is of another kind", lambda one: replace(one, label=one.label and "volume"))
item("a citation has lost the words before it", lambda one: replace(one, prefix=""))
item("a citation has lost the words after it", lambda one: replace(one, suffix=""))
item("a citation has words of nobody before it", lambda one: replace(one, prefix=f"{one.prefix} against"))


@node("the place of a citation is not printed", Citation)
def _(citation: Citation, sample: Sample, random: Random) -> Any:
    places = [one.locator for one in citation.items if one.locator]
    if not places:
        return None
    marks = tuple(replace(mark, text=mark.text.replace(places[0], "")) for mark in citation.marks)
    return replace(citation, marks=marks)
