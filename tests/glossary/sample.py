"""A glossary that exists in memory: the sample of the tool, with whatever a test changes."""

from glossary_publish.build.trial import SAMPLE
from glossary_publish.diagnostics import Diagnostic, Report
from glossary_publish.glossary import Glossary, load_glossary
from glossary_publish.glossary.pieces import record
from glossary_publish.read.article import read_article
from glossary_publish.workspace import MemoryWorkspace, tool_folder

ARTICLE = "content/articles/trial.md"
SETTINGS = "content/glossary.toml"
CRISIS = "content/boilerplate/trial-crisis.en.md"
DISCLAIMER = "content/boilerplate/trial-disclaimer.en.md"
REFERENCES = "content/references.yaml"
KINDS = "content/kinds.toml"


def files() -> dict[str, str]:
    """The files of the sample, by path."""
    found = (path for path in SAMPLE.rglob("*") if path.is_file())
    return {path.relative_to(SAMPLE).as_posix(): path.read_text("utf-8") for path in found}


def edited(path: str, *changes: tuple[str, str], to: str = "") -> dict[str, str]:
    """One file of the sample or of the layouts with some words changed, under its own name or another.

    The old words must be there.
    """
    text = files()[path] if path.startswith("content/") else (tool_folder() / path).read_text("utf-8")
    for old, new in changes:
        assert old in text, f"{old!r} is not in {path}"
        text = text.replace(old, new, 1)
    return {to or path: text}


def translated(text: str, original: str = "") -> str:
    """An article as a translation of another one, or of itself: it records what it translates."""
    read = read_article(MemoryWorkspace({ARTICLE: original or text}), ARTICLE, Report())
    assert read is not None
    front, fence, body = text.removeprefix("---\n").partition("---\n")
    return f"---\n{front}{record(read)}{fence}{body}"


def loaded(*changes: dict[str, str], without: str = "") -> tuple[Glossary, Report]:
    """The sample with some files put in place of others or added, and what reading it found."""
    report = Report()
    whole = files()
    for change in changes:
        whole |= change
    whole.pop(without, None)
    return load_glossary(MemoryWorkspace(dict(whole)), report), report


def told(report: Report, *but: str) -> list[str]:
    """What was reported, each with its place, without some codes."""
    return [line(found) for found in report if found.code not in but]


def line(found: Diagnostic) -> str:
    """A diagnostic as one line: place, code and message."""
    return f"{found.span or '-'} {found.code}: {found.message}"
