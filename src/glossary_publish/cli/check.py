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
@click.option("--figures", is_flag=True, help="Show how hard each section is to read; JSON always does.")
@as_of_option
@project_option
def command(
    paths: tuple[str, ...], output_format: str, figures: bool, as_of: datetime | None, project: str | None
) -> int:
    """Check the sources of the glossary, or tell only what concerns the files or folders that are named."""
    from glossary_publish.build.checking import check
    from glossary_publish.cli.figures import as_data, tables
    from glossary_publish.cli.printing import print_diagnostics, print_document, summary
    from glossary_publish.diagnostics import Severity

    root = find_project(project)
    wanted = [_inside(root, path) for path in paths]
    checked = check(root, day(as_of))
    found = [
        diagnostic
        for diagnostic in checked.report
        if not wanted or (diagnostic.span and _concerns(diagnostic.span.path, wanted))
    ]
    assessed = [one for one in checked.assessments if not wanted or _concerns(one.path, wanted)]
    if output_format == "json":
        print_document(found, sys.stdout, figures=[as_data(one) for one in assessed])
    else:
        print_diagnostics(found, output_format, root, sys.stdout)
    if figures and assessed and output_format != "json":
        click.echo(("\n" if found else "") + tables(assessed))
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
