"""Writing an approval down: remarks, order and everything else in `content/approvals.toml` stay as they are."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence

from glossary_publish.diagnostics import PublishError, Span, UsageError, fault
from glossary_publish.glossary.approvals import PATH
from glossary_publish.glossary.model import Approval
from glossary_publish.glossary.toml import HEADER, KEY

HEAD = """\
# Who approved which text: `glossary-publish approve` writes this.
# `content` is the hash of what was approved. An edit of the text makes the approval void.
"""
LINE = re.compile(
    r"""(?P<key>\s*["']?\w+["']?\s*=\s*)(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^#"']*?)(?P<rest>\s*(?:#.*)?)"""
)


def with_approval(text: str, approval: Approval) -> str:
    """The text of the file with an approval in the place of an older one of the same article, or else at its end.

    Raises `UsageError` for a file that was written in an unusual way and would not say it afterwards.
    """
    lines = text.splitlines(keepends=True)
    start = _start(lines, f"{approval.slug}.{approval.language}")
    if start is None:
        gap = "\n" * (not text.endswith("\n")) + "\n" if text.strip() else f"{HEAD}\n"
        entry = [f"[{approval.slug}.{approval.language}]\n", *_lines(_values(approval))]
        changed = "".join([text, gap, *entry])
    else:
        stop = next((line for line in range(start, len(lines)) if HEADER.match(lines[line])), len(lines))
        changed = "".join([*lines[:start], *_entry(lines[start:stop], _values(approval)), *lines[stop:]])
    if _table(changed) != _expected(text, approval):
        raise _unusual(approval)
    return changed


def _start(lines: Sequence[str], name: str) -> int | None:
    """The line after the header of an entry."""
    headers = ((number, HEADER.match(line)) for number, line in enumerate(lines, 1))
    return next((number for number, header in headers if header and header["name"] == name), None)


def _entry(lines: Sequence[str], values: Mapping[str, str]) -> Iterator[str]:
    """The lines of an entry with its values changed; those that it lacked come first."""
    found = {_key(line) for line in lines}
    yield from _lines({key: value for key, value in values.items() if key not in found})
    for line in lines:
        parts = LINE.fullmatch(line.rstrip("\n")) if _key(line) in values else None
        yield f"{parts['key']}{values[_key(line)]}{parts['rest']}\n" if parts else line


def _key(line: str) -> str:
    """The key that a line gives a value; empty for any other line."""
    key = KEY.match(line)
    return key["key"].strip("\"'") if key else ""


def _lines(values: Mapping[str, str]) -> list[str]:
    return [f"{key} = {value}\n" for key, value in values.items()]


def _values(approval: Approval) -> dict[str, str]:
    return {
        "version": _quoted(approval.version),
        "by": _quoted(approval.by),
        "on": approval.on.isoformat(),
        "content": _quoted(approval.content),
    }


def _quoted(text: str) -> str:
    """A basic string. JSON writes it as TOML does, but for one character that TOML has escaped (TOML 1.0, String)."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _table(text: str) -> object:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _expected(text: str, approval: Approval) -> object:
    table = tomllib.loads(text)
    values = {"version": approval.version, "by": approval.by, "on": approval.on, "content": approval.content}
    table.setdefault(approval.slug, {})[approval.language] = values
    return table


def _unusual(approval: Approval) -> PublishError:
    message = f"the entry of {approval.slug} in {approval.language} is written in a way that cannot be edited"
    help = "take that entry out of content/approvals.toml, and approve the article again"
    return fault(UsageError, "approval-not-editable", message, Span(PATH), help)
