"""What a check has before it, and how it says what it finds."""

from collections.abc import Mapping
from dataclasses import dataclass

from glossary_publish.diagnostics import Diagnostic, Severity, Span
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.verify.compare import Alignment, align
from glossary_publish.verify.expected import Expected, expected_items
from glossary_publish.verify.inspection import Inspection

HELP = "the file is not written; report this fault of the tool with the article"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A publication, its layout, what was read back, and which found item is which expected one.

    meant: what each found item stands for, by its index in the inspection.
    """

    publication: Publication
    layout: Layout
    inspection: Inspection
    expected: tuple[Expected, ...]
    alignment: Alignment
    meant: Mapping[int, Expected]

    def difference(
        self, code: str, message: str, part: str, span: Span | None = None, help: str = HELP
    ) -> Diagnostic:
        """An error in a part of the file; without a place of its own it stands where the part begins."""
        span = span or next((one.span for one in self.expected if one.part == part), None)
        return Diagnostic(code, Severity.ERROR, message, span, help, part, self.inspection.format)


def gather(publication: Publication, layout: Layout, inspection: Inspection) -> Evidence:
    """Work out what is expected and compare it with what was found."""
    expected = expected_items(publication, inspection.format)
    alignment = align(expected, inspection.items)
    pairs = {id(pair.found): pair.expected for pair in (*alignment.pairs, *alignment.moved)}
    items = enumerate(inspection.items)
    meant = {index: pairs[id(item)] for index, item in items if id(item) in pairs}
    return Evidence(publication, layout, inspection, expected, alignment, meant)
