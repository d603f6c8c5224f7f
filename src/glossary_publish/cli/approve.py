"""`approve`: write down who approved a text, and exactly which."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary_publish.cli.choices import as_of_option, day
from glossary_publish.cli.names import article_names
from glossary_publish.cli.project import find_project, project_option

if TYPE_CHECKING:
    from glossary_publish.article import Article
    from glossary_publish.build.material import Material
    from glossary_publish.glossary.model import Approval


@click.command()
@click.argument("slugs", nargs=-1, required=True, metavar="SLUG...", shell_complete=article_names)
@click.option("--by", required=True, metavar="NAME", help="Who approved the text.")
@click.option(
    "--on",
    required=True,
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day (year-month-day) on which it was approved.",
)
@click.option("--language", metavar="TAG", help="The language; otherwise that of the glossary.")
@as_of_option
@project_option
def command(
    slugs: tuple[str, ...],
    by: str,
    on: datetime,
    language: str | None,
    as_of: datetime | None,
    project: str | None,
) -> int:
    """Approve articles as they are now: a later change of the text makes the approval void."""
    from glossary_publish.build.material import Material

    root = find_project(project)
    _refuse(by, on.date(), day(as_of))
    material = Material(root)
    articles = [_article(material, slug, language or material.glossary.language) for slug in slugs]
    for approval in _write(root, material, articles, " ".join(by.split()), on.date()):
        told = f"{approval.slug}, version {approval.version}, is approved by {approval.by}"
        click.echo(f"{told} on {approval.on.isoformat()} ({approval.content[:12]})")
    return 0


def _refuse(by: str, on: date, today: date) -> None:
    from glossary_publish.diagnostics import UsageError, fault

    if not by.strip() or not by.isprintable():
        message = f"{by!r} is no name"
        raise fault(UsageError, "wrong-approver", message, help="give the name of the person after --by")
    if on > today:
        message = f"{on.isoformat()} is in the future"
        raise fault(UsageError, "approval-in-future", message, help="give the day of the approval after --on")


def _article(material: "Material", slug: str, language: str) -> "Article":
    from glossary_publish.diagnostics import PublishError, UsageError, fault
    from glossary_publish.glossary.likeness import did_you_mean

    found = {article.slug: article for article in material.glossary.articles if article.language == language}
    if slug in found:
        return found[slug]
    if told := [
        one for one in material.found if one.span and _is_of(one.span.path, material, slug, language)
    ]:
        raise PublishError(told)
    message = f"there is no article {slug!r} in {language}"
    help = did_you_mean(slug, found, "see content/articles/ for the names")
    raise fault(UsageError, "unknown-article", message, help=help)


def _is_of(path: str, material: "Material", slug: str, language: str) -> bool:
    from glossary_publish.glossary.articles import FOLDER, slug_of

    there = path.startswith(f"{FOLDER}/") and slug_of(path) == slug
    return there and material.language_of(path) == language


def _write(
    root: Path, material: "Material", articles: "Sequence[Article]", by: str, on: date
) -> "list[Approval]":
    """Write the approvals in one step: all of them or, if one cannot be written, none."""
    from glossary_publish.build.writing import write_file
    from glossary_publish.compose.boilerplate import boilerplate_anywhere
    from glossary_publish.diagnostics import EnvironmentFault, PublishError, Span
    from glossary_publish.glossary.approvals import PATH, content_hash
    from glossary_publish.glossary.approving import with_approval
    from glossary_publish.glossary.model import Approval
    from glossary_publish.workspace import DiskWorkspace, text_of

    workspace = DiskWorkspace(root)
    there = PATH.rpartition("/")[2] in workspace.names("content")
    text, approvals = text_of(workspace, PATH) if there else "", []
    for article in articles:
        content = content_hash(article, boilerplate_anywhere(material.glossary, article))
        approvals.append(
            Approval(article.slug, article.language, article.version, by, on, content, Span(PATH))
        )
        text = with_approval(text, approvals[-1])
    try:
        write_file(root, PATH, text.encode())
    except PublishError as error:
        help = "free some space and make the file and its folder writable, then approve again"
        raise EnvironmentFault(replace(found, help=help) for found in error.diagnostics) from error
    return approvals
