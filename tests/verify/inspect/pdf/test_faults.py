"""Every fault that the inspector knows is put into a clean file, and seen."""

import tomllib
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from glossary_publish.verify.inspect.pdf import inspect
from tests.verify.inspect.pdf.handmade import Handmade, scope
from tests.verify.inspect.pdf.handmade import sample as make_sample
from tests.verify.inspect.pdf.mutation import altered, append, edit, element, elements

SAMPLE = make_sample()
HEADER = Dictionary(O=Name.Table, Scope=Name.Column)


def _drop(key: str, role: str, index: int = 0) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        del element(pdf, role, index)[key]

    return change


def _move_paragraph_into_item(pdf: Any) -> None:
    paragraph, item = element(pdf, "P"), element(pdf, "LI")
    paragraph.P.K.remove(paragraph)
    paragraph.P = item
    item.K.append(paragraph)


def _duplicate_id(pdf: Any) -> None:
    element(pdf, "LI", 3).ID = String("reference-1")


def _header_as_data(pdf: Any) -> None:
    for cell in list(elements(pdf, "TH")):
        cell.S = Name.TD


def _link_parent(pdf: Any) -> None:
    pdf.pages[0].Annots[0].StructParent = 99


def _retarget(pdf: Any) -> None:
    pdf.pages[0].Annots[1].Dest = String("note-9")


def _second_target(pdf: Any) -> None:
    other = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=pdf.pages[0].Annots[0].Rect,
            Contents=String("other"),
            A=Dictionary(S=Name.URI, URI=String("https://example.org/b")),
            StructParent=pdf.pages[0].Annots[0].StructParent,
        )
    )
    pdf.pages[0].Annots.append(other)
    element(pdf, "Link").K.append(Dictionary(Type=Name.OBJR, Obj=other, Pg=pdf.pages[0].obj))


def _move_link(pdf: Any) -> None:
    pdf.pages[0].Annots[0].Rect = Array([10, 10, 40, 20])


def _take_annotation(pdf: Any) -> None:
    annotation = pdf.pages[0].Annots[0]
    del pdf.pages[0].Annots[0]
    link = element(pdf, "Link")
    link.K = Array([kid for kid in link.K if kid.get("/Type") != Name.OBJR])
    del annotation["/StructParent"]


def _note_mark_to_other_note(pdf: Any) -> None:
    places = pdf.Root.Names.Dests.Names
    places.insert(0, places[1])
    places.insert(0, String("note-0"))
    pdf.pages[0].Annots[1].Dest = String("note-0")


def _destination_away(pdf: Any) -> None:
    names = pdf.Root.Names.Dests.Names
    index = next(at for at in range(0, len(names), 2) if str(names[at]) == "reference-2")
    names[index + 1] = Array([pdf.pages[0].obj, Name.XYZ, 0, 500, 0])


def _bookmark_away(pdf: Any) -> None:
    pdf.Root.Outlines.First.Dest = Array([pdf.pages[1].obj, Name.XYZ, 0, 580, 0])


def _dead_bookmark(pdf: Any) -> None:
    pdf.Root.Outlines.First.Dest = String("nowhere")


def _annotation(pdf: Any) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String("note"))
    pdf.pages[0].Annots.append(pdf.make_indirect(note))


def _second_attachment(pdf: Any) -> None:
    files = pdf.Root.Names.EmbeddedFiles.Names
    other = Dictionary(Type=Name.Filespec, UF=String("b.md"), EF=Dictionary(F=pdf.make_stream(b"other")))
    files.append(String("z"))
    files.append(pdf.make_indirect(other))


def _layers(pdf: Any) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("layer")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary())


def _font_outside(pdf: Any) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].Resources.Font.G = pdf.make_indirect(font)
    append(pdf, "/Artifact BMC BT /G 9 Tf 1 0 0 1 200 200 Tm (x) Tj ET EMC")


def _composite_font(pdf: Any) -> None:
    below = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.X, DW=600)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.X, DescendantFonts=Array([below]))
    font.Encoding = Name("/Identity-H")
    pdf.pages[0].Resources.Font.G = pdf.make_indirect(font)


def _empty_box(pdf: Any) -> None:
    _composite_font(pdf)
    append(pdf, "/Artifact BMC BT /G 9 Tf 1 0 0 1 200 200 Tm <0000> Tj ET EMC")


def _unknown_glyph(pdf: Any) -> None:
    _composite_font(pdf)
    append(pdf, "/Artifact BMC BT /G 9 Tf 1 0 0 1 200 200 Tm <0007> Tj ET EMC")


def _parent_of_page(pdf: Any) -> None:
    del pdf.pages[0]["/StructParents"]


def _parent_of_content(pdf: Any) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1][0] = element(pdf, "H2")


def _parent(pdf: Any) -> None:
    element(pdf, "H2").P = element(pdf, "P")


def _dead_content(pdf: Any) -> None:
    element(pdf, "P").K[0].MCID = 77


def _content_twice(pdf: Any) -> None:
    element(pdf, "H1").K.append(element(pdf, "H2").K[0])


def _element_twice(pdf: Any) -> None:
    kids = element(pdf, "Document").K
    kids.append(kids[1])


def _role(pdf: Any) -> None:
    element(pdf, "H2").S = Name.Title


def _skip_level(pdf: Any) -> None:
    element(pdf, "H2").S = Name.H3


def _uneven(pdf: Any) -> None:
    row = element(pdf, "TR", 1)
    del row.K[1]


def _metadata(pdf: Any) -> None:
    pdf.docinfo["/Title"] = "Another"


def _loose_text(pdf: Any) -> None:
    append(pdf, "BT /F 12 Tf 1 0 0 1 200 200 Tm <21> Tj ET")


def _loose_graphics(pdf: Any) -> None:
    append(pdf, "0 0 5 5 re f")


def _overlap(pdf: Any) -> None:
    append(pdf, "/Artifact BMC BT /F 12 Tf 1 0 0 1 44 474 Tm <2122> Tj ET EMC")


def _script(pdf: Any) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _printing(pdf: Any) -> None:
    pdf.pages[0].AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("1")))


def _scripts(pdf: Any) -> None:
    pdf.Root.Names.JavaScript = Dictionary(Names=Array())


def _launch(pdf: Any) -> None:
    pdf.pages[0].Annots[0].A = Dictionary(S=Name.Launch, F=String("calc"))


MUTANTS: list[tuple[str, set[str], Callable[[Any], None]]] = [
    ("no structure tree", {"untagged-pdf", "orphan-content", "link-outside-structure"}, lambda pdf: pdf.Root.__delitem__("/StructTreeRoot")),
    ("not marked as tagged", {"untagged-pdf"}, lambda pdf: pdf.Root.__delitem__("/MarkInfo")),
    ("an unknown type", {"unknown-element"}, _role),
    ("an element twice", {"element-twice", "content-twice"}, _element_twice),
    ("a paragraph in a list item", {"misplaced-element"}, _move_paragraph_into_item),
    ("no alternative text", {"figure-without-alternative"}, _drop("/Alt", "Figure")),
    ("no id of a note", {"note-without-id", "dead-id"}, _drop("/ID", "Note")),
    ("no scope", {"header-cell-without-scope"}, _drop("/A", "TH")),
    ("header cells are data", {"table-without-header"}, _header_as_data),
    ("a cell is gone", {"uneven-table", "orphan-content"}, _uneven),
    ("no IDTree", {"missing-id-tree"}, lambda pdf: pdf.Root.StructTreeRoot.__delitem__("/IDTree")),
    ("an id twice", {"duplicate-id", "dead-id"}, _duplicate_id),
    ("an id is not listed", {"id-not-in-tree"}, lambda pdf: pdf.Root.StructTreeRoot.IDTree.Names.__delitem__(slice(0, 2))),
    ("a wrong parent", {"broken-parent"}, _parent),
    ("a level skipped", {"skipped-heading-level"}, _skip_level),
    ("a dead MCID", {"dead-content", "orphan-content"}, _dead_content),
    ("content in two elements", {"content-twice"}, _content_twice),
    ("a page foot without artifact", {"unmarked-content"}, lambda pdf: edit(pdf, "/Artifact <</Type /Pagination>> BDC BT /F 9 Tf 1 0 0 1 40 20", "/Span BMC BT /F 9 Tf 1 0 0 1 40 20")),
    ("a page foot as content", {"orphan-content"}, lambda pdf: edit(pdf, "/Artifact <</Type /Pagination>> BDC BT /F 9 Tf 1 0 0 1 40 20", "/P <</MCID 40>> BDC BT /F 9 Tf 1 0 0 1 40 20")),
    ("text outside", {"unmarked-content"}, _loose_text),
    ("graphics outside", {"unmarked-content"}, _loose_graphics),
    ("content in content", {"nested-marked-content", "orphan-content"}, lambda pdf: edit(pdf, "<</MCID 0 >> BDC", "<</MCID 50>> BDC EMC /Span <</MCID 0>> BDC /Artifact BMC EMC")),
    ("an alternative on content", {"misplaced-alternative"}, lambda pdf: edit(pdf, "<</MCID 0 >> BDC", "<</MCID 0 /Alt (x)>> BDC")),
    ("content of a layer", {"optional-content"}, lambda pdf: edit(pdf, "<</MCID 0 >> BDC", "<</MCID 0 /Type /OCG>> BDC")),
    ("layers", {"optional-content"}, _layers),
    ("no way back from a page", {"broken-parent-tree"}, _parent_of_page),
    ("no way back from content", {"broken-parent-tree"}, _parent_of_content),
    ("no way back from a link", {"broken-parent-tree"}, _link_parent),
    ("no ActualText", {"right-to-left-without-actual-text"}, lambda pdf: edit(pdf, "/ActualText <FEFF05E905DC05D505DD>", "")),
    ("other ActualText", {"misleading-actual-text"}, lambda pdf: edit(pdf, "<FEFF05E905DC05D505DD>", "<FEFF05E905DC05D505DC>")),
    ("ActualText over words", {"misleading-actual-text"}, lambda pdf: edit(pdf, "<</MCID 0 >> BDC", "<</MCID 0 /ActualText (Last title)>> BDC")),
    ("ActualText of an element", {"misleading-actual-text"}, lambda pdf: element(pdf, "H1").__setitem__("/ActualText", String("No title"))),
    ("ActualText over nothing", {"misleading-actual-text"}, lambda pdf: append(pdf, "/Artifact <</ActualText (boo)>> BDC EMC")),
    ("an unknown glyph", {"unreadable-glyph", "font-not-embedded"}, _unknown_glyph),
    ("an empty box", {"empty-box-glyph", "unreadable-glyph", "font-not-embedded"}, _empty_box),
    ("words over words", {"overlapping-text"}, _overlap),
    ("a font outside", {"font-not-embedded"}, _font_outside),
    ("a link without annotation", {"link-without-annotation"}, _take_annotation),
    ("a link without description", {"link-without-description"}, lambda pdf: pdf.pages[0].Annots[0].__delitem__("/Contents")),
    ("a link to two places", {"unclear-link-target"}, _second_target),
    ("a link beside its words", {"misplaced-link"}, _move_link),
    ("a link outside the tree", {"link-outside-structure", "link-without-annotation"}, lambda pdf: element(pdf, "Link").__setitem__("/K", Array([element(pdf, "Link").K[0]]))),
    ("a link to no name", {"dead-link", "misleading-note-mark"}, _retarget),
    ("a note mark to another note", {"misleading-note-mark"}, _note_mark_to_other_note),
    ("a link that runs a program", {"forbidden-action", "unclear-link-target"}, _launch),
    ("a place elsewhere", {"misplaced-destination"}, _destination_away),
    ("a bookmark elsewhere", {"misplaced-bookmark"}, _bookmark_away),
    ("a bookmark to nowhere", {"dead-bookmark"}, _dead_bookmark),
    ("no metadata", {"missing-metadata"}, lambda pdf: pdf.Root.__delitem__("/Metadata")),
    ("another title", {"metadata-disagree"}, _metadata),
    ("another language", {"metadata-disagree"}, lambda pdf: pdf.Root.__setitem__("/Lang", String("de"))),
    ("another file", {"unclear-attachment"}, _second_attachment),
    ("an annotation", {"foreign-annotation"}, _annotation),
    ("a link that paints", {"foreign-annotation"}, lambda pdf: pdf.pages[0].Annots[0].__setitem__("/AP", Dictionary())),
    ("a script at opening", {"forbidden-action"}, _script),
    ("a script at a page", {"forbidden-action"}, _printing),
    ("named scripts", {"forbidden-action"}, _scripts),
    ("a form", {"form-field"}, lambda pdf: pdf.Root.__setitem__("/AcroForm", Dictionary(Fields=Array()))),
]  # fmt: skip


@pytest.mark.parametrize(("codes", "change"), [mutant[1:] for mutant in MUTANTS], ids=[mutant[0] for mutant in MUTANTS])
def test_a_fault_put_into_a_clean_file_is_seen_and_no_other(codes: set[str], change: Callable[[Any], None]) -> None:
    assert {fault.code for fault in inspect(altered(SAMPLE, change)).faults} == codes


def test_an_encrypted_file_is_refused() -> None:
    locked = altered(SAMPLE, lambda pdf: None, encryption=pikepdf.Encryption(owner="o", user="", R=6))
    assert [fault.code for fault in inspect(locked).faults] == ["encrypted-pdf"]


def test_an_appended_revision_is_seen() -> None:
    start = SAMPLE.rindex(b"startxref") + len(b"startxref\n")
    offset = int(SAMPLE[start:].split()[0])
    appended = SAMPLE + b"1 0 obj\n(x)\nendobj\n"
    table = b"xref\n0 0\ntrailer\n<</Size 1/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (offset, len(appended))
    trailer = inspect(appended + table.replace(b"/Root 1 0 R", _root(SAMPLE)))
    assert "second-revision" in {fault.code for fault in trailer.faults}


def _root(data: bytes) -> bytes:
    start = data.rindex(b"/Root ")
    return data[start : data.index(b" R", start) + 2]


@pytest.mark.parametrize(("role", "inner"), [("L", "LI"), ("Table", "TR")])
def test_a_list_or_table_that_goes_on_as_another_element_is_seen(role: str, inner: str) -> None:
    made = Handmade()
    for text in ("One", "Two"):
        holder = made.element(inner, made.element(role))
        cell = made.element("LBody", holder) if role == "L" else made.element("TH", holder, A=scope())
        made.words(text, cell)
        made.new_page()
    assert [fault.code for fault in inspect(made.data()).faults] == ["split-element"]


def test_every_code_is_explained_and_has_its_mutant() -> None:
    explained = tomllib.loads(files("glossary_publish.verify.inspect.pdf").joinpath("codes.toml").read_text("utf-8"))
    tried = {code for _, codes, _ in MUTANTS for code in codes}
    elsewhere = {"unreadable-pdf", "encrypted-pdf", "second-revision", "split-element"}
    assert explained.keys() == tried | elsewhere
    assert all(set(entry) == {"what", "why", "fix"} for entry in explained.values())
