"""A preview as an author uses it: open, edit, save, see; in Chromium."""

import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from typing import Any

import pytest

from glossary_publish.build.trial import SAMPLE
from tests.cli.conftest import Project
from tests.preview.conftest import Preview, started
from tests.support.browser import Visit, step, visit

LOOKS: tuple[dict[str, Any], ...] = (
    {},
    {"dark": True},
    {"width": 320, "height": 640},
    {"width": 1600, "height": 900},
)
BROKEN = ("sample: true", "sample: treu")


FOREIGN = """<!DOCTYPE html>
<html lang="en"><title>Another page</title><h1></h1><script>
const at = path => "$address".slice(0, -1) + path;
const loads = (name, path) => new Promise(done => {
  const element = document.createElement(name);
  element.onload = () => done("loaded");
  element.onerror = () => done("refused");
  element.src = at(path);
  document.body.append(element);
});
const fetched = (path, mode) => fetch(at(path), { mode }).then(answer => `answered ${answer.status}`, () => "refused");
const heard = path => new Promise(done => {
  const events = new EventSource(at(path));
  events.onmessage = () => done("heard");
  events.onerror = () => { events.close(); done("refused"); };
});
const posted = () => fetch(at("/"), { method: "POST", body: "x", headers: { "X-Own": "1" } })
  .then(() => "answered", () => "refused");
Promise.all([
  loads("img", "/icon.svg"), loads("img", "$picture"), loads("script", "/page.js"),
  fetched("/", "cors"), fetched("/page.js", "no-cors"), heard("/events"), posted(),
]).then(found => {
  document.querySelector("h1").textContent = found.join(", ");
  document.body.dataset.state = "tried";
});
</script></html>"""


@pytest.fixture
def foreign(lasting: Preview) -> Iterator[str]:
    """The address of a page of somebody else, in the same browser, that tries to reach the preview."""
    picture = lasting.settled()["pages"][0]["src"]
    page = Template(FOREIGN).safe_substitute(address=lasting.address, picture=picture).encode()

    class Somebody(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Somebody) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_another_page_in_the_same_browser_gets_nothing(foreign: str, tmp_path: Path) -> None:
    went = visit(foreign, [step("open"), step("until", state="tried")], tmp_path / "home")
    assert went.seen[1]["title"] == ", ".join(["refused"] * 7)
    assert any("BLOCKED_BY_RESPONSE.NotSameOrigin" in line for line in went.told)
    assert any("CORS" in line for line in went.told)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of an article that is edited."""
    root = tmp_path_factory.mktemp("edited") / "project"
    shutil.copytree(SAMPLE, root)
    with started(Project(root)) as running:
        yield running


@pytest.fixture(scope="module")
def went(edited: Preview, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """One visit: the pages, another word, a fault, the fault mended."""
    preview = edited
    text = preview.article.read_text("utf-8")
    other = text.replace("format", "kind of file", 1)
    assert other != text
    assert BROKEN[0] in text
    save = str(preview.article)
    steps = [
        step("open"),
        step("until", state="current"),
        step("save", path=save, text=other),
        step("until", state="current", fresh=True),
        step("axe"),
        step("save", path=save, text=other.replace(*BROKEN)),
        step("until", state="older"),
        step("axe"),
        step("save", path=save, text=other),
        step("until", state="current"),
        step("save", path=save, text=text),
        step("until", state="current", fresh=True),
    ]
    return visit(preview.address, steps, tmp_path_factory.mktemp("home"))


def test_an_edit_is_seen_a_fault_keeps_the_last_good_pages_and_mending_it_brings_new_ones(
    went: Visit, edited: Preview
) -> None:
    opened, changed, broken, mended, back = [seen for seen in went.seen if seen and "state" in seen]
    count = len(opened["sources"])
    assert opened["words"] == [f"Page {number} of {count}" for number in range(1, count + 1)]
    assert opened["title"] == "Trial: a page that shows whether every format can be made"
    assert all(seen["painted"] for seen in (opened, changed, broken, mended, back))
    assert not set(opened["sources"]) & set(changed["sources"])
    assert changed["status"] == "The pages are current. Changed: content/articles/trial.md"

    assert broken["sources"] == changed["sources"]
    assert broken["status"].startswith("These pages are older than the source.")
    assert broken["older"].startswith("These pages are older than the source.")
    (finding,) = broken["findings"]
    assert "wrong-type" in finding
    assert "content/articles/trial.md:11:11" in finding
    assert "11 |   sample: treu" in finding
    assert "Help: write true or false" in finding

    assert (mended["sources"], mended["older"]) == (changed["sources"], "")
    assert back["sources"] == opened["sources"]
    assert not any("error[" in line for line in edited.said[-3:])


def test_axe_finds_nothing_whether_pages_are_current_or_older(went: Visit) -> None:
    found = [seen for seen in went.seen if seen and "violations" in seen]
    assert len(found) == 2
    assert [seen["violations"] for seen in found] == [[], []]
    assert [seen["incomplete"] for seen in found] == [[], []]
    assert all(seen["passes"] >= 15 for seen in found)


def test_the_page_asks_its_own_server_alone_and_breaks_no_policy(went: Visit, edited: Preview) -> None:
    assert all(address.startswith(edited.address) for address in went.requests)
    assert went.told == []


def test_the_page_fits_any_window_by_light_and_in_the_dark(lasting: Preview, tmp_path: Path) -> None:
    steps = []
    for how in LOOKS:
        steps += [step("open", **how), step("until", state="current"), step("axe")]
    went = visit(lasting.address, steps, tmp_path / "home")
    assert [seen["violations"] for seen in went.seen if seen and "violations" in seen] == [[]] * len(LOOKS)
    assert [seen["wide"] for seen in went.seen if seen and "wide" in seen] == [False] * len(LOOKS)


def test_an_article_that_is_broken_from_the_start_is_told_and_then_shown(
    preview: Preview, tmp_path: Path
) -> None:
    preview.end()
    text = preview.article.read_text("utf-8")
    preview.article.write_text(text.replace(*BROKEN), "utf-8")
    with started(preview.project) as running:
        steps = [
            step("open"),
            step("until", state="nothing"),
            step("axe"),
            step("save", path=str(running.article), text=text),
            step("until", state="current", fresh=True),
        ]
        before, axe, after = [seen for seen in visit(running.address, steps, tmp_path / "home").seen if seen]
    assert (before["sources"], len(before["findings"])) == ([], 1)
    assert axe["violations"] == []
    assert after["painted"]
