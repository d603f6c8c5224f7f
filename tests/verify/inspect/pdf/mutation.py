"""Altering finished PDFs with pikepdf, which the inspector does not use."""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary


def altered(data: bytes, change: Callable[[Any], None], **settings: Any) -> bytes:
    """The file after a change to its objects."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        buffer = io.BytesIO()
        pdf.save(
            buffer,
            **{"deterministic_id": "encryption" not in settings, "fix_metadata_version": False, **settings},
        )
    return buffer.getvalue()


def elements(pdf: Any, role: str = "") -> Iterator[Any]:
    """The structure elements of a type, in order."""

    def walk(node: Any) -> Iterator[Any]:
        kids = node.get("/K", pikepdf.Array())
        for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield kid
                yield from walk(kid)

    return (node for node in walk(pdf.Root.StructTreeRoot) if not role or str(node.S) == f"/{role}")


def element(pdf: Any, role: str, index: int = 0) -> Any:
    """One structure element."""
    return list(elements(pdf, role))[index]


def edit(pdf: Any, old: str, new: str, page: int = 0) -> None:
    """Replace bytes in the content of a page; they must be there once."""
    target = pdf.pages[page]
    target.contents_coalesce()
    content = target.Contents.read_bytes()
    assert content.count(old.encode()) == 1, f"{old!r} is there {content.count(old.encode())} times"
    target.Contents = pdf.make_stream(content.replace(old.encode(), new.encode()))


def append(pdf: Any, operators: str, page: int = 0) -> None:
    """Paint more at the end of a page."""
    target = pdf.pages[page]
    target.contents_coalesce()
    target.Contents = pdf.make_stream(target.Contents.read_bytes() + b"\n" + operators.encode())
