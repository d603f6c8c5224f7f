"""A local server is within reach of every page that is open in the browser: what it gives to whom."""

import contextlib
import random
import socket
import string
from pathlib import Path

import pytest

from tests.preview.conftest import Preview
from tests.support.campaign import Campaign

SECRETS = (b"root:", b"[project]", b"sample =", b"PATH=", b"def ")
TARGETS = (
    "etc/passwd",
    "proc/self/environ",
    "content/glossary.toml",
    "content/articles/trial.md",
    "layouts/preview/page.html",
    "layouts/theme.toml",
    "pyproject.toml",
    "page.css",
)
DOTS = (
    "../",
    "..%2f",
    "%2e%2e/",
    "%2e%2e%2f",
    "%252e%252e%252f",
    "..\\",
    "..%5c",
    "....//",
    "..;/",
    "%c0%ae%c0%ae/",
    "．．/",
    "./",
)
STARTS = (
    "/",
    "//",
    "/pictures/",
    "/pictures/../",
    "/page.css/",
    "\\",
    "/%00/",
    "/./",
    "file:///",
    "http://127.0.0.1/",
    "C:\\",
    "",
)
ENDS = (
    "",
    "%00.png",
    "\0",
    "?a=b",
    "#top",
    "/",
    ".",
    " ",
    "%20",
    "::$DATA",
    "%0d%0aX-Injected:%20yes",
    "é",
    ";.png",
    "~",
)
LONG = 9000


def hostile_paths(chance: random.Random) -> list[str]:
    """300 paths that somebody might try."""
    fixed = ["/" + "../" * depth + target for depth in range(1, 6) for target in TARGETS]
    fixed += [
        "/" + "a" * LONG,
        "/" + "../" * (LONG // 3),
        "/pictures/" + "0" * 64 + ".png",
        "*",
        "/page.css%00",
    ]
    fixed += [
        "/pictures/",
        "/pictures",
        "/events/",
        "/EVENTS",
        "/Page.css",
        "/page.html",
        "/index.html",
        "//",
        "/.",
    ]
    made = set[str]()
    while len(fixed) + len(made) < 300:
        start, dots = chance.choice(STARTS), chance.choice(DOTS) * chance.randint(1, 8)
        noise = "".join(chance.choices(string.printable, k=chance.randint(0, 3)))
        made.add(start + dots + chance.choice(TARGETS) + noise + chance.choice(ENDS))
    return fixed + sorted(made)


def raw(preview: Preview, request: bytes) -> bytes:
    """The answer to bytes that no client of good manners would send."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=60) as connection:
        answer = b""
        with contextlib.suppress(ConnectionError, OSError):  # it may hang up before it has heard all
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
        with contextlib.suppress(ConnectionError):
            while piece := connection.recv(65536):
                answer += piece
    return answer


def test_three_hundred_hostile_paths_leak_nothing(lasting: Preview, campaign: Campaign) -> None:
    paths = hostile_paths(random.Random(campaign.seed))
    assert len(paths) == 300
    for path in paths:
        head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{lasting.port}\r\nConnection: close\r\n\r\n"
        answer = raw(lasting, head.encode("utf-8", "surrogateescape"))
        status = answer.split(b" ", 2)[1:2]
        assert status in ([b"400"], [b"404"]), (path, answer[:200])
        assert b"\r\nx-injected" not in answer.lower(), path
        assert not any(secret in answer for secret in SECRETS), path
    assert lasting.get()[0] == 200


def test_what_the_page_needs_is_served_under_a_strict_policy(lasting: Preview) -> None:
    (first, *_) = lasting.settled()["pages"]
    kinds = {
        "/": "text/html; charset=utf-8",
        "/page.css": "text/css; charset=utf-8",
        "/page.js": "text/javascript; charset=utf-8",
        "/icon.svg": "image/svg+xml",
        first["src"]: "image/png",
    }
    for path, kind in kinds.items():
        status, headers, body = lasting.get(path)
        assert (status, headers["content-type"], bool(body)) == (200, kind, True)
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert not {"server", "access-control-allow-origin", "date"} & headers.keys()
    page = lasting.get()[2]
    assert b"<style" not in page
    assert b" style=" not in page
    assert b"<script>" not in page


@pytest.mark.parametrize("path", ["/", "/events", "/page.js", "/nothing"])
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1",
        "localhost",
        "127.0.0.1:1",
        "evil.example:{port}",
        "127.0.0.1:{port}.evil.example",
        "[::1]:{port}",
        "",
    ],
)
def test_a_foreign_host_is_refused(lasting: Preview, path: str, host: str) -> None:
    status, headers, body = lasting.get(path, Host=host.format(port=lasting.port))
    assert status == 403
    assert b"<" not in body
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/events", "/page.js"])
@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "http://127.0.0.1:1",
        "https://127.0.0.1:{port}",
        "http://localhost",
        "http://127.0.0.1:{port}.evil.example",
    ],
)
def test_a_foreign_origin_is_refused(lasting: Preview, path: str, origin: str) -> None:
    assert lasting.get(path, Origin=origin.format(port=lasting.port))[0] == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything"])
def test_what_another_page_asks_for_is_refused(lasting: Preview, site: str) -> None:
    assert lasting.get("/", Sec_Fetch_Site=site)[0] == 403


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_this_machine_is_served_under_both_of_its_names(lasting: Preview, name: str) -> None:
    host = f"{name}:{lasting.port}"
    assert lasting.get("/", Host=host)[0] == 200
    assert (
        lasting.get("/", Host=host, Origin=f"http://{host.lower()}", Sec_Fetch_Site="same-origin")[0] == 200
    )


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "get"])
def test_nothing_can_be_changed(lasting: Preview, method: str) -> None:
    status, headers, _ = lasting.get("/", method)
    assert (status, headers["allow"]) == (405, "GET")


@pytest.mark.parametrize(
    "lines",
    [
        "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        "\x16\x03\x01\x02\x00\x01",
        "GET\r\n\r\n",
    ],
)
def test_a_request_that_names_no_host_or_two_is_none(lasting: Preview, lines: str) -> None:
    answer = raw(lasting, lines.format(port=lasting.port).encode("latin-1"))
    assert answer.split(b" ", 2)[1:2] in ([b"403"], [b"400"], [])


def test_endless_headers_are_cut_off(lasting: Preview) -> None:
    head = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{lasting.port}\r\nX: ".encode()
    answer = raw(lasting, head + b"a" * 300_000)
    assert answer.split(b" ", 2)[1:2] in ([b"400"], [])
    assert lasting.get()[0] == 200


def test_a_socket_protocol_is_not_spoken(lasting: Preview) -> None:
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    status, _, _ = lasting.get("/events/", **upgrade)
    assert status == 404


def test_only_this_machine_is_listened_to(lasting: Preview) -> None:
    rows = [line.split() for line in Path("/proc/net/tcp").read_text("utf-8").splitlines()[1:]]
    port = f"{lasting.port:04X}"
    assert {row[1] for row in rows if row[1].endswith(f":{port}") and row[3] == "0A"} == {f"0100007F:{port}"}
