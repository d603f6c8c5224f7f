"""A TOML file whose every mistake can be shown at its line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from glossary_publish.diagnostics import Span
from glossary_publish.layout import read_toml
from glossary_publish.workspace import Workspace, text_of

HEADER = re.compile(r"\s*\[+\s*(?P<name>[^\]]+?)\s*\]+")
KEY = re.compile(r"""\s*(?P<key>["']?[\w-]+["']?)\s*[.=]""")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file as a table, with its text at hand: `tomllib` does not say where a key stands."""

    path: str
    table: Mapping[str, Any]
    lines: tuple[str, ...]

    def place(self, key: str, table: str = "", index: int = 0) -> Span:
        """Where a key stands, in the `index`th table of that name; that table, or the file, if it is missing."""
        header = Span(self.path)
        for line, name, number, found, column in self._keys():
            if found == key and (name, number) == (table, index):
                return Span(self.path, line, column, column + len(key))
            if not found and (name, number) == (table or key, index):
                header = Span(self.path, line, column, column + len(name))
        return header

    def _keys(self) -> Iterator[tuple[int, str, int, str, int]]:
        """Line, table, how many of that name came before, key (empty for a header) and column."""
        table, seen = "", dict[str, int]()
        for line, text in enumerate(self.lines, 1):
            if header := HEADER.match(text):
                table = header["name"]
                seen[table] = seen.get(table, -1) + 1
                yield line, table, seen[table], "", header.start("name") + 1
            elif key := KEY.match(text):
                yield line, table, seen.get(table, 0), key["key"].strip("\"'"), key.start("key") + 1


def read_toml_file(workspace: Workspace, path: str) -> TomlFile:
    """Read a TOML file; raises `UsageError` when it is missing or malformed."""
    table = read_toml(workspace, path)
    return TomlFile(path, table, tuple(text_of(workspace, path).split("\n")))
