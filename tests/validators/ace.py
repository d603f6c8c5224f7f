"""Ebooks judged by Ace by DAISY, which opens them in Debian's Chromium."""

import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.validators import Finding, installed
from tests.validators.node import module, node
from tests.validators.processes import broke_down, program, run_all

BROWSER = Path(__file__).parent / "chromium-offline"


def validate(books: Iterable[Path]) -> list[Finding]:
    """What Ace objects to in ebooks, however slight."""
    program("chromium")
    command = (node(), module("@daisy/ace-cli/bin/ace.js"), "--silent")
    variables = {"PUPPETEER_EXECUTABLE_PATH": str(installed(BROWSER)), "ACE_TIMEOUT_INITIAL": "60000"}
    files = [book.resolve() for book in books]
    with TemporaryDirectory() as folder:
        places = [Path(folder) / str(number) for number in range(len(files))]
        commands = [(*command, "--outdir", place, file) for file, place in zip(files, places, strict=True)]
        found: list[Finding] = []
        for file, place, ended in zip(files, places, run_all(commands, Path(folder), variables), strict=True):
            if not (place / "report.json").is_file():
                raise broke_down(ended)
            found += _findings(file, json.loads((place / "report.json").read_text("utf-8")))
        return found


def _findings(file: Path, report: dict[str, object]) -> list[Finding]:
    documents = report["assertions"]
    assert isinstance(documents, list)
    found = []
    for document in documents:
        for assertion in document["assertions"]:
            rule = f"{assertion['earl:test']['earl:impact']} {assertion['earl:test']['dct:title']}"
            place = document["earl:testSubject"]["url"]
            found.append(Finding(str(file), rule, f"{assertion['earl:result']['dct:description']} ({place})"))
    outcome = report["earl:result"]
    if outcome != {"earl:outcome": "fail" if found else "pass"}:
        raise RuntimeError(f"Ace contradicts itself about {file}: {outcome} with {len(found)} findings")
    return found
