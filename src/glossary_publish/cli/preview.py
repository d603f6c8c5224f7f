"""`preview`: the pages of a proven edition, in the browser and kept current, or in one picture."""

import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from glossary_publish.cli.choices import as_of_option, day
from glossary_publish.cli.names import article_names, clinic_names, known_layouts
from glossary_publish.cli.project import find_project, project_option

if TYPE_CHECKING:
    from glossary_publish.build.building import Build
    from glossary_publish.build.plan import Edition, Selection
    from glossary_publish.build.workers import Workers
    from glossary_publish.preview.source import Source

EXTRA = ("starlette", "uvicorn", "watchfiles")


@click.command()
@click.argument("slug", shell_complete=article_names)
@click.option("--png", metavar="FILE", help="Write the pages into one picture, whose name ends with .png.")
@click.option(
    "--layout",
    metavar="NAME",
    shell_complete=known_layouts,
    help="The layout; otherwise the first that prints.",
)
@click.option("--paper", metavar="NAME", help="The paper; otherwise the usual one.")
@click.option("--language", metavar="TAG", help="The language; otherwise that of the glossary.")
@click.option("--clinic", metavar="NAME", shell_complete=clinic_names, help="The clinic whose sheet it is.")
@click.option(
    "--port",
    type=click.IntRange(1024, 65535),
    metavar="N",
    help="The port of this machine for the page; otherwise a free one.",
)
@click.option("--no-browser", is_flag=True, help="Print the address of the page and open no browser.")
@as_of_option
@project_option
def command(
    slug: str,
    png: str | None,
    layout: str | None,
    paper: str | None,
    language: str | None,
    clinic: str | None,
    port: int | None,
    no_browser: bool,
    as_of: datetime | None,
    project: str | None,
) -> int:
    """Make and prove the printed edition of SLUG, and show its pages. Nothing goes into dist/.

    A page in the browser of this machine shows them beside the diagnostics, and shows them anew whenever a file of
    content/ or layouts/ is saved, until you press Ctrl-C.
    """
    if png is None:
        _refuse_without_extra()
    from glossary_publish.build.plan import Selection
    from glossary_publish.build.preparing import preparations
    from glossary_publish.build.workers import Workers

    root, file = find_project(project), _picture(png) if png else None
    parts = ((name,) if name else () for name in (layout, paper, language, clinic))
    selection = Selection((slug,), ("pdf",), *parts)
    workers = Workers(1, preparations(("pdf",)))
    try:
        if file is not None:
            return _painted(root, selection, file, workers, as_of)
        _served(root, selection, workers, as_of, port or 0, not no_browser)
    finally:
        workers.shutdown(cancel_futures=True)


# --- in one picture --------------------------------------------------------------------------------


def _painted(
    root: Path, selection: "Selection", file: Path, workers: "Workers", as_of: datetime | None
) -> int:
    from dataclasses import replace

    from glossary_publish.build.building import Build
    from glossary_publish.build.governance import Governance
    from glossary_publish.build.material import Material
    from glossary_publish.diagnostics import Report
    from glossary_publish.preview.source import refuse_without_pages

    material = Material(root)
    refuse_without_pages(material, selection.layouts)
    asked = replace(selection, languages=selection.languages or (material.glossary.language,))
    with tempfile.TemporaryDirectory() as folder:
        governance = Governance(material.glossary, day(as_of))
        build = Build(material, Path(folder), workers, Report(), governance=governance)
        return _shown(build, asked, file, root)


def _shown(build: "Build", selection: "Selection", file: Path, root: Path) -> int:
    from glossary_publish.cli.failing import tell_of_tool_fault
    from glossary_publish.cli.printing import print_diagnostics
    from glossary_publish.preview.picturing import contact_sheet, picture_looks
    from glossary_publish.preview.source import nothing_on_pages
    from glossary_publish.starting.files import write_result
    from glossary_publish.workspace import DiskWorkspace

    editions = build.plan(selection)
    print_diagnostics(build.report, root=root)
    if not editions:
        if not build.report.failed:  # else it was told why nothing can be made
            raise nothing_on_pages(selection)
        return 1
    _tell_of_others(editions[0], len(editions) - 1)
    (outcome,) = build.make(editions[:1], lambda: None)
    print_diagnostics(outcome.diagnostics, root=root)
    if outcome.fault is not None:
        tell_of_tool_fault(outcome.fault)
    if outcome.sha256:
        looks = picture_looks(DiskWorkspace(root))
        write_result(file, contact_sheet((build.out / outcome.edition.path).read_bytes(), looks))
        click.echo(file)
    return outcome.exit_code


def _tell_of_others(edition: "Edition", others: int) -> None:
    """Where several editions are meant, say which one is shown."""
    if others:
        words = " ".join(filter(None, (edition.layout, edition.paper, edition.clinic)))
        click.echo(f"{others + 1} editions are meant; this is the one on {words}", err=True)


def _picture(named: str) -> Path:
    from glossary_publish.diagnostics import UsageError, fault

    if not named.lower().endswith(".png"):
        message = f"{named} does not end with .png"
        raise fault(UsageError, "no-picture", message, help="give the name of a picture to write after --png")
    return Path(named).resolve()


# --- in the browser --------------------------------------------------------------------------------


def _served(
    root: Path,
    selection: "Selection",
    workers: "Workers",
    as_of: datetime | None,
    port: int,
    browser: bool,
) -> NoReturn:
    import asyncio
    import signal
    from functools import partial

    from glossary_publish.cli.previewing import described, told
    from glossary_publish.preview.board import Board
    from glossary_publish.preview.keeping import Keeper
    from glossary_publish.preview.page import resources
    from glossary_publish.preview.picturing import picture_looks
    from glossary_publish.preview.serving import address_of, listening, open_browser, serve
    from glossary_publish.preview.source import Source
    from glossary_publish.workspace import DiskWorkspace

    # Before there is a server too, a closed terminal leaves as little behind as Ctrl-C.
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    workspace = DiskWorkspace(root)
    page, width = resources(workspace), picture_looks(workspace).page
    source = Source(root, selection, day(as_of), workers)
    _refuse_what_is_no_edition(source)

    def announced(address: str) -> None:
        click.echo(address)
        if browser:
            open_browser(address)

    async def until_interrupted() -> None:
        board = Board()
        keeper = Keeper(source, workers, board, width, described(root))
        with listening(port) as listener:
            begin = partial(announced, address_of(listener))
            await serve(listener, page, root, board, keeper, told(root), begin)

    asyncio.run(until_interrupted())
    raise click.Abort  # it ends no other way


def _refuse_what_is_no_edition(source: "Source") -> None:
    """Raise `UsageError` or `EnvironmentFault` for what no edit of the article can mend; the page tells the rest."""
    from glossary_publish.diagnostics import EnvironmentFault, PublishError, UsageError

    try:
        composed = source.read()
    except (UsageError, EnvironmentFault):
        raise
    except PublishError:
        return
    _tell_of_others(composed.edition, composed.others)


def _refuse_without_extra() -> None:
    from importlib.util import find_spec

    missing = [name for name in EXTRA if find_spec(name) is None]
    if missing:
        from glossary_publish.diagnostics import EnvironmentFault, fault

        message = f"a preview in the browser needs {', '.join(missing)}, which is not installed"
        help = "run: pip install 'glossary-publish[preview]', or name a picture to write after --png"
        raise fault(EnvironmentFault, "missing-extra", message, help=help)
