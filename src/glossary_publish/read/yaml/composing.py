"""From the events of a YAML parser to a tree of strings; what could change a meaning unseen is an error."""

import unicodedata
from collections.abc import Iterator
from typing import NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from glossary_publish.diagnostics import Report, Span
from glossary_publish.read.characters import check_characters, check_decoded
from glossary_publish.read.yaml.cuts import report_cuts
from glossary_publish.read.yaml.traps import corrected, explain
from glossary_publish.read.yaml.tree import Mapping, Node, Scalar, Sequence, Tree

DEEPEST = 12
LARGEST = 4 * 1024 * 1024


def read_yaml(text: str, path: str, first_line: int, report: Report, language: str = "en") -> Tree | None:
    """Read one YAML mapping; None after errors. `first_line` is the line of the file on which `text` begins."""
    found = Report()
    tree = _read(text, path, first_line, found, language)
    report.extend(found)
    return None if found.failed else tree


def _read(text: str, path: str, first_line: int, report: Report, language: str) -> Tree | None:
    if len(text) > LARGEST:
        message = f"the YAML has {len(text):,} characters; at most {LARGEST:,} are read"
        report.error("yaml-too-large", message, Span(path, first_line), "split the file")
        return None
    if not check_characters(text, path, first_line, report, language):
        return None
    if "\t" in text:
        before = text[: text.index("\t")]
        span = Span(path, first_line + before.count("\n"), len(before.rpartition("\n")[2]) + 1)
        report.error("tab-in-yaml", "a tab stands in the YAML", span, "use spaces; a tab has no fixed width")
        return None
    composer = _Composer(text, path, first_line, report, language)
    try:
        return composer.document()
    except _Stopped:
        return None
    except MarkedYAMLError as error:
        explain(error, composer.lines, path, first_line, report)
    except YAMLError as error:
        report.error("malformed-yaml", str(error), Span(path, first_line), "mend the YAML at that place")
    return None


class _Stopped(Exception):
    """An error was reported after which the rest of the file cannot be trusted."""


class _Composer:
    """Walks the events of one text; `scalars` keeps those that were met, for the search for cut values."""

    def __init__(self, text: str, path: str, first_line: int, report: Report, language: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.path = path
        self.first_line = first_line
        self.report = report
        self.language = language
        self.events: Iterator[Event] = iter(YAML(typ="safe", pure=True).parse(text))
        self.scalars: list[tuple[ScalarEvent, int]] = []

    def document(self) -> Tree | None:
        """The mapping of the one document."""
        root: Node | None = None
        for event in self.events:
            match event:
                case DocumentStartEvent() if root is not None:
                    message = "a second YAML document begins here"
                    self._stop("second-document", message, event, "keep one document in the file")
                case DocumentStartEvent() if event.version or event.tags:
                    self._stop(
                        "yaml-directive", "a YAML directive is not read", event, "delete the line with %"
                    )
                case MappingStartEvent() | SequenceStartEvent() | ScalarEvent() | AliasEvent():
                    root = self._node(event, 0, -1)
                case DocumentEndEvent() if event.explicit:
                    self._stop(
                        "second-document", "the document ends here", event, "delete the line with dots"
                    )
                case _:
                    pass
        report_cuts(self.lines, self.scalars, self.path, self.first_line, self.report)
        if isinstance(root, Mapping):
            return root
        message = "there are no keys with values here"
        self.report.error(
            "yaml-without-keys", message, Span(self.path, self.first_line), "write lines like key: value"
        )
        return None

    def _node(self, event: Event, depth: int, column: int) -> Node:
        """One value; `column` is where the key or dash stands that it belongs to."""
        if depth > DEEPEST:
            self._stop("yaml-too-deep", f"more than {DEEPEST} levels", event, "nest less deeply")
        match event:
            case ScalarEvent():
                self._refuse_properties(event, event.tag)
                return self._scalar(event, column)
            case SequenceStartEvent():
                self._refuse_properties(event, event.tag)
                return self._sequence(event, depth)
            case MappingStartEvent():
                self._refuse_properties(event, event.tag)
                return self._mapping(event, depth)
            case _:
                message = "YAML reads this as a reference to an anchor"
                self._stop("yaml-alias", message, event, self._quoted(event))

    def _refuse_properties(self, event: NodeEvent, tag: object) -> None:
        if event.anchor:
            self._stop("yaml-anchor", "YAML reads this as an anchor", event, self._quoted(event))
        if tag:
            self._stop("yaml-tag", f"YAML reads {tag} as a tag", event, self._quoted(event))

    def _scalar(self, event: ScalarEvent, column: int) -> Scalar:
        span = self._span(event)
        self.scalars.append((event, column))
        if event.style == '"' and not event.value.isascii() | event.value.isprintable():
            check_decoded(event.value, span, self.report, self.language)
        return Scalar(unicodedata.normalize("NFC", event.value), span)

    def _sequence(self, start: SequenceStartEvent, depth: int) -> Sequence:
        items: list[Node] = []
        column = start.start_mark.column
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                return Sequence(tuple(items), self._span(start))
            items.append(self._node(event, depth + 1, column))
        raise AssertionError(start)

    def _mapping(self, start: MappingStartEvent, depth: int) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Span] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                return Mapping(tuple(entries), self._span(start))
            key = self._key(event, depth, seen)
            entries.append((key, self._node(next(self.events), depth + 1, event.start_mark.column)))
        raise AssertionError(start)

    def _key(self, event: Event, depth: int, seen: dict[str, Span]) -> Scalar:
        key = self._node(event, depth + 1, event.start_mark.column)
        if not isinstance(key, Scalar) or not key.text:
            self._stop("malformed-yaml", "a key must be a word", event, "write key: value")
        if key.text == "<<":
            self._stop("yaml-merge-key", "merge keys are not read", event, "write the keys out")
        if key.text in seen:
            message = f"the key {key.text!r} stands twice; first on line {seen[key.text].line}"
            self.report.error("duplicate-key", message, key.span, "keep one of them")
        seen.setdefault(key.text, key.span)
        return key

    def _span(self, event: Event) -> Span:
        start, end = event.start_mark, event.end_mark
        last = end.column + 1 if end.line == start.line else len(self.lines[start.line]) + 1
        return Span(self.path, self.first_line + start.line, start.column + 1, max(last, start.column + 2))

    def _quoted(self, event: Event) -> str:
        return corrected(self.lines[event.start_mark.line]) or "put the value in quotation marks"

    def _stop(self, code: str, message: str, event: Event, help: str) -> NoReturn:
        self.report.error(code, message, self._span(event), help)
        raise _Stopped
