"""Which program a file comes from is told by how it begins."""

import re

from glossary_publish.diagnostics import Span
from glossary_publish.starting.bibliographies.bibtex import read_bibtex
from glossary_publish.starting.bibliographies.csl import read_csl
from glossary_publish.starting.bibliographies.source import Source, unreadable
from glossary_publish.starting.bibliographies.tagged import read_nbib, read_ris
from glossary_publish.workspace import decode

READERS = (
    (re.compile(r"\s*[\[{]"), read_csl),
    (re.compile(r"\s*TY  - "), read_ris),
    (re.compile(r"\s*PMID- "), read_nbib),
    (re.compile(r"(?:\s|%[^\n]*\n)*@"), read_bibtex),
)


def read_bibliography(data: bytes, path: str) -> list[Source]:
    """The references of a file; raises `PublishError` at the first place that cannot be read."""
    text = decode(data, path)
    for beginning, read in READERS:
        if beginning.match(text):
            sources = read(text, path)
            if sources:
                return sources
            raise unreadable("there is no reference in the file", Span(path))
    help = "export the references as CSL-JSON, BibTeX, RIS or NBIB"
    raise unreadable("this begins as none of the forms of references that are read", Span(path, 1, 1), help)
