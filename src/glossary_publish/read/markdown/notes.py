"""The footnotes of a text: their marks in order, and what each label stands for."""

from dataclasses import dataclass, field

from glossary_publish.diagnostics import Span
from glossary_publish.read.markdown.source import Source


@dataclass(slots=True)
class Notes:
    """The labels in the order of their first mark, with number and place."""

    source: Source
    marks: dict[str, tuple[int, Span]] = field(default_factory=dict)
    inside: bool = False  # while the text of a note is read

    def mark(self, label: str, span: Span) -> int:
        """The number of the note whose mark stands at `span`."""
        if self.inside:
            message = f"the mark of note {label!r} stands in a note"
            self.source.error("nested-note", message, span, "say it in the note itself, or in the text")
            return 0
        return self.marks.setdefault(label, (len(self.marks) + 1, span))[0]
