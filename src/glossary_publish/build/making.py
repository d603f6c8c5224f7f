"""What a worker does: one edition from its publication to proven bytes."""

import platform
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from glossary_publish.build.native import missing_library
from glossary_publish.build.own_version import own_version
from glossary_publish.diagnostics import Diagnostic, PublishError, Report, Span, UsageError, fault
from glossary_publish.formats import FORMATS
from glossary_publish.layout import Layout, branded, load_layout
from glossary_publish.publication import Publication
from glossary_publish.workspace import DiskWorkspace, tool_folder

# The packages whose version can change what a publication says: dates, citations, what is a list and what a word.
COMPOSED_WITH = ("babel", "markdown-it-py", "mdit-py-plugins", "mini-racer", "ruamel.yaml")


@dataclass(frozen=True, slots=True)
class Made:
    """Proven bytes, the warnings and notes of their making, and the versions of what made them.

    `sheets` are the same pages to be folded, where the layout has them.
    """

    data: bytes
    diagnostics: tuple[Diagnostic, ...]
    tools: tuple[tuple[str, str], ...]
    sheets: bytes = b""


@dataclass(frozen=True, slots=True)
class NotMade:
    """Why an edition was not made; `exit_code` says whether content or machine is at fault."""

    diagnostics: tuple[Diagnostic, ...]
    exit_code: int


def make(publication: Publication, layout: Layout) -> Made | NotMade:
    """Render and prove one edition. Diagnostics carry its format; other exceptions are faults of the tool."""
    # In a worker alone: the parent needs none of it.
    from glossary_publish.publish import publish, publish_sheets

    report = Report()
    try:
        data = publish(publication, layout, report)
        sheets = publish_sheets(publication, layout, data, report)
    except PublishError as error:
        return NotMade(_of_format(error.diagnostics, layout.format), error.exit_code)
    except OSError as error:
        missing = missing_library(error)
        if missing is None:
            raise
        return NotMade(_of_format(missing.diagnostics, layout.format), missing.exit_code)
    except MemoryError:
        raise
    except Exception as error:
        if _comes_with_the_tool(layout):
            raise
        failing = _failing(layout, error)
        return NotMade(_of_format(failing.diagnostics, layout.format), failing.exit_code)
    return Made(data, _of_format(report, layout.format), tools(layout.format), sheets)


def prepare(layout: Layout, direction: str) -> None:
    """Do beforehand what the editions of a layout share; what is wrong with it is told when one is made."""
    if preparation := FORMATS[layout.format].prepare:
        with suppress(Exception):
            preparation(layout, direction)


@lru_cache
def tools(format: str) -> tuple[tuple[str, str], ...]:
    """Name and version of everything that can change the bytes of a format, sorted."""
    found = {name: _version(name) for name in (*COMPOSED_WITH, *FORMATS[format].packages)}
    found |= {
        "glossary-publish": own_version(),
        "python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }
    return tuple(sorted(found.items()))


@lru_cache
def all_tools() -> str:
    """The tools of all formats in one text: what others made may be something else today."""
    return repr([tools(format) for format in FORMATS])


def _comes_with_the_tool(layout: Layout) -> bool:
    """Whether nobody has changed anything about a layout; then whatever fails is the tool's own fault."""
    try:
        own = load_layout(DiskWorkspace(tool_folder()), layout.name, layout.paper)
        return branded(own, layout.brand) == layout
    except UsageError:
        return False


def _failing(layout: Layout, error: Exception) -> PublishError:
    """The error for a layout with a value that no program can do anything with."""
    message = f"nothing can be made with layout {layout.name!r}: {type(error).__name__}: {error}"
    place = Span(f"layouts/{layout.name}/layout.toml")
    help = "look for what was changed last in its files: a value of another kind, or far too large or small"
    return fault(UsageError, "layout-fails", message, place, help)


def _of_format(diagnostics: Iterable[Diagnostic], format: str) -> tuple[Diagnostic, ...]:
    return tuple(replace(found, format=found.format or format) for found in diagnostics)


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
