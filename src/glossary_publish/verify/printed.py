"""What checks of the printed page share: the lines of the text, and one thing told of each part."""

from collections.abc import Iterable, Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.excerpts import shortened
from glossary_publish.verify.inspection import Inspection, Kind, LineSeen

MILLIMETRE = 72 / 25.4  # in points
LAYOUT = "change the style sheet of the layout, or what its layout.toml promises under minima"


def text_lines(inspection: Inspection) -> list[LineSeen]:
    """The lines of items, without those that are painted in pictures."""
    items = inspection.items
    return [line for line in inspection.lines if line.item >= 0 and items[line.item].kind is not Kind.FIGURE]


def worst_of_parts(
    evidence: Evidence, code: str, found: Iterable[tuple[float, LineSeen, str]]
) -> Iterator[Diagnostic]:
    """One diagnostic for each part, about its worst line; what is found is how bad, which line, and what of it."""
    meant, worst = evidence.meant, dict[str, tuple[float, LineSeen, str]]()
    for one in found:
        expected = meant.get(one[1].item)
        part = expected.part if expected else ""
        if part not in worst or one[0] > worst[part][0]:
            worst[part] = one
    for part, (_, line, told) in worst.items():
        expected = meant.get(line.item)
        message = f"{shortened(line.text)!r} {told} (page {line.page})"
        yield evidence.difference(code, message, part, expected.span if expected else None, LAYOUT)
