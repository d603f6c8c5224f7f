"""`editions`: what was published where, so that a text can be recalled."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary_publish.cli.choices import as_of_option, day
from glossary_publish.cli.project import find_project, project_option

if TYPE_CHECKING:
    from glossary_publish.build.manifest import Entry
    from glossary_publish.build.record import Former
    from glossary_publish.build.standing import Standing
    from glossary_publish.diagnostics import Report

    Row = tuple[Entry | Former, Standing]

SCHEMA = "glossary-publish/editions/1"


@click.command()
@click.option("--article", metavar="SLUG", help="Only the editions of this article.")
@click.option("--overdue", is_flag=True, help="Only editions whose review was due.")
@click.option("--out", metavar="DIR", help="The folder of finished files; otherwise dist/ in the project.")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@project_option
def command(
    article: str | None,
    overdue: bool,
    out: str | None,
    as_of: datetime | None,
    as_json: bool,
    project: str | None,
) -> int:
    """List what was published where, also what was made anew or withdrawn since, and what it is worth today."""
    from glossary_publish.build.standing import Status
    from glossary_publish.cli.printing import print_diagnostics
    from glossary_publish.diagnostics import Report

    root, report = find_project(project), Report()
    rows = _rows(root, Path(out) if out else root / "dist", day(as_of), report)
    print_diagnostics(report, root=root)
    rows = [row for row in rows if article in (None, row[0].slug)]
    if not rows:
        raise _nothing(article)
    shown = [row for row in rows if not overdue or row[1].status is Status.OVERDUE]
    if as_json:
        click.echo(_document(shown))
    else:
        for line in _lines(shown):
            click.echo(line)
        click.echo(_summary(shown, overdue), err=True)
    return 0


def _rows(root: Path, folder: Path, today: date, report: "Report") -> "list[Row]":
    from glossary_publish.build.record import read_record
    from glossary_publish.build.standing import Judge

    record, judge = read_record(folder, report), Judge(root, today)
    # What is there now stands before what was in its place.
    rows = sorted(record.rows, key=lambda row: (row.slug, row.language, row.path))
    return [(row, judge.of(row, record)) for row in rows]


def _nothing(article: str | None) -> Exception:
    from glossary_publish.diagnostics import UsageError, fault

    message = f"no edition of {article!r} was published here" if article else "nothing was published here"
    help = "build first, or name the folder of finished files with --out"
    return fault(UsageError, "nothing-matched", message, help=help)


def _lines(rows: "Sequence[Row]") -> Iterable[str]:
    """One line for each file and text; files that were made anew with the same text are one."""
    cells = [
        (
            standing.words,
            row.code,
            f"version {row.version}",
            f"due {row.valid_until or 'not recorded'}",
            row.path,
        )
        for row, standing in rows
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for line in dict.fromkeys(cells):
        yield "  ".join(f"{cell:{width}}" for cell, width in zip(line, widths, strict=True)).rstrip()


def _summary(rows: "Sequence[Row]", overdue: bool) -> str:
    codes = len({row.code for row, _ in rows})
    files = len({row.path for row, _ in rows})
    return f"{codes} {'overdue ' * overdue}text{'s' * (codes != 1)} in {files} file{'s' * (files != 1)}"


def _document(rows: "Sequence[Row]") -> str:
    editions = [
        {
            **{key: value for key, value in asdict(row).items() if isinstance(value, str)},
            "status": standing.status.value,
            "successor": standing.successor,
            "reason": standing.reason,
        }
        for row, standing in rows
    ]
    return json.dumps({"schema": SCHEMA, "editions": editions}, indent=1, ensure_ascii=False)
