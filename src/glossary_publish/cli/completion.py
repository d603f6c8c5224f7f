"""`completion`: what a shell needs to complete the commands of this program."""

import click

SHELLS = ["bash", "zsh", "fish", "powershell"]
NAMES = ("glossary-publish", "gpub")
VARIABLE = (
    "_GLOSSARY_PUBLISH_COMPLETE"  # what Click looks for, made of the name that the program gives itself
)


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> int:
    """Print a script that has SHELL complete commands and options."""
    from click.shell_completion import get_completion_class

    if shell == "powershell":
        from glossary_publish.starting.templating import fill

        click.echo(fill("completion.ps1"), nl=False)
        return 0
    completer = get_completion_class(shell)
    if completer is None:
        raise click.UsageError(f"This version of Click knows nothing of {shell}.")
    program = click.get_current_context().find_root().command
    for name in NAMES:
        own = completer(program, {}, name, VARIABLE)
        # Not `source()`: it starts the shell to ask for its version.
        click.echo(own.source_template % own.source_vars())
    return 0
