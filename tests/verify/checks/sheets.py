"""A clinic's sheet as it is read back, and ways to spoil it."""

from dataclasses import replace
from functools import cache

from glossary_publish.compose import compose
from glossary_publish.diagnostics import Report
from glossary_publish.formats import FORMATS
from glossary_publish.glossary.clinics.dressing import dressed
from glossary_publish.layout import Layout, load_layout
from glossary_publish.publication import Publication
from glossary_publish.verify.evidence import gather
from glossary_publish.verify.inspection import Inspection
from glossary_publish.workspace import MemoryWorkspace
from tests.glossary.clinics.sample import SLUG, clinic
from tests.glossary.sample import loaded
from tests.verify.checks.perfect import Check, Told


@cache
def sheet(*changes: tuple[str, str], name: str = "handout", paper: str = "a4") -> tuple[Publication, Layout]:
    """The publication of a clinic whose file has some words changed, and the layout as its sheets wear it."""
    glossary, report = loaded(clinic(*changes))
    report.stop_if_failed()
    whole = glossary.for_clinic(SLUG)
    (article,) = whole.articles
    assert whole.clinic
    layout = dressed(load_layout(MemoryWorkspace({}), name, paper), whole.clinic)
    return compose(whole, article, layout), layout


@cache
def printed(*changes: tuple[str, str], file: str = "", spoiled: tuple[str, str] = ("", "")) -> Inspection:
    """The same read back; some words of one file of the layout may be spoiled, which must be there."""
    publication, layout = sheet(*changes)
    if file:
        text = layout.files[file].decode()
        assert spoiled[0] in text, f"{spoiled[0]!r} is not in {file}"
        layout = replace(layout, files={**layout.files, file: text.replace(*spoiled).encode()})
    report = Report()
    data = FORMATS["pdf"].render(publication, layout, report)
    report.stop_if_failed()
    return FORMATS["pdf"].inspect(data)


def told(check: Check, inspection: Inspection, *changes: tuple[str, str]) -> Told:
    """Code and part of what a check says of a reading of the sheet."""
    publication, layout = sheet(*changes)
    return [(one.code, one.part) for one in check(gather(publication, layout, inspection))]
