"""Handouts made up for tests: one with a body of given blocks, and ones of many lengths from a seed."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from glossary_publish.article import (
    Block,
    BulletList,
    Cell,
    Citation,
    CitationItem,
    Emphasis,
    Inline,
    Link,
    ListItem,
    Mark,
    Note,
    NoteList,
    NoteReference,
    OrderedList,
    Paragraph,
    ReferenceEntry,
    ReferenceList,
    Strong,
    Table,
    Text,
)
from glossary_publish.publication import Chapter, Image, Part, Publication, Stamp, text_hash
from tests.support.publications import at, bullets, every_construct, heading, paragraph, words

VOCABULARY = (
    "the a and of in with for to that it is not when may can often care trust goal task bond therapist client"
    " session alliance rupture repair together feeling question answer week people relationship treatment help"
    " understand important professional strong early measure research between something different"
).split()


def with_body(*blocks: Block, images: Sequence[Image] = ()) -> Publication:
    """The sample with other words in its body."""
    sample = every_construct()
    body = Part("body", (heading("What the term means", "what-the-term-means", line=19), *blocks), at(19))
    chapter = Chapter("every-construct", "Every construct: shown once", (body,))
    return replace(sample, chapters=(chapter,), images=tuple(images))


def with_part(publication: Publication, id: str, *blocks: Block) -> Publication:
    """A publication with other words in one of its parts; what is stamped is stamped anew."""

    def changed(part: Part) -> Part:
        if part.id != id:
            return part
        stamp = replace(part.stamp, text_hash=text_hash(blocks)) if part.stamp else None
        return replace(part, blocks=blocks, stamp=stamp)

    return replace(
        publication,
        front=tuple(map(changed, publication.front)),
        back=tuple(map(changed, publication.back)),
    )


def reworded(publication: Publication, change: Callable[[str], str]) -> Publication:
    """A publication with every text changed."""

    def walk(value: Any) -> Any:
        if isinstance(value, Text):
            return Text(change(value.text))
        if isinstance(value, tuple):
            return tuple(map(walk, value))
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changed = {field.name: walk(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, Part) and value.stamp:
            stamp = value.stamp
            changed["stamp"] = Stamp(stamp.id, stamp.version, text_hash(changed["blocks"]))
        return replace(value, **changed)

    parts = {name: walk(getattr(publication, name)) for name in ("front", "chapters", "back")}
    return replace(publication, **parts)


@dataclass(frozen=True)
class Length:
    """How much of everything a handout has."""

    sections: int
    paragraphs: int
    points: int
    references: int
    notes: int = 0


def of_length(length: Length, chance: random.Random) -> Publication:
    """A handout with that much of everything, its words drawn by chance."""
    author = _Author(chance, length)
    body = Part(
        "body", tuple(block for number in range(length.sections) for block in author.section(number)), at(19)
    )
    notes = Part("notes", (heading("Notes", "notes"), NoteList(author.notes(), at(60))), at(60))
    sample = every_construct()
    result = replace(
        sample,
        chapters=(Chapter("every-construct", "x", (body, notes) if author.notes() else (body,)),),
        images=(),
    )
    result = with_part(
        result, "title", heading(author.title(), "title", 1), paragraph(author.sentence(), role="lede")
    )
    for id in ("key-points", "actions", "questions-to-ask"):
        points = [author.sentence() for _ in range(length.points)]
        result = with_part(result, id, heading(id.replace("-", " ").capitalize(), id), bullets(*points))
    legend = paragraph("The words in parentheses name the kind of source.", role="legend")
    references = ReferenceList(author.references(), at(62))
    return with_part(result, "references", heading("References", "references"), references, legend)


class _Author:
    """Writes by chance."""

    def __init__(self, chance: random.Random, length: Length) -> None:
        self._chance = chance
        self._length = length
        self._citations: dict[int, list[str]] = {number: [] for number in range(1, length.references + 1)}
        self._marks = 0

    def words(self, least: int, most: int) -> str:
        return " ".join(self._chance.choices(VOCABULARY, k=self._chance.randint(least, most)))

    def sentence(self) -> str:
        return self.words(5, 22).capitalize() + "."

    def title(self) -> str:
        return self.words(2, 12).capitalize()

    def section(self, number: int) -> list[Block]:
        chance = self._chance
        blocks: list[Block] = [heading(self.words(1, 7).capitalize(), f"section-{number}")]
        for index in range(chance.randint(1, self._length.paragraphs)):
            kind = chance.random()
            if kind < 0.15:
                blocks.append(heading(self.words(2, 8).capitalize() + "?", f"section-{number}-{index}", 3))
            if kind < 0.65:
                blocks.append(Paragraph(self.prose(), at(20)))
            elif kind < 0.85:
                items = tuple(
                    ListItem((Paragraph(self.point(), at(22)),)) for _ in range(chance.randint(1, 5))
                )
                blocks.append(chance.choice((BulletList, OrderedList))(items, at(22)))
            else:
                rows = tuple((Cell(words(self.words(1, 3))), Cell(words(self.sentence()))) for _ in range(4))
                blocks.append(Table((Cell(words("Name")), Cell(words("Meaning"))), rows, at(30)))
        if isinstance(blocks[-1], Table):
            blocks.append(Paragraph(self.prose(), at(31)))
        return blocks

    def point(self) -> tuple[Inline, ...]:
        return (Strong(words(self.words(1, 2).capitalize() + ":")), Text(" " + self.words(4, 25) + "."))

    def prose(self) -> tuple[Inline, ...]:
        pieces: list[Inline] = []
        for _ in range(self._chance.randint(1, 7)):
            pieces.append(Text(self.sentence()))
            kind = self._chance.random()
            if kind < 0.3 and self._length.references:
                pieces += [Text(" "), self.citation()]
            elif kind < 0.4:
                pieces += [Text(" "), Emphasis(words(self.words(1, 3)))]
            elif kind < 0.5:
                pieces += [Text(" "), Link("https://example.org/x", words(self.words(1, 6)))]
            if self._marks < self._length.notes:
                self._marks += 1
                pieces.append(NoteReference(self._marks, f"note-mark-{self._marks}"))
            pieces.append(Text(" "))
        return tuple(pieces[:-1])

    def citation(self) -> Citation:
        number = self._chance.randint(1, self._length.references)
        anchor = f"cite-{number}-{len(self._citations[number])}"
        self._citations[number].append(anchor)
        marks = (Mark("["), Mark(str(number), f"reference-{number}"), Mark("]"))
        return Citation((CitationItem(str(number)),), at(20), marks, anchor)

    def notes(self) -> tuple[Note, ...]:
        return tuple(
            Note(number, f"note-{number}", (paragraph(self.sentence()),), at(60), (f"note-mark-{number}",))
            for number in range(1, self._marks + 1)
        )

    def references(self) -> tuple[ReferenceEntry, ...]:
        return tuple(
            ReferenceEntry(
                str(number),
                number,
                f"reference-{number}",
                (
                    Text(self.sentence() + " "),
                    Emphasis(words(self.words(2, 6).capitalize())),
                    Text(". 2018;55(4):316-340. "),
                    Link(f"https://doi.org/10.1037/pst{number:07}", words(f"doi:10.1037/pst{number:07}")),
                    Text(" (meta-analysis)"),
                ),
                tuple(anchors),
                at(62),
            )
            for number, anchors in self._citations.items()
        )
