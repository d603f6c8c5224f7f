"""The structure tree (ISO 32000-1, 14.7): elements in the order that a screen reader follows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf, Object, Ref, Table

DEPTH = 100
ELEMENTS = 200_000
PLAIN = frozenset(("Type", "S", "P", "Pg", "K"))
STANDARD_NAMES = (  # table 333 and those after it
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6"
    " L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot"
    " Ruby RB RT RP Warichu WT WP Figure Formula Form"
)
BLOCK_NAMES = (
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H H1 H2 H3 H4 H5 H6 L LI LBody Figure"
    " Formula Note Table TR TH TD THead TBody TFoot"
)
BLOCKS = frozenset(BLOCK_NAMES.split())
STANDARD = frozenset(STANDARD_NAMES.split())


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content: the object number of the page or form that holds it, and its MCID."""

    container: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A reference to an annotation of a page, by object number."""

    number: int


@dataclass(slots=True, eq=False)
class Element:
    """A structure element. role: its type after the role map; tag: as written; language: maybe inherited.

    block: whether it stands by itself, as a paragraph does and a word in it does not, or holds what does.
    """

    role: str
    tag: str
    number: int
    parent: "Element | None"
    id: str = ""
    title: str = ""
    language: str = ""
    alt: str | None = None
    actual: str | None = None
    attributes: Table = field(default_factory=dict)
    kids: "list[Kid]" = field(default_factory=list)
    block: bool = False

    @property
    def elements(self) -> "Iterator[Element]":
        """The elements directly inside."""
        return (kid for kid in self.kids if isinstance(kid, Element))

    def walk(self) -> "Iterator[Element]":
        """This element and all inside, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


Kid: TypeAlias = Element | Content | Annotation


class StructureReader:
    """Reads the tree of one file into elements; raises `MalformedPdf` for one that is too deep or too large.

    parents: what each element says of its parent, by object number; repeated: elements that are there twice.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.root_table = document.table(document.catalog.get("StructTreeRoot"))
        self._roles = document.table(self.root_table.get("RoleMap"))
        self._classes = document.table(self.root_table.get("ClassMap"))
        self._count = 0
        self.parents: dict[int, Object] = {}
        self.repeated: list[int] = []

    def read(self) -> list[Element]:
        """The elements at the top, usually one `Document`."""
        language = self._document.string(self._document.catalog.get("Lang"))
        top = Element("StructTreeRoot", "StructTreeRoot", -1, None, language=language)
        self._read_kids(top, self.root_table.get("K"), -1, 0)
        return list(top.elements)

    def _read_kids(self, element: Element, value: Object, page: int, depth: int) -> None:
        if depth > DEPTH or self._count > ELEMENTS:
            raise MalformedPdf(
                f"the structure tree is deeper than {DEPTH} or larger than {ELEMENTS} elements"
            )
        whole = self._document.resolve(value)
        for kid in whole if isinstance(whole, list) else [value]:
            read = self._read_kid(element, kid, page, depth)
            if read is not None:
                element.kids.append(read)

    def _read_kid(self, element: Element, value: Object, page: int, depth: int) -> Kid | None:
        number = value.number if isinstance(value, Ref) else -1
        kid = self._document.resolve(value)
        if isinstance(kid, int):
            return Content(page, kid)
        if not isinstance(kid, dict):
            return None
        own = kid.get("Pg")
        page = own.number if isinstance(own, Ref) else page
        match self._document.name(kid.get("Type")):
            case "MCR":
                stream = kid.get("Stm")
                container = stream.number if isinstance(stream, Ref) else page
                return Content(container, self._document.integer(kid.get("MCID")))
            case "OBJR":
                target = kid.get("Obj")
                return Annotation(target.number if isinstance(target, Ref) else -1)
        self._count += 1
        if number >= 0:
            if number in self.parents:
                self.repeated.append(number)
            self.parents[number] = kid.get("P")
        return self._read_element(element, kid, number, page, depth)

    def _read_element(self, parent: Element, table: Table, number: int, page: int, depth: int) -> Element:
        document = self._document
        tag = document.name(table.get("S"))
        element = Element(self._role(tag), tag, number, parent, language=parent.language)
        if not table.keys() <= PLAIN:
            element.id = document.string(table.get("ID"))
            element.title = document.string(table.get("T"))
            element.language = document.string(table.get("Lang")) or parent.language
            element.alt = document.string(table["Alt"]) if "Alt" in table else None
            element.actual = document.string(table["ActualText"]) if "ActualText" in table else None
            element.attributes = self._attributes(table)
        if "K" in table:
            self._read_kids(element, table["K"], page, depth + 1)
        placed = element.role in BLOCKS or element.attributes.get("Placement") == "Block"
        element.block = placed or any(kid.block for kid in element.elements)
        return element

    def _role(self, tag: str) -> str:
        for _ in range(8):
            if tag in STANDARD or tag not in self._roles:
                return tag
            tag = self._document.name(self._roles[tag])
        return tag

    def _attributes(self, table: Table) -> Table:
        """The attributes of all owners, those of classes first (14.7.5.2)."""
        attributes: Table = {}
        for name in self._document.each(table.get("C")):
            for item in self._document.each(self._classes.get(str(name))):
                attributes |= self._document.table(item) if isinstance(item, dict) else {}
        for item in self._document.each(table.get("A")):
            attributes |= item if isinstance(item, dict) else {}
        return attributes
