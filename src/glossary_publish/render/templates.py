"""The layout's templates, filled in."""

from functools import lru_cache

from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from glossary_publish.layout import Layout


def fill(layout: Layout, name: str, /, **values: object) -> bytes:
    """One file of the layout's folder with its placeholders filled in, as UTF-8.

    Every value is escaped for XML; a name that only the template has raises `jinja2.UndefinedError`.
    """
    return _environment(tuple(sorted(layout.files.items()))).get_template(name).render(values).encode()


@lru_cache(maxsize=8)
def _environment(files: tuple[tuple[str, bytes], ...]) -> ImmutableSandboxedEnvironment:
    texts = {name: data.decode() for name, data in files if name != "layout.toml"}
    return ImmutableSandboxedEnvironment(
        loader=DictLoader(texts),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
