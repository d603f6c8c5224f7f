"""Anchors as bookmarks, under names that Word accepts."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field

from glossary_publish.diagnostics import Report
from glossary_publish.render.docx.wordml import element

# Word takes letters, digits and underscores, a letter first, 40 characters, and no matter which case.
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,38}")
STRANGE = re.compile(r"[^A-Za-z0-9]+")
STEM = 30
DIGITS = 8


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks of a document. `placed` are the anchors that are there, `sought` those that links lead to."""

    names: dict[str, str] = field(default_factory=dict)
    placed: list[str] = field(default_factory=list)
    sought: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)
    count: int = 0

    def name(self, anchor: str) -> str:
        """The name of a bookmark: the same for the same anchor."""
        if anchor not in self.names:
            self.names[anchor] = self._new(anchor)
        return self.names[anchor]

    def target(self, anchor: str) -> str:
        """The name of the bookmark that a link leads to."""
        self.sought.add(anchor)
        return self.name(anchor)

    def around(self, anchor: str, content: str) -> str:
        """Content that a link can reach; nothing around it for an empty anchor."""
        if not anchor:
            return content
        self.placed.append(anchor)
        return self._mark(self.name(anchor), content)

    def within(self, anchor: str, content: str) -> str:
        """Content that is a place inside an item; Word hides the names of such bookmarks."""
        return self._mark(f"_{self.name(anchor)}", content) if anchor else content

    def told(self) -> list[tuple[str, str]]:
        """The names from which the anchor can not be told, each with its anchor."""
        return [(name, anchor) for anchor, name in self.names.items() if name != anchor.replace("-", "_")]

    def report_strays(self, report: Report) -> None:
        """Links that lead to nothing, and anchors that are there twice."""
        for anchor in sorted(self.sought - set(self.placed)):
            help = "link to the id of a heading"
            report.error("link-leads-nowhere", f"nothing in the draft has the id {anchor!r}", help=help)
        for anchor, count in sorted(Counter(self.placed).items()):
            if count > 1:
                help = "give each heading an id of its own"
                report.error("anchor-used-twice", f"{count} places have the id {anchor!r}", help=help)

    def _new(self, anchor: str) -> str:
        name = anchor.replace("-", "_")
        if PLAIN.fullmatch(anchor) and name.lower() not in self.taken:
            self.taken.add(name.lower())
            return name
        stem = STRANGE.sub("_", anchor)
        if not PLAIN.match(stem):
            stem = f"a_{stem}"
        return f"{stem[:STEM]}_{hashlib.sha256(anchor.encode()).hexdigest()[:DIGITS]}"

    def _mark(self, name: str, content: str) -> str:
        self.count += 1
        id = str(self.count)
        start = element("w:bookmarkStart", {"w:id": id, "w:name": name})
        return start + content + element("w:bookmarkEnd", {"w:id": id})
