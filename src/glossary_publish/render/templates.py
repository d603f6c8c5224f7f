"""The layout's templates, filled in."""

import traceback
from collections.abc import Hashable
from contextlib import suppress
from functools import lru_cache
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from glossary_publish.diagnostics import PublishError, Span, UsageError, fault
from glossary_publish.layout import Layout
from glossary_publish.same import Same

HELP = "mend the template; the layouts that come with the tool show what a template can use"
Files = tuple[tuple[str, bytes], ...]


def fill(layout: Layout, name: str, /, **values: object) -> bytes:
    """One file of the layout's folder with its placeholders filled in, as UTF-8.

    Every value is escaped for XML. Raises `UsageError` (`broken-template`) at the line of whatever the template
    cannot do: name what is not there, reach into the program, count without end, call itself for ever.
    """
    files = tuple(sorted(layout.files.items()))
    try:
        return _environment(files).get_template(name).render(values).encode()
    except (PublishError, MemoryError):
        raise
    except TemplateNotFound as error:
        message = f"layout {layout.name!r} has no file {error.name!r}"
        raise _broken(layout, *_place(error, layout), message) from error
    except TemplateSyntaxError as error:
        raise _broken(
            layout, error.name or name, error.lineno, error.message or "it cannot be read"
        ) from error
    except Exception as error:  # what the expressions of a template raise is the template's
        raise _broken(layout, *_place(error, layout), str(error) or type(error).__name__) from error


def fill_once(layout: Layout, name: str, /, **values: Hashable) -> bytes:
    """The same for a file that many documents have in common: filled in once for one layout and the same values.

    The template sees no others but what the layout itself says: its theme, its tables and its paper.
    """
    return _filled(Same(layout), name, tuple(values.items()))


@lru_cache(maxsize=32)
def _filled(same: Same[Layout], name: str, values: tuple[tuple[str, Hashable], ...]) -> bytes:
    layout = same.value
    own = {"theme": layout.theme, "layout": layout.options, "name_of_paper": layout.paper}
    return fill(layout, name, **own, **dict(values))


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which decides once for each kind of object what of it a template may use.

    Its decisions depend on nothing else of an object, and take longer than most of what a template does.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._decided: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        key = type(obj), attr
        safe = self._decided.get(key)
        if safe is None:
            safe = self._decided[key] = super().is_safe_attribute(obj, attr, value)
        return safe


def read_template(layout: Layout, name: str) -> None:
    """Have a template ready to be filled in; what is wrong with it is told when it is."""
    with suppress(Exception):
        _environment(tuple(sorted(layout.files.items()))).get_template(name)


def _broken(layout: Layout, file: str, line: int, message: str) -> PublishError:
    message = f"the template cannot be filled in: {message}"
    return fault(UsageError, "broken-template", message, Span(layout.path(file), line), HELP)


def _place(error: Exception, layout: Layout) -> tuple[str, int]:
    """File and line of the template that was at work when the error came: Jinja puts them into the traceback."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    places = ((frame.filename, frame.lineno or 0) for frame in frames if frame.filename in layout.files)
    return next(places, ("layout.toml", 0))


@lru_cache(maxsize=8)
def _environment(files: Files) -> _Sandbox:
    sources = dict(files)

    def load(name: str) -> tuple[str, str, None] | None:
        return (sources[name].decode(), name, None) if name in sources else None

    return _Sandbox(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
