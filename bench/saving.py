"""`python -m bench.saving`: from a saved article to the new pictures in a preview, the median of nine edits.

Time on the clock is that of a real preview: its process, its worker, its events, its pictures. Processor time says more
on a machine that others use too; the stages are measured in this process, one after the other.
"""

import http.client
import json
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from glossary_publish.build.limits import Limits
from glossary_publish.build.making import Made, make
from glossary_publish.build.plan import Selection
from glossary_publish.build.preparing import preparations, warm
from glossary_publish.build.workers import Workers
from glossary_publish.preview.picturing import page_pictures, picture_looks
from glossary_publish.preview.source import Source
from glossary_publish.workspace import DiskWorkspace

SLUG = "alliance-rupture-and-repair"  # three pages
EDITS = 9


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree("content", root / "content")
        for line in (*_stages(root), *_whole(root)):
            print(line, flush=True)
    return 0


def _stages(root: Path) -> Iterator[str]:
    workers = Workers(1, preparations(("pdf",)), Limits())
    warm(("pdf",))
    source = Source(root, Selection((SLUG,)), date(2026, 1, 1), workers)
    width = picture_looks(DiskWorkspace(root)).page
    spent: dict[str, list[float]] = {"read and compose": [], "make, read back and prove": [], "paint": []}

    def timed(stage: str, work: Callable[..., Any], *arguments: object) -> Any:
        before = time.process_time()
        result = work(*arguments)
        spent[stage].append(time.process_time() - before)
        return result

    for number in range(EDITS + 2):
        _edit(root, number)
        composed = timed("read and compose", source.read)
        made = timed("make, read back and prove", make, composed.publication, composed.layout)
        assert isinstance(made, Made)
        pages = timed("paint", page_pictures, made.data, width)
    workers.shutdown(cancel_futures=True)
    yield f"{SLUG}, {len(pages)} pages; processor time of the stages"
    for stage, times in spent.items():
        yield _line(stage, times[2:])
    yield _line("together", [sum(round) for round in zip(*spent.values(), strict=True)][2:])


def _whole(root: Path) -> Iterator[str]:
    command = (".venv/bin/glossary-publish", "--project", str(root), "preview", SLUG, "--no-browser")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    port = int(process.stdout.readline().strip().rstrip("/").rpartition(":")[2])
    states = _states(port)
    next(states)
    clock, processor = [], []
    for number in range(100, 100 + EDITS + 2):
        time.sleep(1.2)  # an author rests between two saves
        begun, used = time.perf_counter(), _processor_time(process.pid)
        _edit(root, number)
        for page in next(states)["pages"]:
            _get(port, page["src"])
        clock.append(time.perf_counter() - begun)
        processor.append(_processor_time(process.pid) - used)
    process.send_signal(signal.SIGINT)
    process.wait()
    yield "the whole, from the save to the last picture"
    yield _line("processor time of all processes", processor[2:])
    yield _line("time on the clock", clock[2:])


def _edit(root: Path, number: int) -> None:
    file = root / f"content/articles/{SLUG}.md"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    place = next(place for place, line in enumerate(lines) if line.startswith("## "))
    lines[place] = f"## Heading number {number}\n"
    file.write_text("".join(lines), "utf-8")


def _states(port: int) -> Iterator[dict[str, Any]]:
    """Each state in which the pages are current."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/events")
    answer = connection.getresponse()
    while line := answer.readline():
        if line.startswith(b"data: "):
            state = json.loads(line.removeprefix(b"data: "))
            if not state["making"] and not state["older"]:
                yield state


def _get(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    data = connection.getresponse().read()
    connection.close()
    return data


def _processor_time(process: int) -> float:
    """What a process and those below it have used, in seconds, as proc(5) counts it."""
    total = 0.0
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text("utf-8").rpartition(")")[2].split()
            except OSError:
                continue
            if int(folder.name) == process or int(fields[1]) == process:
                total += (int(fields[11]) + int(fields[12])) / 100
    return total


def _line(name: str, times: list[float]) -> str:
    return f"  {name:34} {median(times) * 1000:6.0f} ms"


if __name__ == "__main__":
    raise SystemExit(main())
