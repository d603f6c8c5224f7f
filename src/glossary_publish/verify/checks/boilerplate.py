"""Disclaimer and crisis notice are the approved ones: by id, by version and by the hash of their text."""

import hashlib
from collections.abc import Iterator, Sequence

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.publication import Part
from glossary_publish.verify.compare import Pair
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.normal import normal, settled


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Stamps that are wrong, and text that is not the text of its stamp."""
    for pair in evidence.alignment.pairs:
        wanted, found = pair.expected.item.stamp, pair.found.stamp
        if wanted != found:
            message = f"expected {wanted or 'no boilerplate'}, found {found or 'no stamp of boilerplate'}"
            yield evidence.difference("stamp-differs", message, pair.expected.part, pair.expected.span)
    for part in evidence.publication.parts:
        pairs = [pair for pair in evidence.alignment.pairs if pair.expected.part == part.id]
        if part.stamp and text_hash(pairs) != part.stamp.text_hash:
            yield _altered(evidence, part)


def text_hash(pairs: Sequence[Pair]) -> str:
    """SHA-256 of the texts that were read back, one to a line, as a stamp has it of its source."""
    lines = (_text(pair) for pair in pairs)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _text(pair: Pair) -> str:
    found = pair.found
    return normal(settled(pair.expected.item.text, found.text)) or normal(found.alt)


def _altered(evidence: Evidence, part: Part) -> Diagnostic:
    name = f"{part.stamp.id} {part.stamp.version}" if part.stamp else ""
    message = f"the text in the file is not the text of {name}"
    return evidence.difference("boilerplate-altered", message, part.id, part.span)
