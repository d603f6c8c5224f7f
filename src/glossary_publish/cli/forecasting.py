"""`build --plan` and `build --why`: what a build would do, and why a file is made again or kept."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from glossary_publish.build.building import Build
    from glossary_publish.build.forecast import Step
    from glossary_publish.build.plan import Edition

SCHEMA = "glossary-publish/plan/1"
WIDTH = 6  # of the longest of the acts


def tell_plan(build: "Build", editions: "tuple[Edition, ...]", as_json: bool) -> None:
    """Print one line for each file, and how many there are of each kind."""
    from glossary_publish.build.forecast import KEEP, MAKE, REFUSE, REMOVE, forecast

    steps = list(forecast(build, editions))
    if as_json:
        _print_document(steps)
        return
    for step in steps:
        click.echo(f"{step.act:{WIDTH}}  {step.path}{_because(step)}")
    counts = [(act, sum(step.act == act for step in steps)) for act in (MAKE, KEEP, REFUSE, REMOVE)]
    words = ", ".join(f"{count} to {act}" for act, count in counts if count)
    click.echo(f"{len(steps)} planned: {words or 'nothing to do'}", err=True)


def tell_why(build: "Build", editions: "tuple[Edition, ...]", file: str, as_json: bool) -> None:
    """Print all that makes a file stale, or that it is current."""
    from glossary_publish.build.forecast import KEEP, forecast
    from glossary_publish.diagnostics import UsageError, fault

    names = {file, _inside(build.out, file)}
    chosen = tuple(edition for edition in editions if edition.path in names)
    steps = [step for step in forecast(build, chosen, None) if step.path in names]
    if not steps:
        help = "name a file of the output folder; `build --plan` lists them"
        raise fault(UsageError, "nothing-matched", f"no edition is {file}", help=help)
    if as_json:
        _print_document(steps)
        return
    for step in steps:
        lines = [f"{step.path} is current" if step.act == KEEP else f"{step.act} {step.path}:"]
        click.echo("\n".join([*lines, *(f"  {reason}" for reason in step.reasons)]))


def _inside(out: Path, file: str) -> str:
    """A path as the manifest has it, wherever the user stands."""
    path = Path(file).absolute()
    return path.relative_to(out.absolute()).as_posix() if path.is_relative_to(out.absolute()) else file


def _because(step: "Step") -> str:
    return f": {step.reasons[0]}" if step.reasons else ""


def _print_document(steps: "list[Step]") -> None:
    document = {"schema": SCHEMA, "steps": [asdict(step) for step in steps]}
    click.echo(json.dumps(document, indent=1, ensure_ascii=False))
