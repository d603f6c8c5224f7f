"""Keeping what a preview shows as the source says it. What cannot be made leaves the last good pages, marked as older."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from glossary_publish.build.making import NotMade
from glossary_publish.build.outcome import failed
from glossary_publish.build.workers import Workers
from glossary_publish.diagnostics import Diagnostic, PublishError
from glossary_publish.preview.board import Board
from glossary_publish.preview.painting import Painted, paint
from glossary_publish.preview.source import FORMAT, Composed, Source

Describe = Callable[[Diagnostic], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Round:
    """How one round ended: what there is to tell, whether the pages are current, and an exception nobody foresaw."""

    diagnostics: tuple[Diagnostic, ...]
    current: bool
    pages: int = 0
    fault: BaseException | None = None


class Keeper:
    """Makes the edition anew when its source was changed. `describe` makes a diagnostic ready for JSON."""

    def __init__(
        self, source: Source, workers: Workers, board: Board, width: int, describe: Describe
    ) -> None:
        self._source = source
        self._workers = workers
        self._board = board
        self._width = width
        self._describe = describe
        self._reader = ThreadPoolExecutor(1, "reader")  # one thread: what it caches has one owner
        self._last: Composed | None = None
        self._told: tuple[Diagnostic, ...] = ()

    async def look(self, changed: Collection[str] = ()) -> Round:
        """Read the source, and make the edition if it says something else than the last time."""
        await self._board.show(making=True, changed=tuple(changed))
        try:
            composed = await asyncio.get_running_loop().run_in_executor(self._reader, self._source.read)
        except PublishError as error:
            return await self._failed(error.diagnostics)
        if self._last is not None and _same(composed, self._last):
            self._last = composed
            return await self._current(composed)
        return await self._made(composed)

    def close(self) -> None:
        """Read nothing any more."""
        self._reader.shutdown(wait=False, cancel_futures=True)

    async def _made(self, composed: Composed) -> Round:
        edition = composed.edition
        future = self._workers.submit_kind(FORMAT, paint, composed.publication, composed.parcel, self._width)
        try:
            painted = await asyncio.wrap_future(future)
        except Exception as error:
            outcome = failed(edition, composed.path, error)
            return await self._failed([*composed.diagnostics, *outcome.diagnostics], outcome.fault)
        if isinstance(painted, NotMade):
            return await self._failed([*composed.diagnostics, *painted.diagnostics])
        self._last, self._told = composed, painted.diagnostics
        return await self._current(composed, painted)

    async def _current(self, composed: Composed, painted: Painted | None = None) -> Round:
        told = tuple(dict.fromkeys([*composed.diagnostics, *self._told]))
        edition, metadata = composed.edition, composed.publication.metadata
        facts = (edition.layout, edition.paper, edition.language, edition.clinic, metadata.code)
        changes = {"pictures": painted.pictures} if painted else {}
        await self._board.show(
            making=False,
            older=False,
            title=metadata.title,
            facts=tuple(filter(None, facts)),
            findings=self._described(told),
            **changes,
        )
        return Round(told, True, len(self._board.shown.pictures))

    async def _failed(self, found: Iterable[Diagnostic], fault: BaseException | None = None) -> Round:
        told = tuple(dict.fromkeys(found))
        await self._board.show(making=False, older=True, findings=self._described(told))
        return Round(told, False, fault=fault)

    def _described(self, found: Iterable[Diagnostic]) -> tuple[Mapping[str, object], ...]:
        return tuple(map(self._describe, found))


def _same(one: Composed, other: Composed) -> bool:
    return (one.publication, one.parcel, one.edition) == (other.publication, other.parcel, other.edition)
