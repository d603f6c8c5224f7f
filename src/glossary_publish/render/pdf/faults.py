"""What went wrong on the way to the page, as diagnostics with the place in the article."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import PIL.Image

from glossary_publish.article import (
    Block,
    BulletList,
    DefinitionList,
    Figure,
    NoteList,
    OrderedList,
    Quote,
)
from glossary_publish.diagnostics import Report, Span
from glossary_publish.publication import Image, Publication, plain_text, texts
from glossary_publish.render.pdf.fetching import address
from glossary_publish.render.pdf.glyphs import missing_characters
from glossary_publish.render.pdf.logs import NOTDEF, Remark

DRAWING = "image/svg+xml"
MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})  # what Pillow calls grey, palettes and RGB of 8 bits
NAMED = 12  # missing characters that a message names
LONGEST_TERM = 80  # letters that the page foot of every layout has room for
TOLD = 60  # characters of lost words that a message repeats


def report_pictures(publication: Publication, report: Report) -> None:
    """Pictures whose colours an archive file cannot hold beside the RGB of all else (ISO 19005-3, 6.2.4)."""
    for image in publication.images:
        if image.media_type != DRAWING and (mode := _mode(image)) not in MODES:
            message = (
                f"{image.path} has the colours {mode}, and a PDF for archives holds RGB and grey of 8 bits"
            )
            help = "save the image in RGB or in grey, with 8 bits for each colour"
            report.error("unsuitable-image-colours", message, _use(image.path, publication), help)


def report_remarks(remarks: Iterable[Remark], publication: Publication, report: Report) -> None:
    """Errors of the log are errors, and so is a warning: nobody would see what it warns of."""
    for remark in remarks:
        if not remark.message.startswith(NOTDEF):
            named = next(
                (image for image in publication.images if address(image.path) in remark.message), None
            )
            help = "mend the layout, the image or the link that it names"
            span = _use(named.path, publication) if named else None
            report.error("renderer-complains", f"WeasyPrint says: {remark.message.rstrip(': ')}", span, help)


def report_missing_characters(fonts: Iterable[Any], publication: Publication, report: Report) -> None:
    """One error for all characters that no font has, at the first place where one of them stands."""
    missing = missing_characters(fonts)
    if not missing:
        return
    named = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing[:NAMED])
    named += f" and {len(missing) - NAMED} others" if len(missing) > NAMED else ""
    help = "put a font that has them into layouts/fonts/ and name it in layouts/fonts/own.toml, or use other characters"
    span = _place(set(missing), publication)
    report.error("missing-glyph", f"no font of the layout has {named}", span, help)


def report_long_foot(publication: Publication, report: Report) -> None:
    """A term that needs so many lines in the page foot that too little is left of the page."""
    term = publication.metadata.term
    message = f"a term of {len(term)} letters takes too much of the page for its foot"
    help = f"write a `term` of at most {LONGEST_TERM} letters into the front matter: the name in short"
    report.error("term-too-long-for-foot", message, _line_of_term(publication), help)


def report_losses(lost: Iterable[str], report: Report) -> None:
    """Words that did not reach the page, or not in their order; not told again where a picture is missing."""
    if report.failed:
        return
    for words in lost:
        message = f"{words[:TOLD]!r} did not reach the page in its place"
        help = "if the style sheet of the layout was not changed, report this fault of the tool"
        report.error("words-lost-on-page", message, help=help)


def _mode(image: Image) -> str:
    try:
        with PIL.Image.open(io.BytesIO(image.data)) as picture:
            return picture.mode
    except (OSError, SyntaxError, ValueError):
        return "RGB"  # WeasyPrint will not open it either, and remarks on it


def _place(characters: set[str], publication: Publication) -> Span | None:
    """The smallest block at the top level of a part that has one of the characters."""
    for part in publication.parts:
        for block in part.blocks:
            printed = [plain_text(block.caption)] if isinstance(block, Figure) else texts([block])
            if any(characters.intersection(text) for text in printed):
                return block.span
    return None


def _line_of_term(publication: Publication) -> Span | None:
    """Where the front matter of the article has its term, or else its title."""
    title = next((part.span for part in publication.parts if part.id == "title"), None)
    lines = dict(publication.sources).get(title.path, b"").splitlines() if title else ()
    numbers = (number for number, line in enumerate(lines, 1) if line.startswith(b"term:"))
    return replace(title, line=next(numbers, title.line)) if title else None


def _use(path: str, publication: Publication) -> Span | None:
    """Where an image is used."""
    figures = (block for part in publication.parts for block in _figures(part.blocks))
    return next((figure.span for figure in figures if figure.path == path), None)


def _figures(blocks: Iterable[Block]) -> Iterator[Figure]:
    for block in blocks:
        match block:
            case Figure():
                yield block
            case BulletList() | OrderedList():
                for item in block.items:
                    yield from _figures(item.blocks)
            case DefinitionList():
                for entry in block.entries:
                    for meaning in entry.meanings:
                        yield from _figures(meaning)
            case Quote():
                yield from _figures(block.blocks)
            case NoteList():
                for note in block.notes:
                    yield from _figures(note.blocks)
            case _:
                pass
