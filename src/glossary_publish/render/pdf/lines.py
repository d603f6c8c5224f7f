"""Mends one fault of WeasyPrint 70 in the breaking of lines.

A text that fills its line but for the space at its end, and is followed by a link or other inline element, is
broken after its first word: the width of that space is counted, although nothing of it is seen. So is a text that
ends with a space that keeps it together with what follows, when it is to be broken before its last word.
"""

from typing import Any

from weasyprint.layout import inline

from glossary_publish.render.pdf import remembering

KEPT = "\u00a0"


def mend_line_breaks() -> None:
    """Let WeasyPrint break lines with the mended function; doing it again changes nothing."""
    inline.split_first_line = split_first_line


def split_first_line(
    text: str, style: Any, context: Any, max_width: Any, *arguments: Any, **keywords: Any
) -> Any:
    """What fits into one line, as WeasyPrint says it: layout, length, where to go on, and measures."""
    found = remembering.split_first_line(text, style, context, max_width, *arguments, **keywords)
    length, resume = found[1], found[2]
    suspicious = (
        resume is not None and text.endswith((" ", KEPT)) and " " not in text.encode()[:length].decode()
    )
    if not suspicious or style["white_space"] not in ("normal", "pre-line"):
        return found
    if text.endswith(KEPT):
        whole = remembering.split_first_line(text.rstrip(KEPT), style, context, None, *arguments, **keywords)
        return (
            remembering.split_first_line(text, style, context, whole[3] - 1, *arguments, **keywords)
            if whole[3] <= max_width
            else found
        )
    bare = remembering.split_first_line(text.rstrip(" "), style, context, max_width, *arguments, **keywords)
    if bare[2] is not None or bare[3] > max_width:
        return found
    # All of it fits: measured without a limit, the text keeps its space, which the end of the line swallows.
    return remembering.split_first_line(text, style, context, None, *arguments, **keywords)
