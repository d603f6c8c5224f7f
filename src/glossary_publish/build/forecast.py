"""What a build would do, and why, without doing it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from glossary_publish.build.building import Build
from glossary_publish.build.plan import Edition
from glossary_publish.build.record import read_record

MAKE, KEEP, REMOVE, REFUSE = "make", "keep", "remove", "refuse"
SHOWN = 1  # of the reasons of each, where there is a line for each


@dataclass(frozen=True, slots=True)
class Step:
    """What would become of one file; `reasons` are empty where it is kept."""

    act: str
    path: str
    reasons: tuple[str, ...] = ()


def forecast(build: Build, editions: Sequence[Edition], shown: int | None = SHOWN) -> Iterator[Step]:
    """The steps of a build, those that make or keep editions first; nothing is written."""
    entries = read_record(build.out, build.report).editions
    for edition in editions:
        article = build.material.article(edition)
        if stops := build.governance.stops(article, edition.format):
            yield Step(REFUSE, edition.path, tuple(found.message for found in stops[:shown]))
            continue
        reasons = _some(build.reasons(edition, entries), shown)
        yield Step(MAKE if reasons else KEEP, edition.path, reasons)
    for _, entry in sorted(entries.items()):
        if (entry.slug, entry.language) in build.governance.withdrawn:
            yield Step(REMOVE, entry.path, ("its article is withdrawn",))
    for entry, why in build.needless(entries):
        yield Step(REMOVE, entry.path, (why,))


def _some(reasons: Iterable[str], shown: int | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(islice(reasons, shown)))
