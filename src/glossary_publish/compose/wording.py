"""The strings of a language, with their placeholders filled in."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary_publish.article import Inline, Text
from glossary_publish.compose.plurals import plural
from glossary_publish.diagnostics import PublishError, Span, fault

PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """The strings of one language, and the files that they come from."""

    strings: Mapping[str, str]
    paths: Sequence[str]
    language: str = "en"

    def text(self, key: str, **values: str) -> str:
        """A string with its placeholders filled in."""
        return "".join(values.get(piece, piece) if odd else piece for odd, piece in self._pieces(key, values))

    def counted(self, key: str, count: int, **values: str) -> str:
        """A string that tells a number, in the form that it has with this number if it has one: `label-few`."""
        form = f"{key}-{plural(count, self.language)}"
        return self.text(form if form in self.strings else key, **values)

    def inlines(self, key: str, **values: Iterable[Inline]) -> tuple[Inline, ...]:
        """The same with links and other inlines in the places of its placeholders."""
        return tuple(self._inlines(key, values))

    def pattern(self, key: str, *names: str) -> str:
        """A string that a renderer fills in; it has to have placeholders of these names."""
        self._pieces(key, names)
        return self.strings[key]

    def _inlines(self, key: str, values: Mapping[str, Iterable[Inline]]) -> Iterator[Inline]:
        for odd, piece in self._pieces(key, values):
            if odd:
                yield from values[piece]
            elif piece:
                yield Text(piece)

    def _pieces(self, key: str, names: Iterable[str]) -> list[tuple[int, str]]:
        """The string cut at its placeholders: every second piece is the name of one."""
        if key not in self.strings:
            message = f"there is no string {key!r} for this language"
            path = self.paths[0]
            help = f'add {key} = "…"; {path.rpartition("/")[0]}/en.toml has it in English'
            raise fault(PublishError, "missing-string", message, Span(path), help)
        pieces = PLACEHOLDER.split(self.strings[key])
        if sorted(pieces[1::2]) != sorted(names):
            wanted = ", ".join(f"{{{name}}}" for name in sorted(names)) or "no placeholder"
            message = f"the string {key!r} is {self.strings[key]!r}"
            help = f"it has to hold {wanted}, each once"
            raise fault(PublishError, "wrong-placeholders", message, Span(self.paths[0]), help)
        return [(index % 2, piece) for index, piece in enumerate(pieces)]
