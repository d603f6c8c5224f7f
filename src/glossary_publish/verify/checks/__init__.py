"""The table of checks: each one says what is wrong with a finished file, from the evidence."""

from collections.abc import Callable, Iterable

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.checks import (
    attachments,
    boilerplate,
    faults,
    furniture,
    greys,
    italics,
    justified,
    languages,
    leading,
    line_ends,
    links,
    locks,
    margins,
    measure,
    metadata,
    note_marks,
    outline,
    page_count,
    painted,
    parts,
    pictures,
    references,
    structure,
    words,
)
from glossary_publish.verify.evidence import Evidence

CHECKS: tuple[Callable[[Evidence], Iterable[Diagnostic]], ...] = (
    faults.check,
    words.check,
    structure.check,
    links.check,
    note_marks.check,
    languages.check,
    pictures.check,
    boilerplate.check,
    locks.check,
    references.check,
    parts.check,
    painted.check,
    greys.check,
    leading.check,
    measure.check,
    margins.check,
    italics.check,
    line_ends.check,
    justified.check,
    page_count.check,
    furniture.check,
    outline.check,
    metadata.check,
    attachments.check,
)
