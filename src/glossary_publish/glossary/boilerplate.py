"""The boilerplate files of a glossary: `content/boilerplate/<id>.<lang>.md`."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from glossary_publish.article import Block, Citation, Figure, Heading, NoteReference
from glossary_publish.diagnostics import PublishError, Report, Span
from glossary_publish.glossary.likeness import did_you_mean
from glossary_publish.glossary.model import ANY, Boilerplate
from glossary_publish.glossary.settings import LANGUAGE, NAME, REGION
from glossary_publish.glossary.walking import blocks_within, inlines_within
from glossary_publish.read.front_matter import FrontMatter, split
from glossary_publish.read.markdown import read_markdown
from glossary_publish.read.yaml import Scalar, Tree, read_yaml
from glossary_publish.workspace import Workspace, text_of

FOLDER = "content/boilerplate"
REQUIRED = ("id", "version", "role", "region", "audience", "language", "heading", "short")
OPTIONAL = ("approver", "callout")
FILE = re.compile(r"(?P<id>[^.]+)\.(?P<language>[A-Za-z0-9-]+)\.md")


def read_boilerplate(workspace: Workspace, report: Report) -> tuple[Boilerplate, ...]:
    """Every boilerplate file, in the order of their names; what is wrong with one is reported, and it is left out."""
    found = []
    for name in (name.rstrip("/") for name in workspace.names(FOLDER)):
        if name.endswith(".md"):
            faults = Report()
            text = _read(workspace, f"{FOLDER}/{name}", faults)
            report.extend(faults)
            if text is not None and not faults.failed:
                found.append(text)
    return tuple(found)


def _read(workspace: Workspace, path: str, report: Report) -> Boilerplate | None:
    try:
        text = text_of(workspace, path)
    except FileNotFoundError:  # its name was found a moment ago
        help = "remove the link, or put the file there that it leads to"
        report.error("not-a-file", f"{path} leads to no file", Span(path), help)
        return None
    except PublishError as error:
        report.extend(error.diagnostics)
        return None
    halves = split(text, path, report)
    tree = read_yaml(halves.yaml, path, halves.yaml_line, report) if halves else None
    if halves is None or tree is None:
        return None
    values = _values(tree, report)
    _check_name(path, values, report)
    blocks = _body(halves, path, values, report)
    fields = {key: scalar.text for key, scalar in values.items()}
    return Boilerplate(
        **{key: fields.get(key, "") for key in (*REQUIRED, *OPTIONAL)},
        blocks=blocks,
        path=path,
        span=Span(path, halves.yaml_line, 1),
        source=workspace.read(path),
    )


def _values(tree: Tree, report: Report) -> dict[str, Scalar]:
    """The fields by key; whatever is no field, no text or missing is reported."""
    values = {}
    known = (*REQUIRED, *OPTIONAL)
    for key, node in tree.entries:
        if key.text not in known:
            help = did_you_mean(key.text, known, f"known keys: {', '.join(known)}")
            report.error("unknown-key", f"there is no key {key.text!r}", key.span, help)
        elif not isinstance(node, Scalar):
            report.error("wrong-type", f"{key.text} is no text", key.span, "write one line of text")
        elif not node.text.strip():
            report.error("empty-value", f"{key.text} is empty", key.span, "write a text after the colon")
        else:
            values[key.text] = Scalar(" ".join(node.text.split()), node.span)
    for name in REQUIRED:
        if tree.get(name) is None:
            place = Span(tree.span.path, tree.span.line, 1)
            report.error("missing-key", f"the key {name!r} is missing", place, f"add a line {name}: …")
    for name, pattern, kind in (
        ("role", NAME, "a name in small letters, such as disclaimer"),
        ("region", REGION, "two capital letters, such as US, or any"),
        ("audience", NAME, "one audience, such as clients, or any"),
        ("language", LANGUAGE, "a tag such as en or pt-BR"),
    ):
        value = values.get(name)
        if value and value.text != ANY and not pattern.fullmatch(value.text):
            message = f"{name} may not be {value.text!r}"
            report.error("unknown-value", message, value.span, f"write {kind}")
    return values


def _check_name(path: str, values: dict[str, Scalar], report: Report) -> None:
    name = PurePosixPath(path).name
    parts = FILE.fullmatch(name)
    for key in ("id", "language"):
        if key in values and (parts is None or parts[key] != values[key].text):
            message = f"the file is called {name}, and its {key} is {values[key].text!r}"
            help = "a file with the id x in English is called x.en.md"
            report.error("boilerplate-misnamed", message, values[key].span, help)


def _body(halves: FrontMatter, path: str, values: dict[str, Scalar], report: Report) -> tuple[Block, ...]:
    language = values["language"].text if "language" in values else "en"
    blocks, notes = read_markdown(halves.body, path, halves.body_line, report, language)
    places = [(name, span) for name, span in _out_of_place(blocks)]
    if notes and not places:
        places.append(("a footnote", notes[0].span))
    for name, span in places:
        message = f"boilerplate holds {name}"
        help = "boilerplate stands in other texts word for word: keep it to plain paragraphs and lists"
        report.error("not-in-boilerplate", message, span, help)
    return blocks


def _out_of_place(blocks: Iterable[Block]) -> Iterator[tuple[str, Span]]:
    """What only an article can hold: it would need the article's headings, numbers, images or anchors."""
    for block in blocks_within(blocks):
        if isinstance(block, Heading):
            yield "a heading", block.span
        if isinstance(block, Figure):
            yield "an image", block.span
        for inline in inlines_within(block):
            match inline:
                case Citation():
                    yield "a citation", inline.span
                case NoteReference():
                    yield "a footnote", block.span
                case _:
                    pass
