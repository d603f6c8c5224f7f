"""The flow of words inside one item: its text, links, note marks and languages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from glossary_publish.verify.inspect.pdf.links import LinkArea
from glossary_publish.verify.inspect.pdf.painting import Run
from glossary_publish.verify.inspect.pdf.structure import Annotation, Element
from glossary_publish.verify.inspect.pdf.words import Piece, join
from glossary_publish.verify.inspection import Fault, LanguageSeen, LinkSeen

NOTE = "#note-"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an item says."""

    text: str
    links: tuple[LinkSeen, ...]
    notes: tuple[str, ...]
    languages: tuple[LanguageSeen, ...]


SILENT = Spoken("", (), (), ())


class Listener:
    """Turns the pieces of items into what they say; knows the links and the language of the document."""

    def __init__(self, areas: dict[int, LinkArea], language: str, faults: list[Fault]) -> None:
        self._areas = areas
        self._language = language
        self._faults = faults
        self.linked: set[int] = set()

    def listen(self, found: Sequence[Piece]) -> Spoken:
        """What the pieces of one item say; note marks are taken out of the text."""
        links, notes, heard = list[LinkSeen](), list[str](), list[Piece]()
        for link, group in groupby(found, _link):
            inside = list(group)
            target = self._target(link, inside) if link else ""
            if target.startswith(NOTE):
                notes.append(self._note(inside, target))
                # A space after the mark is text, although it is painted with it.
                if inside[-1].text.endswith(" "):
                    heard.append(replace(inside[-1], text=" ", runs=()))
                continue
            heard += inside
            if link:
                links.append(LinkSeen(join(inside), target))
        return Spoken(join(heard), tuple(links), tuple(notes), self._languages(heard))

    def _note(self, inside: Sequence[Piece], target: str) -> str:
        """The number of a note mark: what is painted, which must be that of the note it leads to."""
        number = "".join(run.text for piece in inside for run in piece.runs).strip()
        if f"{NOTE}{number}" != target:
            self._faults.append(
                Fault("misleading-note-mark", f"the note mark {number!r} leads to {target}", _place(inside))
            )
        return number

    def _languages(self, heard: Sequence[Piece]) -> tuple[LanguageSeen, ...]:
        groups = groupby(heard, lambda piece: piece.language)
        seen = (
            LanguageSeen(language, join(group)) for language, group in groups if language != self._language
        )
        return tuple(stretch for stretch in seen if stretch.text)

    def _target(self, link: Element, inside: Sequence[Piece]) -> str:
        """Where a link leads; its annotations must agree, and lie on its words."""
        numbers = [
            kid.number for element in link.walk() for kid in element.kids if isinstance(kid, Annotation)
        ]
        areas = [self._areas[number] for number in numbers if number in self._areas]
        self.linked.update(numbers)
        words, place = join(inside), _place(inside)
        targets = sorted({area.target for area in areas})
        if not areas:
            self._faults.append(Fault("link-without-annotation", f"the link {words!r} leads nowhere", place))
        elif len(targets) > 1 or not targets[0]:
            self._faults.append(Fault("unclear-link-target", f"the link {words!r} leads to {targets}", place))
        elif not all(_covered(run, areas) for piece in inside for run in piece.runs):
            self._faults.append(
                Fault("misplaced-link", f"the link {words!r} can not be pressed on all its words", place)
            )
        if any(not area.contents for area in areas):
            self._faults.append(
                Fault("link-without-description", f"the link {words!r} has no description", place)
            )
        return targets[0] if targets else ""


def _link(piece: Piece) -> Element | None:
    for element in piece.around:
        if element.role == "Link":
            return element
    return None


def _place(inside: Iterable[Piece]) -> str:
    return next((f"page {run.page + 1}" for piece in inside for run in piece.runs), "")


def _covered(run: Run, areas: Sequence[LinkArea]) -> bool:
    """Whether the middle of every glyph that is seen lies in a link area."""
    for index, glyph in enumerate(run.texts):
        if glyph.isspace():
            continue
        left, top, right, low = run.stretch(index, index, -0.2, 0.4)
        x, y = (left + right) / 2, (top + low) / 2
        if not any(
            area.page == run.page and area.box[0] <= x <= area.box[2] and area.box[1] <= y <= area.box[3]
            for area in areas
        ):
            return False
    return True
