"""Whether an edition is current: what it was made from and by is what is there now.

Content decides, by its hash; times never do.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from glossary_publish.build.making import tools
from glossary_publish.build.manifest import Entry
from glossary_publish.build.plan import Edition
from glossary_publish.diagnostics import PublishError
from glossary_publish.workspace import ABSENT, DiskWorkspace


class Sources:
    """What the files and folders of a project hold now, as a workspace records it; each is looked at once.

    `known` is what was read of them already in this build; `seen` is that and what was found since.
    """

    def __init__(self, project: Path, known: Iterable[tuple[str, str]] = ()) -> None:
        self._workspace = DiskWorkspace(project)
        self.seen = self._workspace.reads
        self.seen.update(known)
        self._shared: dict[int, tuple[tuple[str, ...], dict[str, str]]] = {}

    def now(self, name: str) -> str:
        """The hash of a file, of the names in a folder if the name ends with a slash, or `absent`."""
        if name not in self.seen:
            try:
                self._workspace.names(name) if name.endswith("/") else self._workspace.read(name)
            except (FileNotFoundError, PublishError):
                self.seen.setdefault(name, ABSENT)
        return self.seen[name]

    def changes(self, reads: Mapping[str, str]) -> Iterable[str]:
        """What is not as it was read, each with what became of it."""
        for name, before in reads.items():
            now = self.now(name)
            if now == before:
                continue
            if name.endswith("/"):
                yield f"other files are in {name}"
            elif now == ABSENT:
                yield f"{name} is gone"
            elif before == ABSENT:
                yield f"{name} is new"
            else:
                yield f"{name} has changed"

    def changes_of_shared(self, reads: dict[str, str]) -> tuple[str, ...]:
        """The same for a table that many entries have in common; it is looked at once."""
        if id(reads) not in self._shared:
            self._shared[id(reads)] = tuple(self.changes(reads)), reads
        return self._shared[id(reads)][0]


def changes(entry: Entry, sources: Sources) -> Iterable[str]:
    """What an edition depends on and is not as it was: files, and tools."""
    yield from sources.changes(entry.reads)
    yield from sources.changes_of_shared(entry.shared)
    now = dict(tools(entry.format))
    for name, version in now.items():
        before = entry.tools.get(name, "of another version")
        if before != version:
            yield f"it was made with {name} {before}, here is {version}"
    for name in entry.tools.keys() - now.keys():
        yield f"it was made with {name}, which has no part in it any more"


def chosen_otherwise(before: Mapping[str, str], now: Mapping[str, str]) -> Iterable[str]:
    """What an edition would be made of in place of something else: files can be as they were, and others fit better."""
    for what in sorted({*before, *now}):
        if now.get(what) != before.get(what):
            yield f"its {what} would be {now.get(what) or 'nothing'}, and was {before.get(what) or 'nothing'}"


def another_edition(entry: Entry, edition: Edition) -> Iterable[str]:
    """In what a file is another edition than the one that is to be in its place."""
    for what in ("slug", "language", "layout", "paper", "format", "clinic"):
        before, now = getattr(entry, what), getattr(edition, what)
        if before != now:
            yield f"its {what} would be {now or 'none'}, and was {before or 'none'}"


def outdated(
    edition: Edition, choices: Mapping[str, str], entries: Mapping[str, Entry], sources: Sources
) -> Iterable[str]:
    """Why what there is was made from something else than what would be taken now, as far as somebody asks."""
    entry = entries.get(edition.path)
    if entry is None:
        yield "no manifest knows it"
        return
    yield from another_edition(entry, edition)
    yield from changes(entry, sources)
    yield from chosen_otherwise(entry.choices, choices)
