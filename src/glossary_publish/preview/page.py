"""The page of a preview: files of `layouts/preview/` with their words filled in. What it shows, its script asks for."""

import html
from collections.abc import Mapping
from string import Template

from glossary_publish.diagnostics import Span, UsageError, fault
from glossary_publish.layout import read_toml
from glossary_publish.preview.application import Resource
from glossary_publish.workspace import Workspace, text_of

FOLDER = "layouts/preview"
WORDS = f"{FOLDER}/strings/en.toml"  # as the command line, it speaks English
HELP = "mend the file; the one that comes with the tool shows what it can use"


def resources(workspace: Workspace) -> Mapping[str, Resource]:
    """The page, its style sheet, script and icon, by path; raises `UsageError` for a file that cannot be used."""
    words = {key: html.escape(str(value)) for key, value in read_toml(workspace, WORDS).items()}
    return {
        "/": Resource(_filled(workspace, "page.html", words), "text/html"),
        "/page.css": Resource(_file(workspace, "page.css").encode(), "text/css"),
        "/page.js": Resource(_file(workspace, "page.js").encode(), "text/javascript"),
        "/icon.svg": Resource(_file(workspace, "icon.svg").encode(), "image/svg+xml"),
    }


def _filled(workspace: Workspace, name: str, words: Mapping[str, str]) -> bytes:
    try:
        return Template(_file(workspace, name)).substitute(words).encode()
    except KeyError as error:
        why = f"needs {error.args[0]!r}, and {WORDS} does not have it"
    except ValueError as error:
        why = f"cannot be filled in: {error}"
    path = f"{FOLDER}/{name}"
    raise fault(UsageError, "broken-template", f"{path} {why}", Span(path), HELP)


def _file(workspace: Workspace, name: str) -> str:
    path = f"{FOLDER}/{name}"
    try:
        return text_of(workspace, path)
    except FileNotFoundError:
        raise fault(UsageError, "missing-configuration", f"{path} is missing", Span(path), HELP) from None
