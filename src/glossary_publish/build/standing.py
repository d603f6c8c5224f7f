"""What a published text is worth today: whether it may still be handed out, and what takes its place if not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import Path

from glossary_publish.build.currency import Sources, changes, chosen_otherwise
from glossary_publish.build.manifest import Entry
from glossary_publish.build.material import Material
from glossary_publish.build.record import Former, Record
from glossary_publish.build.rows import edition_of
from glossary_publish.glossary.articles import FOLDER, WITHDRAWN


class Status(Enum):
    """The answer that `verify` gives, in the order of its weight."""

    CURRENT = "current"
    STALE = "stale"
    OVERDUE = "review overdue"
    SUPERSEDED = "superseded by"
    WITHDRAWN = "withdrawn"
    ALTERED = "altered"
    NOT_OURS = "not ours"

    @property
    def rank(self) -> int:
        """How far it is from `current`."""
        return list(Status).index(self)


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer with its reason. `successor` is the edition code or the article that takes the place of a text."""

    status: Status
    reason: str = ""
    successor: str = ""

    @property
    def words(self) -> str:
        """The answer as it is printed."""
        return f"{self.status.value} {self.successor}".rstrip()


class Judge:
    """Judges what was published by the sources of a project as they are now, on one day."""

    def __init__(self, project: Path, today: date) -> None:
        self.project = project
        self.today = today
        self.sources = Sources(project)

    @cached_property
    def material(self) -> Material:
        """The project, read only when hashes do not tell enough."""
        return Material(self.project)

    def of(self, row: Entry | Former, record: Record) -> Standing:
        """What is to be said of a file that the manifest knows, whoever holds it now."""
        if gone := self._withdrawn(row):
            return gone
        if isinstance(row, Former) and (replaced := _replaced(row, record)):
            return replaced
        if overdue := self.overdue(row.valid_until):
            return overdue
        if isinstance(row, Former):
            return Standing(Status.STALE, "it was made anew since, and says the same")
        changed = self.what_changed(row)
        return Standing(Status.STALE, changed) if changed else Standing(Status.CURRENT)

    def overdue(self, due: str) -> Standing | None:
        """The answer for a review that was due before today; `due` is a date or empty."""
        if not due or due >= self.today.isoformat():
            return None
        return Standing(Status.OVERDUE, f"the review was due on {due}")

    def withdrawn(self, slug: str, language: str) -> Standing | None:
        """The answer for an article of which no edition may be about."""
        if (slug, language) in self.material.withdrawn:
            return self._reason(slug, language)
        if slug not in self.material.all_slugs:
            return Standing(Status.WITHDRAWN, "its article is no longer in the glossary")
        return None

    def _reason(self, slug: str, language: str) -> Standing:
        """What an article says of its going, or what its original says."""
        gone = self.material.withdrawn
        article = gone[slug, language]
        if article.status != WITHDRAWN and not article.superseded_by:
            article = gone.get((slug, self.material.glossary.language), article)
        if article.status != WITHDRAWN and article.superseded_by:
            return Standing(Status.SUPERSEDED, "", article.superseded_by)
        instead = f"{article.superseded_by} takes its place" if article.superseded_by else ""
        return Standing(Status.WITHDRAWN, instead)

    def _withdrawn(self, row: Entry | Former) -> Standing | None:
        """The same, without reading the glossary if the article and its original are what they were."""
        if isinstance(row, Entry):
            own = (name for name in row.reads if name.startswith(f"{FOLDER}/{row.slug}."))
            if all(self.sources.now(name) == row.reads[name] for name in own):
                return None
        return self.withdrawn(row.slug, row.language)

    def what_changed(self, entry: Entry) -> str:
        """What an edition depends on and is not as it was; empty when nothing changed."""
        return next(iter(changes(entry, self.sources)), "") or next(iter(self._chosen_otherwise(entry)), "")

    def _chosen_otherwise(self, entry: Entry) -> Iterable[str]:
        """What it would be made of instead; of what cannot be made now, whether its references are what they were."""
        material = self.material
        if (entry.slug, entry.language) in material.sound and entry.clinic in ("", *material.clinics):
            yield from chosen_otherwise(entry.choices, material.choices(edition_of(entry)))
        else:
            yield from chosen_otherwise(*material.entries_again(entry.choices))


def _replaced(row: Former, record: Record) -> Standing | None:
    """What stands in the place of a former edition, if it says something else."""
    in_place = record.editions.get(row.path)
    mine, entries = (row.slug, row.language, row.clinic), record.editions.values()
    others = [entry for entry in entries if (entry.slug, entry.language, entry.clinic) == mine]
    if in_place is None and any(entry.code == row.code for entry in others):
        return None
    newer = in_place or next(iter(others), None)
    if newer is None:
        return Standing(Status.STALE, "no edition is made in its place any more")
    if newer.code == row.code:
        return None
    return Standing(Status.SUPERSEDED, f"now version {newer.version}, {newer.path}", newer.code)
