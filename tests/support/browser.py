"""A page opened in Debian's Chromium, which does what steps say and tells what it saw."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.validators import installed
from tests.validators.ace import BROWSER
from tests.validators.node import module, node
from tests.validators.processes import PATIENCE, program

DRIVER = Path(__file__).parent / "browser.mjs"


@dataclass(frozen=True, slots=True)
class Visit:
    """What each step saw, what the browser complained about, and what it asked for."""

    seen: list[Any]
    told: list[str]
    requests: list[str]


def step(act: str, **how: object) -> Mapping[str, object]:
    """A step: `open`, `type`, `choose`, `press`, `click`, `look`, `media`, `axe`, `follow` or `picture`.

    Of a preview also: `save`, `until`.
    """
    return {"act": act, **how}


def visit(page: Path | str, steps: Sequence[Mapping[str, object]], home: Path) -> Visit:
    """Open a page from the disk, or at an address, and do some steps; what the browser keeps goes to `home`."""
    program("chromium")
    task = {
        "executable": str(installed(BROWSER)),
        "axe": str(module("@daisy/axe-core-for-ace/axe.js")),
        "modules": str(module("puppeteer-core/package.json").parent),
        "url": page if isinstance(page, str) else page.resolve().as_uri(),
        "home": str(home),
        "steps": list(steps),
    }
    ended = subprocess.run(
        [str(node()), str(installed(DRIVER))],
        input=json.dumps(task),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    if ended.returncode:
        raise RuntimeError(f"Chromium did not come to an end: {ended.stderr[-2000:]}")
    return Visit(**json.loads(ended.stdout))
