"""Which way the references run in a right-to-left document."""

from glossary_publish.article import ReferenceList
from glossary_publish.publication import Publication, plain_text
from glossary_publish.render.islands import right_to_left


def turned(publication: Publication) -> bool:
    """Whether the references run from left to right though the document does not: one of them is in such letters."""
    lists = (block for part in publication.parts for block in part.blocks if isinstance(block, ReferenceList))
    entries = (entry for block in lists for entry in block.entries)
    return publication.metadata.direction == "rtl" and not all(
        right_to_left(plain_text(entry.children)) for entry in entries
    )
