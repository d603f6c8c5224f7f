"""What the page of a preview shows now. Whoever waits hears of each change."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from glossary_publish.preview.picture import Picture
from glossary_publish.publication import sha256

PICTURES = "/pictures/"
PULSE = 15.0  # seconds after which a silent connection is tried, so that one that has gone is noticed


@dataclass(frozen=True, slots=True)
class Shown:
    """One state of the page.

    `making` says that an edition is being made, `older` that the source was changed since the pages were made;
    `changed` are the files that were changed last, `findings` what there is to tell, ready for JSON.
    """

    title: str = ""
    facts: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    making: bool = True
    older: bool = False
    changed: tuple[str, ...] = ()
    findings: tuple[Mapping[str, object], ...] = ()


class Board:
    """Holds what is shown; its methods are called in the loop of the server alone."""

    def __init__(self) -> None:
        self.shown = Shown()
        self.pictures: dict[str, bytes] = {}
        self._paths: tuple[str, ...] = ()
        self._round = 0
        self._ended = False
        self._changed = asyncio.Condition()

    async def show(self, **changes: Any) -> None:
        """Show something else from now on."""
        self.shown = replace(self.shown, **changes)
        if "pictures" in changes:
            self._paths = tuple(f"{PICTURES}{sha256(one.data)}.png" for one in self.shown.pictures)
            files = (one.data for one in self.shown.pictures)
            self.pictures = dict(zip(self._paths, files, strict=True))
        self._round += 1
        await self._tell()

    async def end(self) -> None:
        """Let nobody wait any longer."""
        self._ended = True
        await self._tell()

    async def events(self) -> AsyncIterator[bytes]:
        """What is shown, now and after each change, as server-sent events (HTML, 9.2.6)."""
        seen = -1
        while not self._ended:
            if seen != self._round:
                seen = self._round
                yield b"data: " + self._state() + b"\n\n"
            elif not await self._waited(seen):
                yield b": still there\n\n"

    async def _waited(self, seen: int) -> bool:
        """Wait for another state; false if there was none for a while."""
        async with self._changed:
            try:
                await asyncio.wait_for(
                    self._changed.wait_for(lambda: self._ended or self._round != seen), PULSE
                )
            except TimeoutError:
                return False
        return True

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def _state(self) -> bytes:
        """The state as JSON in one line."""
        shown = self.shown
        pages = [
            {"src": path, "width": one.width, "height": one.height}
            for path, one in zip(self._paths, shown.pictures, strict=True)
        ]
        state = {
            "round": self._round,
            "title": shown.title,
            "facts": shown.facts,
            "making": shown.making,
            "older": shown.older,
            "changed": shown.changed,
            "findings": shown.findings,
            "pages": pages,
        }
        return json.dumps(state).encode()
