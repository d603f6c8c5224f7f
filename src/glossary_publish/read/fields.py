"""From the tree of the front matter to its typed fields: what the schema refuses is told at its place."""

import difflib
from typing import Any, assert_never

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from glossary_publish.diagnostics import Report, Span
from glossary_publish.read.schema import INNER, FrontMatterModel
from glossary_publish.read.yaml import Mapping, Node, Scalar, Sequence, Tree
from glossary_publish.read.yaml.traps import COLON, quoted


def read_fields(tree: Tree, report: Report) -> FrontMatterModel | None:
    """The front matter as the schema types it; None after errors."""
    found = Report()
    values = _plain(tree, found)
    if found.failed:
        report.extend(found)
        return None
    try:
        return FrontMatterModel.model_validate(values)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_input=False):
            _report(fault, tree, report)
    return None


def places(tree: Tree) -> tuple[tuple[str, Span], ...]:
    """Where each key stands; the keys of `reviewed` with a dot."""
    found: list[tuple[str, Span]] = []
    for key, value in tree.entries:
        found.append((key.text, key.span))
        if isinstance(value, Mapping):
            found += [(f"{key.text}.{inner.text}", inner.span) for inner, _ in value.entries]
    return tuple(found)


def _plain(node: Node, report: Report) -> Any:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            for item in node.items:
                _refuse_colon(item, report)
            return [_plain(item, report) for item in node.items]
        case Mapping():
            return {key.text: _plain(value, report) for key, value in node.entries}
        case _:
            assert_never(node)


def _refuse_colon(item: Node, report: Report) -> None:
    """No list of the front matter holds mappings: YAML made one of a sentence with a colon."""
    entries = item.entries if isinstance(item, Mapping) else ()
    for key, value in entries[:1]:
        words = f"{key.text}: {value.text if isinstance(value, Scalar) else '…'}"
        help = f"write: - {quoted(words)}"
        report.error("unquoted-colon", COLON, key.span, help)


def _report(fault: Any, tree: Tree, report: Report) -> None:
    location = [part for part in fault["loc"] if not str(part).startswith("function-")]
    key, node, place = _find(tree, location)
    match fault["type"]:
        case "missing":
            name = ".".join(map(str, location))
            field = _known(location)[key]
            report.error("missing-key", f"the key {name!r} is missing", place, field.description or "")
        case "extra_forbidden":
            known = _known(location)
            close = difflib.get_close_matches(key, known, 1, 0.5)
            help = f"did you mean {close[0]!r}?" if close else f"known keys: {', '.join(known)}"
            span = dict(places(tree)).get(".".join(map(str, location)), place)
            report.error("unknown-key", f"there is no key {key!r}", span, help)
        case "literal_error":
            value = node.text if isinstance(node, Scalar) else key
            expected = fault["ctx"]["expected"]
            report.error("unknown-value", f"{key} may not be {value!r}", place, f"write {expected}")
        case "model_type" | "model_attributes_type" | "dict_type":
            report.error(
                "wrong-type", f"{key} holds keys of its own", place, "indent them below it, one to a line"
            )
        case code:
            context = fault.get("ctx", {})
            report.error(code, f"{key}: {context['message']}", place, context["help"])


def _known(location: list[Any]) -> dict[str, FieldInfo]:
    """The fields beside one."""
    model = INNER[location[0]] if len(location) > 1 else FrontMatterModel
    return model.model_fields


def _find(tree: Tree, location: list[Any]) -> tuple[str, Node, Span]:
    """The key that a fault is about, its value, and the place to show: the value, else the key, else the parent."""
    node: Node = tree
    key, place = str(location[0]), Span(tree.span.path, tree.span.line, 1)
    for part in location:
        if isinstance(node, Mapping):
            key = str(part)
            entry = next((entry for entry in node.entries if entry[0].text == part), None)
            if entry is None:
                return key, node, place
            node = entry[1]
            place = node.span if isinstance(node, Scalar) and node.text else entry[0].span
        elif isinstance(node, Sequence) and isinstance(part, int):
            node = node.items[part]
            place = node.span
    return key, node, place
