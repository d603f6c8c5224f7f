"""The bookmarks of a PDF (ISO 32000-1, 12.3.3); they are in the language of the document."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pydyf

from glossary_publish.render.pdf.links import destinations, plain

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


@dataclass(slots=True)
class _Bookmark:
    level: int
    entry: Any
    below: "list[_Bookmark]" = field(default_factory=list)


def add_bookmarks(pdf: Any, document: Any, root: Any) -> None:
    """Add the headings as a tree of bookmarks; the words of a heading without its note marks."""
    places = destinations(pdf, document)
    top = _Bookmark(0, pydyf.Dictionary({"Type": "/Outlines"}))
    path = [top]
    pdf.add_object(top.entry)
    for heading in (element for element in root.iter() if element.tag in HEADINGS):
        destination = places[pydyf.String(heading.get("id")).data]
        entry = pydyf.Dictionary({"Title": pydyf.String(plain(heading)), "Dest": destination})
        pdf.add_object(entry)
        while path[-1].level >= HEADINGS[heading.tag]:
            path.pop()
        bookmark = _Bookmark(HEADINGS[heading.tag], entry)
        path[-1].below.append(bookmark)
        path.append(bookmark)
    _tie(top)
    pdf.catalog["Outlines"] = top.entry.reference


def _tie(bookmark: _Bookmark) -> int:
    """Write who is beside and below whom; gives the number of bookmarks below."""
    below = [one.entry for one in bookmark.below]
    for one, following in pairwise(below):
        one["Next"], following["Prev"] = following.reference, one.reference
    for one in below:
        one["Parent"] = bookmark.entry.reference
    count = len(below) + sum(map(_tie, bookmark.below))
    if below:
        bookmark.entry["First"], bookmark.entry["Last"] = below[0].reference, below[-1].reference
        bookmark.entry["Count"] = count
    return count
