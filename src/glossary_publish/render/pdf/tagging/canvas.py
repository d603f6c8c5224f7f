"""A content stream that marks what is painted on it by the structure that was read before."""

from types import TracebackType
from typing import Any

import pydyf
from weasyprint.pdf.stream import Stream

from glossary_publish.render.pdf.glyphs import Meanings, glyphs_of
from glossary_publish.render.pdf.tagging.tree import Box, Mark
from glossary_publish.render.pdf.values import value

END = b"EMC"


class Canvas(Stream):  # type: ignore[misc]  # WeasyPrint has no types
    """One page. `marks` says how each box is marked; a box without a mark paints nothing that can be read."""

    def __init__(self, marks: dict[Box, Mark], *arguments: Any, **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self._marks = marks
        self._mark: Mark | None = None
        self.font: Any = None
        self._ends = 0
        self._boxed = self._decorating = False
        self._colours: dict[
            int, tuple[Any, tuple[Any, ...], bytes]
        ] = {}  # by place in memory, which each keeps

    def marked(self, box: Box, tag: str) -> "_Marked":
        """Mark what is painted meanwhile as the content of a box."""
        return _Marked(self, self._marks.get(box), at_once=tag == "Figure")

    def artifact(self) -> "_Artifact":
        """Mark what is painted meanwhile as decoration, unless it lies in the midst of marked text."""
        return _Artifact(self)

    def stacked(self) -> "_Stacked":
        """Keep the state meanwhile. What a box of text paints before its words are lines under them: decoration."""
        return _Stacked(self, wanted=self._boxed)

    def set_color(self, color: Any, stroke: bool = False) -> None:
        """Paint what follows in a colour."""
        if stroke or color.space != "srgb":
            super().set_color(color, stroke)
            return
        known = self._colours.get(id(color))
        if known is None:
            coordinates = color.to("srgb").coordinates
            written = b"%s %s %s rg" % tuple(map(value, coordinates))
            known = self._colours[id(color)] = color, (color.space, *color.coordinates), written
        self.set_alpha(color.alpha)
        if self._current_color != known[1]:
            self._current_color: Any = known[1]
            self.stream.append(known[2])

    def begin_text(self) -> None:
        """Begin a text object, inside of the mark of its box: lines under the words were painted before."""
        self.open()
        super().begin_text()

    def end_text(self) -> None:
        """End a text object; a space that the line end swallowed is painted first."""
        if self._mark and self._mark.space and (self._mark.by_element or not self._mark.words):
            self.show_text(f"<{self._space():04x}>")
        super().end_text()

    def add_font(self, pango_font: Any) -> tuple[Any, float]:
        """The font of what is painted next; every glyph keeps the meaning that the font itself gives it."""
        self.font, size = super().add_font(pango_font)
        if not isinstance(self.font.to_unicode, Meanings):
            self.font.to_unicode = Meanings(glyphs_of(self.font.file_content))
        return self.font, size

    def open(self) -> None:
        """Begin the marked content of the box in hand, if that was not done yet."""
        mark = self._mark
        if mark is None or self._ends:
            return
        actual = pydyf.String(mark.replacement).data if mark.words and not mark.by_element else b""
        if mark.artifact:
            self.stream.append(b"/Artifact<</Type/Pagination/Subtype/%s>>BDC" % mark.artifact.encode())
            if actual:
                self.stream.append(b"/Span<</ActualText %s>>BDC" % actual)
        elif actual:
            self.stream.append(b"/Span<</MCID %d/ActualText %s>>BDC" % (mark.mcid, actual))
        else:
            self.stream.append(b"/Span<</MCID %d>>BDC" % mark.mcid)
        self._ends = 2 if mark.artifact and actual else 1

    def take(self, mark: Mark | None) -> None:
        """Take a box in hand."""
        self._mark, self._ends, self.font, self._boxed = mark, 0, None, True

    def let_go(self) -> None:
        """Let go of the box: what its mark announces is there even when nothing was painted."""
        self.open()
        self.stream.extend([END] * self._ends)
        self._mark, self._ends, self._boxed = None, 0, False

    def begin_artifact(self) -> bool:
        """Begin decoration; not within marked content, which holds no artifacts (ISO 14289-1, 7.1)."""
        if self._ends or self._decorating:
            return False
        self.stream.append(b"/Artifact BMC")
        self._decorating = True
        return True

    def end_artifact(self) -> None:
        """End decoration."""
        self.stream.append(END)
        self._decorating = False

    def _space(self) -> int:
        glyphs = glyphs_of(self.font.file_content)
        self.font.to_unicode[glyphs.space] = " "
        self.font.widths.setdefault(glyphs.space, glyphs.space_width)
        return glyphs.space


class _Marked:
    def __init__(self, canvas: Canvas, mark: Mark | None, at_once: bool) -> None:
        self._canvas, self._mark, self._at_once = canvas, mark, at_once

    def __enter__(self) -> None:
        self._canvas.take(self._mark)
        if self._at_once:
            self._canvas.open()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._canvas.let_go()


class _Artifact:
    def __init__(self, canvas: Canvas, wanted: bool = True) -> None:
        self._canvas, self._wanted = canvas, wanted
        self._begun = False

    def __enter__(self) -> None:
        self._begun = self._wanted and self._canvas.begin_artifact()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._begun:
            self._canvas.end_artifact()


class _Stacked(_Artifact):
    def __enter__(self) -> None:
        super().__enter__()
        self._canvas.push_state()

    def __exit__(self, *error: Any) -> None:
        self._canvas.pop_state()
        super().__exit__(*error)
