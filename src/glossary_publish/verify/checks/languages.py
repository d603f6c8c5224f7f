"""Words in another language say so: a screen reader changes its voice."""

from collections.abc import Iterator
from itertools import zip_longest

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import LanguageSeen
from glossary_publish.verify.normal import settled


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """The first stretch of an item whose language or extent differs."""
    for pair in (*evidence.alignment.pairs, *evidence.alignment.moved):
        for wanted, found in zip_longest(pair.expected.item.languages, pair.found.languages):
            if not _same(wanted, found):
                message = f"expected {_told(wanted)}, found {_told(found)}"
                yield evidence.difference("languages-differ", message, pair.expected.part, pair.expected.span)
                break


def _same(wanted: LanguageSeen | None, found: LanguageSeen | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    # The case of language tags carries no meaning (RFC 5646, 2.1.1).
    same_language = wanted.language.lower() == found.language.lower()
    return same_language and wanted.text == settled(wanted.text, found.text)


def _told(stretch: LanguageSeen | None) -> str:
    return f"{stretch.text!r} in {stretch.language}" if stretch else "no other language"
