"""Footnotes and their marks: numbered by Word in the order of the marks (17.11)."""

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from glossary_publish.verify.inspect.docx.numbering import written
from glossary_publish.verify.inspect.docx.wordml import W, name_of, value
from glossary_publish.verify.inspection import Fault

BETWEEN = frozenset(("separator", "continuationSeparator"))  # the lines above notes are no notes


class NoteMarks:
    """The numbers of the notes by id, and of the marks by the bookmark around them."""

    def __init__(self, document: etree._Element, notes: etree._Element | None) -> None:
        format = value(document.find(f"{W}body/{W}sectPr/{W}footnotePr"), "numFmt") or "decimal"
        self.numbers: dict[str, str] = {}
        self.bookmarks: dict[str, str] = {}
        self._marks: Counter[str] = Counter()
        self._notes = list(notes.iterchildren(f"{W}footnote")) if notes is not None else []
        opened: dict[str, str] = {}
        for element in document.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}footnoteReference"):
            id = element.get(f"{W}id") or ""
            if element.tag == f"{W}bookmarkStart":
                opened[id] = element.get(f"{W}name") or ""
            elif element.tag == f"{W}bookmarkEnd":
                opened.pop(id, None)
            else:
                self._marks[id] += 1
                self.numbers.setdefault(id, written(self._marks.total(), format))
                self.bookmarks.update(dict.fromkeys(opened.values(), self.numbers[id]))

    def notes(self) -> Iterator[tuple[str, etree._Element]]:
        """The notes with their numbers, in the order of their marks; last those without a mark."""
        order = {id: place for place, id in enumerate(self.numbers)}
        notes = sorted(self._notes, key=lambda note: order.get(_id(note), len(order)))
        return ((self.numbers.get(_id(note), ""), note) for note in notes if not _between(note))

    def faults(self, place: str, listed: Iterable[str]) -> Iterator[Fault]:
        """Marks without a note, notes without a mark, and notes that are there or marked twice.

        `listed` are the ids that the settings name as those of the lines above notes.
        """
        ids = Counter(_id(note) for note in self._notes)
        for id, times in ids.items():
            if times > 1:
                yield Fault("repeated-number", f"two footnotes have the id {id!r}", place)
        for id, times in self._marks.items():
            if times > 1:
                yield Fault("note-marked-twice", f"the note {self.numbers[id]} has {times} marks", place)
        notes = {_id(note) for note in self._notes if not _between(note)}
        for id in self._marks.keys() - notes:
            yield Fault("orphan-note-mark", f"the mark {self.numbers[id]} leads to no note", place)
        for id in sorted(notes - self._marks.keys()):
            yield Fault("orphan-note", f"nothing in the text leads to the note of id {id!r}", place)
        lines = [note for note in self._notes if _between(note)]
        if lost := set(listed) - {_id(note) for note in lines}:
            yield Fault(
                "words-between-notes", f"the settings name {sorted(lost)}, no line above notes", place
            )
        if self._notes and Counter(note.get(f"{W}type") for note in lines) != Counter(BETWEEN):
            yield Fault("words-between-notes", "there is not one line of each kind above the notes", place)
        for note in lines:
            inside = [name_of(one) for one in note.iter() if name_of(one) not in ("pPr", "pStyle")]
            if inside != ["footnote", "p", "r", note.get(f"{W}type")]:
                words = "".join(note.itertext())
                yield Fault("words-between-notes", f"the line above the notes is none: {words!r}", place)


def _id(note: etree._Element) -> str:
    return note.get(f"{W}id") or ""


def _between(note: etree._Element) -> bool:
    return note.get(f"{W}type") in BETWEEN
