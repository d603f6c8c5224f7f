"""A server for the browser of this machine: bound to loopback, ended with everything that it began."""

import asyncio
import contextlib
import os
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import uvicorn

from glossary_publish.diagnostics import EnvironmentFault, fault
from glossary_publish.preview.application import Application, Resource
from glossary_publish.preview.board import Board
from glossary_publish.preview.keeping import Keeper, Round
from glossary_publish.preview.watching import changes

LOOPBACK = "127.0.0.1"
CONNECTIONS = 64  # at a time; more are told to come back later
LINGER = 2  # seconds that an answer may take to its end when the server ends


def listening(port: int) -> socket.socket:
    """A socket of this machine alone, at a port, or at a free one for 0; raises `EnvironmentFault` for one in use."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if (
            os.name == "posix"
        ):  # there it says that one that ended just now is no hindrance, and no more than that
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACK, port))
        listener.listen()
    except OSError as error:
        listener.close()
        message = f"port {port} cannot be had: {error.strerror}"
        help = "name another one after --port, or none: then a free one is found"
        raise fault(EnvironmentFault, "port-taken", message, help=help) from error
    return listener


def address_of(listener: socket.socket) -> str:
    """Where a browser finds the page."""
    return f"http://{LOOPBACK}:{listener.getsockname()[1]}/"


def open_browser(address: str) -> None:
    """Open a page in the browser of whoever is there, without waiting for it."""
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


async def serve(
    listener: socket.socket,
    resources: Mapping[str, Resource],
    root: Path,
    board: Board,
    keeper: Keeper,
    tell: Callable[[Round], None],
    begin: Callable[[], None],
) -> None:
    """Serve the page and keep it current until somebody interrupts. `tell` is told of every round.

    `begin` is called as soon as it can be interrupted in good order: whoever hears of the page may end it at once.
    """
    ended = asyncio.Event()
    _end_with_signals(ended)
    begin()
    application = Application(board, resources, listener.getsockname()[1])
    server = _Server(_settings(application), board)
    keeping = asyncio.create_task(_keep(root, keeper, ended, tell))
    serving = asyncio.create_task(server.serve([listener]))
    waiting = asyncio.create_task(ended.wait())
    try:
        done, _ = await asyncio.wait({keeping, serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()  # raises what ended it before its time
    finally:
        ended.set()
        server.should_exit = True
        keeper.close()
        keeping.cancel()
        for task in (keeping, serving, waiting):
            with contextlib.suppress(asyncio.CancelledError):
                await task


async def _keep(root: Path, keeper: Keeper, ended: asyncio.Event, tell: Callable[[Round], None]) -> None:
    async for changed in changes(root, ended):
        tell(await keeper.look(changed))


def _end_with_signals(ended: asyncio.Event) -> None:
    """Let Ctrl-C, a request to end and a closed terminal end everything in its order."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            # The loops of Windows know no such handlers: there Ctrl-C cancels what is waited for.
            with contextlib.suppress(NotImplementedError):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), ended.set)


class _Server(uvicorn.Server):
    """Ends the streams that would never end by themselves, and leaves signals to others."""

    def __init__(self, config: uvicorn.Config, board: Board) -> None:
        super().__init__(config)
        self._board = board

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the streams, then the rest."""
        await self._board.end()
        await super().shutdown(sockets)


def _settings(application: Application) -> uvicorn.Config:
    """No log, no name of the server, no other protocol; what stands in a request says nothing of who sent it."""
    return uvicorn.Config(
        application,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=LINGER,
    )
