"""Every link has its words and leads where the source says; citation marks lead to their references."""

from collections.abc import Iterator
from itertools import zip_longest

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import LinkSeen
from glossary_publish.verify.normal import settled


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """The first link of an item that differs."""
    for pair in (*evidence.alignment.pairs, *evidence.alignment.moved):
        for wanted, found in zip_longest(pair.expected.item.links, pair.found.links):
            if not _same(wanted, found):
                message = f"expected {_told(wanted)}, found {_told(found)}"
                yield evidence.difference("links-differ", message, pair.expected.part, pair.expected.span)
                break


def _same(wanted: LinkSeen | None, found: LinkSeen | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    return wanted.target == found.target and wanted.text == settled(wanted.text, found.text)


def _told(link: LinkSeen | None) -> str:
    return f"the link {link.text!r} to {link.target}" if link else "no link"
