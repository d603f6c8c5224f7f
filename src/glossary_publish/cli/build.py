"""`build`: make and prove editions."""

import gc
import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary_publish.cli.choices import FormatName, as_of_option, day, processors
from glossary_publish.cli.names import article_names, clinic_names, known_layouts
from glossary_publish.cli.project import find_project, project_option
from glossary_publish.cli.wish import Crew, Wish

if TYPE_CHECKING:
    from glossary_publish.article import Article
    from glossary_publish.build.building import Build
    from glossary_publish.build.cache.last_build import LastBuild, Note
    from glossary_publish.build.manifest import Entry
    from glossary_publish.build.outcome import Outcome
    from glossary_publish.build.plan import Edition
    from glossary_publish.diagnostics import Diagnostic, Report

SCHEMA = "glossary-publish/build/1"
MANIFEST = "manifest.json"
DISK = ("cannot-write", "output-outside-folder")  # faults of the machine and not of the content


@click.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...", shell_complete=article_names)
@click.option(
    "--format", "formats", multiple=True, type=FormatName(), metavar="NAME", help="Only this format."
)
@click.option(
    "--layout",
    "layouts",
    multiple=True,
    metavar="NAME",
    shell_complete=known_layouts,
    help="Only this layout.",
)
@click.option("--paper", "papers", multiple=True, metavar="NAME", help="Only this paper.")
@click.option("--language", "languages", multiple=True, metavar="TAG", help="Only this language.")
@click.option(
    "--clinic",
    "clinics",
    multiple=True,
    metavar="NAME",
    shell_complete=clinic_names,
    help="Only the sheets of this clinic.",
)
@click.option("--out", metavar="DIR", help="The folder for finished files; otherwise dist/ in the project.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="How many editions are made at a time.")
@click.option("--force", is_flag=True, help="Make also the editions that are current.")
@click.option(
    "--plan", "plan_only", is_flag=True, help="Say what would be made, kept and removed; write nothing."
)
@click.option("--why", metavar="FILE", help="Say why a finished file is current or not; write nothing.")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print what became of each edition as JSON.")
@project_option
def command(
    slugs: tuple[str, ...],
    formats: tuple[str, ...],
    layouts: tuple[str, ...],
    papers: tuple[str, ...],
    languages: tuple[str, ...],
    clinics: tuple[str, ...],
    out: str | None,
    jobs: int | None,
    force: bool,
    plan_only: bool,
    why: str | None,
    as_of: datetime | None,
    as_json: bool,
    project: str | None,
) -> int:
    """Make the editions of the glossary, or of the named articles, and prove each one equal to its source.

    What is current already is kept, and what is no edition any more is removed.
    """
    gc.disable()  # nothing that a build reads or composes has to be searched for to be freed
    root = find_project(project)
    asked = Wish(
        root=root,
        folder=Path(out) if out else root / "dist",
        names=(slugs, formats, layouts, papers, languages, clinics),
        today=day(as_of),
        force=force,
        as_json=as_json,
        only_told=plan_only or why is not None,
    )
    if asked.only_told:
        return _forecast(asked, why)
    crew = Crew(jobs or processors(), formats)
    try:
        if force or not os.access(asked.folder / MANIFEST, os.F_OK):
            crew()  # they come first: they import what is heavy while this process reads and composes
        elif not as_json and (note := asked.last.unchanged(_waiting)):
            return _tell_unchanged(note, root)
        elif not asked.last.read_the_same:
            crew()
        return _build(asked, crew)
    finally:
        crew.end()
        gc.freeze()
        gc.enable()


def _forecast(wish: Wish, why: str | None) -> int:
    from glossary_publish.cli.forecasting import tell_plan, tell_why
    from glossary_publish.cli.printing import print_diagnostics
    from glossary_publish.diagnostics import Report

    report = Report()
    build = wish.build(Crew(0, ()), report)
    editions = build.plan(wish.selection)
    if why is not None:
        tell_why(build, editions, why, wish.as_json)
    else:
        tell_plan(build, editions, wish.as_json)
        print_diagnostics(report, root=wish.root)
    return int(report.failed)


def _build(wish: Wish, crew: Crew) -> int:
    from glossary_publish.cli.printing import print_diagnostics
    from glossary_publish.cli.progress import progress
    from glossary_publish.diagnostics import Report
    from glossary_publish.formats import FORMATS

    report, told, outcomes = Report(), Report(), list["Outcome"]()
    root, folder, as_json = wish.root, wish.folder, wish.as_json
    last, build = wish.last, wish.build(crew, report)
    governance = build.governance
    editions = build.plan(wish.selection)
    if crew.begun:  # they wait: what the first article needs, others are likely to need
        build.prepare(editions[: len(FORMATS)])
    found = tuple(report)
    print_diagnostics(_untold(report, told), root=root)
    with progress(len(editions), "building", quiet=as_json) as step:
        for outcome in build.make(editions, _waiting):
            step()
            outcomes.append(outcome)
            print_diagnostics(_untold(outcome.diagnostics, told), root=root)
            if outcome.made and not as_json:
                for path in filter(None, (outcome.edition.path, outcome.sheets)):
                    click.echo(os.path.relpath(folder / path))
    print_diagnostics(_untold(report, told), root=root)  # what was found of the output folder meanwhile
    for entry in build.withdrawn:
        how = _how(governance.withdrawn[entry.slug, entry.language])
        words = f"removed {os.path.relpath(folder / entry.path)}: {entry.slug} is {how}"
        click.echo(f"{words} (edition code {entry.code}, version {entry.version})", err=True)
    for entry in build.removed:
        click.echo(f"removed {os.path.relpath(folder / entry.path)}: it is no edition any more", err=True)
    if as_json:
        click.echo(_document(outcomes, build, report))
    code = _close(outcomes, len(build.withdrawn) + len(build.removed), report)
    if not code and tuple(report) == found:
        _keep(last, build, editions, outcomes)
    return code


def _keep(
    last: "LastBuild", build: "Build", editions: "Sequence[Edition]", outcomes: "Iterable[Outcome]"
) -> None:
    """Remember a build that left everything current, with what it said of sources and finished files."""
    of_editions = {outcome.edition: outcome.diagnostics for outcome in outcomes}
    said = [*build.report, *(found for edition in editions for found in of_editions[edition])]
    last.keep(build.seen, build.left, build.governance.days, list(dict.fromkeys(said)), len(editions))


def _tell_unchanged(note: "Note", root: Path) -> int:
    from glossary_publish.cli.printing import print_diagnostics

    print_diagnostics(note.told, root=root)
    click.echo(_summary(0, note.count, 0, 0), err=True)
    return 0


def _how(article: "Article") -> str:
    return "superseded" if article.superseded_by and article.status != "withdrawn" else "withdrawn"


def _close(outcomes: "list[Outcome]", removed: int, report: "Report") -> int:
    """Say how it went, and return the gravest exit code of all."""
    from glossary_publish.cli.failing import tell_of_tool_fault
    from glossary_publish.diagnostics import EnvironmentFault

    made, current = sum(one.made for one in outcomes), sum(one.current for one in outcomes)
    click.echo(_summary(made, current, len(outcomes) - made - current, removed), err=True)
    for outcome in outcomes:
        if outcome.fault is not None:
            tell_of_tool_fault(outcome.fault)
    unwritten = any(found.code in DISK for found in report)  # a list or a page of all editions
    gravest = EnvironmentFault.exit_code if unwritten else int(report.failed)
    return max([gravest, *(outcome.exit_code for outcome in outcomes)])


def _summary(made: int, current: int, failed: int, removed: int) -> str:
    words = f"{made} of {made + current + failed + removed} editions made and proven"
    others = (("current", current), ("failed", failed), ("removed", removed))
    return "".join([words, *(f", {count} {what}" for what, count in others if count)])


def _untold(found: "Iterable[Diagnostic]", told: "Report") -> "list[Diagnostic]":
    """What was not said before: a fault of an article that stops all its editions is told once."""
    fresh = [diagnostic for diagnostic in found if diagnostic not in told]
    told.extend(fresh)
    return fresh


def _document(outcomes: "list[Outcome]", build: "Build", report: "Report") -> str:
    import json
    from dataclasses import asdict

    from glossary_publish.cli.printing import as_data

    editions = [
        {
            **asdict(outcome.edition),
            "made": outcome.made,
            "current": outcome.current,
            "sha256": outcome.sha256,
            "sheets": outcome.sheets,
            "diagnostics": [as_data(found) for found in outcome.diagnostics],
        }
        for outcome in sorted(outcomes, key=lambda outcome: outcome.edition.path)
    ]
    document = {
        "schema": SCHEMA,
        "editions": editions,
        "withdrawn": list(map(_gone, build.withdrawn)),
        "removed": list(map(_gone, build.removed)),
        "diagnostics": [as_data(found) for found in report],
    }
    return json.dumps(document, indent=1, ensure_ascii=False)


def _gone(entry: "Entry") -> dict[str, str]:
    return {"path": entry.path, "code": entry.code, "slug": entry.slug}


def _waiting() -> None:
    click.echo("another build is at work in the output folder: waiting for it", err=True)
