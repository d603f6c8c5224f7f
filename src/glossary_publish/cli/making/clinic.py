"""`new clinic`: write the file of a clinic."""

from pathlib import Path

import click

from glossary_publish.cli.making.asking import asked
from glossary_publish.cli.project import find_project, project_option


@click.command()
@click.argument("slug")
@click.option("--name", metavar="TEXT", help="The name at the head of each sheet; asked for on a terminal.")
@click.option("--address", multiple=True, metavar="LINE", help="A line of the address; asked for too.")
@click.option(
    "--phone",
    "phones",
    multiple=True,
    nargs=2,
    metavar="LABEL NUMBER",
    help="A telephone number and what it is for, such as: --phone Appointments 555-0100; asked for too.",
)
@click.option("--hours", metavar="TEXT", help="When it is open.")
@click.option("--language-help", metavar="TEXT", help="Who helps those who read another language.")
@click.option("--website", metavar="ADDRESS", help="Its address on the web.")
@click.option("--feedback", metavar="ADDRESS", help="Where readers can say what is wrong with a sheet.")
@click.option("--region", metavar="CODE", help="Which notices it prints; otherwise as in the glossary.")
@click.option("--paper", metavar="NAME", help="The paper that it prints on; otherwise as in the glossary.")
@click.option(
    "--layout", "layouts", multiple=True, metavar="NAME", help="What it prints; more than once for several."
)
@click.option("--large-print", metavar="NAME", help="The layout that large-print means to it.")
@click.option(
    "--write-in", multiple=True, metavar="NAME", help="Blank lines: questions, appointment or notes."
)
@click.option("--logo", metavar="FILE", help="An image, which is copied beside the file.")
@click.option("--colour", metavar="COLOUR", help="The colour of headings, in hexadecimal digits after #.")
@project_option
def command(
    slug: str,
    name: str | None,
    address: tuple[str, ...],
    phones: tuple[tuple[str, str], ...],
    logo: str | None,
    project: str | None,
    **lines: str | tuple[str, ...],
) -> int:
    """Write the file of the clinic SLUG, whose sheets `build --clinic SLUG` makes."""
    from glossary_publish.cli.making.telling import tell
    from glossary_publish.starting.beginning import begin_clinic

    root = find_project(project)
    name = asked(name, "--name", "Name of the clinic")
    address = address or (asked(None, "--address", "Address, on one line"),)
    if not phones:
        number = asked(None, "--phone", "Telephone number")
        phones = ((asked(None, "--phone", "What the number is for"), number),)
    tell(begin_clinic(root, slug, name, address, phones, lines, Path(logo) if logo else None), root)
    click.echo(f"next: glossary-publish build --clinic {slug}", err=True)
    return 0
