"""What was found out about a part serves other editions that have it, and none in which something else is said."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from glossary_publish.article import ReferenceList
from glossary_publish.publication import Part, Publication
from glossary_publish.verify.conservation import comparison, conserving
from glossary_publish.verify.conservation.files import REFERENCES
from tests.support.publications import paragraph
from tests.verify.conservation.handmade import PATH, found, publication


def with_parts(one: Publication, *parts: Part) -> Publication:
    """A publication with some parts in place of those of the same ids."""
    new = {part.id: part for part in parts}

    def changed(some: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(new.get(part.id, part) for part in some)

    chapters = tuple(replace(chapter, parts=changed(chapter.parts)) for chapter in one.chapters)
    return replace(one, front=changed(one.front), chapters=chapters, back=changed(one.back))


def copies(one: Publication) -> Iterator[Publication]:
    """The publication with one part after the other replaced by its equal."""
    for part in one.parts:
        yield with_parts(one, replace(part))


def test_a_part_is_held_against_its_sources_once_for_all_editions(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[str] = []
    compare = comparison.compare

    def heard(id: str, *others: Any) -> None:
        held.append(id)
        compare(id, *others)

    monkeypatch.setattr(conserving, "compare", heard)
    one = publication()
    ids = [part.id for part in one.parts]
    assert found(one) == []
    assert held == ids
    held.clear()
    assert found(replace(one, words=one.words[:0])) == []
    assert held == []
    for other, id in zip(copies(one), ids, strict=True):
        assert found(other) == []
        assert held == [id]
        held.clear()


def test_a_fault_is_told_of_each_edition_that_has_it() -> None:
    one = publication()
    for part in one.parts:
        more = replace(part, blocks=(*part.blocks, paragraph("Nobody said this.")))
        wrong = with_parts(one, more)
        assert found(one) == []
        told = found(wrong)
        assert ("words-added", part.id) in told
        assert found(wrong) == told == found(replace(wrong, images=()))


def test_a_part_is_held_against_other_sources_anew() -> None:
    one = publication()
    assert found(one) == []
    for path, old, new, told in (
        (PATH, b"It can be mended", b"It can be broken", ("words-lost", "key-points")),
        (PATH, b"parts", b"pieces", ("words-lost", "body")),
        ("content/references.yaml", b"[[1979]]", b"[[1980]]", ("words-lost", "references")),
        ("content/articles/rupture.md", b"title: ", b"title: Other ", ("words-lost", "related")),
        ("content/glossary.toml", b"Example Press", b"Other Press", ("words-lost", "colophon")),
    ):
        files = {**dict(one.sources)}
        files[path] = files[path].replace(old, new)
        assert files[path] != dict(one.sources)[path]
        assert told in found(replace(one, sources=tuple(sorted(files.items()))))
        assert found(one) == []


def test_a_part_is_held_against_another_code_language_and_choice_of_articles_anew() -> None:
    one = publication()
    assert found(one) == []
    other = replace(one, metadata=replace(one.metadata, code="XY-23456"))
    assert {("words-lost", "colophon"), ("words-lost", "address")} <= {*found(other)}
    other = replace(one, left_out=("content/articles/rupture.md",))
    assert ("words-added", "related") in found(other)
    other = replace(one, metadata=replace(one.metadata, language="fr"))
    assert ("words-lost", "facts") in found(other) or ("words-added", "facts") in found(other)
    assert found(one) == []


def test_marks_are_held_against_each_list_of_references() -> None:
    one = publication()
    assert found(one) == []
    references = next(part for part in one.parts if part.id == "references")
    entries = next(block for block in references.blocks if isinstance(block, ReferenceList))
    renamed = replace(entries, entries=tuple(replace(one, anchor="reference-2") for one in entries.entries))
    blocks = tuple(renamed if block is entries else block for block in references.blocks)
    told = found(with_parts(one, replace(references, blocks=blocks)))
    assert ("mark-leads-astray", "body") in told
    assert found(one) == []


def test_what_is_remembered_of_an_entry_does_not_keep_its_file() -> None:
    """A process that makes many editions gets the file of references anew with each of them."""
    one = publication()
    sources = dict(one.sources)
    unused, *files = [sources[REFERENCES] + b"# %d\n" % number for number in range(41)]
    for file in files:
        assert found(replace(one, sources=tuple(sorted({**sources, REFERENCES: file}.items())))) == []
    counts = [sys.getrefcount(file) for file in (unused, *files)]
    kept = [count for count in counts if count > counts[0]]
    assert len(kept) <= 8  # of those that came last, as other editions may come with them
