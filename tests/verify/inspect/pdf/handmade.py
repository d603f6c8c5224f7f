"""Tagged PDFs made by hand, one construct at a time, with a font of boxes.

Every glyph is a box of 0.4 by 0.7 of the size on an advance of 0.6, so each test knows where the ink is.
"""

import io
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

WIDTH, HEIGHT = 400, 600
ADVANCE = 0.6
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:own="https://example.org/ns/handout#">
<rdf:Description rdf:about="" pdf:Producer="by hand" own:slug="handmade" own:sourceHash="abc">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Handmade</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
<own:version>1.0</own:version>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass
class Sheet:
    """A page under construction."""

    page: Any
    content: list[bytes] = field(default_factory=list)
    owners: list[Any] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)


class Handmade:
    """Builds one file; `data()` closes it."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.sheets: list[Sheet] = []
        self.codes: dict[str, int] = {" ": 32}
        self.font = self.pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type3))
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array()))
        self.named: dict[str, Any] = {}
        self.elements: list[Any] = []
        self.annotations: list[tuple[Any, Any]] = []
        self.bookmarks: list[tuple[str, Any]] = []
        self.document = self.element("Document", self.root)
        self.new_page()

    # --- building ---

    def new_page(self) -> None:
        """Begin a page; what follows goes on it."""
        self.pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        self.sheets.append(Sheet(self.pdf.pages[-1].obj))

    def element(self, role: str, parent: Any = None, **entries: Any) -> Any:
        """A structure element at the end of its parent."""
        parent = self.document if parent is None else parent
        table = Dictionary(Type=Name.StructElem, S=Name("/" + role), P=parent, K=Array(), **entries)
        made = self.pdf.make_indirect(table)
        parent.K.append(made)
        self.elements.append(made)
        return made

    def words(
        self,
        text: str,
        parent: Any,
        x: float = 40,
        y: float = 40,
        size: float = 12,
        before: str = "",
        properties: str = "",
    ) -> Any:
        """Words on a line `y` below the top, marked as content of an element; `before` are operators."""
        sheet = self.sheets[-1]
        mcid = len(sheet.owners)
        sheet.owners.append(parent)
        parent.K.append(Dictionary(Type=Name.MCR, Pg=sheet.page, MCID=mcid))
        shown = self._shown(text, x, y, size)
        sheet.content.append(
            f"/Span <</MCID {mcid} {properties}>> BDC q {before} ".encode() + shown + b" Q EMC"
        )
        return parent

    def artifact(self, text: str, x: float = 40, y: float = 580, size: float = 9) -> None:
        """Words that are furniture."""
        shown = self._shown(text, x, y, size)
        self.sheets[-1].content.append(b"/Artifact <</Type /Pagination>> BDC " + shown + b" EMC")

    def paint(self, operators: str) -> None:
        """Graphics that are decoration."""
        self.sheets[-1].content.append(f"/Artifact BMC q {operators} Q EMC".encode())

    def link(self, parent: Any, target: str, x: float, y: float, width: float, **entries: Any) -> Any:
        """A link annotation over words on a line, held by an element; `#name` leads to a named place."""
        box = Array([x, HEIGHT - y - 4, x + width, HEIGHT - y + 12])
        table = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box, Contents=String(target), **entries)
        if target.startswith("#"):
            table.Dest = String(target[1:])
        else:
            table.A = Dictionary(S=Name.URI, URI=String(target))
        annotation = self.pdf.make_indirect(table)
        parent.K.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=self.sheets[-1].page))
        self.sheets[-1].links.append(annotation)
        self.annotations.append((annotation, parent))
        return annotation

    def place(self, name: str, y: float) -> None:
        """A named destination on this page."""
        self.named[name] = Array([self.sheets[-1].page, Name.XYZ, 0, HEIGHT - y, 0])

    def bookmark(self, title: str, y: float) -> None:
        """A bookmark to a place on this page."""
        self.bookmarks.append((title, Array([self.sheets[-1].page, Name.XYZ, 0, HEIGHT - y, 0])))

    def _shown(self, text: str, x: float, y: float, size: float) -> bytes:
        codes = bytes(self.codes.setdefault(character, len(self.codes) + 32) for character in text)
        return f"BT /F {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm <{codes.hex()}> Tj ET".encode()

    # --- closing ---

    def data(self) -> bytes:
        """The file."""
        self._close_font()
        self._close_pages()
        self._close_structure()
        self._close_catalog()
        buffer = io.BytesIO()
        self.pdf.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return buffer.getvalue()

    def _close_font(self) -> None:
        codes = range(32, max(self.codes.values()) + 1)
        pairs = "\n".join(
            f"<{code:02x}> <{text.encode('utf-16-be').hex()}>" for text, code in self.codes.items()
        )
        cmap = f"1 begincodespacerange <00> <ff> endcodespacerange\nbeginbfchar\n{pairs}\nendbfchar"
        box = self.pdf.make_stream(b"600 0 0 0 500 700 d1 100 0 400 700 re f")
        space = self.pdf.make_stream(b"600 0 d0")
        self.font.update(
            Dictionary(
                FontBBox=Array([0, 0, 600, 700]),
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
                FirstChar=32,
                LastChar=codes[-1],
                Widths=Array([600] * len(codes)),
                CharProcs=Dictionary(box=box, space=space),
                Encoding=Dictionary(Differences=Array([32, Name.space, *([Name.box] * (len(codes) - 1))])),
                ToUnicode=self.pdf.make_stream(cmap.encode()),
                Resources=Dictionary(),
            )
        )

    def _close_pages(self) -> None:
        for index, sheet in enumerate(self.sheets):
            sheet.page.Resources = Dictionary(Font=Dictionary(F=self.font))
            sheet.page.Contents = self.pdf.make_stream(b"\n".join(sheet.content))
            sheet.page.StructParents = index
            if sheet.links:
                sheet.page.Annots = Array(sheet.links)

    def _close_structure(self) -> None:
        numbers: list[Any] = []
        for index, sheet in enumerate(self.sheets):
            numbers.extend([index, Array(sheet.owners)])
        for index, (annotation, parent) in enumerate(self.annotations, len(self.sheets)):
            annotation.StructParent = index
            numbers.extend([index, parent])
        self.root.ParentTree = Dictionary(Nums=Array(numbers))
        named = sorted((bytes(element.ID), element) for element in self.elements if "/ID" in element)
        if named:
            self.root.IDTree = Dictionary(
                Names=Array([part for name, element in named for part in (String(name.decode()), element)])
            )

    def _close_catalog(self) -> None:
        catalog = self.pdf.Root
        catalog.StructTreeRoot, catalog.Lang = self.root, String("en")
        catalog.MarkInfo = Dictionary(Marked=True)
        catalog.Metadata = self.pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
        places = Array([part for name in sorted(self.named) for part in (String(name), self.named[name])])
        source = self.pdf.make_stream(b"source", Type=Name.EmbeddedFile)
        attached = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String("handmade.md"),
                UF=String("handmade.md"),
                EF=Dictionary(F=source),
                AFRelationship=Name.Source,
            )
        )
        catalog.AF = Array([attached])
        catalog.Names = Dictionary(
            Dests=Dictionary(Names=places),
            EmbeddedFiles=Dictionary(Names=Array([String("handmade.md"), attached])),
        )
        if self.bookmarks:
            self._close_outline(catalog)
        self.pdf.docinfo["/Title"], self.pdf.docinfo["/Producer"] = "Handmade", "by hand"

    def _close_outline(self, catalog: Any) -> None:
        made = [
            self.pdf.make_indirect(Dictionary(Title=String(title), Dest=place))
            for title, place in self.bookmarks
        ]
        for first, second in pairwise(made):
            first.Next, second.Prev = second, first
        catalog.Outlines = self.pdf.make_indirect(Dictionary(First=made[0], Last=made[-1], Count=len(made)))
        for item in made:
            item.Parent = catalog.Outlines


def scope(value: str = "Column") -> Any:
    """The attributes of a header cell."""
    return Dictionary(O=Name.Table, Scope=Name("/" + value))


def numbering(value: str) -> Any:
    """The attributes of a list."""
    return Dictionary(O=Name.List, ListNumbering=Name("/" + value))


def sample() -> bytes:
    """One file with every construct that the inspector knows, in order, without a fault."""
    made = Handmade()
    made.bookmark("First title", 20)
    made.place("title", 20)
    made.words("First title", made.element("H1", ID=String("title")), y=40, size=20)
    box = made.element("Sect", T=String("crisis-us@1.0"))
    made.paint("0.9 0.9 0.9 rg 30 500 340 40 re f")
    made.words("Call now", made.element("P", box), y=70, before="0.5 0 0 rg")
    paragraph = made.words("Words go", made.element("P"), y=110)
    made.words("over the line ", paragraph, y=126)
    link = made.element("Link", paragraph)
    made.words("here", link, x=140, y=126)
    made.link(link, "https://example.org/a", 140, 126, 29)
    mark = made.element("Link", made.element("Reference", paragraph))
    made.words("1", mark, x=170, y=121, size=8)
    made.link(mark, "#note-1", 170, 121, 6)
    french = made.element("Span", paragraph, Lang=String("fr"))
    made.words(" mot juste", french, x=180, y=126)
    bullets = made.element("L", A=numbering("Disc"))
    for y, text in ((150, "One"), (166, "Two")):
        item = made.element("LI", bullets)
        made.words("•", made.element("Lbl", item), x=30, y=y)
        made.words(text, made.element("LBody", item), y=y)
    table = made.element("Table")
    for y, (tag, texts) in ((190, ("TH", ("Name", "Sum"))), (206, ("TD", ("All", "3")))):
        row = made.element("TR", table)
        for x, text in zip((40, 140), texts, strict=True):
            entries = {"A": scope()} if tag == "TH" else {}
            made.words(text, made.element(tag, row, **entries), x=x, y=y)
    made.element("Figure", Alt=String("A square"))
    made.words("םולש", made.element("P"), y=230, properties="/ActualText <FEFF05E905DC05D505DD>")
    made.artifact("Handmade", 40)
    made.artifact("Page 1", 300)
    made.new_page()
    made.bookmark("Sources", 20)
    made.words("Sources", made.element("H2"), y=40, size=16)
    references = made.element("L", A=numbering("Decimal"))
    for number, text in ((1, "Bordin. Alliance."), (2, "Horvath. Alliance.")):
        y = 50 + 16 * number
        made.place(f"reference-{number}", y - 14)
        item = made.element("LI", references, ID=String(f"reference-{number}"))
        made.words(f"{number}.", made.element("Lbl", item), x=24, y=y)
        made.words(text, made.element("LBody", item), y=y)
    notes = made.element("L", A=numbering("Decimal"))
    item = made.element("LI", notes)
    made.place("note-1", 106)
    made.words("1.", made.element("Lbl", item), x=24, y=120)
    note = made.element("Note", made.element("LBody", item), ID=String("note-1"))
    made.words("A note.", made.element("P", note), y=120)
    made.artifact("Handmade", 40)
    made.artifact("Page 2", 300)
    return made.data()
