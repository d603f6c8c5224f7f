"""`verify`: read finished files back."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary_publish.cli.project import find_project, project_option

if TYPE_CHECKING:
    from glossary_publish.build.status import Examiner, Verdict

SCHEMA = "glossary-publish/verify/1"
COLOURS = {"current": "green", "stale": "yellow", "altered": "red", "not ours": "magenta"}


@click.command()
@click.argument("paths", nargs=-1, metavar="[FILE|DIR]...")
@click.option("--json", "as_json", is_flag=True, help="Print the verdicts as JSON.")
@project_option
def command(paths: tuple[str, ...], as_json: bool, project: str | None) -> int:
    """Tell of each finished file, of all in dist/ if none is named, what it is worth."""
    from glossary_publish.build.status import Examiner
    from glossary_publish.cli.printing import print_diagnostics
    from glossary_publish.diagnostics import Report

    root, report = find_project(project), Report()
    examiner = Examiner(root, report)
    verdicts = [
        found
        for path in map(Path, paths or (os.path.relpath(root / "dist"),))
        for found in _verdicts(examiner, path)
    ]
    print_diagnostics(report, root=root)
    if as_json:
        click.echo(_document(verdicts))
    else:
        for verdict in verdicts:
            _tell(verdict, root)
    return max(verdict.exit_code for verdict in verdicts)


def _verdicts(examiner: "Examiner", path: Path) -> "list[Verdict]":
    from glossary_publish.build.status import SUFFIXES
    from glossary_publish.diagnostics import UsageError, fault

    if path.is_file():
        return [examiner.examine(path)]
    files = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    found = [*map(examiner.examine, files), *examiner.missing(path)]
    if not found:
        message = f"{path} holds no finished file" if path.is_dir() else f"there is no {path}"
        raise fault(
            UsageError, "nothing-matched", message, help="build first, or name a PDF, EPUB or Word file"
        )
    return found


def _tell(verdict: "Verdict", root: Path) -> None:
    from glossary_publish.cli.printing import print_diagnostics

    status = click.style(f"{verdict.status.value:8}", fg=COLOURS[verdict.status.value])
    click.echo(f"{status} {verdict.path}{f': {verdict.reason}' * bool(verdict.reason)}")
    print_diagnostics(verdict.diagnostics, root=root)


def _document(verdicts: "list[Verdict]") -> str:
    from glossary_publish.cli.printing import as_data

    files = [
        {
            "path": str(verdict.path),
            "status": verdict.status.value,
            "reason": verdict.reason,
            "diagnostics": [as_data(found) for found in verdict.diagnostics],
        }
        for verdict in verdicts
    ]
    return json.dumps({"schema": SCHEMA, "files": files}, indent=1, ensure_ascii=False)
