"""A finished handout, opened with a PDF library that the renderer does not use."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf


def opened(data: bytes) -> pikepdf.Pdf:
    """The file."""
    return pikepdf.open(io.BytesIO(data))


def elements(pdf: pikepdf.Pdf, role: str = "") -> list[Any]:
    """The structure elements in reading order, or those of one role."""
    found = list(_walk(pdf.Root.StructTreeRoot.K))
    return [element for element in found if role in ("", str(element.S)[1:])]


def kids(element: Any) -> list[Any]:
    """What is directly in an element."""
    inside = element.get("/K", [])
    return list(inside) if isinstance(inside, pikepdf.Array) else [inside]


def roles(element: Any) -> list[str]:
    """The roles of the elements directly in an element."""
    return [str(kid.S) for kid in kids(element) if _is_element(kid)]


def annotations(pdf: pikepdf.Pdf) -> list[Any]:
    """The links of all pages."""
    return [annotation for page in pdf.pages for annotation in page.get("/Annots", [])]


def _walk(value: Any) -> Iterator[Any]:
    if isinstance(value, pikepdf.Array):
        for kid in value:
            yield from _walk(kid)
    elif _is_element(value):
        yield value
        yield from _walk(value.get("/K", pikepdf.Array()))


def _is_element(value: Any) -> bool:
    return isinstance(value, pikepdf.Dictionary) and "/S" in value
