"""Word documents made by hand, one construct at a time, for the reader alone: no renderer has a part in them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)

# --- pieces of a text ----------------------------------------------------------------------------


def r(words: str, format: str = "") -> str:
    """A run."""
    inside = f"<w:rPr>{format}</w:rPr>" if format else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{words}</w:t></w:r>'


def p(style: str, *runs: str, format: str = "") -> str:
    """A paragraph."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{format}</w:pPr>{"".join(runs)}</w:p>'


def numbered(list: int, level: int = 0) -> str:
    """The number of a paragraph."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'


def marked(id: int, name: str, *runs: str) -> str:
    """Runs in a bookmark."""
    start = f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>'
    return f'{start}{"".join(runs)}<w:bookmarkEnd w:id="{id}"/>'


def linked(target: str, *runs: str) -> str:
    """A link: to a relationship (`r1`) or to a bookmark."""
    way = f'r:id="{target}"' if target[1:].isdecimal() else f'w:anchor="{target}"'
    return f"<w:hyperlink {way}>{''.join(runs)}</w:hyperlink>"


def field(code: str, shown: str, format: str = "") -> str:
    """A complex field."""
    inside = f"<w:rPr>{format}</w:rPr>" if format else ""

    def step(content: str) -> str:
        return f"<w:r>{inside}{content}</w:r>"

    return (
        step('<w:fldChar w:fldCharType="begin"/>')
        + step(f'<w:instrText xml:space="preserve">{code}</w:instrText>')
        + step('<w:fldChar w:fldCharType="separate"/>')
        + step(f"<w:t>{shown}</w:t>")
        + step('<w:fldChar w:fldCharType="end"/>')
    )


BLOCK = '<w:docPartObj><w:docPartGallery w:val="Custom 1"/></w:docPartObj>'


def controlled(
    tag: str, id: int, title: str, block: str, lock: str = '<w:lock w:val="sdtContentLocked"/>'
) -> str:
    """A paragraph or table in a control."""
    properties = f'<w:alias w:val="{title}"/><w:tag w:val="{tag}"/><w:id w:val="{id}"/>{lock}{BLOCK}'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{block}</w:sdtContent></w:sdt>"


def picture(alt: str, id: int | str = 1, image: str = "r2") -> str:
    """A drawing."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="914400" cy="457200"/>'
        f'<wp:docPr id="{id}" name="Picture {id}" descr="{alt}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{id}" name="dot"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{image}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x='0' y='0'/>"
        '<a:ext cx="914400" cy="457200"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def table(*rows: tuple[str, ...]) -> str:
    """A table; its first row heads it."""
    columns = "".join('<w:gridCol w:w="2000"/>' for _ in rows[0])
    lines = []
    for number, cells in enumerate(rows):
        style, header = ("TableText", "") if number else ("TableHeader", "<w:trPr><w:tblHeader/></w:trPr>")
        inside = "".join(f"<w:tc><w:tcPr/>{p(style, r(cell))}</w:tc>" for cell in cells)
        lines.append(f"<w:tr>{header}{inside}</w:tr>")
    look = '<w:tblPr><w:tblStyle w:val="GlossaryTable"/><w:tblLook w:val="0020"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{columns}</w:tblGrid>{''.join(lines)}</w:tbl>"


NOTE_MARK = '<w:rStyle w:val="FootnoteReference"/>'
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="r11"/><w:footerReference w:type="default" r:id="r12"/>'
    '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    ' w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)


def note(id: int, *blocks: str) -> str:
    """A footnote."""
    return f'<w:footnote w:id="{id}">{"".join(blocks)}</w:footnote>'


def note_number() -> str:
    """How the first paragraph of a footnote begins."""
    return f"<w:r><w:rPr>{NOTE_MARK}</w:rPr><w:footnoteRef/></w:r>{r(' ')}"


def note_mark(id: int) -> str:
    """The mark of a footnote."""
    return f'<w:r><w:rPr>{NOTE_MARK}</w:rPr><w:footnoteReference w:id="{id}"/></w:r>'


# --- parts ---------------------------------------------------------------------------------------


def document(*blocks: str, section: str = SECTION) -> str:
    """The main part."""
    return f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}{section}</w:body></w:document>"


def footnotes(*notes: str) -> str:
    """The part of the footnotes, with the lines above them."""
    lines = "".join(
        f'<w:footnote w:type="{type}" w:id="{id}">{p("FootnoteText", f"<w:r><w:{type}/></w:r>")}</w:footnote>'
        for id, type in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f"<w:footnotes {NAMESPACES}>{lines}{''.join(notes)}</w:footnotes>"


def style(id: str, type: str = "paragraph", based_on: str = "Normal", inside: str = "") -> str:
    """A style."""
    below = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{type}" w:styleId="{id}"><w:name w:val="{id}"/>{below}{inside}</w:style>'


PARAGRAPHS = (
    "Text Label Item Term Meaning Code Figure Caption Fact Reference FootnoteText TableHeader TableText Header"
    " Footer ItemInB ItemInBB ItemInBN TextInB ItemInN TextInN TextInQ CodeInD CrisisNoticeText DisclaimerText"
).split()
CHARACTERS = "Hyperlink Citation CodeText FactLabel FactValue FootnoteReference".split()


def styles(more: str = "", run: str = "", paragraph: str = "", language: str = "en") -> str:
    """The part of the styles."""
    languages = f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Plain"/><w:sz w:val="22"/><w:szCs w:val="22"/>{run}'
        f"{languages}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    headings = "".join(
        style(f"{box}Heading{level}", inside=f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>')
        for box, level in (("", 1), ("", 2), ("", 3), ("CrisisNotice", 2), ("Disclaimer", 2))
    )
    named = "".join(map(style, PARAGRAPHS)) + "".join(style(id, "character", "") for id in CHARACTERS)
    raised = style("Raised", "character", "", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')
    tables = style("GlossaryTable", "table", "")
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    return f"<w:styles {NAMESPACES}>{defaults}{normal}{headings}{named}{raised}{tables}{more}</w:styles>"


def level(depth: int, format: str, text: str, more: str = "") -> str:
    """A level of a list."""
    inside = f'<w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{inside}</w:lvl>'


def kind_of_list(id: int, *levels: str) -> str:
    """A list from which others are made."""
    return f'<w:abstractNum w:abstractNumId="{id}">{"".join(levels)}</w:abstractNum>'


def list_of(id: int, kind: int, *starts: tuple[int, int]) -> str:
    """A list of a kind; `starts` are levels with other numbers to start from."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for depth, start in starts
    )
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{kind}"/>{overrides}</w:num>'


def numbering(*inside: str) -> str:
    """The part of the lists."""
    return f"<w:numbering {NAMESPACES}>{''.join(inside)}</w:numbering>"


BULLETS = kind_of_list(0, level(0, "bullet", "•"), level(1, "bullet", "–"))
NUMBERS = kind_of_list(1, level(0, "decimal", "%1."), level(1, "decimal", "%2."))
MIXED = kind_of_list(2, level(0, "bullet", "•"), level(1, "decimal", "%2."))
REFERENCES = kind_of_list(3, level(0, "decimal", "%1."))
LISTS = (
    *(BULLETS, NUMBERS, MIXED, REFERENCES),
    *(list_of(1, 0), list_of(2, 1, (0, 3)), list_of(3, 2, (1, 1)), list_of(4, 3), list_of(5, 1, (0, 1))),
)


def settings(inside: str = "") -> str:
    """The part of the settings."""
    word = 'w:uri="http://schemas.microsoft.com/office/word"'
    mode = f'<w:compat><w:compatSetting w:name="compatibilityMode" {word} w:val="15"/></w:compat>'
    return f"<w:settings {NAMESPACES}>{mode}{inside}</w:settings>"


def fonts(inside: str = '<w:font w:name="Plain"/>') -> str:
    """The part of the fonts."""
    return f"<w:fonts {NAMESPACES}>{inside}</w:fonts>"


def theme(**colours: str) -> str:
    """A theme of some colours."""
    slots = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    return f"<a:theme {NAMESPACES}><a:themeElements><a:clrScheme>{slots}</a:clrScheme></a:themeElements></a:theme>"


def head(*paragraphs: str) -> str:
    """The head of pages."""
    return f"<w:hdr {NAMESPACES}>{''.join(paragraphs)}</w:hdr>"


def foot(*paragraphs: str) -> str:
    """The foot of pages."""
    return f"<w:ftr {NAMESPACES}>{''.join(paragraphs)}</w:ftr>"


def png() -> bytes:
    """A picture of one point."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


# --- the package ---------------------------------------------------------------------------------

KINDS = (
    *("styles", "numbering", "settings", "fontTable", "footnotes", "theme"),
    *("header", "footer"),
)
NAMES = {
    "document": "word/document.xml",
    "header": "word/header1.xml",
    "footer": "word/footer1.xml",
    "theme": "word/theme/theme1.xml",
    **{kind: f"word/{kind}.xml" for kind in ("styles", "numbering", "settings", "fontTable", "footnotes")},
    "image": "word/media/dot.png",
    "core": "docProps/core.xml",
    "app": "docProps/app.xml",
    "custom": "docProps/custom.xml",
    "arrows": "word/_rels/document.xml.rels",
    "note arrows": "word/_rels/footnotes.xml.rels",
    "package": "_rels/.rels",
    "types": "[Content_Types].xml",
}
ORDER = ("styles", "numbering", "settings", "fontTable", "theme", "footnotes")
FACTS = {
    "identifier": "urn:uuid:1",
    "publisher": "Press",
    "reviewer": "Team",
    "licence": "CC BY 4.0",
    "version": "1.0",
    "updated": "2025-12-18",
    "slug": "handmade",
    "source_hash": "abc",
    "code": "EC-1",
    "direction": "ltr",
}


def arrow(id: str, kind: str, target: str, mode: str = "") -> str:
    """A relationship; of a kind with a slash it tells the whole type."""
    type = kind if "/" in kind else f"{OFFICE}/relationships/{kind}"
    return f'<Relationship Id="{id}" Type="{type}" Target="{target}"{mode}/>'


def arrows(*rows: str) -> str:
    """The relationships of a part."""
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def outer(id: str, target: str) -> str:
    """A relationship to an address."""
    return arrow(id, "hyperlink", target, ' TargetMode="External"')


def types() -> str:
    """The list of content types."""
    plain = "".join(
        f'<Default Extension="{extension}" ContentType="{type}"/>'
        for extension, type in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("png", "image/png"),
        )
    )
    named = {
        "document": f"{WORD}.document.main+xml",
        **{kind: f"{WORD}.{kind}+xml" for kind in KINDS if kind != "theme"},
        "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
        "core": "application/vnd.openxmlformats-package.core-properties+xml",
        "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }
    rows = "".join(
        f'<Override PartName="/{NAMES[kind]}" ContentType="{type}"/>' for kind, type in named.items()
    )
    return f'<Types xmlns="{PACKAGE}/content-types">{plain}{rows}</Types>'


def custom_properties(facts: Mapping[str, str]) -> str:
    """The properties that have no place of their own."""
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(facts.items(), 2)
    )
    return f'<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">{rows}</Properties>'


def core_properties(language: str = "en") -> str:
    """The properties of every document."""
    stamp = "2025-12-18T00:00:00Z"
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Handmade</dc:title><dc:creator>Press</dc:creator>'
        f"<dc:description>By hand.</dc:description><dc:language>{language}</dc:language>"
        "<dc:identifier>urn:uuid:1</dc:identifier><cp:version>1.0</cp:version>"
        "<cp:lastModifiedBy>Press</cp:lastModifiedBy>"
        f"<dcterms:created>{stamp}</dcterms:created><dcterms:modified>{stamp}</dcterms:modified></cp:coreProperties>"
    )


def plain_parts(*blocks: str) -> dict[str, str]:
    """All parts of a document of some blocks, with nothing else in it."""
    main = [
        arrow(f"r{number}", kind, NAMES[kind].removeprefix("word/")) for number, kind in enumerate(ORDER, 20)
    ]
    main += [arrow("r11", "header", "header1.xml"), arrow("r12", "footer", "footer1.xml")]
    main += [outer("r1", "https://example.org/a"), arrow("r2", "image", "media/dot.png")]
    roots = [
        arrow("r1", "officeDocument", NAMES["document"]),
        arrow("r2", f"{PACKAGE}/relationships/metadata/core-properties", NAMES["core"]),
        arrow("r3", "extended-properties", NAMES["app"]),
        arrow("r4", "custom-properties", NAMES["custom"]),
    ]
    return {
        "types": types(),
        "package": arrows(*roots),
        "document": document(*blocks),
        "arrows": arrows(*main),
        "note arrows": arrows(outer("r1", "https://example.org/b")),
        "styles": styles(),
        "numbering": numbering(*LISTS),
        "settings": settings(),
        "fontTable": fonts(),
        "theme": theme(dk1="000000", lt1="FFFFFF", accent1="0B4F6C"),
        "footnotes": footnotes(),
        "header": head(p("Header", r("Draft"))),
        "footer": foot(
            p(
                "Footer",
                r("Term"),
                "<w:r><w:tab/></w:r>",
                r("Page "),
                field(" PAGE ", "1"),
                r(" of "),
                field(" NUMPAGES ", "1"),
            )
        ),
        "core": core_properties(),
        "app": f'<Properties xmlns="{OFFICE}/extended-properties"><Application>by hand</Application></Properties>',
        "custom": custom_properties(FACTS),
    }


def packed(parts: Mapping[str, str], more: Mapping[str, bytes] | None = None) -> bytes:
    """The file of some parts, and of others by their names in the archive."""
    buffer = io.BytesIO()
    image = {NAMES["image"]: png()}
    written = {NAMES[kind]: text.encode() for kind, text in parts.items()}
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in {**written, **image, **(more or {})}.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def made(*blocks: str, **parts: str) -> bytes:
    """The file of some blocks; other parts by their kind."""
    return packed({**plain_parts(*blocks), **parts})
