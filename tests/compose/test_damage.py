"""Damaged content never ends in a traceback: whatever is wrong is told, and sound articles are composed."""

import random

from glossary_publish.compose import compose
from glossary_publish.diagnostics import Diagnostic, PublishError, Report
from glossary_publish.glossary import load_glossary
from glossary_publish.workspace import MemoryWorkspace, tool_folder
from tests.compose.sample import complete, layout
from tests.glossary.sample import files
from tests.support.campaign import Campaign

TRIALS = 2000
ENGLISH = "layouts/strings/en.toml"
SPLINTERS = [
    *(
        splinter.encode()
        for splinter in "\n : \" [ ] { } - ' | # \t - any en {page} [^one] article:x !!x &a *a".split(" ")
    ),
    *(b"\xff", b"\x00", "\u200b".encode(), "\u0627".encode(), b'"""', b"1", b"", b"  "),
]


def damaged(content: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """The content with a few faults in one or several files."""
    found = dict(content)
    for _ in range(chance.choice([1, 1, 2, 3])):
        path = chance.choice(sorted(found))
        data = found[path]
        start, lines = chance.randrange(len(data) + 1), data.split(b"\n")
        line = chance.randrange(len(lines))
        match chance.randrange(6):
            case 0:
                found[path] = b"\n".join(lines[:line] + lines[line + 1 :])
            case 1:
                found[path] = b"\n".join([*lines[:line], chance.choice(lines), *lines[line:]])
            case 2 | 3:
                end = start + chance.choice([0, 0, 3, 9])
                found[path] = data[:start] + chance.choice(SPLINTERS) + data[end:]
            case 4:
                found[path] = data[:start]
            case _:
                del found[path]
    return found


def told_of(content: dict[str, bytes]) -> list[Diagnostic]:
    """What is found in some content, from reading to the last publication."""
    report = Report()
    try:
        glossary = load_glossary(MemoryWorkspace(dict(content)), report)
    except PublishError as error:
        return [*error.diagnostics]
    for article in glossary.articles:
        for name in ("handout", "ebook", "word"):
            try:
                compose(glossary, article, layout(name))
            except PublishError as error:
                report.extend(error.diagnostics)
    return list(report)


def test_damage_is_told_and_never_ends_in_a_traceback(campaign: Campaign) -> None:
    content = {path: text.encode() for path, text in (files() | complete()).items()}
    content[ENGLISH] = (tool_folder() / ENGLISH).read_bytes()
    chance = campaign.random("damaged content")
    for _ in range(campaign.count(TRIALS)):
        for found in told_of(damaged(content, chance)):
            assert found.message
            assert found.span is None or found.span.path.startswith(("content/", "layouts/"))
