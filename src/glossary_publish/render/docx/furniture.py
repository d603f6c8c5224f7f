"""Head and foot of the page."""

import re

from glossary_publish.publication import Publication
from glossary_publish.render.docx.runs import PLAIN, Runs
from glossary_publish.render.docx.wordml import field, paragraph

PLACEHOLDER = re.compile(r"\{(page|pages)\}")
FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
TABULATOR = "<w:r><w:tab/></w:r>"


def head(publication: Publication, runs: Runs) -> str:
    """The line that says what the draft is."""
    return _paragraph("Header", ["draft"], publication, runs)


def foot(publication: Publication, runs: Runs) -> str:
    """What the page belongs to, and its number."""
    return _paragraph("Footer", ["foot", "page"], publication, runs)


def _paragraph(style: str, ids: list[str], publication: Publication, runs: Runs) -> str:
    lines = {line.id: line.text for line in publication.furniture}
    content = TABULATOR.join(_line(lines[id], runs) for id in ids if id in lines)
    return paragraph(style, content)


def _line(text: str, runs: Runs) -> str:
    return "".join(
        field(FIELDS[piece], "1", runs.properties(PLAIN)) if index % 2 else runs.run(piece)
        for index, piece in enumerate(PLACEHOLDER.split(text))
    )
