"""Lists, headings, anchors, links, controls, tables and pictures that are put together wrongly."""

from tests.verify.inspect.docx.handmade import BLOCK, NAMES, level, list_of, p, picture, r, style
from tests.verify.inspect.docx.mutants.mutant import after, before, mutant, text
from tests.verify.inspect.docx.sample import LABEL, TAB

PLAIN = p("TextInQ", r("Quoted."))

# --- lists and headings --------------------------------------------------------------------------

text("a list that is not there", "undefined-list", '<w:numId w:val="5"/>', '<w:numId w:val="9"/>')
mutant(
    "a list of a kind that is not there",
    "undefined-list",
    ("numbering", '<w:num w:numId="5"><w:abstractNumId w:val="1"/>', '<w:num w:numId="5">'),
)
mutant(
    "lists of one number",
    "repeated-number",
    ("numbering", '<w:num w:numId="5">', '<w:num w:numId="2">'),
    ("document", '<w:numId w:val="5"/>', '<w:numId w:val="2"/>'),
)
mutant(
    "a strange level",
    "unknown-markup",
    ("numbering", '<w:lvlText w:val="–"/>', '<w:lvlText w:val="–"/><w:foo/>'),
)
mutant(
    "a picture as a bullet",
    "unknown-markup",
    ("numbering", '<w:num w:numId="1">', '<w:numPicBullet/><w:num w:numId="1">'),
)
text(
    "numbers for bullets",
    "list-disagrees",
    '<w:pStyle w:val="ItemInN"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/>',
    '<w:pStyle w:val="ItemInN"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>',
)
text(
    "a number on another level",
    "list-disagrees",
    '<w:ilvl w:val="0"/><w:numId w:val="5"/>',
    '<w:ilvl w:val="1"/><w:numId w:val="5"/>',
)
after(
    "a number in two lists",
    "unmeasured-formatting",
    '<w:ilvl w:val="0"/><w:numId w:val="5"/>',
    '<w:numId w:val="2"/>',
)
mutant(
    "a level that is there twice",
    "repeated-number",
    ("numbering", level(1, "bullet", "–"), level(1, "bullet", "–") * 2),
)
mutant(
    "a start that is there twice",
    "repeated-number",
    (
        "numbering",
        list_of(2, 1, (0, 3)),
        list_of(2, 1, (0, 3), (0, 4)),
    ),
)
text("an item without a number", "", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>', "")
mutant(
    "a list that starts elsewhere",
    "",
    ("numbering", '<w:startOverride w:val="3"/>', '<w:startOverride w:val="4"/>'),
)
mutant(
    "numbers with words",
    "",
    (
        "numbering",
        '<w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="3"',
        '<w:lvlText w:val="Step %2."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="3"',
    ),
)
mutant(
    "bullets that say nothing",
    "",
    (
        "numbering",
        '<w:lvlText w:val="•"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/>',
        '<w:lvlText w:val=""/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/>',
    ),
)
mutant(
    "a heading of no level",
    "outline-level-disagrees",
    ("styles", style("Heading1", inside='<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'), style("Heading1")),
)
mutant(
    "a paragraph with a level",
    "outline-level-disagrees",
    ("styles", style("TextInQ"), style("TextInQ", inside='<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')),
)
text("a heading of another level", "", '<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading2"/>')
text(
    "a level that is left out",
    "heading-level-missing",
    '<w:pStyle w:val="CrisisNoticeHeading2"/>',
    '<w:pStyle w:val="Heading3"/>',
)

# --- anchors and links ---------------------------------------------------------------------------

TITLE = '<w:bookmarkStart w:id="1" w:name="title"/>'
text("a bookmark of one's id", "repeated-bookmark broken-bookmark", TITLE, TITLE.replace('"1"', '"2"'))
text("a bookmark of one's name", "repeated-bookmark", TITLE, TITLE.replace("title", "CRISIS"))
text("a bookmark of a strange name", "broken-bookmark", TITLE, TITLE.replace("title", "the title"))
text("a bookmark that never ends", "broken-bookmark", '<w:bookmarkEnd w:id="1"/>', "")
text(
    "a bookmark that ends elsewhere",
    "broken-bookmark misplaced-anchor",
    r("First title") + '<w:bookmarkEnd w:id="1"/></w:p>',
    r("First title")
    + '</w:p><w:p><w:pPr><w:pStyle w:val="Text"/></w:pPr>'
    + r("x")
    + '<w:bookmarkEnd w:id="1"/></w:p>',
)
text("an anchor inside a line", "misplaced-anchor", TITLE, r("Before ") + TITLE)
text(
    "an anchor that ends early",
    "misplaced-anchor",
    '<w:bookmarkEnd w:id="1"/>',
    '<w:bookmarkEnd w:id="1"/>' + r(" after"),
)
text(
    "two anchors of a paragraph",
    "misplaced-anchor",
    TITLE,
    '<w:bookmarkStart w:id="80" w:name="more"/>' + TITLE + r("x") + '<w:bookmarkEnd w:id="80"/>',
)
text("a renamed anchor", "", TITLE, TITLE.replace("title", "other"))
text(
    "a link to no anchor",
    "dangling-anchor",
    '<w:hyperlink w:anchor="reference_1">',
    '<w:hyperlink w:anchor="reference_9">',
)
text(
    "a link to another anchor",
    "",
    '<w:hyperlink w:anchor="reference_1">',
    '<w:hyperlink w:anchor="reference_2">',
)
mutant(
    "a name of no bookmark",
    "dangling-anchor",
    ("settings", "</w:settings>", '<w:docVars><w:docVar w:name="x" w:val="y"/></w:docVars></w:settings>'),
)
mutant(
    "two names of an anchor",
    "repeated-bookmark",
    (
        "settings",
        "</w:settings>",
        '<w:docVars><w:docVar w:name="title" w:val="crisis"/></w:docVars></w:settings>',
    ),
)
text(
    "a link without a way",
    "dangling-relationship",
    '<w:hyperlink r:id="r1">' + r("988"),
    '<w:hyperlink r:id="r9">' + r("988"),
)
text(
    "a link to a place in another page",
    "",
    '<w:hyperlink r:id="r1">' + r("988"),
    '<w:hyperlink r:id="r1" w:anchor="x">' + r("988"),
)
text(
    "a tooltip",
    "strange-attribute",
    '<w:hyperlink r:id="r1">' + r("988"),
    '<w:hyperlink r:id="r1" w:tooltip="Call 999">' + r("988"),
)
mutant("a link to a program", "unexpected-address", ("arrows", "https://example.org/a", "file:///c:/run.exe"))
mutant("a link to another page", "", ("arrows", "https://example.org/a", "https://example.org/c"))

# --- controls ------------------------------------------------------------------------------------

LOCK = '<w:id w:val="101"/><w:lock w:val="sdtContentLocked"/>'
ID = '<w:id w:val="101"/>'
text("a lock that is lost", "control-out-of-order", LOCK, ID)
text(
    "a lock of half a kind", "unclear-control control-out-of-order", LOCK, f'{ID}<w:lock w:val="sdtLocked"/>'
)
text("a control that is no building block", "unclear-control", LOCK + BLOCK, LOCK)
text("a control bound to data", "unknown-markup", LOCK, LOCK + "<w:dataBinding/>")
text(
    "a tag of no meaning",
    "unclear-control control-out-of-order misleading-control",
    '"references/2"',
    '"goog_rdk_1"',
)
text("a tag of another part", "misleading-control", '"references/2"', '"colophon/1"')
text("a control that is counted wrongly", "control-out-of-order", '"references/2"', '"references/3"')
text("a stamp of another version", "control-out-of-order", "crisis-us@1.0/1", "crisis-us@2.0/1")
text(
    "a control of another title",
    "misleading-control",
    '<w:alias w:val="disclaimer"/>',
    '<w:alias w:val="Call 999"/>',
)
text("controls of one id", "repeated-number", ID, ID.replace("101", "102"))
text(
    "a control over two paragraphs",
    "unclear-control",
    p("DisclaimerText", r("No care.")),
    p("DisclaimerText", r("No care.")) * 2,
)
after(
    "a control around nothing",
    "unclear-control repeated-number",
    PLAIN,
    "<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>",
)

# --- tables and facts ----------------------------------------------------------------------------

HEADER = "<w:trPr><w:tblHeader/></w:trPr>"
LAST = f"<w:tc><w:tcPr/>{p('TableText', r('36'))}</w:tc>"
text("a table without a header", "table-without-header-row misplaced-style", HEADER, "")
text(
    "a header that is not first",
    "header-row-not-first misplaced-style",
    "</w:tr><w:tr>",
    f"</w:tr><w:tr>{HEADER}",
)
text("a row that lacks a cell", "uneven-rows", LAST, "")
text(
    "merged cells",
    "unmeasured-formatting",
    f"<w:tc><w:tcPr/>{p('TableText', r('WAI'))}",
    f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("TableText", r("WAI"))}',
)
text("a cell of nothing", "cell-without-one-paragraph", LAST, "<w:tc><w:tcPr/></w:tc>")
text(
    "a cell of two paragraphs",
    "cell-without-one-paragraph",
    LAST,
    LAST.replace("</w:tc>", f"{p('TableText', r('x'))}</w:tc>"),
)
text(
    "a table in a cell",
    "cell-without-one-paragraph unknown-markup",
    LAST,
    LAST.replace("</w:tc>", "<w:tbl/></w:tc>"),
)
text("a cell that is emptied", "", p("TableText", r("36")), p("TableText"))
text("a control in a row", "unknown-markup uneven-rows", LAST, f"<w:sdt>{LAST}</w:sdt>")
text("columns that run the other way", "wrong-direction", "<w:tblLook", "<w:bidiVisual/><w:tblLook")
text("a table that floats", "unmeasured-formatting", "<w:tblLook", "<w:tblpPr/><w:tblLook")
text("a fact without its label", "fact-without-label", r("Updated", LABEL), r("Updated"))
text("a fact of one piece", "fact-without-label", TAB, "")
text("a label in a value", "fact-without-label", r("1 May"), r("1 May", LABEL))

# --- pictures ------------------------------------------------------------------------------------

ABOUT = '<wp:docPr id="1" name="Picture 1" descr="A dot"/>'
text("a picture without words", "drawing-without-words", ' descr="A dot"', "")
text("another alternative text", "", ' descr="A dot"', ' descr="A spot"')
text(
    "a picture of no size",
    "drawing-out-of-sight",
    '<wp:extent cx="914400" cy="457200"/>',
    '<wp:extent cx="0" cy="0"/>',
)
text("a picture that is hidden", "strange-attribute", ABOUT, ABOUT.replace("/>", ' hidden="1"/>'))
text("a picture that is a link", "unknown-markup", ABOUT, ABOUT.replace("/>", "><a:hlinkClick/></wp:docPr>"))
text("a picture that is cut", "unknown-markup", "<a:stretch>", '<a:srcRect l="99000"/><a:stretch>')
text(
    "a picture that is blotted out",
    "unknown-markup",
    '<a:blip r:embed="r2"/>',
    '<a:blip r:embed="r2"><a:lum/></a:blip>',
)
text("a picture that is not there", "drawing-without-image unexpected-part", 'r:embed="r2"', 'r:embed="r9"')
text("a picture outside the file", "drawing-without-image strange-attribute", 'r:embed="r2"', 'r:link="r2"')
text("a picture of nothing", "drawing-without-image unexpected-part", '<a:blip r:embed="r2"/>', "")
text(
    "a picture that floats",
    "unknown-markup",
    '<wp:inline distT="0" distB="0" distL="0" distR="0">',
    '<wp:inline relativeHeight="0">',
)
text(
    "a drawing with a text box",
    "unknown-markup",
    "<pic:blipFill>",
    f'<x:txbx xmlns:x="urn:x">{PLAIN}</x:txbx><pic:blipFill>',
)
mutant("a picture that is none", "damaged-media", more=((NAMES["image"], b"GIF89a"),))
text("a picture that is cut to a line", "unknown-markup", 'prst="rect"', 'prst="line"')
text(
    "a picture that calls itself another thing",
    "unknown-markup",
    '<a:graphicData uri="http',
    '<a:graphicData uri="urn',
)
text("a picture that lacks its shape", "drawing-without-image", "<a:stretch><a:fillRect/></a:stretch>", "")
after("a second image in a drawing", "unknown-markup", '<a:blip r:embed="r2"/>', '<a:blip r:embed="r2"/>')
before("a drawing in no paragraph", "unknown-markup", "<w:sectPr>", "<w:drawing/>")
after("drawings of one id", "repeated-number", PLAIN, p("Figure", picture("Another dot")))
after("ids that are no numbers", "repeated-number", PLAIN, p("Figure", picture("Another dot", "x")))
