"""Parts, relationships, heads and feet, settings and properties that are missing, strange or of two minds."""

from tests.verify.inspect.docx.handmade import WORD, arrow, custom_properties, outer, p, png, r
from tests.verify.inspect.docx.mutants.mutant import mutant, text

LINES = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="9"/></w:footnotePr>'
TAB = "<w:r><w:tab/></w:r>"
END = "</Relationships>"
CORE = "</cp:coreProperties>"
HEADER = '<w:headerReference w:type="default" r:id="r11"/>'
MARGINS = 'w:left="1440" w:header="720"'


def related(name: str, codes: str, row: str, more: tuple[tuple[str, bytes], ...] = ()) -> None:
    """Keep a mutant that has one more relationship of the document."""
    mutant(name, codes, ("arrows", END, row + END), more=more)


# --- parts ---------------------------------------------------------------------------------------

mutant("a stray part", "unexpected-part wrong-content-type", more=(("word/vbaProject.bin", b"macro"),))
mutant("a stray picture", "unexpected-part", more=(("word/media/more.png", png()),))
related(
    "a picture that nothing shows",
    "unexpected-part",
    arrow("r50", "image", "media/more.png"),
    (("word/media/more.png", png()),),
)
related("an address that nothing shows", "unexpected-part", outer("r50", "https://example.org/z"))
related(
    "a macro",
    "unexpected-part wrong-content-type",
    arrow("r50", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
    (("word/vbaProject.bin", b"macro"),),
)
related(
    "an embedded file", "unexpected-part dangling-relationship", arrow("r50", "package", "embeddings/a.xlsx")
)
related(
    "a template outside",
    "unexpected-part foreign-relationship",
    arrow("r50", "attachedTemplate", "https://x.example/a.dotm", ' TargetMode="External"'),
)
related(
    "a picture outside",
    "foreign-relationship unexpected-part",
    arrow("r50", "image", "https://x.example/a.png", ' TargetMode="External"'),
)
related(
    "a link to a part",
    "foreign-relationship unexpected-part wrong-content-type",
    arrow("r50", "hyperlink", "styles.xml"),
)
related("a relationship of one id", "ambiguous-relationship", outer("r1", "https://example.org/z"))
related(
    "two parts of styles",
    "ambiguous-relationship",
    arrow("r50", "styles", "numbering.xml").replace("numbering.xml", "styles.xml"),
)
related(
    "a relationship to nothing",
    "dangling-relationship unexpected-part",
    arrow("r50", "image", "media/lost.png"),
)
related(
    "properties that hang on the text",
    "unexpected-part",
    arrow("r50", "custom-properties", "../docProps/custom.xml"),
)
mutant(
    "a theme of pictures", "wrong-content-type", ("types", "officedocument.theme+xml", "officedocument.theme")
)
mutant(
    "a part of no type",
    "wrong-content-type",
    ("types", '<Default Extension="png" ContentType="image/png"/>', ""),
)
mutant(
    "a type of no part",
    "wrong-content-type",
    ("types", "</Types>", '<Override PartName="/x.xml" ContentType="a/b"/></Types>'),
)
mutant(
    "two types of a part",
    "wrong-content-type",
    ("types", "</Types>", '<Default Extension="PNG" ContentType="image/png"/></Types>'),
)
mutant(
    "a document with macros",
    "wrong-content-type",
    ("types", f"{WORD}.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
)
mutant(
    "footnotes that hang on nothing",
    "unexpected-part orphan-note-mark",
    ("arrows", arrow("r25", "footnotes", "footnotes.xml"), ""),
)

# --- head, foot and page -------------------------------------------------------------------------

text("a head on the first page only", "head-or-foot-astray", HEADER, HEADER.replace("default", "first"))
text("no head", "head-or-foot-astray", HEADER, "")
text("a head twice", "head-or-foot-astray", HEADER, HEADER * 2)
text("a first page of its own", "unknown-markup", "</w:sectPr>", "<w:titlePg/></w:sectPr>")
text("margins that leave no room", "page-without-room", MARGINS, MARGINS.replace("1440", "11000"))
text("a foot below the page", "page-without-room", 'w:footer="720"', 'w:footer="-720"')
text("a page of no size", "page-without-room", '<w:pgSz w:w="12240" w:h="15840"/>', "")
text("columns", "strange-attribute", "</w:sectPr>", '<w:cols w:num="2"/></w:sectPr>')
text("numbers of lines", "unknown-markup", "</w:sectPr>", "<w:lnNumType/></w:sectPr>")
mutant("another word at the head", "", ("header", "Draft", "Final"))
mutant("a tab more at the foot", "head-or-foot-astray", ("footer", TAB, TAB * 2))
mutant("a head that is emptied", "", ("header", p("Header", r("Draft")), ""))
mutant(
    "a link at the head",
    "unknown-markup",
    ("header", r("Draft"), f'<w:hyperlink r:id="r1">{r("Draft")}</w:hyperlink>'),
)
mutant(
    "a table at the head",
    "unknown-markup",
    ("header", p("Header", r("Draft")), p("Header", r("Draft")) + "<w:tbl/>"),
)
mutant(
    "a drawing at the head", "unknown-markup", ("header", r("Draft"), r("Draft") + "<w:r><w:drawing/></w:r>")
)
mutant("a head of a lost style", "undefined-style", ("header", '"Header"', '"Head"'))
mutant("a head of another style", "head-or-foot-astray", ("header", '"Header"', '"Text"'))
mutant(
    "a head that is numbered",
    "head-or-foot-astray",
    (
        "header",
        '<w:pStyle w:val="Header"/>',
        '<w:pStyle w:val="Header"/><w:numPr><w:numId w:val="1"/></w:numPr>',
    ),
)
mutant(
    "a note's mark at the foot",
    "unknown-markup",
    ("footer", r("Term"), r("Term") + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
)

# --- settings ------------------------------------------------------------------------------------


def setting(name: str, inside: str, codes: str = "unexpected-setting") -> None:
    """Keep a mutant of a setting."""
    mutant(name, codes, ("settings", "</w:settings>", f"{inside}</w:settings>"))


setting("fields that are worked out at opening", "<w:updateFields/>")
setting("recorded changes", "<w:trackRevisions/>")
setting("other heads on even pages", "<w:evenAndOddHeaders/>")
setting("a template", '<w:attachedTemplate r:id="r1"/>', "unexpected-setting strange-attribute")
setting("a mail merge", "<w:mailMerge/>")
setting("something strange in the settings", "<w:compat><w:foo/></w:compat>")
setting("a line above notes that is not there", LINES, "words-between-notes")
mutant("an old way of laying out", "unexpected-setting", ("settings", 'w:val="15"', 'w:val="11"'))
setting("ink and paper that change places", '<w:clrSchemeMapping w:bg1="dark1"/>')

# --- properties ----------------------------------------------------------------------------------

mutant("another title", "", ("core", "<dc:title>Handmade", "<dc:title>Other"))
mutant("another version", "properties-disagree", ("custom", ">1.0<", ">1.1<"))
mutant("another creator", "properties-disagree", ("core", "<dc:creator>Press", "<dc:creator>Somebody"))
mutant("a date of today", "properties-disagree", ("core", "<dcterms:modified>2025", "<dcterms:modified>2026"))
mutant(
    "another company",
    "properties-disagree",
    ("app", "</Properties>", "<Company>Other</Company></Properties>"),
)
mutant(
    "a strange property of every document",
    "unknown-property",
    ("core", CORE, f"<cp:contentStatus>Final</cp:contentStatus>{CORE}"),
)
mutant("a title twice", "unknown-property", ("core", CORE, f"<dc:title>Handmade</dc:title>{CORE}"))
mutant(
    "a strange property of the program",
    "unknown-property",
    ("app", "</Properties>", "<Manager>X</Manager></Properties>"),
)
mutant("a property of no known name", "unknown-property", ("custom", 'name="code"', 'name="codes"'))
mutant(
    "a property twice",
    "unknown-property",
    ("custom", "</Properties>", custom_properties({"code": "EC-2"}).partition(">")[2]),
)
mutant("a property of a wrong number", "unknown-property", ("custom", 'pid="3"', 'pid="33"'))
mutant("another code", "", ("custom", ">EC-1<", ">EC-2<"))

# --- what can not be read at all -----------------------------------------------------------------

mutant("a colour of no kind", "unreadable-docx", ("theme", "0B4F6C", "0B4F6"))
mutant("a switch of no kind", "unreadable-docx", ("document", "<w:tblHeader/>", '<w:tblHeader w:val="yes"/>'))
mutant("a length of no kind", "unreadable-docx", ("document", 'w:w="12240"', 'w:w="wide"'))
mutant(
    "a number of no kind",
    "unreadable-docx",
    (
        "document",
        '<w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">Deep one',
        '<w:ilvl w:val="x"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">Deep one',
    ),
)
mutant(
    "a document type", "unreadable-docx", ("styles", "<w:styles ", '<!DOCTYPE x [<!ENTITY a "b">]><w:styles ')
)
mutant("an instruction to programs", "unreadable-docx", ("document", "<w:body>", "<?mso-x y?><w:body>"))
mutant("XML that breaks off", "unreadable-docx", ("footnotes", "</w:footnotes>", ""))
mutant("no main document", "unreadable-docx", without=("document",))
mutant("no list of types", "unreadable-docx", without=("types",))
mutant(
    "the strict form",
    "unreadable-docx",
    (
        "document",
        "schemas.openxmlformats.org/wordprocessingml/2006/main",
        "purl.oclc.org/ooxml/wordprocessingml/main",
    ),
)
