"""Bookmarks, and the anchors that they stand for (17.13.6; docs/word-document.md)."""

from collections import Counter
from collections.abc import Iterable, Mapping

from lxml import etree

from glossary_publish.verify.inspect.docx.wordml import W
from glossary_publish.verify.inspection import Fault

LONGEST = 40


class Anchors:
    """The bookmarks of all stories."""

    def __init__(
        self, roots: Iterable[tuple[str, etree._Element]], names: Mapping[str, str], faults: list[Fault]
    ) -> None:
        self._names = names
        self._faults = faults
        self.ids: dict[str, str] = {}  # the names of bookmarks by id
        for place, root in roots:
            self._read(place, root)
        bookmarks = list(self.ids.values())
        # Word takes no account of the case of a name.
        folded = Counter(map(str.casefold, bookmarks))
        for name in sorted({name for name in bookmarks if folded[name.casefold()] > 1}):
            self._fault("repeated-bookmark", f"the bookmark {name!r} is there twice")
        anchors = [self.anchor(name) for name in bookmarks]
        for anchor in sorted(anchor for anchor, times in Counter(anchors).items() if times > 1):
            self._fault("repeated-bookmark", f"two bookmarks stand for the anchor {anchor!r}")
        for name in names:
            if name not in bookmarks and f"_{name}" not in bookmarks:
                self._fault("dangling-anchor", f"{name!r} is said to be an anchor, and is no bookmark")

    def _fault(self, code: str, message: str, place: str = "") -> None:
        self._faults.append(Fault(code, message, place))

    def _read(self, place: str, root: etree._Element) -> None:
        opened: dict[str, etree._Element | None] = {}
        for element in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            id = element.get(f"{W}id") or ""
            if element.tag == f"{W}bookmarkStart":
                name = element.get(f"{W}name") or ""
                if id in self.ids or not id:
                    self._fault("repeated-bookmark", f"two bookmarks have the id {id!r}", place)
                if len(name) > LONGEST or not name.replace("_", "").isalnum():
                    self._fault("broken-bookmark", f"Word takes no bookmark named {name!r}", place)
                self.ids[id] = name
                opened[id] = element.getparent()
            elif id not in opened or opened.pop(id) is not element.getparent():
                self._fault("broken-bookmark", f"the bookmark {self.ids.get(id, id)!r} ends elsewhere", place)
        for id in opened:
            self._fault("broken-bookmark", f"the bookmark {self.ids[id]!r} never ends", place)

    def anchor(self, name: str) -> str:
        """The anchor that a bookmark stands for; one that begins with `_` is for a place inside an item."""
        plain = name.removeprefix("_")
        return self._names.get(plain) or plain.replace("_", "-")

    def target(self, name: str, place: str) -> str:
        """What a link to a bookmark leads to."""
        if name not in self.ids.values():
            self._fault(
                "dangling-anchor", f"a link leads to the bookmark {name!r}, which is not there", place
            )
        return f"#{self.anchor(name)}"
