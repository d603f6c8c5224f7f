"""Attributes and bare text, wherever they stand: what nobody asked for could hide words or show other ones."""

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from glossary_publish.verify.inspect.docx.wordml import (
    COMMENTS,
    TRACKED,
    WP,
    XML_SPACE,
    R,
    W,
    child_of,
    unknown,
    unknown_attribute,
)
from glossary_publish.verify.inspection import Fault

IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
BORDER = "val sz space color themeColor themeTint themeShade shadow frame"
WIDTH = "w type"
# Attributes by element, in the namespace of the element where none is told; all others have `val`, or none.
ATTRIBUTES = {
    "abstractNum": "abstractNumId",
    "bookmarkEnd": "id",
    "bookmarkStart": "id name",
    "color": "val themeColor themeTint themeShade",
    "compatSetting": "name uri val",
    "docGrid": "type linePitch charSpace",
    "docVar": "name val",
    "fldChar": "fldCharType",
    "font": "name",
    "footnote": "id type",
    "footnoteReference": "id",
    "gridCol": WIDTH,
    "ind": "left start right end firstLine hanging",
    "lang": "val eastAsia bidi",
    "latentStyles": "defLockedState defUIPriority defSemiHidden defUnhideWhenUsed defQFormat count",
    "lsdException": "name locked uiPriority semiHidden unhideWhenUsed qFormat",
    "lvl": "ilvl tplc tentative",
    "lvlOverride": "ilvl",
    "num": "numId",
    "pgMar": "top right bottom left header footer gutter",
    "pgSz": "w h orient code",
    "rFonts": "ascii hAnsi cs eastAsia asciiTheme hAnsiTheme cstheme eastAsiaTheme hint",
    "shd": "val color fill themeColor themeTint themeShade themeFill themeFillTint themeFillShade",
    "sig": "usb0 usb1 usb2 usb3 csb0 csb1",
    "spacing": "val before beforeLines after afterLines line lineRule beforeAutospacing afterAutospacing",
    "style": "type styleId default customStyle",
    "tab": "val pos leader",
    "tblLook": "val firstRow lastRow firstColumn lastColumn noHBand noVBand",
    "tblStylePr": "type",
    "themeFontLang": "val eastAsia bidi",
    "trHeight": "val hRule",
    "u": "val color",
    "zoom": "percent val",
    **dict.fromkeys("tblW tcW tblInd".split(), WIDTH),
    **dict.fromkeys(
        "top left bottom right start end between bar insideH insideV".split(), f"{BORDER} {WIDTH}"
    ),
    "tblLayout": "type",
    "bdr": BORDER,
    "cols": "space",
    "clrSchemeMapping": "bg1 t1 bg2 t2 accent1 accent2 accent3 accent4 accent5 accent6 hyperlink followedHyperlink",
}
QUALIFIED = {
    **{W + name: frozenset(W + one for one in names.split()) for name, names in ATTRIBUTES.items()},
    **dict.fromkeys((f"{W}t", f"{W}instrText"), frozenset((XML_SPACE,))),
    **dict.fromkeys((f"{W}headerReference", f"{W}footerReference"), frozenset((f"{W}type", f"{R}id"))),
    f"{W}hyperlink": frozenset((f"{R}id", f"{W}anchor", f"{W}history")),
}
PLAIN = frozenset((f"{W}val",))
TOLD = TRACKED | COMMENTS
ROOT = frozenset((IGNORABLE,)), True
# Elements with something in them that is looked at elsewhere; no other element has a child.
PARENTS = frozenset(
    W + name
    for name in (
        "document body p pPr r rPr hyperlink tbl tblPr tblGrid tr trPr tc tcPr sdt sdtPr sdtContent sectPr"
        " footnotePr footnotes footnote hdr ftr numPr pBdr tblBorders tcBorders tblCellMar tcMar tabs styles"
        " docDefaults rPrDefault pPrDefault style tblStylePr latentStyles numbering abstractNum num lvl"
        " lvlOverride settings compat docVars fonts font drawing docPartObj"
    ).split()
)
WORDS = etree.XPath(
    "//text()[normalize-space() and not(parent::w:t or parent::w:instrText)]", namespaces={"w": W.strip("{}")}
)


def vocabulary_faults(root: etree._Element, place: str) -> Iterator[Fault]:
    """Attributes that no edition uses, text outside the elements for it, and elements where none can be."""
    for element in root.iter():
        rule = _rule(str(element.tag))
        if rule is None:
            continue
        allowed, parent = rule if element is not root else ROOT
        for name in element.keys():  # noqa: SIM118  an element is its children, not a mapping
            if name not in allowed:
                yield unknown_attribute(element, str(name), place)
        if not parent and len(element):
            for child in element:
                yield from unknown(child, place)
    for words in WORDS(root):
        yield Fault("bare-text", f"{str(words)!r} stands outside the elements that hold text", place)


@lru_cache(maxsize=512)
def _rule(tag: str) -> tuple[frozenset[str], bool] | None:
    """The attributes of an element, and whether it may have children; None for what is looked at elsewhere."""
    if not tag.startswith(W) or tag.removeprefix(W) in TOLD:
        return None  # drawings have a reader of their own, changes and comments are told already
    return QUALIFIED.get(tag, PLAIN), tag in PARENTS


def repeated_ids(roots: dict[str, etree._Element]) -> Iterator[Fault]:
    """Ids of drawings and controls that are there twice, or no numbers (17.5.2.18, 20.4.2.5)."""
    seen: set[tuple[str, str]] = set()
    for place, root in roots.items():
        for element in root.iter(f"{WP}docPr", f"{W}sdtPr"):
            if element.tag == f"{W}sdtPr":
                found = child_of(element, f"{W}id")
                id = "" if found is None else found.get(f"{W}val") or ""
            else:
                id = element.get("id") or ""
            key = str(element.tag), id
            if key in seen or not id.removeprefix("-").isdecimal():
                what = "drawings" if element.tag == f"{WP}docPr" else "controls"
                yield Fault("repeated-number", f"two {what} have the id {id!r}, or it is no number", place)
            seen.add(key)
