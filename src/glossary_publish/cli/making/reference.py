"""`new reference`: take in references from a file of another program."""

from pathlib import Path

import click

from glossary_publish.cli.making.asking import asked
from glossary_publish.cli.project import find_project, project_option


@click.command()
@click.option(
    "--from", "file", metavar="FILE", help="CSL-JSON, BibTeX, RIS or NBIB; the form is told by the content."
)
@click.option("--kind", metavar="NAME", help="The kind of all of them, a name from content/kinds.toml.")
@project_option
def command(file: str | None, kind: str | None, project: str | None) -> int:
    """Add the references of FILE to content/references.yaml, each once, and list what needs a kind."""
    from glossary_publish.cli.printing import print_diagnostics
    from glossary_publish.starting.references import take_references

    root = find_project(project)
    file = asked(file, "--from", "File with the references")
    taken = take_references(root, Path(file), file, kind or "", _waiting)
    print_diagnostics(taken.notes, root=Path())
    for key in taken.added:
        click.echo(f"added {key}")
    for key, there in taken.known:
        click.echo(f"{key} was there already" + (f" as {there}" if there != key else ""))
    for key, fields in taken.open.items():
        click.echo(f"{key} needs {' and '.join(fields)}")
    if taken.open:
        click.echo("next: add what is needed to content/references.yaml", err=True)
    return 0


def _waiting() -> None:
    click.echo("another program is at work on the content: waiting for it", err=True)
