"""The looks of the pages for finding sheets: the files of `layouts/finder/`, filled in."""

import html
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Template

from glossary_publish.diagnostics import Span, UsageError, fault
from glossary_publish.layout import THEME, LayoutTable, read_toml
from glossary_publish.workspace import Workspace, text_of

FOLDER = "layouts/finder"
HELP = "mend the file; the one that comes with the tool shows what it can use"


class Markup(str):
    """A text that is HTML already; every other value is escaped."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Looks:
    """The files by name, and the tokens that all layouts share."""

    files: Mapping[str, str]
    colours: dict[str, str]
    families: dict[str, str]

    def fill(self, name: str, /, **values: str) -> Markup:
        """A file with its `$placeholders` filled in; raises `UsageError` for one that names what is not there."""
        path = f"{FOLDER}/{name}"
        try:
            pieces = _pieces(self.files[name])
            return Markup(
                "".join([piece if place % 2 == 0 else _marked(values[piece]) for place, piece in pieces])
            )
        except KeyError as error:
            message = f"{path} needs {error.args[0]!r}, and it is not there"
            raise fault(UsageError, "broken-template", message, Span(path), HELP) from error
        except ValueError as error:
            message = f"{path} cannot be filled in: {error}"
            raise fault(UsageError, "broken-template", message, Span(path), HELP) from error

    def style(self, brand: str) -> Markup:
        """The style sheet, with the colour of a clinic if there is one."""
        colours = self.colours | ({"brand": brand} if brand else {})
        values = {key: Markup(value) for key, value in (colours | self.families).items()}
        return self.fill("page.css", **values)


@lru_cache(maxsize=64)
def _pieces(text: str) -> tuple[tuple[int, str], ...]:
    """A template cut at its placeholders: every second piece is the name of one. Raises `ValueError` as `Template` does."""
    Template(text).substitute(defaultdict(str))
    found = [""]
    end = 0
    for match in Template.pattern.finditer(text):
        found[-1] += text[end : match.start()]
        if name := match["named"] or match["braced"]:
            found += [name, ""]
        else:
            found[-1] += Template.delimiter
        end = match.end()
    found[-1] += text[end:]
    return tuple((place, piece) for place, piece in enumerate(found))


def _marked(value: str) -> str:
    return value if isinstance(value, Markup) else html.escape(value)


def read_looks(workspace: Workspace) -> Looks:
    """Read the looks; raises `PublishError`."""
    names = [name for name in workspace.names(FOLDER) if not name.endswith("/")]
    theme = LayoutTable(read_toml(workspace, THEME), THEME)
    return Looks(
        {name: text_of(workspace, f"{FOLDER}/{name}") for name in names},
        _texts(theme["colour"]),
        _texts(theme["type"]),
    )


def _texts(table: object) -> dict[str, str]:
    """The texts of a table of the theme; a style sheet that needs another one says so."""
    rows = table.items() if isinstance(table, dict) else ()
    return {key: value for key, value in rows if isinstance(value, str)}
