"""One edition, from a composed publication to proven bytes: the first file to read."""

from glossary_publish.diagnostics import Report
from glossary_publish.formats import FORMATS
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.verify.conservation import conserve
from glossary_publish.verify.runner import verify
from glossary_publish.verify.sheets import verify_sheets


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


def publish_sheets(publication: Publication, layout: Layout, data: bytes, report: Report) -> bytes:
    """The sheets to fold of a proven edition, proven to show its pages in their order; nothing without such a layout."""
    impose = FORMATS[layout.format].impose
    if impose is None or "sheet" not in layout.options:
        return b""
    sheets = impose(publication, layout, report)
    report.stop_if_failed()
    report.extend(verify_sheets(sheets, data, layout, publication.metadata.direction))
    report.stop_if_failed()
    return sheets
