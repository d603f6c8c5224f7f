"""Headings have their level, lists are nested and numbered, cells stand in their row and column."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.compare import Pair
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.excerpts import shortened
from glossary_publish.verify.inspection import Item


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """What an item is, where it hangs, and how links reach it."""
    alignment = evidence.alignment
    upset = {one.part for one in alignment.missing}
    upset |= {pair.expected.part for pair in alignment.moved}
    upset |= {one.beside.part for one in alignment.added if one.beside}
    for pair in alignment.pairs:
        part, wanted, found = pair.expected.part, pair.expected.item, pair.found
        if wanted.kind is not found.kind:
            yield _differs(evidence, pair, "kind-differs", wanted.kind.value, found.kind.value)
        if wanted.level != found.level and wanted.kind is found.kind:
            yield _differs(evidence, pair, "level-differs", f"level {wanted.level}", f"level {found.level}")
        if _containers(wanted) != _containers(found):
            yield _differs(evidence, pair, "nesting-differs", _inside(wanted), _inside(found))
        if part in upset:
            continue  # what is missing or added shifts the numbers after it, and is told already
        if wanted.label != found.label:
            yield _differs(evidence, pair, "number-differs", _label(wanted), _label(found))
        if wanted.anchor != found.anchor:
            yield _differs(evidence, pair, "anchor-differs", f"the id {wanted.anchor!r}", f"{found.anchor!r}")


def _differs(evidence: Evidence, pair: Pair, code: str, wanted: str, found: str) -> Diagnostic:
    item = pair.expected.item
    message = f"expected {wanted}, found {found}: {shortened(item.text or item.alt)!r}"
    return evidence.difference(code, message, pair.expected.part, pair.expected.span)


def _containers(item: Item) -> tuple[str, ...]:
    # Whether a note is a container or a kind is up to the format; the kind of its items says it already.
    return tuple(name for name in item.within if name != "note")


def _inside(item: Item) -> str:
    return " in ".join(reversed(_containers(item))) or "no list or quote around it"


def _label(item: Item) -> str:
    return f"the number or mark {item.label!r}" if item.label else "no number or mark"
