"""One edition, from a composed publication to proven bytes: the first file to read."""

from glossary_publish.diagnostics import Report
from glossary_publish.formats import FORMATS
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.verify.conservation import conserve
from glossary_publish.verify.runner import verify


def publish(publication: Publication, layout: Layout, report: Report) -> bytes:
    """Prove a publication equal to its sources, render it, read the bytes back and prove them equal to it.

    Raises `PublishError` with every difference found; bytes that are returned are proven.
    """
    conserve(publication, report, layout)
    report.stop_if_failed()
    format = FORMATS[layout.format]
    data = format.render(publication, layout, report)
    report.stop_if_failed()
    inspection = format.inspect(data)
    verify(publication, layout, inspection, report)
    report.stop_if_failed()
    return data
