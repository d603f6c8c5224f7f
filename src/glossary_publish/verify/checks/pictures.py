"""Every picture says in words what it shows."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import Kind
from glossary_publish.verify.normal import normal


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Pictures whose alternative text differs."""
    for pair in evidence.alignment.pairs:
        wanted, found = pair.expected.item.alt, normal(pair.found.alt)
        if wanted != found and Kind.FIGURE in (pair.expected.item.kind, pair.found.kind):
            message = f"expected the alternative text {wanted!r}, found {found!r}"
            yield evidence.difference(
                "alternative-text-differs", message, pair.expected.part, pair.expected.span
            )
