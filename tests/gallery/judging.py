"""The judges of the gallery: the standards, what a screen reader is told, and whether anything is of another clinic."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import pikepdf

from tests.gallery.matrix import Sheet
from tests.support.clinics import Contents, clinic_slugs, contents, traits
from tests.validators import Finding, pdf

LISTS = ("key_points", "actions", "questions_to_ask")
WITHOUT_BODY = "summary"
LINKED = re.compile(r"[\[*#]")  # what is typed round links, citations, strong words and headings


def judged(made: Mapping[Sheet, Path]) -> list[Finding]:
    """What is wrong with finished sheets."""
    found = pdf.validate(made.values())
    for sheet, file in made.items():
        found += [*strangers(sheet, file), *structure(sheet, file)]
    return found


@lru_cache(maxsize=16)
def held(file: Path) -> Contents:
    """What a sheet holds; its words are in the order of the structure tree."""
    return contents(file)


def strangers(sheet: Sheet, file: Path) -> Iterator[Finding]:
    """Names, numbers, addresses, colours and logos of clinics that a sheet is not for, in its path too."""
    for other in clinic_slugs():
        if other != sheet.clinic:
            inside = [*held(file).of(traits(other)), *([other] if other in file.parts else [])]
            yield from (Finding(str(file), "of-another-clinic", what) for what in inside)


def structure(sheet: Sheet, file: Path) -> Iterator[Finding]:
    """Sentences of the source that the structure tree does not tell, or not in their order."""
    told = told_in_arabic(file) if sheet.language == "ar" else held(file).words
    sentences = sentences_of(sheet.source, body=sheet.layout != WITHOUT_BODY)
    yield from (Finding(str(file), "not-told", sentence) for sentence in untold(sentences, told))


def untold(sentences: Iterable[str], told: str) -> Iterator[str]:
    """Those that are not found behind the one before."""
    text, position = _squeezed(told), 0
    for sentence in sentences:
        start = text.find(_squeezed(sentence), position)
        if start < 0:
            yield sentence
        else:
            position = start + len(_squeezed(sentence))


def sentences_of(source: Path, *, body: bool) -> list[str]:
    """Title, description, lists, and the plain paragraphs and items of an article, as they are typed."""
    head, _, text = source.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
    title = re.findall(r'^title: "(.*)"$', head, re.MULTILINE)
    description = re.findall(r"^description: (.*)$", head, re.MULTILINE)
    lists = [line[4:] for key in LISTS for line in _items(head, key)]
    lines = [line.strip(": ") for line in text.splitlines()] if body else []
    return [*title, *description, *lists, *(line for line in lines if line and not LINKED.search(line))]


def _items(head: str, key: str) -> list[str]:
    return re.findall(
        r"^  - .*$", re.findall(rf"^{key}:\n((?:  - .*\n?)+)", head, re.MULTILINE)[0], re.MULTILINE
    )


def told_in_arabic(file: Path) -> str:
    """The replacement texts of the structure tree in its order (ISO 32000-1, 14.9.4): Arabic as it is typed."""
    with pikepdf.open(file) as opened:
        return "".join(_replacements(opened.Root.StructTreeRoot.K))


def _replacements(node: Any) -> Iterator[str]:
    match node:
        case pikepdf.Array():
            for kid in node:
                yield from _replacements(kid)
        case pikepdf.Dictionary() if "/ActualText" in node:
            yield str(node.ActualText)
        case pikepdf.Dictionary() if "/K" in node:
            yield from _replacements(node.K)
        case _:
            return


def _squeezed(text: str) -> str:
    return "".join(text.split())
