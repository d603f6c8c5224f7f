"""What a citation style makes of the citations of an article: their marks, and the list of references."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glossary_publish.article import CitationItem, Inline, Mark
from glossary_publish.bibliography.engine import run
from glossary_publish.bibliography.inlines import inlines
from glossary_publish.bibliography.marks import marks
from glossary_publish.bibliography.reference import Reference
from glossary_publish.bibliography.style import CitationStyle


@dataclass(frozen=True, slots=True)
class FormattedEntry:
    """A reference as the style prints it, without its number and its kind."""

    key: str
    number: int
    anchor: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Formatted:
    """The marks of every citation, in the order given, and the entries in the order of the style."""

    citations: tuple[tuple[Mark, ...], ...]
    entries: tuple[FormattedEntry, ...]


def format_citations(
    style: CitationStyle,
    references: Mapping[str, Reference],
    citations: Sequence[tuple[CitationItem, ...]],
    uncited: Sequence[str],
) -> Formatted:
    """Format citations and the references they lead to; `uncited` are listed too. All keys must be known."""
    cited = [item.key for items in citations for item in items]
    keys = list(dict.fromkeys([*cited, *uncited]))
    printed = run(
        style,
        {key: {**references[key].data, "id": key, "system_id": key} for key in keys},
        [[_item(item) for item in items] for items in citations],
        [key for key in keys if key not in cited],
    )
    anchors = {key: f"reference-{place}" for place, key in enumerate(printed.keys, 1)}
    entries = zip(printed.keys, printed.entries, strict=True)
    return Formatted(
        tuple(marks(text, printed.prefix, printed.suffix, anchors) for text in printed.citations),
        tuple(
            FormattedEntry(key, place if style.numbered else 0, anchors[key], inlines(text))
            for place, (key, text) in enumerate(entries, 1)
        ),
    )


def _item(item: CitationItem) -> dict[str, str]:
    fields = {"label": item.label, "locator": item.locator, "prefix": item.prefix, "suffix": item.suffix}
    return {"id": item.key} | {name: value for name, value in fields.items() if value}
