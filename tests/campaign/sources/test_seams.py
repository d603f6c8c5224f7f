"""A fault put into the code that reads or composes stops the edition before it is rendered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import wraps
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from glossary_publish.article import Cell, Code, LineBreak, Strong, Text
from glossary_publish.compose import assembly, citing, compose, prepared
from glossary_publish.compose.parts import back, front, notices
from glossary_publish.compose.rewriting import Rewriter
from glossary_publish.compose.wording import Wording
from glossary_publish.diagnostics import PublishError, Report
from glossary_publish.formats import FORMATS
from glossary_publish.glossary import load_glossary
from glossary_publish.layout import Layout, load_layout
from glossary_publish.publication import Publication
from glossary_publish.publish import publish
from glossary_publish.read import article
from glossary_publish.read.markdown import blocks, citations, reading, tables
from glossary_publish.verify.conservation import conserve
from glossary_publish.workspace import MemoryWorkspace
from tests.campaign.sources.material import project

SLUG = "everything"


def made(files: dict[str, bytes | str] | None = None) -> tuple[Publication, Layout]:
    """The article that uses everything, read and composed anew."""
    workspace = MemoryWorkspace(files or project())
    glossary = load_glossary(workspace, Report())
    one = next(one for one in glossary.articles if one.slug == SLUG)
    layout = load_layout(workspace, "handout")
    return compose(glossary, one, layout), layout


def told(publication: Publication, layout: Layout) -> set[str]:
    """The parts of which something is reported."""
    report = Report()
    conserve(publication, report, layout)
    return {one.part for one in report}


Change = Callable[[Any], Any]
# What is broken: where it stands, its name, what becomes of its result, and the part in which that shows.
SEAMS: dict[str, tuple[Any, str, Change, str]] = {
    "the last item of a list is not read": (blocks.Reader, "_items", lambda all: all[:-1] or all, "body"),
    "the last block is not read": (blocks.Reader, "blocks", lambda all: all[:-1] if len(all) > 1 else all, "body"),
    "the last meaning is not read": (
        blocks.Reader,
        "_definition_list",
        lambda block: replace(block, entries=block.entries[:-1]),
        "body",
    ),
    "a quote is read without its last block": (
        blocks.Reader,
        "_quote",
        lambda block: replace(block, blocks=block.blocks[:-1]),
        "body",
    ),
    "the last row is not read": (blocks, "read_table", lambda table: replace(table, rows=table.rows[:-1]), "body"),
    "cells lose their emphasis and its words": (
        tables,
        "read_inlines",
        lambda all: tuple(one for one in all if not isinstance(one, Strong)),
        "body",
    ),
    "code is not read": (blocks, "read_inlines", lambda all: tuple(one for one in all if not isinstance(one, Code)), "body"),
    "line breaks join words": (
        blocks,
        "read_inlines",
        lambda all: tuple(one for one in all if not isinstance(one, LineBreak)),
        "body",
    ),
    "texts are escaped twice": (
        blocks,
        "read_inlines",
        lambda all: tuple(Text(one.text.replace("&", "&amp;")) if isinstance(one, Text) else one for one in all),
        "body",
    ),
    "the words around a citation are not read": (citations, "_plain", lambda _: "", "body"),
    "places are read with the wrong label": (
        citations,
        "_item",
        lambda item: replace(item, label="volume") if item.label else item,
        "body",
    ),
    "a figure is read without its caption": (blocks, "read_figure", lambda figure: replace(figure, caption=()), "body"),
    "notes have exchanged their texts": (
        reading,
        "_notes",
        lambda notes: tuple(replace(a, blocks=b.blocks) for a, b in zip(notes, notes[::-1], strict=True)),
        "notes",
    ),
    "the last line of a list of the front matter is not read": (article, "_lines", lambda all: all[:-1], "key-points"),
    "items are lost when citations are filled in": (Rewriter, "_items", lambda all: all[:-1] or all, "body"),
    "cells are emptied when citations are filled in": (Rewriter, "_cell", lambda _: Cell(()), "body"),
    "links to articles lead to the site": (citing._Filler, "_target", lambda _: "https://example.org", "body"),
    "marks are those of the next citation": (
        citing,
        "format_citations",
        lambda all: replace(all, citations=(*all.citations[1:], *all.citations[:1])),
        "body",
    ),
    "references are listed in reverse": (
        citing,
        "format_citations",
        lambda all: replace(all, entries=all.entries[::-1]),
        "references",
    ),
    "references lose their end": (
        citing,
        "format_citations",
        lambda all: replace(all, entries=tuple(replace(one, children=one.children[:1]) for one in all.entries)),
        "references",
    ),
    "the kind of a source is not printed": (
        prepared,
        "_reference",
        lambda entry: replace(entry, children=entry.children[:-1]),
        "references",
    ),
    "dates are a day late": (front, "long_date", lambda text: text.replace("3", "4"), "facts"),
    "reading takes longer": (front, "reading_time", lambda minutes: minutes + 1, "label"),
    "lists of the front matter lose their last line": (
        front,
        "bullets",
        lambda block: replace(block, items=block.items[:-1]),
        "questions-to-ask",
    ),
    "approved texts have other words": (
        prepared,
        "boilerplate_of",
        lambda texts: tuple(replace(one, heading=f"{one.heading}!") for one in texts),
        "disclaimer",
    ),
    "approved texts have exchanged their places": (
        prepared,
        "boilerplate_of",
        lambda texts: tuple(replace(a, role=b.role) for a, b in zip(texts, texts[::-1], strict=True)),
        "crisis-notice",
    ),
    "approved texts lose their last paragraph": (notices, "linked", lambda all: all[:-1], "crisis-notice"),
    "related articles have lost their addresses": (back, "_entry", lambda all: all[:1], "related"),
    "strings are in capitals": (Wording, "text", str.upper, "colophon"),
    "the metadata is of another version": (
        assembly,
        "_metadata",
        lambda metadata: replace(metadata, updated=metadata.updated - timedelta(days=1)),
        "metadata",
    ),
}  # fmt: skip


def broken(monkeypatch: pytest.MonkeyPatch, place: Any, name: str, change: Change) -> None:
    """Change what a function gives back."""
    whole = getattr(place, name)

    @wraps(whole)
    def function(*arguments: Any, **named: Any) -> Any:
        return change(whole(*arguments, **named))

    monkeypatch.setattr(place, name, function)


def test_without_a_fault_nothing_is_told() -> None:
    assert told(*made()) == set()


@pytest.mark.parametrize("seam", SEAMS)
def test_a_fault_in_the_code_is_told_with_the_part_in_which_it_shows(
    seam: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, name, change, part = SEAMS[seam]
    broken(monkeypatch, place, name, change)
    assert part in told(*made())


def test_a_parser_that_drops_all_that_follows_a_nested_list_is_found_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As the library does without a word when lists are nested more deeply than it likes."""
    nested = "\n".join("  " * depth + f"- Level {depth}." for depth in range(7))
    files = project()
    path = f"content/articles/{SLUG}.md"
    files[path] = f"{files[path]!s}\n{nested}\n\nCall 988 at any hour.\n"
    assert told(*made(files)) == set()

    def cut(tokens: list[Token]) -> list[Token]:
        ends = [
            place for place, one in enumerate(tokens) if one.type == "bullet_list_close" and not one.level
        ]
        return tokens[: ends[-1] + 1] if ends else tokens

    broken(monkeypatch, MarkdownIt, "parse", cut)
    publication, layout = made(files)
    report = Report()
    conserve(publication, report, layout)
    (one,) = report
    assert (one.code, one.part) == ("words-lost", "body")
    assert one.message == "'Call 988 at any hour.' stands in the source and not in the part body"


def test_an_edition_with_a_fault_is_not_even_rendered(monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch, *SEAMS["approved texts have other words"][:3])
    publication, layout = made()

    def render(*_: object) -> bytes:
        raise AssertionError("it is rendered")

    monkeypatch.setitem(FORMATS, "pdf", replace(FORMATS["pdf"], render=render))
    with pytest.raises(PublishError) as stopped:
        publish(publication, layout, Report())
    assert {"words-lost", "words-added"} & {one.code for one in stopped.value.diagnostics}
