"""The door of the command line: which commands there are, and what every way of failing looks like."""

import os
import sys

import click

from glossary_publish import __version__
from glossary_publish.cli.lazy import LazyGroup

INTERRUPTED = 130
BROKEN_PIPE = 141
TABLE = {
    "init": ("glossary_publish.cli.init", "Begin a glossary."),
    "new": ("glossary_publish.cli.new", "Begin an article or a clinic, or take in references."),
    "build": ("glossary_publish.cli.build", "Make and prove editions."),
    "check": ("glossary_publish.cli.check", "Check the sources without rendering."),
    "verify": (
        "glossary_publish.cli.verify",
        "Read finished files back, or look up the code of an edition.",
    ),
    "editions": (
        "glossary_publish.cli.editions",
        "List what was published where, and what it is worth today.",
    ),
    "approve": ("glossary_publish.cli.approve", "Write down who approved a text, and exactly which."),
    "preview": (
        "glossary_publish.cli.preview",
        "Show the pages of a proven edition, in the browser or in one picture.",
    ),
    "explain": ("glossary_publish.cli.explain", "Say what a diagnostic means and how to mend it."),
    "doctor": ("glossary_publish.cli.doctor", "Find out whether every format can be made on this machine."),
    "layouts": ("glossary_publish.cli.layouts", "List the layouts."),
    "blocks": ("glossary_publish.cli.blocks", "Print what a translation records of its original."),
    "completion": ("glossary_publish.cli.completion", "Print what a shell needs to complete commands."),
    "schema": ("glossary_publish.cli.schema", "Print the JSON Schema of the front matter."),
}


@click.group(cls=LazyGroup, table=TABLE, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--project", metavar="DIR", help="The project folder; otherwise the nearest one upwards.")
@click.version_option(__version__, prog_name="glossary-publish")
@click.pass_context
def program(context: click.Context, project: str | None) -> None:
    """Publish glossary articles as handout, ebook and Word document, proven equal to their source."""
    context.obj = project


def main(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit code (design: 0, 1, 2, 3, 4, 70, 130)."""
    try:
        return int(program.main(arguments, prog_name="glossary-publish", standalone_mode=False) or 0)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone; the interpreter must not complain of it while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception as error:
        from glossary_publish.cli.failing import exit_code_of

        return exit_code_of(error)
