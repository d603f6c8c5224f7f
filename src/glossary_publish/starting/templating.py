"""The templates of what the tool writes: files of this package, filled in."""

import json
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from glossary_publish.workspace import tool_folder

TEMPLATES = Path(__file__).resolve().parent / "templates"
FILLED = ".jinja"
SAMPLE = "content/"


def fill(name: str, /, **values: object) -> str:
    """A template with its values; one that is to be taken as it stands, or a file of the sample glossary, needs none."""
    if not name.endswith(FILLED):
        folder = tool_folder() if name.startswith(SAMPLE) else TEMPLATES
        return (folder / name).read_text("utf-8")
    return _environment().get_template(name).render(values)


def quoted(value: object) -> str:
    """A text, or a list of texts, as YAML and TOML read it.

    JSON writes it as both do, but for one character that TOML has escaped (TOML 1.0, String).
    """
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


@lru_cache
def _environment() -> Environment:
    # What is written is YAML, TOML or Markdown, never HTML: each template quotes its values itself.
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=False,  # noqa: S701  no markup is made here
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["quoted"] = quoted
    return environment
