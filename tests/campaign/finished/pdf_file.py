"""A finished handout, opened with pikepdf, which `verify` does not use: its marked content and its structure."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from tests.campaign.finished.mutant import Finished

SPACE = re.compile(rb"<([0-9a-fA-F]{4})> <0020>")
TEXT_SHOWN = frozenset({"Tj", "TJ"})


@dataclass(frozen=True)
class Stretch:
    """Marked content: instructions `start` to `end` of a page, BDC and EMC included."""

    part: str
    page: int
    start: int
    end: int


def opened(finished: Finished) -> Any:
    """The file for changing."""
    return pikepdf.open(io.BytesIO(finished.data))


def saved(pdf: Any) -> bytes:
    """The bytes of a changed file."""
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def changed(finished: Finished, change: Callable[[Any], None]) -> bytes:
    """The bytes of the file after a change."""
    pdf = opened(finished)
    change(pdf)
    return saved(pdf)


def sections(pdf: Any, finished: Finished) -> list[tuple[str, Any]]:
    """Each part with its element of the structure tree, in order."""
    ids = [part.id for part in finished.publication.parts]
    return list(zip(ids, pdf.Root.StructTreeRoot.K.K, strict=True))


def kids(element: Any) -> list[Any]:
    """What an element holds."""
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def below(element: Any) -> Iterator[Any]:
    """All elements inside one, in order."""
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from below(kid)


def elements(pdf: Any, finished: Finished) -> list[tuple[str, Any]]:
    """Every element with the part that it is in."""
    return [(part, one) for part, section in sections(pdf, finished) for one in below(section)]


def stretches(pdf: Any, finished: Finished) -> list[Stretch]:
    """All marked content that shows text, with its part."""
    owners = dict(_owners(pdf, finished))
    return [
        Stretch(owners[index, number], index, start, end)
        for index, page in enumerate(pdf.pages)
        for number, start, end in _marked(pikepdf.parse_content_stream(page))
        if (index, number) in owners
    ]


def _owners(pdf: Any, finished: Finished) -> Iterator[tuple[tuple[int, int], str]]:
    pages = {page.objgen: index for index, page in enumerate(pdf.pages)}
    for part, element in elements(pdf, finished):
        for kid in kids(element):
            if isinstance(kid, int):
                yield (pages[element.Pg.objgen], kid), part
            elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
                yield (pages[kid.get("/Pg", element.get("/Pg")).objgen], int(kid.MCID)), part


def _marked(instructions: Any) -> Iterator[tuple[int, int, int]]:
    open_at: list[tuple[int, int]] = []
    for index, (operands, operator) in enumerate(instructions):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            properties = operands[1] if name == "BDC" else None
            number = (
                int(properties.MCID)
                if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
                else -1
            )
            open_at.append((number, index))
        elif name == "EMC":
            number, start = open_at.pop()
            shown = any(str(one[1]) in TEXT_SHOWN for one in instructions[start:index])
            if number >= 0 and shown:
                yield number, start, index + 1


def rewrite(pdf: Any, page: int, change: Callable[[list[Any]], list[Any]]) -> None:
    """Change the instructions of a page."""
    instructions = list(pikepdf.parse_content_stream(pdf.pages[page]))
    data = pikepdf.unparse_content_stream(change(instructions))
    pdf.pages[page].Contents = pdf.make_stream(data)


def source(operators: str) -> list[Any]:
    """Instructions given by their PDF source."""
    pdf = pikepdf.new()
    return list(pikepdf.parse_content_stream(pdf.make_stream(operators.encode())))


def spaces(pdf: Any) -> frozenset[bytes]:
    """The codes of spaces in any font of the file."""
    fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
    found = {code for font in fonts for code in SPACE.findall(font.ToUnicode.read_bytes())}
    return frozenset(bytes.fromhex(code.decode()) for code in found)
