"""What a finished file says, as readable text: the items that were read back from it, one to a line."""

from collections.abc import Iterable, Iterator

from glossary_publish.publication import Publication
from glossary_publish.verify.expected import Expected, expected_items
from glossary_publish.verify.inspection import Inspection, Item
from glossary_publish.verify.normal import settled


def projected(publication: Publication, inspection: Inspection, parts: Iterable[str]) -> str:
    """The items of some parts in reading order.

    A file that was verified has exactly the items of its publication, so the place of an item tells its part.
    """
    expected = expected_items(publication, inspection.format)
    pairs = list(zip(expected, inspection.items, strict=True))
    lines: list[str] = []
    for part in dict.fromkeys(one.part for one in expected):
        if part in parts:
            lines += ["", f"=== {part}"] if lines else [f"=== {part}"]
            lines += [line for one, item in pairs if one.part == part for line in _lines(one, item)]
    return "\n".join(lines) + "\n"


def _lines(expected: Expected, item: Item) -> Iterator[str]:
    yield f"{_what(item)}: {settled(expected.item.text, item.text)}".rstrip()
    if item.alt:
        yield f"    described: {item.alt}"
    for wanted, link in zip(expected.item.links, item.links, strict=True):
        yield f"    link: {settled(wanted.text, link.text)} → {link.target}"
    for said, stretch in zip(expected.item.languages, item.languages, strict=True):
        yield f"    {stretch.language}: {settled(said.text, stretch.text)}"
    if item.notes:
        yield f"    notes: {', '.join(item.notes)}"


def _what(item: Item) -> str:
    words = [item.kind.value]
    if item.level:
        words.append(str(item.level))
    if item.label:
        words.append(f"[{item.label}]")
    if item.within:
        words.append(f"in {' > '.join(item.within)}")
    if item.anchor:
        words.append(f"#{item.anchor}")
    return " ".join(words)
