"""What an editor reads at the head of a Word draft."""

from glossary_publish.article import Line
from glossary_publish.compose.parts.pieces import bullets, heading
from glossary_publish.compose.prepared import Prepared
from glossary_publish.diagnostics import Span
from glossary_publish.publication import Part

STEPS = ("editing-track-changes", "editing-locked", "editing-formatting", "editing-return")


def editing_instructions(made: Prepared) -> Part:
    """How to edit, what is locked, and what comes back."""
    span = Span(made.wording.paths[0])
    lines = [Line(made.wording.text(step), span) for step in STEPS]
    id = "editing-instructions"
    return Part(id, (heading(made.wording, id, span), bullets(lines, span)), span)
