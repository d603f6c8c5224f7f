"""Names in the project that a shell can complete: of articles, clinics and layouts."""

from pathlib import Path

import click

from glossary_publish.cli.project import find_project


def article_names(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The slugs of the articles that begin so."""
    names = {path.name.partition(".")[0] for path in _below(context, "content/articles", "*.md")}
    return sorted(name for name in names if name.startswith(begun))


def clinic_names(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The names of the clinics that begin so."""
    files = _below(context, "content/clinics", "*/clinic.toml")
    return sorted(path.parent.name for path in files if path.parent.name.startswith(begun))


def known_layouts(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The names of the layouts that begin so, the tool's own among them."""
    from glossary_publish.layout import layout_names
    from glossary_publish.workspace import DiskWorkspace, tool_folder

    names = layout_names(DiskWorkspace(_root(context) or tool_folder()))
    return [name for name in names if name.startswith(begun)]


def _below(context: click.Context, folder: str, pattern: str) -> list[Path]:
    root = _root(context)
    return list((root / folder).glob(pattern)) if root else []


def _root(context: click.Context) -> Path | None:
    """The project, or None: where there is none, there is nothing to complete and nothing to complain of."""
    from glossary_publish.diagnostics import PublishError

    named = context.params.get("project") or context.find_root().params.get("project")
    try:
        with context:
            return find_project(named)
    except PublishError:
        return None
