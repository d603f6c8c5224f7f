"""Styles, fonts and formatting that are missing, strange, or not to be measured."""

from tests.verify.inspect.docx.handmade import p, r, style
from tests.verify.inspect.docx.mutants.mutant import after, mutant, text
from tests.verify.inspect.docx.sample import STRESS

QUOTE = '<w:pStyle w:val="TextInQ"/>'
TABLE = '<w:tblStyle w:val="GlossaryTable"/>'
LABEL = style("Label")
TABLES = style("GlossaryTable", "table", "")
FONT = '<w:font w:name="Plain"/>'


def styled(name: str, codes: str, inside: str) -> None:
    """Keep a mutant that has more in a style."""
    mutant(name, codes, ("styles", LABEL, style("Label", inside=inside)))


# --- styles --------------------------------------------------------------------------------------

text("a paragraph of no style", "undefined-style unknown-style", QUOTE, "")
text("a paragraph of a lost style", "undefined-style", QUOTE, '<w:pStyle w:val="TextInQQ"/>')
text("a run of a lost style", "undefined-style", STRESS, '<w:rStyle w:val="Strong"/>')
text("a table of a lost style", "undefined-style", TABLE, '<w:tblStyle w:val="Other"/>')
text("a paragraph of a style that says nothing", "unknown-style", QUOTE, '<w:pStyle w:val="Normal"/>')
text("a run of a style that no edition uses", "unknown-style", STRESS, '<w:rStyle w:val="Raised"/>')
mutant(
    "a table of a style that no edition uses",
    "unknown-style",
    ("document", TABLE, '<w:tblStyle w:val="Other"/>'),
    ("styles", TABLES, TABLES + style("Other", "table", "")),
)
text("a cell's style outside a table", "misplaced-style", QUOTE, '<w:pStyle w:val="TableText"/>')
text("a note's style in the text", "misplaced-style", QUOTE, '<w:pStyle w:val="FootnoteText"/>')
text(
    "another style in a cell",
    "misplaced-style",
    p("TableText", r("WAI")),
    p("Text", r("WAI")),
)
mutant("a style on a lost one", "undefined-style", ("styles", LABEL, style("Label", based_on="Lost")))
styled("a style before a lost one", "undefined-style", '<w:next w:val="Lost"/>')
mutant(
    "styles that are based on each other",
    "circular-style",
    ("styles", LABEL, style("Label", based_on="Item")),
    ("styles", style("Item"), style("Item", based_on="Label")),
)
mutant("a style that is there twice", "repeated-style", ("styles", LABEL, LABEL * 2))
mutant(
    "a style of another one's name",
    "repeated-style",
    ("styles", 'w:name w:val="Label"', 'w:name w:val="Item"'),
)
mutant("a style of no name", "repeated-style", ("styles", '<w:name w:val="Label"/>', ""))
mutant(
    "two kinds of defaults",
    "unknown-markup",
    ("styles", "</w:docDefaults>", "</w:docDefaults><w:docDefaults/>"),
)
mutant("something strange among styles", "unknown-markup", ("styles", LABEL, "<w:foo/>" + LABEL))
styled("something strange in a style", "unknown-markup", "<w:foo/>")
mutant("other defaults", "unknown-markup", ("styles", "<w:rPrDefault>", "<w:foo/><w:rPrDefault>"))

# --- formatting ----------------------------------------------------------------------------------

after("size by hand", "direct-formatting", STRESS, '<w:sz w:val="30"/>')
after("a hidden mark of a paragraph", "direct-formatting", QUOTE, "<w:rPr><w:vanish/></w:rPr>")
after("space by hand", "direct-formatting", QUOTE, '<w:spacing w:before="200"/>')
after("indents by hand", "direct-formatting", QUOTE, '<w:ind w:left="200"/>')
after("a frame", "unmeasured-formatting strange-attribute", QUOTE, '<w:framePr w:w="0" w:h="0"/>')
after("the end of a section", "unmeasured-formatting", QUOTE, "<w:sectPr/>")
styled("fitted text", "unmeasured-formatting", '<w:rPr><w:fitText w:val="10"/></w:rPr>')
styled("struck words", "unmeasured-formatting", "<w:rPr><w:strike/></w:rPr>")
styled("an outline of letters", "unmeasured-formatting", "<w:rPr><w:outline/></w:rPr>")
styled("a property that is there twice", "unmeasured-formatting", '<w:rPr><w:b/><w:b w:val="0"/></w:rPr>')
styled("something strange in a frame", "unmeasured-formatting", "<w:pPr><w:pBdr><w:foo/></w:pBdr></w:pPr>")
styled("indents by characters", "strange-attribute", '<w:pPr><w:ind w:leftChars="9000"/></w:pPr>')
mutant(
    "margins that fill a cell",
    "unmeasured-formatting",
    (
        "styles",
        TABLES,
        style(
            "GlossaryTable",
            "table",
            "",
            '<w:tblPr><w:tblCellMar><w:left w:w="5000" w:type="dxa"/></w:tblCellMar></w:tblPr>',
        ),
    ),
)

# --- fonts ---------------------------------------------------------------------------------------

mutant("a font that nobody declares", "undefined-font", ("styles", 'w:ascii="Plain"', 'w:ascii="Other"'))
mutant("a font of signs", "symbol-font", ("fontTable", FONT, FONT + '<w:font w:name="Wingdings 2"/>'))
mutant(
    "a font that says it has signs",
    "symbol-font",
    ("fontTable", FONT, '<w:font w:name="Plain"><w:charset w:val="02"/></w:font>'),
)
mutant(
    "an embedded font",
    "unknown-markup strange-attribute",
    ("fontTable", FONT, '<w:font w:name="Plain"><w:embedRegular r:id="r1"/></w:font>'),
)
