"""What can be done to a clean file: each mutant by its name, with the codes of its faults."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from tests.verify.inspect.pdf.mutation import append, edit, element, elements

Change = Callable[[Any], None]
MUTANTS: dict[str, tuple[set[str], Change]] = {}

FOOT = "/Artifact <</Type /Pagination>> BDC BT /F 9 Tf 1 0 0 1 40 20"
FIRST = "<</MCID 0 >> BDC"
SHALOM = "/ActualText <FEFF05E905DC05D505DD>"


def mutant(name: str, *codes: str) -> Callable[[Change], Change]:
    """Register a change under its name."""

    def register(change: Change) -> Change:
        MUTANTS[name] = (set(codes), change)
        return change

    return register


def swapped(name: str, old: str, new: str, *codes: str) -> None:
    """Register a change of the first page's content."""
    mutant(name, *codes)(lambda pdf: edit(pdf, old, new))


def added(name: str, operators: str, *codes: str) -> None:
    """Register something that is painted at the end of the first page."""
    mutant(name, *codes)(lambda pdf: append(pdf, operators))


# --- content ---

swapped("a page foot without artifact", FOOT, "/Span BMC BT /F 9 Tf 1 0 0 1 40 20", "unmarked-content")
swapped("a page foot as content", FOOT, "/P <</MCID 40>> BDC BT /F 9 Tf 1 0 0 1 40 20", "orphan-content")
swapped(
    "content in content",
    FIRST,
    "<</MCID 50>> BDC EMC /Span <</MCID 0>> BDC /Artifact BMC EMC",
    "nested-marked-content",
    "orphan-content",
)
swapped("an alternative on content", FIRST, "<</MCID 0 /Alt (x)>> BDC", "misplaced-alternative")
swapped("content of a layer", FIRST, "<</MCID 0 /Type /OCG>> BDC", "optional-content")
swapped("no ActualText", SHALOM, "", "right-to-left-without-actual-text")
swapped("other ActualText", SHALOM, SHALOM.replace("05DD", "05DC"), "misleading-actual-text")
swapped("ActualText over words", FIRST, "<</MCID 0 /ActualText (Last title)>> BDC", "misleading-actual-text")
added("ActualText over nothing", "/Artifact <</ActualText (boo)>> BDC EMC", "misleading-actual-text")
added("text outside", "BT /F 12 Tf 1 0 0 1 200 200 Tm <21> Tj ET", "unmarked-content")
added("graphics outside", "0 0 5 5 re f", "unmarked-content")
added("words over words", "/Artifact BMC BT /F 12 Tf 1 0 0 1 44 474 Tm <2122> Tj ET EMC", "overlapping-text")


@mutant("ActualText of an element", "misleading-actual-text")
def _(pdf: Any) -> None:
    element(pdf, "H1").ActualText = String("No title")


@mutant("a dead MCID", "dead-content", "orphan-content")
def _(pdf: Any) -> None:
    element(pdf, "P").K[0].MCID = 77


@mutant("content in two elements", "content-twice")
def _(pdf: Any) -> None:
    element(pdf, "H1").K.append(element(pdf, "H2").K[0])


@mutant("layers", "optional-content")
def _(pdf: Any) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("layer")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary())


# --- fonts ---


def composite_font(pdf: Any) -> None:
    """A font of two-byte codes that is not in the file and says nothing of its glyphs."""
    below = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.X, DW=600)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.X, DescendantFonts=Array([below]))
    font.Encoding = Name("/Identity-H")
    pdf.pages[0].Resources.Font.G = pdf.make_indirect(font)


@mutant("a font outside", "font-not-embedded")
def _(pdf: Any) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].Resources.Font.G = pdf.make_indirect(font)
    append(pdf, "/Artifact BMC BT /G 9 Tf 1 0 0 1 200 200 Tm (x) Tj ET EMC")


def real_font(pdf: Any, said: str) -> None:
    """A font whose glyph of `A` is painted and said to be something."""
    path = Path(__file__).parents[4] / "layouts/fonts/AtkinsonHyperlegibleNext-Regular.ttf"
    program = pdf.make_stream(path.read_bytes())
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.X, Flags=4, FontFile2=program)
    below = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.X, DW=600, FontDescriptor=descriptor
    )
    below.CIDToGIDMap = Name.Identity
    glyph = TTFont(path).getGlyphID(TTFont(path).getBestCmap()[ord("A")])
    mapping = f"beginbfchar <{glyph:04x}> <{ord(said):04x}> endbfchar"
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.X, DescendantFonts=Array([below]))
    font.Encoding, font.ToUnicode = Name("/Identity-H"), pdf.make_stream(mapping.encode())
    pdf.pages[0].Resources.Font.G = pdf.make_indirect(font)
    append(pdf, f"/Artifact BMC BT /G 9 Tf 1 0 0 1 200 200 Tm <{glyph:04x}> Tj ET EMC")


@mutant("a glyph that is said to be another", "misleading-font")
def _(pdf: Any) -> None:
    real_font(pdf, "B")


@mutant("a glyph that is what it is said to be")
def _(pdf: Any) -> None:
    real_font(pdf, "A")


@mutant("a code that the encoding leads to the empty box", "empty-box-glyph", "font-not-embedded")
def _(pdf: Any) -> None:
    composite_font(pdf)
    font = pdf.pages[0].Resources.Font.G
    font.Encoding = pdf.make_stream(b"begincidchar <0007> 0 endcidchar")
    font.ToUnicode = pdf.make_stream(b"beginbfchar <0007> <0041> endbfchar")
    append(pdf, "/Artifact BMC BT /G 9 Tf 1 0 0 1 200 200 Tm <0007> Tj ET EMC")


@mutant("an empty box", "empty-box-glyph", "unreadable-glyph", "font-not-embedded")
def _(pdf: Any) -> None:
    composite_font(pdf)
    append(pdf, "/Artifact BMC BT /G 9 Tf 1 0 0 1 200 200 Tm <0000> Tj ET EMC")


@mutant("an unknown glyph", "unreadable-glyph", "font-not-embedded")
def _(pdf: Any) -> None:
    composite_font(pdf)
    append(pdf, "/Artifact BMC BT /G 9 Tf 1 0 0 1 200 200 Tm <0007> Tj ET EMC")


# --- structure ---


@mutant("no structure tree", "untagged-pdf", "orphan-content", "link-outside-structure")
def _(pdf: Any) -> None:
    del pdf.Root["/StructTreeRoot"]


@mutant("not marked as tagged", "untagged-pdf")
def _(pdf: Any) -> None:
    del pdf.Root["/MarkInfo"]


@mutant("an unknown type", "unknown-element")
def _(pdf: Any) -> None:
    element(pdf, "H2").S = Name.Title


@mutant("an element twice", "element-twice", "content-twice")
def _(pdf: Any) -> None:
    kids = element(pdf, "Document").K
    kids.append(kids[1])


@mutant("a paragraph in a list item", "misplaced-element")
def _(pdf: Any) -> None:
    paragraph, item = element(pdf, "P"), element(pdf, "LI")
    paragraph.P.K.remove(paragraph)
    paragraph.P = item
    item.K.append(paragraph)


@mutant("no alternative text", "figure-without-alternative")
def _(pdf: Any) -> None:
    del element(pdf, "Figure")["/Alt"]


@mutant("no id of a note", "note-without-id", "dead-id")
def _(pdf: Any) -> None:
    del element(pdf, "Note")["/ID"]


@mutant("no scope", "header-cell-without-scope")
def _(pdf: Any) -> None:
    del element(pdf, "TH")["/A"]


@mutant("header cells are data", "table-without-header")
def _(pdf: Any) -> None:
    for cell in list(elements(pdf, "TH")):
        cell.S = Name.TD


@mutant("a cell is gone", "uneven-table", "orphan-content")
def _(pdf: Any) -> None:
    del element(pdf, "TR", 1).K[1]


@mutant("no IDTree", "missing-id-tree")
def _(pdf: Any) -> None:
    del pdf.Root.StructTreeRoot["/IDTree"]


@mutant("an id twice", "duplicate-id", "dead-id")
def _(pdf: Any) -> None:
    element(pdf, "LI", 3).ID = String("reference-1")


@mutant("an id is not listed", "id-not-in-tree")
def _(pdf: Any) -> None:
    del pdf.Root.StructTreeRoot.IDTree.Names[0:2]


@mutant("a wrong parent", "broken-parent")
def _(pdf: Any) -> None:
    element(pdf, "H2").P = element(pdf, "P")


@mutant("a level skipped", "skipped-heading-level")
def _(pdf: Any) -> None:
    element(pdf, "H2").S = Name.H3


@mutant("no way back from a page", "broken-parent-tree")
def _(pdf: Any) -> None:
    del pdf.pages[0]["/StructParents"]


@mutant("no way back from content", "broken-parent-tree")
def _(pdf: Any) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1][0] = element(pdf, "H2")


@mutant("no way back from a link", "broken-parent-tree")
def _(pdf: Any) -> None:
    pdf.pages[0].Annots[0].StructParent = 99


# --- links and places ---


@mutant("a link without annotation", "link-without-annotation")
def _(pdf: Any) -> None:
    del pdf.pages[0].Annots[0]
    link = element(pdf, "Link")
    link.K = Array([kid for kid in link.K if kid.get("/Type") != Name.OBJR])


@mutant("a link outside the tree", "link-outside-structure", "link-without-annotation")
def _(pdf: Any) -> None:
    link = element(pdf, "Link")
    link.K = Array([link.K[0]])


@mutant("a link without description", "link-without-description")
def _(pdf: Any) -> None:
    del pdf.pages[0].Annots[0]["/Contents"]


@mutant("a link to two places", "unclear-link-target")
def _(pdf: Any) -> None:
    first = pdf.pages[0].Annots[0]
    other = pdf.make_indirect(Dictionary(dict(first.items())))
    other.A = Dictionary(S=Name.URI, URI=String("https://example.org/b"))
    pdf.pages[0].Annots.append(other)
    element(pdf, "Link").K.append(Dictionary(Type=Name.OBJR, Obj=other, Pg=pdf.pages[0].obj))


@mutant("a link beside its words", "misplaced-link")
def _(pdf: Any) -> None:
    pdf.pages[0].Annots[0].Rect = Array([10, 10, 40, 20])


@mutant("a link to no name", "dead-link", "misleading-note-mark")
def _(pdf: Any) -> None:
    pdf.pages[0].Annots[1].Dest = String("note-9")


@mutant("a note mark to another note", "misleading-note-mark")
def _(pdf: Any) -> None:
    places = pdf.Root.Names.Dests.Names
    places.insert(0, places[1])
    places.insert(0, String("note-0"))
    pdf.pages[0].Annots[1].Dest = String("note-0")


@mutant("a link that runs a program", "forbidden-action", "unclear-link-target")
def _(pdf: Any) -> None:
    pdf.pages[0].Annots[0].A = Dictionary(S=Name.Launch, F=String("calc"))


@mutant("a place elsewhere", "misplaced-destination")
def _(pdf: Any) -> None:
    names = pdf.Root.Names.Dests.Names
    index = next(at for at in range(0, len(names), 2) if str(names[at]) == "reference-2")
    names[index + 1] = Array([pdf.pages[0].obj, Name.XYZ, 0, 500, 0])


@mutant("a bookmark elsewhere", "misplaced-bookmark")
def _(pdf: Any) -> None:
    pdf.Root.Outlines.First.Dest = Array([pdf.pages[1].obj, Name.XYZ, 0, 580, 0])


@mutant("a bookmark to nowhere", "dead-bookmark")
def _(pdf: Any) -> None:
    pdf.Root.Outlines.First.Dest = String("nowhere")


# --- the file as a whole ---


@mutant("no metadata", "missing-metadata")
def _(pdf: Any) -> None:
    del pdf.Root["/Metadata"]


@mutant("another title", "metadata-disagree")
def _(pdf: Any) -> None:
    pdf.docinfo["/Title"] = "Another"


@mutant("another language", "metadata-disagree")
def _(pdf: Any) -> None:
    pdf.Root.Lang = String("de")


@mutant("another file", "unclear-attachment")
def _(pdf: Any) -> None:
    embedded = Dictionary(F=pdf.make_stream(b"other"))
    other = pdf.make_indirect(Dictionary(Type=Name.Filespec, UF=String("b.md"), EF=embedded))
    pdf.Root.Names.EmbeddedFiles.Names.extend([String("z"), other])


@mutant("an annotation", "foreign-annotation")
def _(pdf: Any) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String("note"))
    pdf.pages[0].Annots.append(pdf.make_indirect(note))


@mutant("a link that paints", "foreign-annotation")
def _(pdf: Any) -> None:
    pdf.pages[0].Annots[0].AP = Dictionary()


@mutant("a script at opening", "forbidden-action")
def _(pdf: Any) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@mutant("a script at a page", "forbidden-action")
def _(pdf: Any) -> None:
    pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("1")))


@mutant("named scripts", "forbidden-action")
def _(pdf: Any) -> None:
    pdf.Root.Names.JavaScript = Dictionary(Names=Array())


@mutant("a form", "form-field")
def _(pdf: Any) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array())
