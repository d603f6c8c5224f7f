"""The proof of one file: every check of the table, over one reading of it."""

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.verify.checks import CHECKS, faults
from glossary_publish.verify.evidence import gather
from glossary_publish.verify.inspection import Inspection


def verify(publication: Publication, layout: Layout, inspection: Inspection, report: Report) -> None:
    """Report every difference between a publication and what was read back from a finished file of it."""
    evidence = gather(publication, layout, inspection)
    if inspection.faults and not inspection.items:
        # The file could not be read: to list all that it does not say would only bury the reason.
        report.extend(faults.check(evidence))
        return
    for check in CHECKS:
        report.extend(check(evidence))
