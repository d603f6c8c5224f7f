"""A layout: one folder of data that says which parts an edition shows and how it looks."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from typing import Any

from glossary_publish.diagnostics import EnvironmentFault, PublishError, Span, UsageError, fault
from glossary_publish.font_files import check_font
from glossary_publish.workspace import Workspace, text_of

NUMBER = re.compile(r"[0-9]+")
REFERENCES = "references"
THEME = "layouts/theme.toml"
FONTS = "layouts/fonts/fonts.toml"
OWN_FONTS = "layouts/fonts/own.toml"  # of a project, for letters that the fonts of the tool lack
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
    """What the finished file is measured against; a number of 0 and a `true` ask for nothing.

    size: of the smallest glyph, in points. contrast: of every glyph; grey: the same once all colours are grey.
    leading: from one line to the next, as a ratio of the size. measure: the most characters in a line.
    margin, inner, safe: from the text to the edge of the paper, to the edge that is bound, and from anything that
    is painted to the edge, in millimetres. pages: how many there are.
    italics, underlines, hyphens, justified, colours: whether there may be slanted type, lines under words, words that
    are parted at the end of a line, lines of one length, and colours other than greys.
    """

    size: float
    contrast: float
    grey: float = 0.0
    leading: float = 0.0
    measure: float = 0.0
    margin: float = 0.0
    inner: float = 0.0
    safe: float = 0.0
    pages: float = 0.0
    italics: bool = True
    underlines: bool = True
    hyphens: bool = True
    justified: bool = True
    colours: bool = True


@dataclass(frozen=True, slots=True)
class Brand:
    """What a clinic changes in a layout: its colour, the form of its references, if it is another one, and the
    millimetres that stay free at the top of the first page.
    """

    colour: str = ""
    references: str = ""
    preprinted_top: float = 0.0


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

    `options` holds the tables of `layout.toml` that only its format reads; `files` its files by name;
    `theme` the shared tokens of `layouts/theme.toml`, with those that the layout sets otherwise.
    `extends` names the layouts that it is made of, nearest first; `borrowed` the layout that a file comes from, for
    the files that are not its own. `brand` is that of the clinic whose sheets it is for.
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
    extends: tuple[str, ...] = ()
    borrowed: Mapping[str, str] = field(default_factory=dict)
    brand: Brand = Brand()

    def path(self, file: str) -> str:
        """Where a file of the layout lies."""
        return f"layouts/{self.borrowed.get(file, self.name)}/{file}"


def layout_names(workspace: Workspace) -> tuple[str, ...]:
    """The names of all layouts, sorted."""
    folders = [name.rstrip("/") for name in workspace.names("layouts") if name.endswith("/")]
    return tuple(name for name in folders if "layout.toml" in workspace.names(f"layouts/{name}"))


def layout_papers(workspace: Workspace, name: str) -> tuple[str, ...]:
    """The papers of a layout that is there; raises `UsageError` for a broken `layout.toml`."""
    return tuple(layout_table(workspace, name)[0].get("papers", ()))


def load_layout(workspace: Workspace, name: str, paper: str = "") -> Layout:
    """Read a layout for one paper; raises `UsageError` for an unknown layout, paper or a broken `layout.toml`."""
    if name not in layout_names(workspace):
        known = ", ".join(layout_names(workspace))
        raise fault(
            UsageError, "unknown-layout", f"there is no layout {name!r}", help=f"choose one of: {known}"
        )
    path = f"layouts/{name}/layout.toml"
    table, extends = layout_table(workspace, name)
    try:
        with _configuration():
            return _layout(workspace, name, paper, table, extends)
    except FileNotFoundError as error:
        message = f"layout {name!r} needs {error}, and it is not there"
        raise fault(UsageError, "broken-layout", message, Span(path), HELP) from error
    except KeyError as error:
        message = f"{path} lacks {error.args[0]}"
        raise fault(UsageError, "broken-layout", message, Span(path), HELP) from error
    except (TypeError, ValueError, AttributeError) as error:
        message = f"layout {name!r} misstates something: {error}"
        raise fault(UsageError, "broken-layout", message, Span(path), HELP) from error


def branded(layout: Layout, brand: Brand) -> Layout:
    """A layout as the sheets of a clinic wear it."""
    theme, parts = layout.theme, layout.parts
    if brand.colour:
        theme = LayoutTable({**theme, "colour": {**theme["colour"], "brand": brand.colour}}, THEME)
    if brand.references:
        parts = tuple(PartSpec(row.id, brand.references) if row.id == REFERENCES else row for row in parts)
    return replace(layout, theme=theme, parts=parts, brand=brand)


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


def layout_table(workspace: Workspace, name: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The table of a layout over those that it extends, and their names, nearest first."""
    path = f"layouts/{name}/layout.toml"
    table, line = read_toml(workspace, path), [name]
    while "extends" in table:
        base = table.pop("extends")
        if base not in layout_names(workspace) or base in line:
            why = "which is made of it" if base in line else "which is not there"
            message = f"layout {line[-1]!r} extends {base!r}, {why}"
            raise fault(UsageError, "broken-layout", message, Span(f"layouts/{line[-1]}/layout.toml"), HELP)
        line.append(base)
        table = _over(read_toml(workspace, f"layouts/{base}/layout.toml"), table)
    return table, tuple(line[1:])


def _over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """One table laid over another: tables are joined, all else is replaced."""
    joined = {
        key: _over(base[key], value) if isinstance(value, dict) and isinstance(base.get(key), dict) else value
        for key, value in own.items()
    }
    return {**base, **joined}


def _layout(
    workspace: Workspace, name: str, paper: str, table: dict[str, Any], extends: tuple[str, ...]
) -> Layout:
    papers = tuple(table.pop("papers", ()))
    if papers and (paper or papers[0]) not in papers:
        help = f"choose one of: {', '.join(papers)}"
        raise fault(UsageError, "unknown-paper", f"layout {name!r} has no paper {paper!r}", help=help)
    homes = {file: home for home in reversed((name, *extends)) for file in _file_names(workspace, home)}
    theme = _over(read_toml(workspace, THEME), table.pop("theme", {}))
    fonts, families = _fonts(workspace)
    return Layout(
        name=name,
        format=table.pop("format"),
        title=table.pop("title"),
        paper=(paper or papers[0]) if papers else "",
        papers=papers,
        parts=tuple(map(_part, table.pop("parts"))),
        furniture=tuple(table.pop("furniture", ())),
        minima=_minima(table.pop("minima")),
        theme=LayoutTable(_with_families(theme, families), THEME),
        options=LayoutTable(table, f"layouts/{name}/layout.toml"),
        files={file: workspace.read(f"layouts/{home}/{file}") for file, home in homes.items()},
        fonts=fonts,
        extends=extends,
        borrowed={file: home for file, home in homes.items() if home != name},
    )


def _minima(table: Mapping[str, Any]) -> Minima:
    """The promises of a layout; raises `KeyError` or `ValueError`."""
    kinds = {one.name: one.type for one in fields(Minima)}
    if unknown := sorted(table.keys() - kinds.keys()):
        raise ValueError(f"minima has no {unknown[0]!r}; there are {', '.join(kinds)}")
    for key, value in table.items():
        if kinds[key] is bool and not isinstance(value, bool):
            raise ValueError(f"minima.{key} is {value!r}, and not true or false")
        if kinds[key] is float and (isinstance(value, bool) or not 0 <= float(value) < 1000):
            raise ValueError(f"minima.{key} is {value!r}, and no number from 0")
    return Minima(**{"size": table["size"], "contrast": table["contrast"], **table})


def _part(row: Any) -> PartSpec:
    if not isinstance(row, dict) or not {"id"} <= set(row) <= {"id", "form"}:
        raise ValueError(f"{row!r} is no part with an id and, if need be, a form")
    return PartSpec(**row)


def _file_names(workspace: Workspace, name: str) -> list[str]:
    return [file for file in workspace.names(f"layouts/{name}") if not file.endswith("/")]


def _fonts(workspace: Workspace) -> tuple[tuple[Font, ...], tuple[str, ...]]:
    """The fonts that come with the tool and those that a user adds, and the families of the latter."""
    fonts = tuple(_font(workspace, row) for row in read_toml(workspace, FONTS)["fonts"])
    if OWN_FONTS.rpartition("/")[2] not in workspace.names(FONTS.rpartition("/")[0]):
        return fonts, ()
    own = tuple(_font(workspace, row) for row in read_toml(workspace, OWN_FONTS)["fonts"])
    for font in own:
        check_font(font.data, font.path)
    cuts = [(font.family, font.weight, font.style) for font in (*fonts, *own)]
    if twice := next((cut for cut in cuts if cuts.count(cut) > 1), None):
        message = f"{OWN_FONTS} names {' '.join(twice)}, which is there already"
        raise fault(UsageError, "unusable-font", message, Span(OWN_FONTS), "keep one file for it")
    return (*fonts, *own), tuple(dict.fromkeys(font.family for font in own))


def _font(workspace: Workspace, row: Mapping[str, str]) -> Font:
    path = f"layouts/fonts/{row['file']}"
    return Font(row["family"], row["weight"], row["style"], path, workspace.read(path))


def _with_families(theme: dict[str, Any], families: tuple[str, ...]) -> dict[str, Any]:
    """The theme with families that are looked into where those that it names lack a character."""
    kind = theme["type"]
    return {**theme, "type": {**kind, "others": [*kind["others"], *families]}} if families else theme
