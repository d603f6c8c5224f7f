"""Dates of a reference, from text to the numbers that CSL-JSON wants."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from typing import Any

from glossary_publish.bibliography.fields import DATE_PARTS
from glossary_publish.bibliography.texts import normal

HELP = "write {date-parts: [[2018, 12]]}: year, month and day as far as they are known"


class MalformedDate(Exception):
    """What is wrong with a date."""


def date_of(value: Any) -> dict[str, Any]:
    """A CSL date with numbers; raises `MalformedDate`."""
    if isinstance(value, str):
        return {"date-parts": [_parts(value.split("-"))]}
    if not isinstance(value, Mapping) or not value:
        raise MalformedDate("is no date")
    unknown = sorted(set(value) - DATE_PARTS)
    if unknown:
        raise MalformedDate(f"has the unknown part {unknown[0]!r}")
    date: dict[str, Any] = {}
    if "date-parts" in value:
        date["date-parts"] = _list_of_parts(value["date-parts"])
    if "season" in value:
        date["season"] = _number(value["season"], 1, 4, "season")
    if "circa" in value:
        if value["circa"] not in ("true", "false"):
            raise MalformedDate("says of circa neither true nor false")
        date["circa"] = value["circa"] == "true"
    if "literal" in value:
        if not isinstance(value["literal"], str) or not normal(value["literal"]):
            raise MalformedDate("has no words as literal")
        date["literal"] = normal(value["literal"])
    if not date.keys() & {"date-parts", "literal"}:
        raise MalformedDate("has neither date-parts nor literal")
    return date


def _list_of_parts(value: Any) -> list[list[int]]:
    if not _is_list(value) or not 1 <= len(value) <= 2 or not all(_is_list(parts) for parts in value):
        raise MalformedDate("has date-parts that are no list of one date, or of first and last")
    dates = [_parts(parts) for parts in value]
    if len(dates) == 2 and dates[1] < dates[0]:
        raise MalformedDate("ends before it begins")
    return dates


def _parts(parts: Sequence[Any]) -> list[int]:
    if not 1 <= len(parts) <= 3:
        raise MalformedDate("has date-parts that are not year, month, day")
    date = [_number(parts[0], 1, 9999, "year")]
    if len(parts) > 1:
        date.append(_number(parts[1], 1, 12, "month"))
    if len(parts) > 2:
        date.append(_number(parts[2], 1, monthrange(*date)[1], "day"))
    return date


def _number(text: Any, least: int, most: int, name: str) -> int:
    if (
        not isinstance(text, str)
        or not text.isascii()
        or not text.isdigit()
        or not least <= int(text) <= most
    ):
        raise MalformedDate(f"has the {name} {text!r}, which is no number from {least} to {most}")
    return int(text)


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
