"""`new`: begin an article or a clinic, or take in references."""

import click

from glossary_publish.cli.lazy import LazyGroup

TABLE = {
    "article": ("glossary_publish.cli.making.article", "Begin an article."),
    "reference": ("glossary_publish.cli.making.reference", "Take in references from a file."),
    "clinic": ("glossary_publish.cli.making.clinic", "Write the file of a clinic."),
}


@click.group(cls=LazyGroup, table=TABLE)
def command() -> None:
    """Begin an article or a clinic, or take in references from a file."""
