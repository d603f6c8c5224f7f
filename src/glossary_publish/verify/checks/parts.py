"""The part table: what an edition has to show, and in which order."""

from collections.abc import Iterator, Sequence

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.normal import painted_words

ALWAYS = ("title", "crisis-notice", "disclaimer")
HANDOUT = (
    "label title facts crisis-notice disclaimer key-points actions questions-to-ask body notes related"
    " references colophon address"
).split()
SUMMARY = (
    "label title facts crisis-notice disclaimer key-points actions questions-to-ask references colophon"
    " address"
).split()
# By layout, or else by the one that it extends; a layout that is made of none of them is held to the row of its format.
TABLE = {
    "handout": HANDOUT,
    "summary": SUMMARY,
    "ebook": HANDOUT,
    "word": ["editing-instructions", *HANDOUT],
    "pdf": HANDOUT,
    "epub": HANDOUT,
    "docx": ["editing-instructions", *HANDOUT],
}
# What a clinic puts on paper, and on paper alone; two of them each before a part of the table.
BLANK_LINES = "write-in-"  # how the parts with lines to write on are called
CLINIC = ("letterhead", "language-line", "feedback")
OPTIONAL = frozenset(("label", "feedback"))  # of the summary
AT_THE_FOOT = frozenset(("crisis-notice", "disclaimer"))  # where the summary alone may place them

OUTSIDE = frozenset(("notes",))  # of the text in a Word file, which keeps footnotes by themselves


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Parts that the layout leaves out, that must never be missing, or that stand in another order."""
    layout, format = evidence.layout, evidence.inspection.format
    row = next((name for name in (layout.name, *layout.extends, format) if name in TABLE), format)
    summary, table = row == "summary", TABLE[row]
    listed = {part.id for part in layout.parts}
    if format == "pdf":
        table = _with_clinic(table) if evidence.publication.clinic else table
    else:
        yield from _astray(evidence)
    added = CLINIC if evidence.publication.clinic and format == "pdf" else ()
    for id in dict.fromkeys((*table, *added)):
        if id not in listed and not (summary and id in OPTIONAL):
            yield evidence.difference("part-not-in-layout", f"the layout {layout.name} has no part {id}", id)
    if summary and layout.minima.pages != 1:
        message = f"the layout {layout.name} leaves out what a summary may, and does not promise one page"
        yield evidence.difference("part-not-in-layout", message, "body")
    shown = _shown(evidence)
    for id in ALWAYS:
        if id not in shown:
            yield evidence.difference("required-part-missing", f"the file shows nothing of the part {id}", id)
    anywhere = AT_THE_FOOT if summary else OUTSIDE if format == "docx" else frozenset()
    order = [id for id in shown if id in table and id not in anywhere]
    for id, other in zip(order, sorted(order, key=table.index), strict=True):
        if id != other:
            message = f"the part {id} stands where {other} belongs"
            yield evidence.difference("part-out-of-order", message, id)
            break
    promised, pages = layout.minima.pages, len(evidence.inspection.pages)
    if format == "pdf" and not 0 < promised < pages:  # then it is told that there are too many
        yield from _first_page(evidence)


def _with_clinic(table: Sequence[str]) -> list[str]:
    """The table with what a clinic adds to it at its head and near its end."""
    place = list(table).index("colophon")
    return ["letterhead", *table[:place], "feedback", *table[place:]]


def _astray(evidence: Evidence) -> Iterator[Diagnostic]:
    """What belongs on paper, in a file that others read and pass on."""
    for id in dict.fromkeys(one.part for one in evidence.expected if _is_for_paper(one.part)):
        message = f"the part {id} stands in a file that is not printed"
        yield evidence.difference("part-for-paper-only", message, id)


def _is_for_paper(id: str) -> bool:
    return id in CLINIC or id.startswith(BLANK_LINES)


def _shown(evidence: Evidence) -> list[str]:
    """The parts that say something, in the order of the file."""
    places = {id(item): place for place, item in enumerate(evidence.inspection.items)}
    pairs = (*evidence.alignment.pairs, *evidence.alignment.moved)
    saying = [pair for pair in pairs if _says(pair.found.text)]
    saying.sort(key=lambda pair: places[id(pair.found)])
    return list(dict.fromkeys(pair.expected.part for pair in saying))


def _says(text: str) -> bool:
    return any(map(str.isalnum, text))


def _first_page(evidence: Evidence) -> Iterator[Diagnostic]:
    """Who is in a crisis does not turn pages."""
    first = [run.text for run in evidence.inspection.painted if run.visible and run.place == "page 1"]
    stream = "".join("".join(first).split())
    for one in evidence.expected:
        if one.part == "crisis-notice":
            words = painted_words(one.item.text)
            away = [word for word in words if word not in stream and word[::-1] not in stream]
            if away:
                message = f"{away[0]!r} of the crisis notice is not on the first page"
                yield evidence.difference("crisis-notice-not-on-first-page", message, one.part, one.span)
