"""`new article`: begin an article."""

from datetime import datetime

import click

from glossary_publish.cli.choices import as_of_option, day
from glossary_publish.cli.making.asking import asked
from glossary_publish.cli.project import find_project, project_option


@click.command()
@click.argument("slug")
@click.option("--title", metavar="TEXT", help="The title, as it is printed; asked for on a terminal.")
@click.option("--description", metavar="TEXT", help="One sentence of 15 to 30 words.")
@click.option("--category", default="Glossary", show_default=True, metavar="TEXT", help="The label above it.")
@click.option(
    "--audience",
    multiple=True,
    type=click.Choice(["clients", "clinicians"]),
    default=["clients"],
    show_default=True,
    help="For whom it is.",
)
@click.option("--by", metavar="NAME", help="Who reviews it.")
@as_of_option
@project_option
def command(
    slug: str,
    title: str | None,
    description: str | None,
    category: str,
    audience: tuple[str, ...],
    by: str | None,
    as_of: datetime | None,
    project: str | None,
) -> int:
    """Begin the article SLUG. Each place to fill in is marked, and `check` names it."""
    from glossary_publish.cli.making.telling import tell
    from glossary_publish.starting.beginning import begin_article

    root = find_project(project)
    begun = begin_article(
        root,
        slug,
        title=asked(title, "--title", "Title"),
        description=description,
        category=category,
        audience=dict.fromkeys(audience),
        by=by,
        today=day(as_of).isoformat(),
    )
    tell(begun, root)
    click.echo("next: fill in what is marked with [fill in: …]; `glossary-publish check` names it", err=True)
    return 0
