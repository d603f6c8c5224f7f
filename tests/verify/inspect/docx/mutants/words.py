"""Markup that no edition has, and that may show, hide or change words."""

from tests.verify.inspect.docx.handmade import NOTE_MARK, field, note_mark, note_number, numbered, p, r
from tests.verify.inspect.docx.mutants.mutant import after, before, mutant, text
from tests.verify.inspect.docx.sample import ARABIC, FRENCH, STRESS

PLAIN = p("TextInQ", r("Quoted."))
QUOTED = r("Quoted.")
RUN = '<w:t xml:space="preserve">Plain </w:t>'
STRESSED = f"<w:r><w:rPr>{STRESS}</w:rPr>"

# --- changes and comments ------------------------------------------------------------------------

text("words inserted with tracking", "tracked-change", QUOTED, f'<w:ins w:id="9">{QUOTED}</w:ins>')
before("words deleted with tracking", "tracked-change", QUOTED, f'<w:del w:id="9">{r("Not")}</w:del>')
text("words moved with tracking", "tracked-change", QUOTED, f'<w:moveTo w:id="9">{QUOTED}</w:moveTo>')
text("a paragraph inserted with tracking", "tracked-change", PLAIN, f'<w:ins w:id="9">{PLAIN}</w:ins>')
text(
    "formatting changed with tracking",
    "tracked-change",
    f"<w:rPr>{STRESS}</w:rPr>",
    f"<w:rPr>{STRESS}<w:rPrChange><w:rPr/></w:rPrChange></w:rPr>",
)
before("a comment", "comment-in-file", QUOTED, '<w:commentRangeStart w:id="0"/>')

# --- words in strange places ---------------------------------------------------------------------

text(
    "a control inside a line",
    "unknown-markup",
    QUOTED,
    f"<w:sdt><w:sdtContent>{QUOTED}</w:sdtContent></w:sdt>",
)
text(
    "a smart tag",
    "unknown-markup strange-attribute",
    QUOTED,
    f'<w:smartTag w:element="x">{QUOTED}</w:smartTag>',
)
after("a text box", "unknown-markup", RUN, f"<w:pict><w:txbxContent>{PLAIN}</w:txbxContent></w:pict>")
after("an object", "unknown-markup", RUN, "<w:object/>")
after("a symbol", "unknown-markup strange-attribute", RUN, '<w:sym w:font="Wingdings" w:char="F04A"/>')
after("a page number of old", "unknown-markup", RUN, "<w:pgNum/>")
after("ruby", "unknown-markup", RUN, f"<w:ruby><w:rt>{r('a')}</w:rt></w:ruby>")
after("a formula", "unknown-markup bare-text", PLAIN, '<m:oMath xmlns:m="urn:m"><m:t>x</m:t></m:oMath>')
after("another file in the text", "unknown-markup strange-attribute", PLAIN, '<w:altChunk r:id="r99"/>')
after("a branch for other programs", "unknown-markup", PLAIN, f'<m:Choice xmlns:m="urn:m">{PLAIN}</m:Choice>')
after("a second section", "unknown-markup", PLAIN, "<w:sectPr/>")
before("a background of pages", "unknown-markup", "<w:body>", "<w:background/>")
after("a second body", "unknown-markup", "</w:body>", f"<w:body>{PLAIN}</w:body>")
after("words in a break", "unknown-markup", RUN, "<w:br><w:t>hidden</w:t></w:br>")
after("a break of a page", "strange-attribute", RUN, '<w:br w:type="page"/>')
after("bare words", "bare-text", RUN, "hidden")
after("a second look of a run", "unknown-markup", f"{STRESSED}", "<w:rPr><w:vanish/></w:rPr>")
after("a second look of a paragraph", "unknown-markup", QUOTED, "<w:pPr/>")
after("an element of no kind", "unknown-markup", QUOTED, "<w:foo/>")
after(
    "a bookmark between paragraphs",
    "unknown-markup broken-bookmark",
    PLAIN,
    '<w:bookmarkStart w:id="90" w:name="x"/>',
)
after("a paragraph that says nothing", "silent-paragraph", PLAIN, p("Text"))
after("a heading that says nothing", "silent-paragraph", PLAIN, p("Heading2"))

# --- what words are ------------------------------------------------------------------------------

text("words without their spaces", "", RUN, "<w:t>Plain </w:t>")
text("another word", "", r("Quoted."), r("Altered."))
text("words set from right to left", "wrong-direction", STRESSED, f"<w:r><w:rPr>{STRESS}<w:rtl/></w:rPr>")
text("words set from left to right", "wrong-direction", ARABIC, '<w:lang w:val="ar"/>')
text("words of no language of their own", "", FRENCH, "")
mutant(
    "a document of no language",
    "document-without-language properties-disagree",
    ("styles", 'w:val="en" ', ""),
)
mutant("another language in the defaults", "properties-disagree", ("styles", 'w:bidi="en"', 'w:bidi="de"'))
mutant("another language in the properties", "properties-disagree", ("core", ">en<", ">de<"))
after(
    "a paragraph that runs against its words", "direct-formatting wrong-direction", '"TextInQ"/>', "<w:bidi/>"
)
mutant(
    "a section that runs the other way",
    "wrong-direction",
    ("document", "</w:sectPr>", "<w:bidi/></w:sectPr>"),
)
mutant("another direction in the properties", "wrong-direction", ("custom", ">ltr<", ">rtl<"))

# --- fields --------------------------------------------------------------------------------------

PAGES = '<w:instrText xml:space="preserve"> NUMPAGES </w:instrText>'
AGAIN = '<w:instrText xml:space="preserve"> NOTEREF _note_mark_1 \\f \\h </w:instrText>'
END = '<w:fldChar w:fldCharType="end"/>'
RESULT = "<w:t>1</w:t>"

after("a field that loads", "unexpected-field", QUOTED, field(' INCLUDETEXT "a.docx" ', "words"))
after("a link as a field", "unexpected-field", QUOTED, field(' HYPERLINK "https://x.example" ', "here"))
after("a page number in the text", "unexpected-field", QUOTED, field(" PAGE ", "1"))
mutant("a note mark at the foot", "unexpected-field", ("footer", PAGES, AGAIN))
mutant(
    "a field with a format", "unexpected-field", ("footer", PAGES, PAGES.replace(" NUM", " \\* roman NUM"))
)
text("a mark of no note", "field-result-astray", AGAIN, AGAIN.replace("mark_1", "mark_9"))
text("a mark of another note", "field-result-astray", AGAIN, AGAIN.replace("mark_1", "mark_2"))
text("a mark that shows another number", "field-result-astray", RESULT, "<w:t>3</w:t>")
mutant(
    "words for a page number",
    "broken-field field-result-astray",
    ("footer", PAGES + "</w:r>", PAGES + "<w:t>x</w:t></w:r>"),
)
text("a field that never ends", "broken-field", END, "")
text("a field that ends twice", "broken-field", END, END * 2)
before("words in the code of a field", "broken-field field-result-astray", AGAIN, "<w:t>x</w:t>")
mutant(
    "a frozen field",
    "strange-attribute",
    ("document", '<w:fldChar w:fldCharType="begin"', '<w:fldChar w:fldLock="1" w:fldCharType="begin"'),
)
after("a code outside a field", "unknown-markup", RUN, "<w:instrText>PAGE</w:instrText>")
after("a form field", "unknown-markup", RUN, "<w:checkBox/>")

# --- footnotes -----------------------------------------------------------------------------------

MARK_TWO = '<w:footnoteReference w:id="2"/>'
OWN = "<w:footnoteRef/>"
MORE = r("Second note.")
text(
    "a mark of a note that is not there", "orphan-note-mark orphan-note", MARK_TWO, MARK_TWO.replace("2", "7")
)
text("a note without a mark", "orphan-note field-result-astray", '<w:footnoteReference w:id="1"/>', "<w:br/>")
text("two marks of a note", "note-marked-twice orphan-note", MARK_TWO, MARK_TWO.replace("2", "1"))
text("a mark that is not raised", "misplaced-style", note_mark(2), f"<w:r>{MARK_TWO}</w:r>")
text(
    "words that look like a mark",
    "misplaced-style",
    f"<w:rPr>{STRESS}</w:rPr>",
    f"<w:rPr>{NOTE_MARK}</w:rPr>",
)
mutant("a number twice", "unknown-markup", ("footnotes", MORE, f"<w:r>{OWN}</w:r>{MORE}"))
mutant("no line above the notes", "words-between-notes", ("footnotes", "<w:separator/>", ""))
text(
    "a mark of its own kind",
    "strange-attribute",
    MARK_TWO,
    MARK_TWO.replace("/>", ' w:customMarkFollows="1"/>'),
)
mutant(
    "two notes of an id",
    "repeated-number orphan-note-mark",
    ("footnotes", '<w:footnote w:id="2">', '<w:footnote w:id="1">'),
)
mutant(
    "a note without its number",
    "note-without-number",
    (
        "footnotes",
        '<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>' + note_number() + '<w:bookmarkStart w:id="31"',
        '<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>' + '<w:bookmarkStart w:id="31"',
    ),
)
mutant(
    "a number inside a note",
    "unknown-markup",
    ("footnotes", r("More."), r("More.") + "<w:r><w:footnoteRef/></w:r>"),
)
mutant(
    "words above the notes",
    "words-between-notes",
    ("footnotes", "<w:separator/>", "<w:separator/><w:t>x</w:t>"),
)
mutant(
    "a control in a note",
    "unknown-markup",
    (
        "footnotes",
        p("FootnoteText", r("More.")),
        f"<w:sdt><w:sdtContent>{p('FootnoteText', r('More.'))}</w:sdtContent></w:sdt>",
    ),
)
mutant(
    "something strange among notes",
    "unknown-markup",
    ("footnotes", "</w:footnotes>", "<w:foo/></w:footnotes>"),
)
text(
    "a mark in a control",
    "note-mark-in-control note-marked-twice",
    r("Second."),
    note_mark(1),
)
mutant(
    "a note that is numbered otherwise",
    "",
    ("document", "</w:sectPr>", '<w:footnotePr><w:numFmt w:val="upperRoman"/></w:footnotePr></w:sectPr>'),
    ("document", RESULT, "<w:t>I</w:t>"),
)
mutant(
    "notes counted from five",
    "unknown-markup",
    ("document", "</w:sectPr>", '<w:footnotePr><w:numStart w:val="5"/></w:footnotePr></w:sectPr>'),
)
text("a list in the wrong place", "list-disagrees", PLAIN, p("TextInQ", r("Quoted."), format=numbered(1)))
