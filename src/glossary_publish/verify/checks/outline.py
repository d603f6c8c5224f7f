"""Bookmarks and contents are the headings, in their order and at their depth."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.expected import Expected
from glossary_publish.verify.inspection import Kind
from glossary_publish.verify.normal import normal


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """The first entry that differs."""
    headings = [one for one in evidence.expected if one.item.kind is Kind.HEADING]
    wanted = zip(_depths(one.item.level for one in headings), headings, strict=True)
    outline = evidence.inspection.outline
    found = zip(_depths(level for level, _ in outline), (normal(text) for _, text in outline), strict=True)
    for one, other in zip_longest(wanted, found):
        if one is None or other is None or (one[0], one[1].item.text) != other:
            part = one[1].part if one else "outline"
            message = f"expected {_told(one)}, found {_entry(other)}"
            yield evidence.difference("outline-differs", message, part, one[1].span if one else None)
            return


def _depths(levels: Iterable[int]) -> list[int]:
    """How deep each entry hangs, whatever its level is called: a level that is left out makes no depth."""
    path: list[int] = []
    depths = []
    for level in levels:
        while path and path[-1] >= level:
            path.pop()
        path.append(level)
        depths.append(len(path))
    return depths


def _told(heading: tuple[int, Expected] | None) -> str:
    return _entry((heading[0], heading[1].item.text) if heading else None)


def _entry(entry: tuple[int, str] | None) -> str:
    return f"the entry {entry[1]!r} at depth {entry[0]}" if entry else "no entry"
