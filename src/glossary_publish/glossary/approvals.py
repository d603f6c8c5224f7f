"""Who approved which text, and when: `content/approvals.toml`.

An approval holds the hash of the clinical content that somebody read; another content is not approved by it.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from glossary_publish.article import Article, Citation
from glossary_publish.diagnostics import Report, UsageError
from glossary_publish.glossary.likeness import did_you_mean
from glossary_publish.glossary.model import Approval, Boilerplate
from glossary_publish.glossary.tables import TableReader
from glossary_publish.glossary.toml import TomlFile, read_toml_file
from glossary_publish.glossary.walking import blocks_within, inlines_within
from glossary_publish.publication import sha256
from glossary_publish.read.front_matter import split
from glossary_publish.workspace import Workspace, decode

PATH = "content/approvals.toml"
KEYS = ("version", "by", "on", "content")
HELP = "approve the article anew with `glossary-publish approve`, or take the entry out"


def read_approvals(workspace: Workspace) -> dict[tuple[str, str], Approval]:
    """The approvals by slug and language; none without the file. Raises `UsageError` with all that is wrong."""
    if PATH.rpartition("/")[2] not in workspace.names("content"):
        return {}
    file, report = read_toml_file(workspace, PATH), Report()
    found = {
        (slug, language): _approval(file, report, slug, language, values)
        for slug, languages in file.table.items()
        for language, values in _tables(file, report, slug, languages)
    }
    if report.failed:
        raise UsageError(report)
    return found


def tell_of_strays(approvals: Iterable[Approval], slugs: Set[str], report: Report) -> None:
    """Warn of each approval of an article that is not there: under its new name it would have none."""
    for approval in approvals:
        if approval.slug not in slugs:
            message = f"there is no article {approval.slug!r} that could be approved"
            help = did_you_mean(approval.slug, slugs, "take the entry out")
            report.warning("approval-of-no-article", message, approval.span, help)


def _tables(
    file: TomlFile, report: Report, slug: str, languages: object
) -> Iterable[tuple[str, Mapping[str, object]]]:
    whole = isinstance(languages, dict) and all(isinstance(one, dict) for one in languages.values())
    if isinstance(languages, dict) and whole:
        return languages.items()
    message = f"{slug!r} is no approval of an article in a language"
    report.error("wrong-approval", message, file.place(slug), f"write it as [{slug}.en]; or {HELP}")
    return ()


def _approval(
    file: TomlFile, report: Report, slug: str, language: str, values: Mapping[str, object]
) -> Approval:
    reader = TableReader(file, report, values, f"{slug}.{language}")
    reader.refuse_unknown(KEYS)
    on = values.get("on")
    if type(on) is not date:
        reader.wrong("on", "is no date", "write year-month-day without quotation marks, such as 2026-01-15")
        on = date.min
    version, by, content = (reader.text(key) for key in ("version", "by", "content"))
    return Approval(slug, language, version, by, on, content, reader.place("content"))


def content_hash(article: Article, boilerplate: Sequence[Boilerplate]) -> str:
    """SHA-256 of what somebody approves: title, key points and the like, text, boilerplate, ids of references.

    The text counts as it is written, not as this version of the tool reads it, so that an approval outlives versions.
    """
    content = {
        "title": article.title,
        "description": article.description,
        "key_points": [line.text for line in article.key_points],
        "actions": [line.text for line in article.actions],
        "questions_to_ask": [line.text for line in article.questions_to_ask],
        "body": _words(article.source, article.path),
        "boilerplate": sorted(
            [text.id, text.heading, text.callout, text.short, *_words(text.source, text.path)]
            for text in boilerplate
        ),
        "references": sorted({*_cited(article), *(line.text for line in article.references)}),
    }
    return sha256(json.dumps(content, sort_keys=True).encode())


def _words(source: bytes, path: str) -> list[str]:
    """The lines of a text as written. The manner of line ends, and what stands unseen at an end, do not count."""
    halves = split(decode(source, path), path, Report())
    lines = (line.rstrip() for line in (halves.body if halves else "").split("\n"))
    return unicodedata.normalize("NFC", "\n".join(lines)).strip("\n").split("\n")


def _cited(article: Article) -> Iterable[str]:
    blocks = [*article.blocks, *(block for note in article.notes for block in note.blocks)]
    for block in blocks_within(blocks):
        for inline in inlines_within(block):
            if isinstance(inline, Citation):
                yield from (item.key for item in inline.items)
