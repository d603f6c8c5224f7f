"""Head and foot of the page."""

import re
from collections.abc import Sequence

from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.render.docx.runs import PLAIN, Runs
from glossary_publish.render.docx.wordml import TABULATOR, field, paragraph

PLACEHOLDER = re.compile(r"\{(page|pages)\}")
FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def head(publication: Publication, layout: Layout, runs: Runs) -> str:
    """The line that says what the draft is; nothing if the layout has none."""
    return _paragraph("Header", ["draft"], publication, layout, runs)


def foot(publication: Publication, layout: Layout, runs: Runs) -> str:
    """What the page belongs to, and its number; nothing if the layout has neither."""
    return _paragraph("Footer", ["foot", "page"], publication, layout, runs)


def _paragraph(style: str, ids: Sequence[str], publication: Publication, layout: Layout, runs: Runs) -> str:
    lines = {line.id: line.text for line in publication.furniture if line.id in layout.furniture}
    content = TABULATOR.join(_line(lines[id], runs) for id in ids if id in lines)
    return paragraph(style, content) if content else ""


def _line(text: str, runs: Runs) -> str:
    return "".join(
        field(FIELDS[piece], "1", runs.properties(PLAIN)) if index % 2 else runs.run(piece)
        for index, piece in enumerate(PLACEHOLDER.split(text))
    )
