"""Every footnote mark stands in the text that it belongs to."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Items whose note marks are others than those of the source."""
    for pair in (*evidence.alignment.pairs, *evidence.alignment.moved):
        wanted, found = pair.expected.item.notes, pair.found.notes
        if wanted != found:
            message = f"expected {_told(wanted)}, found {_told(found)}"
            yield evidence.difference("note-marks-differ", message, pair.expected.part, pair.expected.span)


def _told(notes: tuple[str, ...]) -> str:
    return f"the note marks {', '.join(notes)}" if notes else "no note mark"
