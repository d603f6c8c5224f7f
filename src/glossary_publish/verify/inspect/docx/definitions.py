"""Definitions, of which most drafts hold the same bytes as others: each is read once, with its faults."""

from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from glossary_publish.same import Same
from glossary_publish.verify.inspect.docx.colours import Colours
from glossary_publish.verify.inspect.docx.looks import Looks
from glossary_publish.verify.inspect.docx.numbering import Lists
from glossary_publish.verify.inspect.docx.package import Package, read_part
from glossary_publish.verify.inspect.docx.settings import fonts_named
from glossary_publish.verify.inspect.docx.styles import Styles
from glossary_publish.verify.inspect.docx.vocabulary import vocabulary_faults
from glossary_publish.verify.inspect.memory import remembered
from glossary_publish.verify.inspection import Fault


@dataclass(frozen=True, slots=True)
class Definitions:
    """The parts that define styles, lists, settings and fonts, by kind: only those that are there."""

    names: dict[str, str]
    data: dict[str, bytes]

    def root(self, kind: str) -> etree._Element | None:
        """The root of a part; none without it."""
        return _root(self.data[kind], self.names[kind]) if kind in self.data else None

    def fonts_named(self, *kinds: str) -> frozenset[str]:
        """The fonts that some parts name."""
        there = [kind for kind in kinds if kind in self.data]
        return frozenset[str]().union(*(_fonts_named(self.data[kind], self.names[kind]) for kind in there))

    def vocabulary_faults(self, kind: str) -> tuple[Fault, ...]:
        """Attributes and bare text that no edition uses."""
        return _vocabulary(self.data[kind], self.names[kind]) if kind in self.data else ()

    def styles(self, faults: list[Fault]) -> Styles:
        """The styles."""
        if "styles" not in self.data:
            return Styles(None, "", faults)
        styles, found = _styles(self.data["styles"], self.names["styles"])
        faults += found
        return styles

    def looks(self, styles: Styles) -> Looks:
        """The looks of words in these styles and the theme."""
        return _looks(Same(styles), Same(self.root("theme")))

    def lists(self, faults: list[Fault]) -> Lists:
        """The lists."""
        if "numbering" not in self.data:
            return Lists(None, "", faults)
        lists, found = _lists(self.data["numbering"], self.names["numbering"])
        faults += found
        return lists


def read_definitions(package: Package, kinds: tuple[str, ...]) -> Definitions:
    """The parts of some kinds. One that is no XML raises `UnreadableFile` when it is asked about."""
    names = {kind: name for kind in kinds if (name := package.part(kind))}
    return Definitions(names, {kind: package.files[name] for kind, name in names.items()})


# A tree takes ten times the memory of what is read in it: only those that the next draft may ask for are kept.
_root = lru_cache(maxsize=8)(read_part)


@remembered
def _vocabulary(data: bytes, name: str) -> tuple[Fault, ...]:
    return tuple(vocabulary_faults(_root(data, name), name))


@remembered
def _fonts_named(data: bytes, name: str) -> frozenset[str]:
    return fonts_named(_root(data, name))


@remembered
def _styles(data: bytes, name: str) -> tuple[Styles, tuple[Fault, ...]]:
    faults: list[Fault] = []
    return Styles(_root(data, name), name, faults), tuple(faults)


@lru_cache(maxsize=8)
def _looks(styles: Same[Styles], theme: Same[etree._Element | None]) -> Looks:
    return Looks(styles.value, Colours(theme.value))


@remembered
def _lists(data: bytes, name: str) -> tuple[Lists, tuple[Fault, ...]]:
    faults: list[Fault] = []
    return Lists(_root(data, name), name, faults), tuple(faults)
