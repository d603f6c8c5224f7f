"""`preview`: the pages of a proven edition in one picture."""

import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary_publish.cli.choices import as_of_option, day
from glossary_publish.cli.names import article_names, clinic_names, known_layouts
from glossary_publish.cli.project import find_project, project_option

if TYPE_CHECKING:
    from glossary_publish.build.building import Build
    from glossary_publish.build.plan import Edition, Selection


@click.command()
@click.argument("slug", shell_complete=article_names)
@click.option("--png", required=True, metavar="FILE", help="The picture to write; its name ends with .png.")
@click.option(
    "--layout",
    metavar="NAME",
    shell_complete=known_layouts,
    help="The layout; otherwise the first that prints.",
)
@click.option("--paper", metavar="NAME", help="The paper; otherwise the usual one.")
@click.option("--language", metavar="TAG", help="The language; otherwise that of the glossary.")
@click.option("--clinic", metavar="NAME", shell_complete=clinic_names, help="The clinic whose sheet it is.")
@as_of_option
@project_option
def command(
    slug: str,
    png: str,
    layout: str | None,
    paper: str | None,
    language: str | None,
    clinic: str | None,
    as_of: datetime | None,
    project: str | None,
) -> int:
    """Make and prove the printed edition of SLUG, and show its pages in one picture. Nothing goes into dist/."""
    from glossary_publish.build.building import Build
    from glossary_publish.build.governance import Governance
    from glossary_publish.build.material import Material
    from glossary_publish.build.plan import Selection
    from glossary_publish.build.preparing import preparations
    from glossary_publish.build.workers import Workers
    from glossary_publish.diagnostics import Report

    root, file = find_project(project), _picture(png)
    workers = Workers(1, preparations(("pdf",)))
    try:
        material = Material(root)
        usual = language or material.glossary.language
        asked = ((slug,), ("pdf",), *((name,) if name else () for name in (layout, paper, usual, clinic)))
        with tempfile.TemporaryDirectory() as folder:
            governance = Governance(material.glossary, day(as_of))
            build = Build(material, Path(folder), workers, Report(), governance=governance)
            return _shown(build, Selection(*asked), file, root)
    finally:
        workers.shutdown(cancel_futures=True)


def _shown(build: "Build", selection: "Selection", file: Path, root: Path) -> int:
    from glossary_publish.cli.failing import tell_of_tool_fault
    from glossary_publish.cli.printing import print_diagnostics
    from glossary_publish.starting.files import write_result
    from glossary_publish.starting.preview import contact_sheet

    edition = _first(build.plan(selection))
    print_diagnostics(build.report, root=root)
    if edition is None:
        _refuse_nothing(build, selection)
        return 1
    (outcome,) = build.make([edition], lambda: None)
    print_diagnostics(outcome.diagnostics, root=root)
    if outcome.fault is not None:
        tell_of_tool_fault(outcome.fault)
    if outcome.sha256:
        write_result(file, contact_sheet((build.out / edition.path).read_bytes()))
        click.echo(file)
    return outcome.exit_code


def _first(editions: "tuple[Edition, ...]") -> "Edition | None":
    """The one edition, or the first of several; then it is told which one that is."""
    for edition in editions[:1]:
        if len(editions) > 1:
            words = " ".join(filter(None, (edition.layout, edition.paper, edition.clinic)))
            click.echo(f"{len(editions)} editions are meant; this is the one on {words}", err=True)
        return edition
    return None


def _refuse_nothing(build: "Build", selection: "Selection") -> None:
    """Say that nothing was meant, unless it was told why nothing can be made."""
    from glossary_publish.diagnostics import UsageError, fault

    if not build.report.failed:
        asked = [*selection.slugs, *selection.layouts, *selection.papers, *selection.clinics]
        message = f"no edition on pages matches {' '.join(asked)}"
        raise fault(UsageError, "nothing-matched", message, help="name a layout that is a PDF, or none")


def _picture(named: str) -> Path:
    from glossary_publish.diagnostics import UsageError, fault

    if not named.lower().endswith(".png"):
        message = f"{named} does not end with .png"
        raise fault(UsageError, "no-picture", message, help="give the name of a picture to write after --png")
    return Path(named).resolve()
