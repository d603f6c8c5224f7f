"""What the documents name must be there: files, headings, commands with their options, and targets of make."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from textwrap import dedent

import click

from glossary_publish.cli.main import TABLE, program

FENCE = re.compile(r"^( *)```([^\n`]*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
PATH = re.compile(r"[\w.*<>…-]*/[\w./*<>…-]*|[\w<>*-]+\.(?:py|toml|md|yaml|css|html|csl|debian|lock)")
COMMAND = re.compile(r"(?:^|[\s(/])(?:glossary-publish|gpub)((?: +[^\s`|&;#]+)*)")
HOMES = ("src/glossary_publish", "layouts/handout")  # names without a folder may be looked up here
TARGET = re.compile(r"(?:^|\n)make((?: +[a-z]+)+)")


def blocks(text: str) -> list[tuple[str, str]]:
    """The fenced code blocks of a document: what stands beside the fence, and the code."""
    return [(found[2], dedent(found[3])) for found in FENCE.finditer(text)]


def broken_links(documents: Mapping[str, str], root: Path) -> Iterator[str]:
    """Links to files that are not there or to headings that the file has not."""
    for name, text in documents.items():
        for target in LINK.findall(CODE.sub("", FENCE.sub("", text))):
            if "://" in target or target.startswith("mailto:"):
                continue
            path, _, anchor = target.partition("#")
            file = root / PurePosixPath(name).parent / path if path else root / name
            if not file.exists():
                yield f"{name}: there is no {path}"
            elif anchor and anchor not in map(_slug, HEADING.findall(file.read_text("utf-8"))):
                yield f"{name}: {path or name} has no heading #{anchor}"


def missing_paths(documents: Mapping[str, str], root: Path, rooms: Collection[str]) -> Iterator[str]:
    """Paths in inline code that begin with a room of the project, or stand at its top, and lead nowhere.

    `<name>` and `…` stand for any name; what is made (dist/, gallery/) need not be there.
    """
    for name, text in documents.items():
        for code in CODE.findall(FENCE.sub("", text)):
            path = code.strip().rstrip("/")
            if not PATH.fullmatch(code.strip()) or PurePosixPath(path).parts[0] in ("dist", "gallery"):
                continue
            pattern = re.sub(r"<[^>]*>|…", "*", path)
            folders = [root / folder for folder in (".", PurePosixPath(name).parent, *HOMES)]
            ours = path.partition("/")[0] in rooms or "/" not in path
            if ours and not any(next(folder.glob(pattern), None) for folder in folders):
                yield f"{name}: there is no {code}"


def unknown_commands(documents: Mapping[str, str], known: Mapping[str, Collection[str]]) -> Iterator[str]:
    """Commands of the program that it has not, and options that the command has not."""
    for name, text in documents.items():
        code = "\n".join([*(block for _, block in blocks(text)), *CODE.findall(FENCE.sub("", text))])
        for words in COMMAND.findall(code):
            command, *rest = words.split() or [""]
            if command.startswith("-") or not command:
                rest, command = [command, *rest], ""
            if command not in known:
                yield f"{name}: there is no command {command!r}"
                continue
            for word in rest:
                if word.startswith("--") and word.partition("=")[0] not in known[command]:
                    yield f"{name}: {command or 'the program'} has no option {word}"


def unknown_targets(documents: Mapping[str, str], makefile: str) -> Iterator[str]:
    """Targets of make that the Makefile has not."""
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for name, text in documents.items():
        code = "\n".join([*(block for _, block in blocks(text)), *CODE.findall(FENCE.sub("", text))])
        for words in TARGET.findall(code):
            yield from (f"{name}: there is no `make {word}`" for word in words.split() if word not in targets)


def commands() -> dict[str, set[str]]:
    """The options of every command, and of the program itself under the empty name."""
    context = click.Context(program)
    found = {name: program.get_command(context, name) for name in TABLE}
    return {name: _options(command) for name, command in {"": program, **found}.items() if command}


def _options(command: click.Command) -> set[str]:
    """Its options, and those of the commands below it."""
    own = {"--help", *(option for parameter in command.params for option in parameter.opts)}
    if isinstance(command, click.Group) and command is not program:
        context = click.Context(command)
        below = [command.get_command(context, name) for name in command.list_commands(context)]
        own.update(*(_options(one) for one in below if one))
    return own


def _slug(heading: str) -> str:
    words = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
    return words.strip().replace(" ", "-")
