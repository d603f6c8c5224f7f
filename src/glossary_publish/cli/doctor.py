"""`doctor`: can every format be made on this machine?"""

import platform

import click

from glossary_publish import __version__


@click.command()
def command() -> int:
    """Make and prove a small sample in every format, and say what is missing where that fails."""
    from glossary_publish.build.preparing import preparations
    from glossary_publish.build.workers import Workers

    click.echo(f"glossary-publish {__version__}, Python {platform.python_version()}, {platform.platform()}")
    with Workers(2, preparations()) as workers:
        from glossary_publish.build.trial import trials
        from glossary_publish.cli.printing import print_diagnostics

        worst = 0
        for trial in trials(workers):
            worst = max(worst, trial.exit_code)
            versions = ", ".join(f"{name} {version}" for name, version in trial.tools)
            result = f"made and proven ({versions})" if trial.exit_code == 0 else "cannot be made"
            click.echo(f"{trial.format:5} {result}")
            print_diagnostics(trial.diagnostics, "full")
    return worst
