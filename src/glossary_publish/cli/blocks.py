"""`blocks`: what a translation of an article records of it."""

import click

from glossary_publish.cli.project import find_project, project_option


@click.command()
@click.argument("slug")
@project_option
def command(slug: str, project: str | None) -> int:
    """Print the blocks of an article with their hashes, as the front matter of a translation records them."""
    from glossary_publish.cli.printing import print_diagnostics
    from glossary_publish.diagnostics import Report, UsageError, fault
    from glossary_publish.glossary.articles import article_paths, slug_of
    from glossary_publish.glossary.pieces import record
    from glossary_publish.glossary.settings import read_settings
    from glossary_publish.read.article import read_article
    from glossary_publish.workspace import DiskWorkspace

    root = find_project(project)
    report, path = Report(), f"content/articles/{slug}.md"
    if not (root / path).is_file():
        help = "name a file of content/articles/ without its ending"
        raise fault(UsageError, "unknown-article", f"there is no article {slug!r}", help=help)
    workspace = DiskWorkspace(root)
    language = read_settings(workspace, map(slug_of, article_paths(workspace))).language
    article = read_article(workspace, path, report, language)
    if article is None:
        print_diagnostics(report, root=root)
        return 1
    click.echo(record(article), nl=False)
    return 0
