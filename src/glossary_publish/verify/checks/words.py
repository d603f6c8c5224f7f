"""Every part is there, word for word and nothing else, in the order of the publication."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.compare import Added
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.excerpts import difference, shortened
from glossary_publish.verify.expected import Expected
from glossary_publish.verify.normal import settled


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Items whose words differ, that are missing, that stand elsewhere, and that nothing asked for."""
    alignment = evidence.alignment
    for pair in (*alignment.pairs, *alignment.moved):
        wanted = pair.expected.item.text
        found = settled(wanted, pair.found.text)
        if found != wanted:
            message = difference(wanted, found)
            yield evidence.difference("text-differs", message, pair.expected.part, pair.expected.span)
    for group in _stretches(evidence, alignment.missing):
        whole = group[0].part if _is_whole_part(evidence, group) else ""
        message = f"the part {whole} is missing" if whole else f"{_listed(group)} missing"
        yield _about(evidence, "part-missing" if whole else "text-missing", message, group[0])
    for group in _stretches(evidence, [pair.expected for pair in alignment.moved]):
        whole = group[0].part if _is_whole_part(evidence, group) else ""
        message = f"the part {whole} stands elsewhere" if whole else f"{_listed(group)} out of place"
        yield _about(evidence, "part-moved" if whole else "text-moved", message, group[0])
    yield from _added(evidence, alignment.added)


def _about(evidence: Evidence, code: str, message: str, expected: Expected) -> Diagnostic:
    return evidence.difference(code, message, expected.part, expected.span)


def _stretches(evidence: Evidence, some: Sequence[Expected]) -> Iterator[list[Expected]]:
    """Neighbours of one part, told together."""
    places = {id(one): place for place, one in enumerate(evidence.expected)}
    numbered = enumerate(sorted(some, key=lambda one: places[id(one)]))
    for _, group in groupby(numbered, key=lambda pair: (places[id(pair[1])] - pair[0], pair[1].part)):
        yield [one for _, one in group]


def _is_whole_part(evidence: Evidence, group: Sequence[Expected]) -> bool:
    return len(group) == sum(one.part == group[0].part for one in evidence.expected)


def _listed(group: Sequence[Expected]) -> str:
    first = _named(group[0])
    return f"{first} is" if len(group) == 1 else f"{first} and what follows, {len(group)} items, are"


def _named(expected: Expected) -> str:
    item = expected.item
    return f"the {item.kind.value} {shortened(item.text or item.alt)!r}"


def _added(evidence: Evidence, added: Sequence[Added]) -> Iterator[Diagnostic]:
    for beside, group in groupby(added, key=lambda one: one.beside):
        items = [one.found for one in group]
        text = " ".join(item.text or item.alt for item in items).replace("\n", " ")
        message = f"found {shortened(text)!r}, which no source asked for"
        part = beside.part if beside else ""
        yield evidence.difference("text-added", message, part, beside.span if beside else None)
