"""Elements of WordprocessingML as text: what no library writes for us. Order of children is that of the schema."""

from collections.abc import Mapping
from html import escape

NOTHING: Mapping[str, str] = {}
TABULATOR = "<w:r><w:tab/></w:r>"


def element(name: str, attributes: Mapping[str, str] = NOTHING, content: str = "") -> str:
    """An element; the content is XML already, the values of the attributes are not."""
    start = name + "".join(f' {key}="{quoted(value)}"' for key, value in attributes.items())
    return f"<{start}>{content}</{name}>" if content else f"<{start}/>"


def valued(name: str, value: str | int) -> str:
    """An element that says its value in `w:val`, as most properties do."""
    return f'<{name} w:val="{quoted(str(value))}"/>'


def twips(points: float) -> int:
    """A length in twentieths of a point, the unit of WordprocessingML."""
    return round(points * 20)


def quoted(words: str) -> str:
    """Words as the value of an attribute in double quotes."""
    return escape(words).replace("\n", "&#10;").replace("\t", "&#9;")


def characters(words: str) -> str:
    """Words as the content of a run: line ends are breaks, tabs are tabs, spaces are kept."""
    lines = (_line(line) for line in words.split("\n"))
    return "<w:br/>".join(lines)


def _line(line: str) -> str:
    return "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>' if piece else ""
        for piece in line.split("\t")
    )


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field with the result that is shown until Word works it out (ECMA-376, 17.16.18)."""
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {escape(instruction, quote=False)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        characters(result),
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{properties}{piece}</w:r>" for piece in pieces)


def paragraph(style: str, content: str, number: str = "") -> str:
    """A paragraph in a named style; `number` is its `w:numPr`, if it has one."""
    return f"<w:p><w:pPr>{valued('w:pStyle', style)}{number}</w:pPr>{content}</w:p>"
