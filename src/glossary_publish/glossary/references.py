"""The sources that articles cite, `content/references.yaml`, and the kinds of sources, `content/kinds.toml`."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any, assert_never

from glossary_publish.bibliography.entries import references_of
from glossary_publish.bibliography.kinds import kinds_of
from glossary_publish.bibliography.reference import Kind, Reference
from glossary_publish.diagnostics import PublishError, Report, Span
from glossary_publish.glossary.toml import read_toml_file
from glossary_publish.read import yaml
from glossary_publish.workspace import Workspace, text_of

KINDS = "content/kinds.toml"
REFERENCES = "content/references.yaml"
LIST = "references"
Entry = tuple[Mapping[str, Any], Mapping[str, Span]]


@dataclass(frozen=True, slots=True)
class References:
    """The references that can be used, the keys of all there are, and whether the file could be read at all."""

    usable: Mapping[str, Reference]
    keys: Set[str]
    readable: bool


def read_kinds(workspace: Workspace, report: Report) -> dict[str, Kind]:
    """The kinds by name; none without the file. Raises `UsageError` when it is malformed."""
    if KINDS.rpartition("/")[2] not in workspace.names("content"):
        return {}
    return kinds_of(read_toml_file(workspace, KINDS).table, KINDS, report)


def read_references(
    workspace: Workspace, kinds: Mapping[str, Kind], language: str, report: Report
) -> References:
    """The references; none without the file. What is wrong with one is reported, and it is left out."""
    try:
        text = text_of(workspace, REFERENCES)
    except FileNotFoundError:
        return References({}, frozenset(), readable=True)
    except PublishError as error:
        report.extend(error.diagnostics)
        return References({}, frozenset(), readable=False)
    entries = entries_of(text, language, report)
    if entries is None:
        return References({}, frozenset(), readable=False)
    keys = {str(data["id"]) for data, _ in entries if data.get("id")}
    return References(references_of(entries, kinds, report), keys, readable=True)


def entries_of(text: str, language: str, report: Report) -> list[Entry] | None:
    """The entries of the file as they stand there, with their places; None if it cannot be read."""
    tree = yaml.read_yaml(text, REFERENCES, 1, report, language)
    return None if tree is None else _entries(tree, report)


def _entries(tree: yaml.Tree, report: Report) -> list[Entry] | None:
    listed = tree.get(LIST)
    for key, _ in tree.entries:
        if key.text != LIST:
            help = f"the file holds one list called {LIST}"
            report.error("unknown-key", f"there is no key {key.text!r}", key.span, help)
    if isinstance(listed, yaml.Sequence):
        return list(_mappings(listed, report))
    message = f"there is no list called {LIST}"
    report.error("references-not-listed", message, tree.span, f"begin the file with {LIST}:")
    return None


def _mappings(listed: yaml.Sequence, report: Report) -> Iterator[Entry]:
    for item in listed.items:
        if isinstance(item, yaml.Mapping):
            places = {key.text: value.span for key, value in item.entries}
            yield _plain(item), {"": item.span, **places}
        else:
            help = "begin each entry with a dash and id: …"
            report.error("references-not-listed", "an entry of the list has no fields", item.span, help)


def _plain(node: yaml.Node) -> Any:
    match node:
        case yaml.Scalar():
            return node.text
        case yaml.Sequence():
            return [_plain(item) for item in node.items]
        case yaml.Mapping():
            return {key.text: _plain(value) for key, value in node.entries}
        case _:
            assert_never(node)
