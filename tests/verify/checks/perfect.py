"""What a faultless file of the sample would be read back as, for each format, and ways to spoil it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.layout import Layout, load_layout
from glossary_publish.publication import Publication
from glossary_publish.verify.evidence import Evidence, gather
from glossary_publish.verify.expected import expected_items
from glossary_publish.verify.inspection import Inspection, Item, Kind, Painted, QrSeen
from glossary_publish.workspace import MemoryWorkspace
from tests.support.publications import EDITION_ADDRESS, every_construct

Check = Callable[[Evidence], Iterable[Diagnostic]]
Told = list[tuple[str, str]]
LAYOUTS = {"pdf": "handout", "epub": "ebook", "docx": "word"}
CODE = QrSeen(
    "QR code that leads to this article online", 1, 60, 500, 120, 560, 33, 4, "M", text=EDITION_ADDRESS
)


@cache
def layout(format: str) -> Layout:
    """The main layout of a format."""
    return load_layout(MemoryWorkspace({}), LAYOUTS[format])


def publication(format: str) -> Publication:
    """The sample as the format shows it."""
    return every_construct(native_notes=format == "docx", qr=format == "pdf")


@cache
def perfect(format: str) -> Inspection:
    """A file without a fault."""
    source = publication(format)
    items = tuple(one.item for one in expected_items(source, format))
    metadata = source.metadata
    values = {key: str(getattr(metadata, key)) for key in KEYS}
    return Inspection(
        format,
        items,
        furniture=_furniture(source, format),
        metadata=values,
        outline=tuple((item.level, item.text) for item in items if item.kind is Kind.HEADING),
        painted=tuple(
            Painted(item.text, 12, 12, visible=True, place="page 1") for item in items if item.text
        ),
        attachments={"every-construct.md": metadata.source_hash} if format == "pdf" else {},
        codes=(CODE,) if format == "pdf" else (),
    )


KEYS = (
    "title language identifier description publisher reviewer licence version updated slug source_hash code"
    " direction"
).split()


def _furniture(source: Publication, format: str) -> tuple[str, ...]:
    lines = {line.id: line.text for line in source.furniture}
    match format:
        case "pdf":
            return lines["foot"], "Page 1 of 1"
        case "docx":
            return lines["draft"], lines["foot"], lines["page"]
        case _:
            cover = "Glossary · Every construct: shown once · Example Clinic Press"
            notes = ("Note 1", "↩︎", "Back to the text", "Note 2", "↩︎", "Back to the text")
            first, second = ("↩︎ 1", "Back to the text 1"), ("↩︎ 2", "Back to the text 2")
            references = (*first, *second, "↩︎", "Back to the text")
            return cover, "Contents", *notes, *references


def told(check: Check, inspection: Inspection, **other: Any) -> Told:
    """Code and part of what one check says of a reading of the sample; `other` replaces fields of the sample."""
    format = inspection.format
    source = replace(publication(format), **other)
    return [(one.code, one.part) for one in check(gather(source, layout(format), inspection))]


def messages(check: Check, inspection: Inspection) -> list[str]:
    """The messages of one check."""
    format = inspection.format
    return [one.message for one in check(gather(publication(format), layout(format), inspection))]


def place(text: str, format: str = "epub") -> int:
    """Where the item that says something stands; `text` is its beginning."""
    items = perfect(format).items
    return next(index for index, item in enumerate(items) if (item.text or item.alt).startswith(text))


def spoiled(text: str, format: str = "epub", /, **changes: Any) -> Inspection:
    """A file with changes to the item that begins with a text."""
    index, items = place(text, format), perfect(format).items
    return with_items((*items[:index], replace(items[index], **changes), *items[index + 1 :]), format)


def without(text: str, format: str = "epub", count: int = 1) -> Inspection:
    """A file that lacks some items, from the one that begins with a text."""
    index, items = place(text, format), perfect(format).items
    return with_items((*items[:index], *items[index + count :]), format)


def added(text: str, *new: Item, format: str = "epub") -> Inspection:
    """A file with items that nobody asked for, after the one that begins with a text."""
    index, items = place(text, format) + 1, perfect(format).items
    return with_items((*items[:index], *new, *items[index:]), format)


def moved(text: str, to: str, format: str = "epub", count: int = 1) -> Inspection:
    """A file in which some items stand before the one that begins with the text `to`."""
    items = list(perfect(format).items)
    start = place(text, format)
    block, rest = items[start : start + count], [*items[:start], *items[start + count :]]
    goal = next(index for index, item in enumerate(rest) if item.text.startswith(to))
    return with_items((*rest[:goal], *block, *rest[goal:]), format)


def with_items(items: tuple[Item, ...], format: str = "epub") -> Inspection:
    """A file of these items."""
    return replace(perfect(format), items=items)
