"""What can be said about the words of a front matter that the schema accepts."""

import re
from collections.abc import Iterator

from glossary_publish.diagnostics import Report
from glossary_publish.publication import word_count
from glossary_publish.read.yaml import Mapping, Scalar, Sequence, Tree

SHORTEST, LONGEST = 15, 30  # words of a description
MARKUP = re.compile(r"\[@|\]\(|\[\^|\*\*|`|</?[A-Za-z]|&#?\w+;")


def check_words(tree: Tree, report: Report) -> None:
    """Report entries that stand twice, and warn of a long or short description and of markup."""
    for key, value in tree.entries:
        if isinstance(value, Sequence):
            _refuse_doubles(key.text, value, report)
    description = tree.get("description")
    if isinstance(description, Scalar):
        _check_length(description, report)
    for scalar in _scalars(tree):
        if match := MARKUP.search(scalar.text):
            message = f"{match[0]!r} is printed as it stands: the front matter is plain text"
            report.warning("markup-in-value", message, scalar.span, "write plain words")


def _refuse_doubles(key: str, value: Sequence, report: Report) -> None:
    seen: set[str] = set()
    for item in value.items:
        if isinstance(item, Scalar):
            if item.text in seen:
                report.error("duplicate-entry", f"{key}: {item.text!r} stands twice", item.span, "delete one")
            seen.add(item.text)


def _check_length(description: Scalar, report: Report) -> None:
    words = word_count(description.text)
    if not SHORTEST <= words <= LONGEST:
        message = f"the description has {words} words"
        help = f"say in one sentence of {SHORTEST} to {LONGEST} words what the article is about"
        report.warning("description-length", message, description.span, help)


def _scalars(tree: Tree) -> Iterator[Scalar]:
    """All values that are texts."""
    for _, value in tree.entries:
        match value:
            case Scalar():
                yield value
            case Sequence():
                yield from (item for item in value.items if isinstance(item, Scalar))
            case Mapping():
                yield from _scalars(value)
