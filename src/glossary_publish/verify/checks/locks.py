"""In a Word draft, safety text and references cannot be typed over, and everything else can."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.excerpts import shortened


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Items that are open and should be locked, or the other way round."""
    for pair in evidence.alignment.pairs:
        wanted, found = pair.expected.item.locked, pair.found.locked
        if wanted != found:
            told = "is not locked" if wanted else "is locked and should be open"
            message = f"{shortened(pair.expected.item.text or pair.expected.item.alt)!r} {told}"
            yield evidence.difference("lock-differs", message, pair.expected.part, pair.expected.span)
