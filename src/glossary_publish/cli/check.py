"""`check`: check the sources without rendering."""

import sys
from datetime import datetime
from pathlib import Path, PurePosixPath

import click

from glossary_publish.cli.choices import as_of_option, day
from glossary_publish.cli.project import find_project, project_option

STYLES = ["full", "concise", "json", "github"]


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--output-format", type=click.Choice(STYLES), default="full", show_default=True)
@as_of_option
@project_option
def command(paths: tuple[str, ...], output_format: str, as_of: datetime | None, project: str | None) -> int:
    """Check the sources of the glossary, or tell only what concerns the files or folders that are named."""
    from glossary_publish.build.checking import check
    from glossary_publish.cli.printing import print_diagnostics, summary
    from glossary_publish.diagnostics import Severity

    root = find_project(project)
    wanted = [_inside(root, path) for path in paths]
    found = [
        diagnostic
        for diagnostic in check(root, day(as_of))
        if not wanted or (diagnostic.span and _concerns(diagnostic.span.path, wanted))
    ]
    print_diagnostics(found, output_format, root, sys.stdout)
    click.echo(summary(found) or "nothing to mend", err=True)
    return int(any(diagnostic.severity is Severity.ERROR for diagnostic in found))


def _inside(root: Path, named: str) -> PurePosixPath:
    """A named file or folder as the project calls it."""
    from glossary_publish.diagnostics import UsageError, fault

    path = Path(named).resolve()
    if not path.exists() or not path.is_relative_to(root.resolve()):
        message = f"{named} is outside the project" if path.exists() else f"there is no {named}"
        raise fault(UsageError, "nothing-matched", message, help="name a file or folder of the project")
    return PurePosixPath(path.relative_to(root.resolve()).as_posix())


def _concerns(path: str, wanted: list[PurePosixPath]) -> bool:
    return any(PurePosixPath(path).is_relative_to(place) for place in wanted)
