"""What waits at a board hears of what is shown, then of each change, and of the end."""

import asyncio
import json
from typing import Any

import pytest

from glossary_publish.preview import board as boards
from glossary_publish.preview.board import Board
from glossary_publish.preview.picture import Picture

PAGES = (Picture(b"one", 2, 3), Picture(b"two", 2, 3))


def state(event: bytes) -> Any:
    assert event.startswith(b"data: ")
    assert event.endswith(b"\n\n")
    assert event.count(b"\n") == 2
    return json.loads(event.removeprefix(b"data: "))


def test_the_first_event_is_what_is_shown_and_the_next_the_newest_change() -> None:
    async def run() -> None:
        board = Board()
        stream = board.events()
        assert state(await anext(stream))["making"] is True
        await board.show(title="a title that is passed over")
        await board.show(title="two\nlines", making=False, pictures=PAGES)
        told = state(await anext(stream))
        assert (told["title"], told["making"]) == ("two\nlines", False)
        assert [(page["width"], page["height"]) for page in told["pages"]] == [(2, 3), (2, 3)]
        assert [board.pictures[page["src"]] for page in told["pages"]] == [b"one", b"two"]

    asyncio.run(run())


def test_only_pictures_that_are_shown_now_can_be_had() -> None:
    async def run() -> None:
        board = Board()
        await board.show(pictures=PAGES)
        assert len(board.pictures) == 2
        await board.show(pictures=PAGES[:1])
        assert list(board.pictures.values()) == [b"one"]
        await board.show(older=True)
        assert list(board.pictures.values()) == [b"one"]

    asyncio.run(run())


def test_a_silent_connection_is_tried_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        stream = Board().events()
        await anext(stream)
        assert await anext(stream) == b": still there\n\n"

    monkeypatch.setattr(boards, "PULSE", 0.01)
    asyncio.run(run())


def test_all_who_wait_are_let_go_at_the_end() -> None:
    async def run() -> None:
        board = Board()
        streams = [board.events() for _ in range(3)]
        for stream in streams:
            await anext(stream)
        waiting = [asyncio.create_task(anext(stream, None)) for stream in streams]
        await asyncio.sleep(0)
        await board.end()
        assert await asyncio.gather(*waiting) == [None] * 3

    asyncio.run(run())
