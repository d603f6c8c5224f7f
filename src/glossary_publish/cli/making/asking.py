"""Asking for what was not said, where there is somebody to ask."""

import sys

import click


def asked(value: str | None, option: str, question: str) -> str:
    """A value, or the answer to a question on a terminal; otherwise raises the usual error for a missing option."""
    if value is not None:
        return value
    if not sys.stdin.isatty():
        raise click.UsageError(f"Missing option '{option}'.", click.get_current_context())
    answer: str = click.prompt(question, err=True)
    return answer
