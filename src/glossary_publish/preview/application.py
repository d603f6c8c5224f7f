"""What the server of a preview answers. It serves one machine's own browser, and trusts no request.

Any page in that browser, and any program on the machine, can send requests here. So the names by which a request may
call the server are few (DNS rebinding), requests that another page caused are refused, nothing can be changed, and a
path is looked up in a table, never joined to a folder.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from glossary_publish.preview.board import Board

EVENTS = "/events"
PATH = re.compile(rb"/[A-Za-z0-9._/-]{0,128}")
OWN = frozenset(
    {"none", "same-origin"}
)  # whoever typed the address, and the page itself (Fetch Metadata, 2.2)
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Resource:
    """Something that is served, and its kind."""

    data: bytes
    media_type: str


class Application:
    """Answers requests at a port of this machine, by the protocol ASGI 3."""

    def __init__(self, board: Board, resources: Mapping[str, Resource], port: int) -> None:
        self._board = board
        self._resources = resources
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._origins = {f"http://{host}" for host in self._hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; anything but HTTP is left unanswered."""
        if scope["type"] == "http":
            await self._answer(Request(scope))(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        if not self._is_of_our_page(request):
            return _refused(403, "this address serves the preview to the browser of this machine alone")
        if request.method != "GET":
            return _refused(405, "nothing can be changed here", Allow="GET")
        path = request.scope["raw_path"]
        if not PATH.fullmatch(path) or request.scope["query_string"]:
            return _refused(400, "there is no such address")
        return self._looked_up(path.decode("ascii"))

    def _is_of_our_page(self, request: Request) -> bool:
        headers = request.headers
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        return (
            len(hosts) == 1
            and hosts[0].lower() in self._hosts
            and all(origin in self._origins for origin in origins)
            and all(site in OWN for site in headers.getlist("sec-fetch-site"))
        )

    def _looked_up(self, path: str) -> Response:
        if path == EVENTS:
            return StreamingResponse(self._board.events(), headers=HEADERS, media_type="text/event-stream")
        if path in self._board.pictures:
            return Response(self._board.pictures[path], headers=HEADERS, media_type="image/png")
        if path in self._resources:
            found = self._resources[path]
            return Response(found.data, headers=HEADERS, media_type=found.media_type)
        return _refused(404, "there is nothing here")


def _refused(status: int, words: str, **headers: str) -> Response:
    return Response(f"{words}\n", status, {**HEADERS, **headers}, "text/plain")
