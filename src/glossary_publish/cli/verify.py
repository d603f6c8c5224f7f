"""`verify`: read finished files back, or look up the code that stands on a page."""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary_publish.cli.choices import as_of_option, day
from glossary_publish.cli.project import find_project, project_option

if TYPE_CHECKING:
    from glossary_publish.build.status import Examiner, Verdict
    from glossary_publish.diagnostics import Report

SCHEMA = "glossary-publish/verify/1"
COLOURS = {"current": "green", "stale": "yellow", "review overdue": "yellow", "not ours": "magenta"}
WIDTH = 7  # of most answers


@click.command()
@click.argument("paths", nargs=-1, metavar="[FILE|DIR|CODE]...")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print the verdicts as JSON.")
@project_option
def command(paths: tuple[str, ...], as_of: datetime | None, as_json: bool, project: str | None) -> int:
    """Tell of each finished file, of all in dist/ if none is named, what it is worth.

    The edition code of a printed page, or the address in its QR code, is as good as a file.
    """
    from glossary_publish.cli.printing import print_diagnostics
    from glossary_publish.diagnostics import Report

    root, report = find_project(project), Report()
    verdicts = list(_verdicts(root, paths or (os.path.relpath(root / "dist"),), day(as_of), report))
    print_diagnostics(report, root=root)
    if as_json:
        click.echo(_document(verdicts))
    else:
        for verdict in verdicts:
            _tell(verdict, root)
    return max(verdict.exit_code for verdict in verdicts)


def _verdicts(root: Path, asked: Iterable[str], today: date, report: "Report") -> "Iterator[Verdict]":
    from glossary_publish.build.lookup import Lookup, asked_code
    from glossary_publish.build.standing import Judge
    from glossary_publish.build.status import Examiner

    judge = Judge(root, today)
    examiner = Examiner(root, judge, report)
    for words in asked:
        path, code = Path(words), asked_code(words)
        if code and not path.exists():
            yield from Lookup(judge, examiner.record(root / "dist")).answers(code)
        else:
            yield from _of_files(examiner, path)


def _of_files(examiner: "Examiner", path: Path) -> "Iterator[Verdict]":
    from glossary_publish.build.status import SUFFIXES
    from glossary_publish.diagnostics import UsageError, fault

    if path.is_file():
        yield examiner.examine(path)
        return
    editions = (file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES)
    pages = (path / name for name in examiner.record(path).pages)
    files = sorted(file for file in {*editions, *pages} if file.is_file())
    found = [*map(examiner.examine, files), *examiner.missing(path)]
    if not found:
        message = f"{path} holds no finished file" if path.is_dir() else f"there is no {path}"
        help = "build first, or name a PDF, EPUB or Word file, or the code of an edition"
        raise fault(UsageError, "nothing-matched", message, help=help)
    yield from found


def _tell(verdict: "Verdict", root: Path) -> None:
    from glossary_publish.cli.printing import print_diagnostics

    standing = verdict.standing
    words = click.style(f"{standing.words:{WIDTH}}", fg=COLOURS.get(standing.status.value, "red"))
    click.echo(f"{words}  {verdict.name}{f': {standing.reason}' * bool(standing.reason)}")
    print_diagnostics(verdict.diagnostics, root=root)


def _document(verdicts: "list[Verdict]") -> str:
    from glossary_publish.cli.printing import as_data

    files = [
        {
            "path": verdict.name,
            "status": verdict.standing.status.value,
            "successor": verdict.standing.successor,
            "reason": verdict.standing.reason,
            "diagnostics": [as_data(found) for found in verdict.diagnostics],
        }
        for verdict in verdicts
    ]
    return json.dumps({"schema": SCHEMA, "files": files}, indent=1, ensure_ascii=False)
