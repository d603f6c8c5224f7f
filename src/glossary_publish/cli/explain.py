"""`explain`: what a diagnostic means."""

import click


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Say what a diagnostic means, why it matters and how to mend it; without a code, list all codes."""
    import textwrap

    from glossary_publish.cli.explanations import explanations

    known = explanations()
    if code is None:
        for name in sorted(known):
            click.echo(f"{name}: {known[name].what}")
        return 0
    if code not in known:
        _refuse(code, list(known))
    entry = known[code]
    click.echo(click.style(code, bold=True))
    for label, words in (("What", entry.what), ("Why", entry.why), ("Fix", entry.fix)):
        click.echo(textwrap.fill(f"{label + ':':6}{words}", 96, subsequent_indent=" " * 6))
    return 0


def _refuse(code: str, known: list[str]) -> None:
    from difflib import get_close_matches

    from glossary_publish.diagnostics import UsageError, fault

    close = get_close_matches(code, known, n=1)
    help = f"did you mean {close[0]}?" if close else "run `glossary-publish explain` for the list"
    raise fault(UsageError, "unknown-code", f"no diagnostic has the code {code!r}", help=help)
