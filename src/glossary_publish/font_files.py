"""Font files that users add to those that come with the tool: whether each one is a font that can be used."""

import io

from glossary_publish.diagnostics import PublishError, Span, UsageError, fault

ONE_FONT = (b"\x00\x01\x00\x00", b"OTTO", b"true")  # how a file with one font begins (OpenType, font file)
COLLECTION = b"ttcf"
TABLES = ("head", "maxp", "cmap", "hhea", "hmtx")
HELP = "put a .ttf or .otf file with one font of one weight there"


def check_font(data: bytes, path: str) -> None:
    """Raise `UsageError` (`unusable-font`) for a file that is no font, several, or one whose weight can be varied."""
    if data.startswith(COLLECTION):
        raise _unusable(path, "is a collection of fonts", "save one of its fonts as a file of its own")
    if not data.startswith(ONE_FONT):
        raise _unusable(path, "is no OpenType font", HELP)
    # Only a user who adds a font needs fontTools this early.
    from fontTools.ttLib import TTFont

    try:
        font = TTFont(io.BytesIO(data), lazy=True)
        lacking = [table for table in TABLES if table not in font]
        varied = "fvar" in font
        readable = bool(font["maxp"].numGlyphs and font["head"].unitsPerEm and font.getBestCmap())
    except Exception as error:  # fontTools raises whatever a damaged table leads to
        raise _unusable(path, f"cannot be read: {error}", HELP) from error
    if lacking or not readable:
        raise _unusable(path, f"lacks {', '.join(lacking) or 'a table of characters'}", HELP)
    if varied:
        raise _unusable(path, "is a variable font", "save the weights that are needed as files of their own")


def _unusable(path: str, why: str, help: str) -> PublishError:
    return fault(UsageError, "unusable-font", f"{path} {why}", Span(path), help)
