"""Settings, the theme and fonts: what could change the words or how they are seen (17.15)."""

from collections.abc import Iterator, Set

from lxml import etree

from glossary_publish.verify.inspect.docx.wordml import VAL, A, W, name_of, others, value
from glossary_publish.verify.inspection import Fault

KNOWN = frozenset(
    (
        "zoom defaultTabStop characterSpacingControl footnotePr compat docVars themeFontLang"
        " clrSchemeMapping decimalSymbol listSeparator autoHyphenation doNotHyphenateCaps"
        " hyphenationZone"
    ).split()
)
INSIDE = {"compat": ("compatSetting",), "docVars": ("docVar",), "footnotePr": ("footnote",)}
# Word's own mapping of the names of ink and paper to the slots of a theme (17.15.1.20).
MAPPING = {
    "bg1": "light1",
    "t1": "dark1",
    "bg2": "light2",
    "t2": "dark2",
    "hyperlink": "hyperlink",
    "followedHyperlink": "followedHyperlink",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
}
MODE = "15"  # of Word 2013 and later
SYMBOLS = ("symbol", "wingdings", "webdings", "dingbats", "mt extra", "marlett", "bookshelf symbol")
SYMBOL_CHARSET = "02"
SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")
FONT = frozenset("altName panose1 charset family notTrueType pitch sig".split())


def setting_faults(root: etree._Element | None, place: str) -> Iterator[Fault]:
    """Settings that no edition uses, and an age of Word in which it lays text out in another way."""
    strange = list(others(root, KNOWN, place))
    for element in () if root is None else root:
        name = name_of(element)
        if name in KNOWN:
            strange += others(element, INSIDE.get(name, ()), place)
        if name == "clrSchemeMapping":
            for key, text in element.attrib.items():
                if MAPPING.get(key.removeprefix(W)) != text:
                    yield Fault("unexpected-setting", f"the colour {key.removeprefix(W)} is {text}", place)
    yield from (Fault("unexpected-setting", fault.message, place) for fault in strange)
    ages = [
        value(one)
        for one in (() if root is None else root.iter(f"{W}compatSetting"))
        if one.get(f"{W}name") == "compatibilityMode"
    ]
    if ages != [MODE]:
        yield Fault("unexpected-setting", f"the compatibility mode is {ages} instead of {MODE}", place)


def document_variables(root: etree._Element | None) -> dict[str, str]:
    """The names that a document gives to its bookmarks."""
    rows = () if root is None else root.iter(f"{W}docVar")
    return {row.get(f"{W}name") or "": row.get(VAL) or "" for row in rows}


def lines_above_notes(root: etree._Element | None) -> list[str]:
    """The ids of the lines above notes (17.11.9)."""
    return [] if root is None else [row.get(f"{W}id") or "" for row in root.iter(f"{W}footnote")]


def font_faults(fonts: etree._Element | None, used: Set[str]) -> Iterator[Fault]:
    """Fonts that are used and not declared, and fonts that show signs instead of letters (17.8.3)."""
    declared = set()
    for font in () if fonts is None else fonts:
        declared.add(font.get(f"{W}name") or "")
        yield from others(font, FONT, "fontTable.xml")
        charset = font.find(f"{W}charset")
        if charset is not None and charset.get(VAL) == SYMBOL_CHARSET:
            yield Fault(
                "symbol-font", f"{font.get(f'{W}name')!r} shows signs instead of letters", "fontTable.xml"
            )
        for name in (font.get(f"{W}name") or "", value(font, "altName")):
            if name.lower().startswith(SYMBOLS):
                yield Fault("symbol-font", f"{name!r} shows signs instead of letters", "fontTable.xml")
    for name in sorted(used - declared):
        yield Fault("undefined-font", f"the font {name!r} is used and not declared", "fontTable.xml")


def fonts_named(user: etree._Element) -> frozenset[str]:
    """The fonts that styles, lists or a theme name; what the text names is formatted by hand, a fault of its own."""
    named = (fonts.get(W + key) for fonts in user.iter(f"{W}rFonts") for key in SCRIPTS)
    faces = (element.get("typeface") for element in user.iter(f"{A}latin", f"{A}ea", f"{A}cs"))
    return frozenset(name for name in (*named, *faces) if name)
