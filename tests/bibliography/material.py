"""What the tests of the bibliography share: the sources, and a readable projection of what is printed."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from glossary_publish.article import CitationItem, Emphasis, Inline, Link, Mark, Strong, Text
from glossary_publish.bibliography.entries import references_of
from glossary_publish.bibliography.formatting import Formatted, format_citations
from glossary_publish.bibliography.kinds import kinds_of
from glossary_publish.bibliography.reference import Kind, Reference
from glossary_publish.bibliography.style import CitationStyle, load_style
from glossary_publish.diagnostics import Report, Span
from glossary_publish.layout import read_toml
from glossary_publish.workspace import DiskWorkspace, MemoryWorkspace, Workspace, tool_folder

HERE = Path(__file__).parent
PROJECT = DiskWorkspace(tool_folder())


@cache
def kinds() -> dict[str, Kind]:
    """The kinds of the sample glossary."""
    return kinds_of(read_toml(PROJECT, "content/kinds.toml"), "content/kinds.toml", Report())


@cache
def references() -> dict[str, Reference]:
    """The sources of references.yaml beside this file."""
    return from_yaml((HERE / "references.yaml").read_text("utf-8"))


def from_yaml(text: str) -> dict[str, Reference]:
    """Sources without faults, from YAML."""
    report = Report()
    found = references_of(
        [(entry, {"": Span("references.yaml")}) for entry in entries(text)], kinds(), report
    )
    assert not report.diagnostics
    return found


def entries(text: str) -> Sequence[Mapping[str, Any]]:
    """The entries of YAML, every scalar a text."""
    entries: Sequence[Mapping[str, Any]] = YAML(typ="base", pure=True).load(text)["references"]
    return entries


def style(name: str, language: str = "en", workspace: Workspace | None = None) -> CitationStyle:
    """A style that the tool brings along."""
    return load_style(workspace or MemoryWorkspace({}), name, language)


def formatted(
    style: CitationStyle, *citations: Sequence[CitationItem | str], uncited: Sequence[str] = ()
) -> Formatted:
    """Citations of the shared sources; a key alone is a citation without a place."""
    items = [tuple(CitationItem(i) if isinstance(i, str) else i for i in citation) for citation in citations]
    return format_citations(style, references(), items, uncited)


def printed(marks: Iterable[Mark]) -> str:
    """Marks as text."""
    return "".join(mark.text for mark in marks)


def linked(marks: Iterable[Mark]) -> list[tuple[str, str]]:
    """The marks that lead to references, with what they lead to."""
    return [(mark.text, mark.target) for mark in marks if mark.target]


def shown(children: Iterable[Inline]) -> str:
    """Inlines as a line: *stress*, **weight**, [words](target)."""
    return "".join(map(_shown, children))


def _shown(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Emphasis():
            return f"*{shown(inline.children)}*"
        case Strong():
            return f"**{shown(inline.children)}**"
        case Link():
            return f"[{shown(inline.children)}]({inline.target})"
        case _:
            raise AssertionError(f"a reference has no {type(inline).__name__}")
