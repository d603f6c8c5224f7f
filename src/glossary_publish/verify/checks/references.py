"""References are numbered 1, 2, 3, …; every citation mark shows the number of its reference."""

import re
from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import Item, Kind

NUMBER = re.compile(r"\d+")
ANCHOR = "#reference-"


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Numbers with gaps or repeats, marks without a reference, marks that show another number."""
    entries = [item for item in evidence.inspection.items if item.kind is Kind.REFERENCE]
    labels = [item.label for item in entries]
    if any(labels) and labels != [str(number) for number in range(1, len(entries) + 1)]:
        message = f"the references are numbered {', '.join(labels)}"
        yield evidence.difference("reference-numbers-broken", message, "references")
    numbers = {f"#{item.anchor}": item.label for item in entries if item.anchor}
    for pair in (*evidence.alignment.pairs, *evidence.alignment.moved):
        for message in _astray(pair.found, numbers):
            yield evidence.difference(
                "citation-leads-astray", message, pair.expected.part, pair.expected.span
            )


def _astray(item: Item, numbers: dict[str, str]) -> Iterator[str]:
    for link in item.links:
        if not link.target.startswith(ANCHOR):
            continue
        number = NUMBER.match(link.text)
        if link.target not in numbers:
            yield f"the citation mark {link.text!r} leads to {link.target}, which is not there"
        elif numbers[link.target] and (number is None or number[0] != numbers[link.target]):
            yield f"the citation mark {link.text!r} leads to reference {numbers[link.target]}"
