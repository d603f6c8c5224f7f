"""One XHTML file of a book, read strictly, with the looks of its elements."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from glossary_publish.verify.inspect.epub.cascade import Cascade
from glossary_publish.verify.inspect.epub.package import XML_LANG, File, Package, resolve
from glossary_publish.verify.inspect.epub.stylesheet import Stylesheet, read_stylesheet
from glossary_publish.verify.inspect.markup import parse_xml
from glossary_publish.verify.inspection import Fault

H = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
PLAIN = (
    "a abbr b bdi bdo blockquote body br caption cite code col colgroup dd dfn div dl dt em figcaption"
    " figure h1 h2 h3 h4 h5 h6 head html i img kbd li link main meta nav ol p pre q s samp section small"
    " span strong style sub sup table tbody td tfoot th thead title tr u ul var hr article aside header"
    " footer"
)
KNOWN = frozenset(H + name for name in PLAIN.split())
# Attributes that neither do anything nor say anything by themselves; most elements have no others.
HARMLESS = frozenset(("class", "id", "href"))
WORDED = (
    "title",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "placeholder",
    "summary",
)


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the spine: its place in the archive, its root, its looks."""

    file: File
    root: etree._Element
    cascade: Cascade

    @property
    def place(self) -> str:
        """Its path in the archive."""
        return self.file.place

    @property
    def name(self) -> str:
        """Its name for messages."""
        return self.file.place.rpartition("/")[2]

    @property
    def body(self) -> etree._Element:
        """The body; an empty one when there is none."""
        found = self.root.find(f"{H}body")
        return etree.Element(f"{H}body") if found is None else found


def read_page(package: Package, file: File, faults: list[Fault]) -> Page:
    """Read a file of the spine; raises `UnreadableFile`."""
    data = package.files[file.place]
    root = parse_xml(data, file.place, html=True)
    sheets = list(_stylesheets(package, file, root, faults))
    page = Page(file, root, Cascade(root, sheets))
    for sheet in sheets:
        faults += (
            Fault("unmeasured-style", f"the style {told!r} is not understood", page.name)
            for told in sheet.unclear
        )
        faults += (
            Fault("generated-words", f"the style adds {words!r} to the text", page.name)
            for words in sheet.written
            if any(map(str.isalnum, words))
        )
    faults += (
        Fault("unmeasured-style", f"the style {told!r} is not understood", page.name)
        for told in page.cascade.unclear
    )
    if b"<?xml-stylesheet" in data:
        faults.append(Fault("unmeasured-style", "an instruction loads a stylesheet", page.name))
    faults += _faults(package, page)
    return page


def _stylesheets(
    package: Package, file: File, root: etree._Element, faults: list[Fault]
) -> Iterator[Stylesheet]:
    for element in root.iter(f"{H}link", f"{H}style"):
        place = resolve(file.place, element.get("href", ""))
        if element.tag == f"{H}style":
            place, sheet = file.place, read_stylesheet((element.text or "").encode())
        elif "stylesheet" not in (element.get("rel") or "").split():
            faults.append(
                Fault("foreign-resource", f"a link to {element.get('href')!r} in the head", file.place)
            )
            continue
        elif place in package.files and package.file(place):
            sheet = read_stylesheet(package.files[place])
        else:
            faults.append(Fault("missing-resource", f"the stylesheet {place} is not in the book", file.place))
            continue
        yield sheet
        faults += (
            Fault("foreign-resource", f"a style loads {address!r}, which is not in the book", place)
            for address in sheet.addresses
            if not package.file(resolve(place, address))
        )


def _faults(package: Package, page: Page) -> Iterator[Fault]:
    language, direction = package.language, package.root.get("dir")
    if page.root.get("lang", language) != language or page.root.get(XML_LANG) != language:
        yield Fault(
            "languages-disagree", f"the page is not in {language}, the language of the book", page.name
        )
    if (page.root.get("dir") or "ltr") != (direction or "ltr"):
        yield Fault("directions-disagree", "page and package disagree on the direction of writing", page.name)
    ids = page.root.xpath("//@id")
    if len(set(ids)) != len(ids):
        twice = sorted({id for id in ids if ids.count(id) > 1})
        yield Fault("repeated-id", f"the id {twice[0]!r} is there twice", page.name)
    for element in page.root.iter(etree.Element):
        if element.tag not in KNOWN or not HARMLESS.issuperset(element.keys()):
            yield from _element_faults(element, page.name)


def _element_faults(element: etree._Element, name: str) -> Iterator[Fault]:
    tag = etree.QName(element).localname
    if element.tag not in KNOWN:
        yield Fault("unexpected-element", f"the element {tag!r} is none that an edition uses", name)
    for key, value in element.attrib.items():
        if key.startswith("on") or key in ("formaction", "srcdoc", "ping", "srcset", "background"):
            yield Fault("active-content", f"the attribute {key!r} of {tag!r}", name)
        elif key == "lang" and element.get(XML_LANG, value).lower() != value.lower():
            yield Fault("languages-disagree", f"lang and xml:lang of {tag!r} name two languages", name)
        elif key == "role" and not value.startswith("doc-"):
            yield Fault("misleading-role", f"{tag!r} pretends to be {value!r} to a screen reader", name)
        elif key in (
            "aria-hidden",
            "aria-live",
            "contenteditable",
            "tabindex",
            "inert",
            "aria-owns",
            "aria-flowto",
        ):
            yield Fault("misleading-role", f"the attribute {key!r} of {tag!r} changes what is read", name)
