"""The faults of one entry of content/references.yaml."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from glossary_publish.bibliography import dates
from glossary_publish.bibliography.fields import DATES, FIELDS, NAME_PARTS, NAMES, NO_DATE, TYPES
from glossary_publish.bibliography.texts import Fault, fault_of_text, normal

KEY = re.compile(r"\w+(?:[:.#$%&+?<>~/-]+\w+)*")  # what a citation can name
REQUIRED = ("id", "type", "kind", "title", "issued")
NAME_HELP = (
    "write a list of names, each as {family: Del Re, given: A. C.} or {literal: World Health Organization}"
)


def faults_of(data: Mapping[str, Any], kinds: Iterable[str]) -> Iterator[Fault]:
    """Everything that is wrong with an entry; `kinds` are all spellings of all kinds."""
    for field, value in data.items():
        yield from _of_field(field, value)
    yield from _missing(data)
    yield from _unknown_word(data, "type", "unknown-source-type", TYPES)
    yield from _unknown_word(data, "kind", "unknown-kind", kinds)


def text_at(data: Mapping[str, Any], field: str) -> str:
    """A field in normal form; empty when it is missing or no text."""
    value = data.get(field)
    return normal(value) if isinstance(value, str) else ""


def _missing(data: Mapping[str, Any]) -> Iterator[Fault]:
    key = text_at(data, "id")
    name = f"the reference {key!r}" if key else "a reference"
    for field in REQUIRED:
        if field not in data:
            help = f"add it, or write issued: {NO_DATE}" if field == "issued" else "add it"
            yield Fault("missing-reference-field", "", f"{name} has no {field}", help)


def _unknown_word(data: Mapping[str, Any], field: str, code: str, known: Iterable[str]) -> Iterator[Fault]:
    word = text_at(data, field)
    if word and word not in known:
        turned = [
            name for name in sorted(known) if set(name.split("-")) == set(re.split("[-_ ]", word.lower()))
        ]
        close = turned or get_close_matches(word.lower(), sorted(known), 1)
        help = f"did you mean {close[0]!r}?" if close else f"choose one of: {', '.join(sorted(known))}"
        yield Fault(code, field, f"{word!r} is no {field} of sources", help)


def _of_field(field: str, value: Any) -> Iterator[Fault]:
    if field not in FIELDS:
        yield _unknown_field(field)
    elif field in NAMES:
        yield from _of_names(field, value)
    elif field in DATES:
        yield from _of_date(field, value)
    elif not isinstance(value, str):
        message = f"{field} is a {'list' if _is_list(value) else 'table'} and should be a text"
        yield Fault("malformed-reference-field", field, message, f"write {field} as one line of text")
    elif fault := fault_of_text(field, normal(value)):
        yield fault
    elif field == "id" and not KEY.fullmatch(normal(value)):
        help = "use letters, digits and hyphens, as in horvath-greenberg1994"
        yield Fault("malformed-reference-id", field, f"{normal(value)!r} cannot be cited", help)


def _unknown_field(field: str) -> Fault:
    by_lower = {name.lower(): name for name in sorted(FIELDS)}
    close = get_close_matches(field.lower().replace("_", "-"), by_lower, 1)
    help = f"did you mean {by_lower[close[0]]!r}?" if close else "use a field of CSL 1.0.2"
    return Fault("unknown-reference-field", field, f"a reference has no field {field!r}", help)


def _of_names(field: str, value: Any) -> Iterator[Fault]:
    if not _is_list(value) or not value:
        yield Fault("malformed-name", field, f"{field} is no list of names", NAME_HELP)
        return
    for number, person in enumerate(value):
        place = f"{field}.{number}"
        if not isinstance(person, Mapping):
            yield Fault("malformed-name", place, f"{person!r} in {field} is no name with parts", NAME_HELP)
            continue
        for part in sorted(set(person) - NAME_PARTS):
            message = f"a name in {field} has the unknown part {part!r}"
            yield Fault("malformed-name", f"{place}.{part}", message, NAME_HELP)
        if ("family" in person) == ("literal" in person):
            message = f"a name in {field} needs either family or literal"
            yield Fault("malformed-name", place, message, NAME_HELP)
        for part, text in person.items():
            if not isinstance(text, str):
                message = f"{part} in {field} is no text"
                yield Fault("malformed-name", f"{place}.{part}", message, NAME_HELP)
            elif fault := fault_of_text(f"{place}.{part}", normal(text), f"{part} in {field}"):
                yield fault


def _of_date(field: str, value: Any) -> Iterator[Fault]:
    if field == "issued" and value == NO_DATE:
        return
    try:
        date = dates.date_of(value)
    except dates.MalformedDate as error:
        yield Fault("malformed-date", field, f"{field} {error}", dates.HELP)
        return
    if "literal" in date and (fault := fault_of_text(field, date["literal"])):
        yield fault


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
