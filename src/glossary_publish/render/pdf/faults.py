"""What went wrong on the way to the page, as diagnostics with the place in the article."""

import unicodedata
from collections.abc import Iterable
from typing import Any

from glossary_publish.diagnostics import Report, Span
from glossary_publish.publication import Publication, texts
from glossary_publish.render.pdf.glyphs import missing_characters


def report_missing_characters(fonts: Iterable[Any], publication: Publication, report: Report) -> None:
    """One error for all characters that no font has, at the first place where one of them stands."""
    missing = missing_characters(fonts)
    if not missing:
        return
    named = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing)
    help = "use other characters, or add a font that has them to layouts/fonts/fonts.toml"
    report.error("missing-glyph", f"no font of the layout has {named}", _place(missing, publication), help)


def report_losses(lost: Iterable[str], report: Report) -> None:
    """Words that did not reach the page, or not in their order."""
    for words in lost:
        message = f"the page does not show {words[:60]!r} where the publication has it"
        report.error("words-lost-on-page", message, help="report this fault of the tool with the article")


def _place(characters: str, publication: Publication) -> Span | None:
    wanted = set(characters)
    for part in publication.parts:
        for block in part.blocks:
            if any(wanted.intersection(unicodedata.normalize("NFC", text)) for text in texts([block])):
                return block.span
    return None
