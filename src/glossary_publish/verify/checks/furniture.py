"""Every line outside the text is one that the layout names, and none of those is missing."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from glossary_publish.article import NoteList, ReferenceList
from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.excerpts import shortened
from glossary_publish.verify.inspection import Item, Kind
from glossary_publish.verify.normal import normal, settled, squeezed

PAGE = re.compile(r"page (\d+)")


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Lines that are missing, altered, or that the layout does not name."""
    match evidence.inspection.format:
        case "pdf":
            yield from _in_order(evidence, list(_pages(evidence)))
        case "epub":
            yield from _in_any_order(evidence)
        case _:
            # A Word file holds each line once, with fields for the numbers.
            yield from _in_order(evidence, [(id, _line(evidence, id)) for id in evidence.layout.furniture])


def _line(evidence: Evidence, id: str) -> str:
    return next((line.text for line in evidence.publication.furniture if line.id == id), "")


def _pages(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """The lines of every page, with the numbers that they must show."""
    numbers = [PAGE.fullmatch(run.place) for run in evidence.inspection.painted]
    pages = max((int(number[1]) for number in numbers if number), default=1)
    for page in range(1, pages + 1):
        for id in evidence.layout.furniture:
            yield id, _line(evidence, id).replace("{page}", str(page)).replace("{pages}", str(pages))


def _in_order(evidence: Evidence, wanted: list[tuple[str, str]]) -> Iterator[Diagnostic]:
    for line, found in zip_longest(wanted, _without_table_heads(evidence)):
        id, text = line or ("", "")
        if found is None or normal(text) != settled(normal(text), found):
            told = repr(shortened(found)) if found is not None else "nothing"
            message = (
                f"expected {shortened(text)!r} outside the text, found {told}" if line else f"found {told}"
            )
            yield evidence.difference("furniture-differs", message, id)
            return


def _without_table_heads(evidence: Evidence) -> list[str]:
    """The lines without the head of a table, which paper repeats on each page that the table goes on over."""
    lines = list(evidence.inspection.furniture)
    if evidence.inspection.format != "pdf":
        return lines
    for cells in _table_heads(evidence):
        head = re.compile("".join(map(_painted, cells)))
        for start in reversed(range(len(lines))):
            stretches = (
                range(start, end) for end in range(start + 1, min(len(lines), start + len(cells)) + 1)
            )
            found = next(
                (one for one in stretches if head.fullmatch(squeezed("".join(lines[i] for i in one)))), None
            )
            if found:
                del lines[found.start : found.stop]
    return lines


def _painted(cell: Item) -> str:
    """A pattern for a cell as it is painted: its note marks stand somewhere among its letters."""
    marks = f"(?:{'|'.join(cell.notes)})*" if cell.notes else ""
    return marks + marks.join(map(re.escape, squeezed(cell.text))) + marks


def _table_heads(evidence: Evidence) -> Iterator[list[Item]]:
    """The cells in the first row of each table."""
    row: list[Item] = []
    for one in evidence.expected:
        if one.item.kind is Kind.HEADER_CELL:
            row.append(one.item)
        elif row:
            yield row
            row = []


def _in_any_order(evidence: Evidence) -> Iterator[Diagnostic]:
    """An ebook has lines on its cover, in its contents, on shelves, and as labels of marks and ways back."""
    needed, found = list(_book(evidence)), Counter(map(normal, evidence.inspection.furniture))
    for line in sorted(found.keys() - dict(needed).keys() - set(_shelf(evidence))):
        message = f"found {shortened(line)!r} outside the text"
        yield evidence.difference("furniture-differs", message, "furniture")
    wanted = Counter(line for line, _ in needed)
    for line, part in dict.fromkeys(needed):
        if found[line] < wanted[line]:
            message = f"expected {shortened(line)!r} outside the text, found nothing"
            yield evidence.difference("furniture-differs", message, part)


def _book(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """The lines that an ebook must have, and where."""
    metadata, words = evidence.publication.metadata, dict(evidence.publication.words)
    cover = [words["cover-label"], metadata.title, metadata.publisher]
    yield normal(" · ".join(cover)), "cover"
    yield normal(words["contents"]), "contents"
    for part in evidence.publication.parts:
        for block in part.blocks:
            match block:
                case NoteList():
                    for note in block.notes:
                        yield normal(words["note-mark"].format(number=note.number)), part.id
                        yield from _ways_back(evidence, len(note.marked_at), part.id)
                case ReferenceList():
                    for entry in block.entries:
                        yield from _ways_back(evidence, len(entry.cited_at), part.id)
                case _:
                    pass


def _ways_back(evidence: Evidence, count: int, part: str) -> Iterator[tuple[str, str]]:
    """A sign and a label for each way back, numbered if there are several."""
    if "backlink" in evidence.layout.furniture:
        sign = str(evidence.layout.options["signs"]["backlink"])
        for suffix in [f" {number}" for number in range(1, count + 1)] if count > 1 else [""] * count:
            yield normal(sign + suffix), part
            yield normal(evidence.publication.word("backlink") + suffix), part


def _shelf(evidence: Evidence) -> Iterator[str]:
    """The lines that an ebook may have: what its package tells a book shelf, and its drawn cover."""
    metadata, words = evidence.publication.metadata, dict(evidence.publication.words)
    lines = [metadata.title, metadata.publisher, metadata.category, metadata.term, *metadata.keywords]
    lines += [metadata.address, metadata.licence_url]
    lines += (words.get(key, "") for key in ("cover-label", "landmark-start", "accessibility-summary"))
    # On the cover, the part of the title after the term is a subtitle.
    head, colon, rest = metadata.title.partition(":")
    title = f"{head} {rest}" if colon and head == metadata.term else metadata.title
    lines.append(" ".join((words["cover-label"], title, metadata.publisher)))
    yield from map(normal, lines)
