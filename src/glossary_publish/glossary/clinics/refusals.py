"""What no clinic may put on a sheet: anything about a patient, and words in place of approved ones."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from glossary_publish.glossary.tables import TableReader

PATIENT = re.compile(
    r"(?:^|_)(?:patients?|clients?|dob|birth|birthday|mrn|nhs|ssn|diagnos[ei]s|insurance|recipients?|merge|fields?)(?:_|$)",
    re.IGNORECASE,
)
# The placeholders of mail merges and templates: braces, angle brackets, per cent signs, square brackets with such a word.
PLACEHOLDER = re.compile(
    r"\{[{%]?[^{}]*\}|<<[^<>]+>>|«[^«»\s]*_[^«»\s]*»|\$\w+\$|%\w+%|MERGEFIELD"
    r"|\[[^\[\]]*\b(?:patient|client|name|birth|dob|mrn|diagnosis)\b[^\[\]]*\]",
    re.IGNORECASE,
)
TEXTS = frozenset(("boilerplate", "strings", "notices", "notice", "licence", "sample_notice"))
REFUSED = (
    "sheets are for everybody: write names and dates by hand into the blank lines that `write_in` asks for"
)


def patients(reader: TableReader) -> Iterator[str]:
    """The keys that ask for something about a patient, reported; and so is every placeholder in a value."""
    for key, value in reader.values.items():
        if PATIENT.search(key):
            message = f"{key} is about a patient, and no sheet is made for one"
            reader.report.error("patient-data", message, reader.place(key), REFUSED)
            yield key
        for text in _texts(value):
            if found := PLACEHOLDER.search(text):
                message = f"{key} holds the placeholder {found[0]!r}"
                reader.report.error("merge-field", message, reader.place(key), REFUSED)


def locked_texts(reader: TableReader, roles: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    """The keys and files that would take the place of approved texts, reported."""
    locked = {*TEXTS, *roles, *(role.replace("-", "_") for role in roles)}
    help = (
        "approved texts stand in content/boilerplate/ for all clinics; a clinic's region chooses among them"
    )
    for key in reader.values:
        if key in locked:
            message = f"{key} is an approved text, which no clinic can change"
            reader.report.error("locked-for-clinics", message, reader.place(key), help)
            yield key
    for name in names:
        if name.rstrip("/") in locked or name.endswith(".md"):
            message = f"{name} would stand in the place of an approved text"
            reader.report.error("locked-for-clinics", message, reader.place(name), help)


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)
