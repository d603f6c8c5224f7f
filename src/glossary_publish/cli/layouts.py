"""`layouts`: what there is to choose from."""

import click

from glossary_publish.cli.project import find_project, project_option


@click.command()
@project_option
def command(project: str | None) -> int:
    """List the layouts of the project and of the tool, with their formats and papers."""
    from glossary_publish.diagnostics import UsageError
    from glossary_publish.layout import layout_names, load_layout
    from glossary_publish.workspace import DiskWorkspace, tool_folder

    try:
        root = find_project(project)
    except UsageError:
        if project is not None:
            raise
        root = tool_folder()  # outside a project there are the tool's own layouts
    workspace = DiskWorkspace(root)
    layouts = [load_layout(workspace, name) for name in layout_names(workspace)]
    width = max((len(layout.name) for layout in layouts), default=0)
    for layout in layouts:
        papers = f" on {', '.join(layout.papers)}" if layout.papers else ""
        click.echo(f"{layout.name:{width}}  {layout.title}: {layout.format}{papers}")
    return 0
