"""Blank lines are there to be written on: as many as promised, as far apart as a hand needs, dark enough to be seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import Kind, LineSeen, RuleSeen
from glossary_publish.verify.printed import LAYOUT, MILLIMETRE, text_lines

AREA = "write-in-"  # how the parts with blank lines are called
FAINTEST = 3.0  # of a line that is no text (WCAG 2.2, 1.4.11)
ROUNDING = 0.1  # millimetres


@dataclass(frozen=True, slots=True)
class _Area:
    """Where one part is: its page, where its heading ends and where the next thing begins, in points."""

    page: int
    top: float
    low: float


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Areas with too few blank lines, with lines that stand too close, and with lines that are hardly seen."""
    if evidence.inspection.format != "pdf":
        return
    parts = dict.fromkeys(one.part for one in evidence.expected if one.part.startswith(AREA))
    for part in parts:
        area = _area(evidence, part)
        rules = [rule for rule in evidence.inspection.rules if area and _within(rule, area)]
        yield from _faults(evidence, part, area, rules)


def _faults(
    evidence: Evidence, part: str, area: _Area | None, rules: Sequence[RuleSeen]
) -> Iterator[Diagnostic]:
    options = evidence.layout.options["write_in"]
    labels = sum(one.part == part and one.item.kind is not Kind.HEADING for one in evidence.expected)
    wanted, pitch = options["lines"].get(part, 0) + labels, float(options["pitch"])
    if not wanted or len(rules) != wanted:
        message = f"{part} has {len(rules)} blank lines, {max(wanted, 1)} are promised"
        yield evidence.difference("blank-lines-missing", message, part, help=LAYOUT)
    edges = [area.top if area else 0.0, *(rule.top for rule in rules)]
    for above, below in pairwise(edges):
        space = (below - above) / MILLIMETRE
        if space + ROUNDING < pitch:
            message = f"a blank line of {part} has {space:.1f} mm above it, at least {pitch:g} mm are needed"
            yield evidence.difference("blank-lines-too-close", message, part, help=LAYOUT)
            break
    faint = min((rule.contrast for rule in rules), default=FAINTEST)
    if faint < FAINTEST:
        message = f"a blank line of {part} has a contrast of {faint:g} to 1, at least {FAINTEST:g} is needed"
        yield evidence.difference("blank-lines-faint", message, part, help=LAYOUT)


def _area(evidence: Evidence, part: str) -> _Area | None:
    """From the heading of a part down to what comes after it on the page."""
    meant = evidence.meant
    parts = {index: expected.part for index, expected in meant.items()}
    headings = {
        index
        for index, expected in meant.items()
        if expected.part == part and expected.item.kind is Kind.HEADING
    }
    lines: list[LineSeen] = text_lines(evidence.inspection)
    heads = [line for line in lines if line.item in headings]
    if not heads:
        return None
    page, top = heads[-1].page, max(line.low for line in heads if line.page == heads[-1].page)
    after = (
        line.top for line in lines if line.page == page and line.top > top and parts.get(line.item) != part
    )
    return _Area(page, top, min(after, default=float("inf")))


def _within(rule: RuleSeen, area: _Area) -> bool:
    return rule.page == area.page and area.top < rule.top < area.low
