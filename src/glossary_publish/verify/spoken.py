"""What the inlines of a publication say."""

from collections.abc import Iterable
from typing import assert_never

from glossary_publish.article import (
    Citation,
    Code,
    Emphasis,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Text,
)
from glossary_publish.verify.pieces import Pieces, Spoken


def spoken(inlines: Iterable[Inline], language: str) -> Spoken:
    """What some inlines say in a document of a language."""
    pieces = Pieces(language)
    _say(inlines, language, pieces)
    return pieces.spoken()


def _say(inlines: Iterable[Inline], language: str, pieces: Pieces) -> None:
    for inline in inlines:
        match inline:
            case Text() | Code():
                pieces.say(inline.text, language)
            case LineBreak():
                pieces.say(" ", language)
            case Emphasis() | Strong():
                _say(inline.children, language, pieces)
            case LanguageSpan():
                _say(inline.children, inline.language, pieces)
            case Link():
                start = pieces.here()
                _say(inline.children, language, pieces)
                pieces.link(start, inline.target)
            case Citation():
                for mark in inline.marks:
                    start = pieces.here()
                    pieces.say(mark.text, language)
                    if mark.target:
                        pieces.link(start, f"#{mark.target}")
            case NoteReference():
                pieces.note(str(inline.number))
            case _:
                assert_never(inline)
