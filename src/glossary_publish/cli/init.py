"""`init`: begin a glossary."""

from datetime import datetime
from pathlib import Path

import click

from glossary_publish.cli.choices import as_of_option, day


@click.command()
@click.argument("folder", default=".", metavar="[DIR]")
@click.option("--title", default="My Glossary", show_default=True, metavar="TEXT", help="Its title.")
@click.option("--publisher", default="My Clinic", show_default=True, metavar="NAME", help="Who publishes it.")
@click.option("--paper", default="letter", show_default=True, metavar="NAME", help="The usual paper.")
@as_of_option
def command(folder: str, title: str, publisher: str, paper: str, as_of: datetime | None) -> int:
    """Begin a glossary in a folder, with two sample articles: it can be checked and built at once."""
    from glossary_publish.cli.making.telling import tell
    from glossary_publish.starting.beginning import begin_glossary

    begun = begin_glossary(Path(folder).resolve(), title, publisher, paper, day(as_of))
    tell(begun, Path(folder))
    click.echo(f"next: {'' if folder == '.' else f'cd {folder}, then '}glossary-publish build", err=True)
    return 0
