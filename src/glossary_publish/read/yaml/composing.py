"""From the events of a YAML parser to a tree of strings; what could change a meaning unseen is an error."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
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
from glossary_publish.read.characters import check_decoded
from glossary_publish.read.yaml.commas import report_split_entries, report_split_list
from glossary_publish.read.yaml.cuts import Met, report_cuts, report_open_quotes
from glossary_publish.read.yaml.traps import HELP, corrected, explain, trap_of
from glossary_publish.read.yaml.tree import Mapping, Node, Scalar, Sequence, Tree

DEEPEST = 12


def compose_yaml(text: str, path: str, first_line: int, report: Report, language: str) -> Tree | None:
    """The mapping of a text, or what is wrong with it."""
    composer = _Composer(text, path, first_line, report, language)
    try:
        return composer.document()
    except _Stopped:
        pass
    except YAMLError as error:
        report.clear()  # what was found before may come of the same fault
        explain(error, composer.lines, path, first_line, report)
    return None


class _Stopped(Exception):
    """An error was reported after which the rest of the file cannot be trusted."""


class _Composer:
    """Walks the events of one text; `met` keeps the scalars, for the search for values that were cut."""

    def __init__(self, text: str, path: str, first_line: int, report: Report, language: str) -> None:
        self.lines = text.split("\n")
        self.path = path
        self.first_line = first_line
        self.report = report
        self.language = language
        self.events: Iterator[Event] = iter(YAML(typ="safe", pure=True).parse(text))
        self.met: list[Met] = []

    def document(self) -> Tree | None:
        """The mapping of the one document."""
        root: Node | None = None
        for event in self.events:
            match event:
                case DocumentStartEvent() if root is not None:
                    message = "a second YAML document begins here"
                    self._stop("second-document", message, self._span(event), "keep one document in the file")
                case DocumentStartEvent() if event.explicit:
                    self._refuse_directives(event.start_mark.line)
                case DocumentEndEvent() if event.explicit:
                    message = "a line of dots ends the document"
                    self._stop("second-document", message, self._span(event), "delete the line")
                case NodeEvent():
                    root = self._node(event, 0, -1)
                case _:
                    pass
        report_open_quotes(self.lines, self.met, self.path, self.first_line, self.report)
        report_cuts(self.lines, self.met, self.path, self.first_line, self.report)
        if isinstance(root, Mapping):
            return root
        trap = next(filter(None, map(trap_of, self.lines)), None)
        help = f"write: {trap.line.strip()}" if trap else HELP
        span = Span(self.path, self.first_line, 1)
        self.report.error("yaml-without-keys", "there are no keys with values here", span, help)
        return None

    def _refuse_directives(self, end: int) -> None:
        for number, line in enumerate(self.lines[:end]):
            if line.startswith("%"):
                span = Span(self.path, self.first_line + number, 1, len(line) + 1)
                self._stop("yaml-directive", "a directive of YAML is not read", span, "delete the line")

    def _node(self, event: Event, depth: int, column: int | None) -> Node:
        """One value; `column` is where the key or dash stands that it belongs to, None for a key."""
        if depth > DEEPEST:
            self._stop("yaml-too-deep", f"more than {DEEPEST} levels", self._span(event), "nest less deeply")
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
                message = "a value with * before it is a reference in YAML"
                return self._stop("yaml-alias", message, self._span(event), self._quoted(event))

    def _refuse_properties(self, event: NodeEvent, tag: object) -> None:
        help = self._quoted(event) if isinstance(event, ScalarEvent) else "delete it"
        if event.anchor:
            self._stop("yaml-anchor", "a word with & before it is an anchor in YAML", self._span(event), help)
        if tag:
            self._stop(
                "yaml-tag", f"a word with ! before it is a tag in YAML: {tag}", self._span(event), help
            )

    def _scalar(self, event: ScalarEvent, column: int | None) -> Scalar:
        span, value = self._span(event), event.value
        self.met.append(Met(event, column))
        if event.style == '"' and not (value.isascii() and value.isprintable()):
            check_decoded(value, span, self.report, self.language)
        return Scalar(unicodedata.normalize("NFC", value), span)

    def _sequence(self, start: SequenceStartEvent, depth: int) -> Sequence:
        items: list[Node] = []
        events: list[Event] = []
        column = start.start_mark.column
        while not isinstance(event := next(self.events), SequenceEndEvent):
            item = self._node(event, depth + 1, column)
            items.append(replace(item, span=self._dash(event, column)) if item == _empty(item) else item)
            events.append(event)
        sequence = Sequence(tuple(items), self._span(start))
        if start.flow_style:
            report_split_list(sequence, events, self.lines[start.start_mark.line], self.report)
        return sequence

    def _mapping(self, start: MappingStartEvent, depth: int) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Span] = {}
        while not isinstance(event := next(self.events), MappingEndEvent):
            key = self._key(event, depth, seen)
            value = self._node(next(self.events), depth + 1, event.start_mark.column)
            if value == _empty(value):
                # The parser places a missing value where it noticed, which may be lines below.
                value = Scalar("", key.span)
            entries.append((key, value))
        mapping = Mapping(tuple(entries), self._span(start))
        if start.flow_style:
            report_split_entries(mapping, self.report)
        return mapping

    def _key(self, event: Event, depth: int, seen: dict[str, Span]) -> Scalar:
        key = self._node(event, depth + 1, None)
        if not isinstance(key, Scalar) or not key.text or self._is_explicit(event):
            self._stop("malformed-yaml", "a key must be a word", self._span(event), "write key: value")
        if key.text == "<<":
            self._stop("yaml-merge-key", "merge keys are not read", key.span, "write the keys out")
        if key.text in seen:
            message = f"the key {key.text!r} stands twice, first on line {seen[key.text].line}"
            self.report.error("duplicate-key", message, key.span, "keep one of them")
        seen.setdefault(key.text, key.span)
        return key

    def _is_explicit(self, event: Event) -> bool:
        """Whether a question mark announces a key, on its line or on one above."""
        line: int = event.start_mark.line
        before: str = self.lines[line][: event.start_mark.column].strip()
        while not before and line:
            line -= 1
            before = self.lines[line].partition(" #")[0].strip()
        return before.endswith("?") and (line == event.start_mark.line or before == "?")

    def _span(self, event: Event) -> Span:
        start, end = event.start_mark, event.end_mark
        last = end.column if end.line == start.line else len(self.lines[start.line])
        column = start.column + 1
        return Span(self.path, self.first_line + start.line, column, max(last + 1, column + 1))

    def _dash(self, event: Event, column: int) -> Span:
        """The dash of an item without a value."""
        return Span(self.path, self.first_line + event.start_mark.line, column + 1, column + 2)

    def _quoted(self, event: Event) -> str:
        return corrected(self.lines[event.start_mark.line]) or "put the value in quotation marks"

    def _stop(self, code: str, message: str, span: Span, help: str) -> NoReturn:
        self.report.error(code, message, span, help)
        raise _Stopped


def _empty(node: Node) -> Scalar:
    return Scalar("", node.span)
