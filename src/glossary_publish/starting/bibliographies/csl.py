"""CSL-JSON, as Zotero and the DOI services write it."""

import json
import re
from collections.abc import Iterator
from typing import Any

from glossary_publish.bibliography.fields import DATE_PARTS, DATES, FIELDS, NAME_PARTS, NAMES
from glossary_publish.starting.bibliographies.source import Source, date_of, place, plain, tidied, unreadable

SPACE = re.compile(r"\s*")
TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "proceedings-article": "paper-conference",
}
UNUSED = ("abstract", "annote", "keyword", "note", "categories", "id", "citation-key")


def read_csl(text: str, path: str) -> list[Source]:
    """Each entry of a list, or the one entry."""
    return [_source(data, path, text, start) for data, start in _entries(text, path)]


def _entries(text: str, path: str) -> Iterator[tuple[Any, int]]:
    start = _after_space(text, 0)
    if text[start : start + 1] != "[":
        data, end = _decoded(text, start, path)
        yield data, start
        _refuse_more(text, end, path)
        return
    position = _after_space(text, start + 1)
    while text[position : position + 1] != "]":
        data, end = _decoded(text, position, path)
        yield data, position
        position = _after_space(text, end)
        if text[position : position + 1] == ",":
            position = _after_space(text, position + 1)
        elif text[position : position + 1] != "]":
            raise unreadable("a comma or the end of the list is missing", place(text, position, path))
    _refuse_more(text, position + 1, path)


def _decoded(text: str, position: int, path: str) -> tuple[Any, int]:
    decoder = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=_table)
    try:
        return decoder.raw_decode(text, position)
    except json.JSONDecodeError as error:
        words = f"this is no JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise unreadable(words, place(text, error.pos, path)) from error
    except _Twice as error:
        raise unreadable(f"the field {error} stands twice", place(text, position, path)) from error
    except RecursionError as error:
        raise unreadable("brackets are nested far too deep", place(text, position, path)) from error


class _Twice(Exception):
    """A field that stands twice in one table."""


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        names = [field for field, _ in pairs]
        raise _Twice(repr(next(field for field in names if names.count(field) > 1)))
    return table


def _refuse_more(text: str, position: int, path: str) -> None:
    position = _after_space(text, position)
    if position != len(text):
        raise unreadable("there is more after the end of the list", place(text, position, path))


def _after_space(text: str, position: int) -> int:
    found = SPACE.match(text, position)
    return found.end() if found else position


def _source(data: Any, path: str, text: str, start: int) -> Source:
    span = place(text, start, path)
    if not isinstance(data, dict):
        raise unreadable("an entry of the list has no fields", span)
    kept = {field: _value(field, value) for field, value in data.items() if field in FIELDS}
    kept = {field: value for field, value in kept.items() if field not in UNUSED}
    kept["id"] = plain(str(data.get("citation-key") or data.get("id") or ""))
    if isinstance(kind := kept.get("type"), str):
        kept["type"] = TYPES.get(kind, kind)
    return Source(tidied(kept), span, tuple(sorted({*data} - {*kept, "citation-key"})))


def _value(field: str, value: Any) -> Any:
    if field in NAMES and isinstance(value, list):
        return [_person(one) for one in value]
    if field in DATES and isinstance(value, dict):
        return _date(value)
    if isinstance(value, list) and len(value) == 1:
        value = value[0]  # as the DOI services write titles
    return plain(value) if isinstance(value, str) else value


def _person(person: Any) -> Any:
    if not isinstance(person, dict):
        return person
    known = {part: text for part, text in person.items() if part in NAME_PARTS}
    return {part: plain(text) if isinstance(text, str) else text for part, text in known.items() if text}


def _date(value: dict[str, Any]) -> Any:
    if "date-parts" not in value and isinstance(value.get("raw"), str):
        return date_of(plain(value["raw"]))
    date = {part: found for part, found in value.items() if part in DATE_PARTS}
    if "circa" in date:
        date["circa"] = "true" if date["circa"] in (True, "1", "true") else "false"
    return date
