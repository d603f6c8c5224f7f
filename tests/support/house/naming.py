"""What may be called how."""

import ast
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

# A drawer with one of these names takes anything, so that nobody finds anything in it.
DRAWERS = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "core",
    "misc",
    "base",
    "manager",
    "managers",
    "shared",
}


def drawers(names: Iterable[str]) -> list[str]:
    """Files and folders that are named for being a drawer."""
    return [name for name in names if any(_words(part) & DRAWERS for part in PurePosixPath(name).parts)]


def no_sentences(files: Mapping[str, str]) -> list[str]:
    """Tests whose name does not say what holds."""
    return [
        f"{name}: {node.name}"
        for name, text in files.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and node.name.count("_") < 3
    ]


def without_docstring(files: Mapping[str, str]) -> list[str]:
    """Modules that do not say what they are."""
    return [name for name, text in files.items() if ast.get_docstring(ast.parse(text)) is None]


def _words(part: str) -> set[str]:
    return set(part.partition(".")[0].lower().replace("-", "_").split("_"))
