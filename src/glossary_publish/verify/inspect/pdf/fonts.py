"""What a code of a font says (ToUnicode) and how far it advances (ISO 32000-1, 9.6 to 9.10)."""

import re
from dataclasses import dataclass, field

from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf, Name, Object, Stream, Table, hexadecimal

MAPPINGS = 200_000
SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>")
RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
CID_SECTION = re.compile(rb"begincid(char|range)(.*?)endcid", re.DOTALL)
CID_PAIR = re.compile(rb"<([0-9A-Fa-f]{1,8})>\s*(\d{1,5})")
CID_RANGE = re.compile(rb"<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>\s*(\d{1,5})")
UNKNOWN = "\ufffd"
PROGRAMS = ("FontFile", "FontFile2", "FontFile3")


@dataclass(slots=True)
class Glyph:
    """What one code paints: its text, the number of its glyph, and its advance in thousandths of the size.

    missing: the empty box of a font without the character. spaces: whether word spacing applies (9.3.3).
    special: either of them.
    """

    text: str
    cid: int
    width: float
    missing: bool
    spaces: bool
    special: bool


@dataclass(slots=True)
class Font:
    """A font of a page. `code_bytes` is 2 for composite fonts, 1 for simple ones.

    program: the font file inside the file, if its glyphs are numbered by CIDs. cids: the CID of
    each code where the encoding says so; else code and CID are the same.
    """

    name: str
    embedded: bool
    code_bytes: int
    unicode: dict[int, str]
    widths: dict[int, float]
    default_width: float
    glyphs: dict[bytes, Glyph] = field(default_factory=dict)
    program: bytes | None = None
    cids: dict[int, int] | None = None
    by_digits: dict[bytes, tuple[Glyph, ...]] = field(default_factory=dict)

    def glyph(self, code: bytes) -> Glyph:
        """The glyph of a code; made once per code."""
        number = int.from_bytes(code)
        composite = self.code_bytes == 2
        text = self.unicode.get(number)
        cid = number if self.cids is None else self.cids.get(number, 0)
        if text is None:
            text = UNKNOWN if composite else code.decode("cp1252", "replace")
        width = self.widths.get(cid, self.default_width)
        missing, spaces = composite and cid == 0, code == b" "
        return self.glyphs.setdefault(code, Glyph(text, cid, width, missing, spaces, missing or spaces))

    def read(self, shown: bytes) -> list[Glyph]:
        """The glyphs of a shown string."""
        step = self.code_bytes
        codes = [shown[at : at + step] for at in range(0, len(shown), step)]
        return [self.glyphs.get(code) or self.glyph(code) for code in codes]

    def read_digits(self, digits: bytes) -> tuple[Glyph, ...]:
        """The glyphs of a shown string in hexadecimal digits; short ones are kept, for they come again."""
        glyphs = tuple(self.read(hexadecimal(digits)))
        if len(glyphs) == 1:
            self.by_digits[digits] = glyphs
        return glyphs


def load_font(document: Document, value: Object) -> Font:
    """Read a font dictionary; raises `MalformedPdf` for an encoding that is not read."""
    table = document.table(value)
    kind = document.name(table.get("Subtype"))
    unicode = _unicode(document, table)
    name = document.name(table.get("BaseFont"))
    if kind != "Type0":
        return _simple(document, table, kind, name, unicode)
    encoding = document.resolve(table.get("Encoding"))
    if encoding != "Identity-H" and not isinstance(encoding, Stream):
        raise MalformedPdf(f"font {name} has the encoding {encoding!r:.40}, which is not read")
    descendants = document.each(table.get("DescendantFonts"))
    below = document.table(descendants[0]) if descendants else {}
    widths = _composite_widths(document, below)
    default = document.resolve(below.get("DW", 1000))
    width = float(default) if isinstance(default, int | float) else 1000.0
    program = _program(document, below)
    numbered = document.resolve(below.get("CIDToGIDMap", Name("Identity"))) == "Identity"
    font = Font(name, program is not None, 2, unicode, widths, width)
    font.program = document.decoded(program) if program and numbered else None
    font.cids = read_encoding(document.decoded(encoding)) if isinstance(encoding, Stream) else None
    return font


def _simple(document: Document, table: Table, kind: str, name: str, unicode: dict[int, str]) -> Font:
    scale = 1.0
    if kind == "Type3":
        scale = 1000 * (document.numbers(table.get("FontMatrix")) or [0.001])[0]
    first = document.integer(table.get("FirstChar", 0))
    widths = {first + at: width * scale for at, width in enumerate(document.numbers(table.get("Widths")))}
    return Font(name, kind == "Type3" or _program(document, table) is not None, 1, unicode, widths, 500.0)


def _program(document: Document, table: Table) -> Stream | None:
    descriptor = document.table(table.get("FontDescriptor"))
    found = (document.resolve(descriptor.get(key)) for key in PROGRAMS)
    return next((stream for stream in found if isinstance(stream, Stream)), None)


def _composite_widths(document: Document, table: Table) -> dict[int, float]:
    widths: dict[int, float] = {}
    items = [document.resolve(item) for item in document.array(table.get("W"))]
    at = 0
    while at + 1 < len(items):
        first, second = document.integer(items[at]), items[at + 1]
        if isinstance(second, list):
            widths.update(enumerate(document.numbers(second), first))
            at += 2
        else:
            last = min(document.integer(second), first + 65_535)
            (width,) = document.numbers(items[at + 2 : at + 3]) or [0.0]
            widths.update(dict.fromkeys(range(first, last + 1), width))
            at += 3
    return widths


def _unicode(document: Document, table: Table) -> dict[int, str]:
    stream = document.resolve(table.get("ToUnicode"))
    return read_cmap(document.decoded(stream)) if isinstance(stream, Stream) else {}


def read_cmap(data: bytes) -> dict[int, str]:
    """The mappings of a ToUnicode CMap (9.10.3) from code to text."""
    mappings: dict[int, str] = {}
    for kind, body in SECTION.findall(data):
        if kind == b"char":
            mappings.update({int(code, 16): _utf16(value) for code, value in PAIR.findall(body)})
            continue
        for first, last, start, values in RANGE.findall(body):
            codes = range(int(first, 16), min(int(last, 16), int(first, 16) + 65_535) + 1)
            if values:
                each = re.findall(rb"<([0-9A-Fa-f\s]*)>", values)
                mappings.update({code: _utf16(value) for code, value in zip(codes, each, strict=False)})
            else:
                mappings.update(_run(codes, _utf16(start)))
            if len(mappings) > MAPPINGS:
                raise MalformedPdf(f"a font maps more than {MAPPINGS} codes")
    return mappings


def read_encoding(data: bytes) -> dict[int, int]:
    """The CIDs of the codes of an embedded encoding CMap (9.7.5.4)."""
    cids: dict[int, int] = {}
    for kind, body in CID_SECTION.findall(data):
        if kind == b"char":
            cids.update({int(code, 16): int(cid) for code, cid in CID_PAIR.findall(body)})
            continue
        for first, last, cid in CID_RANGE.findall(body):
            codes = range(int(first, 16), min(int(last, 16), int(first, 16) + 65_535) + 1)
            cids.update(zip(codes, range(int(cid), int(cid) + len(codes)), strict=True))
            if len(cids) > MAPPINGS:
                raise MalformedPdf(f"a font maps more than {MAPPINGS} codes")
    return cids


def _run(codes: range, start: str) -> dict[int, str]:
    """Consecutive codes: the last character of the text counts on."""
    if not start:
        return dict.fromkeys(codes, "")
    return {code: start[:-1] + chr(min(ord(start[-1]) + at, 0x10FFFF)) for at, code in enumerate(codes)}


def _utf16(digits: bytes) -> str:
    value = b"".join(digits.split())
    return bytes.fromhex((value + b"0" * (len(value) % 2)).decode("ascii")).decode("utf-16-be", "replace")
