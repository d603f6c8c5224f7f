"""A layout: one folder of data that says which parts an edition shows and how it looks."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from glossary_publish.diagnostics import EnvironmentFault, PublishError, Span, UsageError, fault
from glossary_publish.workspace import Workspace, text_of

NUMBER = re.compile(r"[0-9]+")
THEME = "layouts/theme.toml"
FONTS = "layouts/fonts/fonts.toml"
HELP = "see CONTRIBUTING.md, add a layout"


class MissingSetting(UsageError, KeyError):
    """A layout lacks what its format asks for; templates take it for any other name that is not there."""


class LayoutTable(dict[str, Any]):
    """A table of a layout's file. Asking for what it lacks raises `MissingSetting`: the layout is at fault."""

    def __init__(self, values: Mapping[str, Any], path: str, name: str = "") -> None:
        self._path, self._name = path, name
        super().__init__((key, self._inner(key, value)) for key, value in values.items())

    def _inner(self, key: str, value: object) -> object:
        return LayoutTable(value, self._path, self._called(key)) if isinstance(value, dict) else value

    def _called(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def __missing__(self, key: str) -> Any:
        message = f"{self._path} lacks {self._called(key)}"
        raise fault(MissingSetting, "broken-layout", message, Span(self._path), HELP)


@dataclass(frozen=True, slots=True)
class PartSpec:
    """A row of the layout's part list; `form` picks a variant (`full`, `short`, `qr`, `link`, `native`)."""

    id: str
    form: str = "full"


@dataclass(frozen=True, slots=True)
class Minima:
    """What the finished file is measured against: type size in points, contrast ratio."""

    size: float
    contrast: float


@dataclass(frozen=True, slots=True)
class Font:
    """A vendored font file and how stylesheets name it."""

    family: str
    weight: str
    style: str
    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout on one paper. `paper` is empty for formats without pages.

    `options` holds the tables of `layout.toml` that only its format reads; `files` the folder's own files by name;
    `theme` the shared tokens of `layouts/theme.toml`.
    """

    name: str
    format: str
    title: str
    paper: str
    papers: tuple[str, ...]
    parts: tuple[PartSpec, ...]
    furniture: tuple[str, ...]
    minima: Minima
    options: Mapping[str, Any]
    theme: Mapping[str, Any]
    files: Mapping[str, bytes]
    fonts: tuple[Font, ...]


def layout_names(workspace: Workspace) -> tuple[str, ...]:
    """The names of all layouts, sorted."""
    folders = [name.rstrip("/") for name in workspace.names("layouts") if name.endswith("/")]
    return tuple(name for name in folders if "layout.toml" in workspace.names(f"layouts/{name}"))


def load_layout(workspace: Workspace, name: str, paper: str = "") -> Layout:
    """Read a layout for one paper; raises `UsageError` for an unknown layout, paper or a broken `layout.toml`."""
    if name not in layout_names(workspace):
        known = ", ".join(layout_names(workspace))
        raise fault(
            UsageError, "unknown-layout", f"there is no layout {name!r}", help=f"choose one of: {known}"
        )
    path = f"layouts/{name}/layout.toml"
    table = read_toml(workspace, path)
    try:
        with _configuration():
            return _layout(workspace, name, paper, table)
    except FileNotFoundError as error:
        message = f"layout {name!r} needs {error}, and it is not there"
        raise fault(UsageError, "broken-layout", message, Span(path), HELP) from error
    except KeyError as error:
        message = f"{path} lacks {error.args[0]}"
        raise fault(UsageError, "broken-layout", message, Span(path), HELP) from error
    except (TypeError, ValueError, AttributeError) as error:
        message = f"layout {name!r} misstates something: {error}"
        raise fault(UsageError, "broken-layout", message, Span(path), HELP) from error


def read_toml(workspace: Workspace, path: str) -> dict[str, Any]:
    """A TOML file as a table; raises `UsageError` at the file when it is missing, no text or malformed."""
    try:
        with _configuration():
            return tomllib.loads(text_of(workspace, path))
    except FileNotFoundError:
        raise fault(UsageError, "missing-configuration", f"{path} is missing", Span(path)) from None
    except tomllib.TOMLDecodeError as error:
        # It ends with the place: a line and a column in parentheses, or the end of the document.
        reason, _, place = str(error).partition(" (at ")
        line, column = map(int, NUMBER.findall(place) or (0, 0))
        message = f"this is no TOML: {reason[0].lower()}{reason[1:]}"
        help = "mend the TOML at that place; most often a quotation mark or a bracket is missing"
        raise fault(UsageError, "malformed-toml", message, Span(path, line, column), help) from error
    except RecursionError as error:
        message, help = "this TOML is nested too deeply to be read", "take the brackets out"
        raise fault(UsageError, "malformed-toml", message, Span(path), help) from error


@contextmanager
def _configuration() -> Iterator[None]:
    """Whatever is wrong with a file of configuration is a `UsageError`: nothing can go on without it."""
    try:
        yield
    except (UsageError, EnvironmentFault):
        raise
    except PublishError as error:
        raise UsageError(error.diagnostics) from error


def _layout(workspace: Workspace, name: str, paper: str, table: dict[str, Any]) -> Layout:
    papers = tuple(table.pop("papers", ()))
    if papers and (paper or papers[0]) not in papers:
        help = f"choose one of: {', '.join(papers)}"
        raise fault(UsageError, "unknown-paper", f"layout {name!r} has no paper {paper!r}", help=help)
    minima = table.pop("minima")
    return Layout(
        name=name,
        format=table.pop("format"),
        title=table.pop("title"),
        paper=(paper or papers[0]) if papers else "",
        papers=papers,
        parts=tuple(map(_part, table.pop("parts"))),
        furniture=tuple(table.pop("furniture", ())),
        minima=Minima(float(minima["size"]), float(minima["contrast"])),
        options=LayoutTable(table, f"layouts/{name}/layout.toml"),
        theme=LayoutTable(read_toml(workspace, THEME), THEME),
        files=_files(workspace, f"layouts/{name}"),
        fonts=_fonts(workspace),
    )


def _part(row: Any) -> PartSpec:
    if not isinstance(row, dict) or not {"id"} <= set(row) <= {"id", "form"}:
        raise ValueError(f"{row!r} is no part with an id and, if need be, a form")
    return PartSpec(**row)


def _files(workspace: Workspace, folder: str) -> dict[str, bytes]:
    names = [name for name in workspace.names(folder) if not name.endswith("/")]
    return {name: workspace.read(f"{folder}/{name}") for name in names}


def _fonts(workspace: Workspace) -> tuple[Font, ...]:
    rows = read_toml(workspace, FONTS)["fonts"]
    return tuple(
        Font(row["family"], row["weight"], row["style"], path, workspace.read(path))
        for row in rows
        for path in [f"layouts/fonts/{row['file']}"]
    )
