"""What is around the words that are being written, for what may not stand there."""

from dataclasses import dataclass

from glossary_publish.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Spot:
    """The part and the place in the source; whether the part is locked, and whether this is inside a note."""

    part: str
    span: Span
    chapter: int = 0
    locked: bool = False
    in_note: bool = False
