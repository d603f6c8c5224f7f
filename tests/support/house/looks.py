"""Looks are data: no font, colour or length stands in Python."""

import ast
import re
from collections.abc import Collection, Iterator, Mapping

COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\b(?:rgb|hsl)a?\(\s*\d")
LENGTH = re.compile(r"(?<![\w.-])\d+(?:\.\d+)?(?:pt|px|em|rem|ex|mm|cm|in|pc|dxa)\b")
FAMILIES = (
    "Arial",
    "Calibri",
    "Cambria",
    "Courier",
    "DejaVu",
    "Georgia",
    "Helvetica",
    "Liberation",
    "Times New",
)


def looks(files: Mapping[str, str], families: Collection[str] = ()) -> list[str]:
    """String literals, docstrings apart, that name a font, a colour or a length."""
    font = re.compile("|".join(map(re.escape, {*families, *FAMILIES})))
    return [
        f"{name}:{line}: {text.strip()[:60]!r}"
        for name, source in files.items()
        for line, text in _literals(source)
        if COLOUR.search(text) or LENGTH.search(text) or font.search(text)
    ]


def _literals(source: str) -> Iterator[tuple[int, str]]:
    tree = ast.parse(source)
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in documents:
            if isinstance(node.value, str):
                yield node.lineno, node.value
            elif isinstance(node.value, bytes):
                yield node.lineno, node.value.decode("latin-1")
