"""`schema`: the JSON Schema of the front matter, for editors that check while one types."""

import click


@click.command()
def command() -> int:
    """Print the JSON Schema of an article's front matter."""
    import json

    from glossary_publish.read.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return 0
