"""A publication as a Word document: the words are written first, then the files that define what they use."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Part, Publication
from glossary_publish.render.docx import furniture
from glossary_publish.render.docx.blocks import Blocks
from glossary_publish.render.docx.bookmarks import Bookmarks
from glossary_publish.render.docx.files import Written, files
from glossary_publish.render.docx.locks import Locks
from glossary_publish.render.docx.notes import Notes
from glossary_publish.render.docx.numbering import Numbering
from glossary_publish.render.docx.parts import package
from glossary_publish.render.docx.pictures import Pictures
from glossary_publish.render.docx.relations import Relations
from glossary_publish.render.docx.runs import Runs
from glossary_publish.render.docx.styles import Styles
from glossary_publish.render.docx.tables import Tables
from glossary_publish.render.docx.wordml import element


def render(publication: Publication, layout: Layout, report: Report) -> bytes:
    """Make the Word document. What Word cannot show is reported as an error, never left out in silence."""
    written = _Writer(publication, layout, report).written()
    report.stop_if_failed()
    return package(*files(publication, layout, written))


class _Writer:
    """Writes the words of one document."""

    def __init__(self, publication: Publication, layout: Layout, report: Report) -> None:
        self.publication, self.layout, self.report = publication, layout, report
        options = layout.options
        self.rtl = publication.metadata.direction == "rtl"
        self.measure = options["paper"][layout.paper]["width"] - 2 * options["page"]["side"]
        self.styles = Styles(options["indent"])
        self.numbering = Numbering(options["indent"], tuple(options["bullets"]["signs"]))
        self.bookmarks = Bookmarks()
        self.marks = Notes(publication, self.bookmarks, report)
        self.of_document, self.of_notes = Relations(), Relations()
        self.pictures = Pictures(layout, self.measure, self.of_document, report)
        self.tables = Tables(options["table"], self.measure, self.rtl)

    def written(self) -> Written:
        """All the words, and what they use."""
        body, notes = self._body(), self._notes()
        lines = self._runs(Relations())
        self.marks.report_strays()
        self.bookmarks.report_strays(self.report)
        return Written(
            body,
            notes,
            furniture.head(self.publication, self.layout, lines),
            furniture.foot(self.publication, self.layout, lines),
            self.styles,
            self.numbering,
            self.bookmarks,
            tuple(self.pictures.files.values()),
            self.of_document,
            self.of_notes,
        )

    def _body(self) -> str:
        """Every part in reading order, but for the notes."""
        writer, locks = self._blocks(self.of_document), Locks(self.report)
        return "\n".join(
            block
            for chapter, part in self._parts()
            for block in locks.around(part, writer.part(part, chapter))
        )

    def _parts(self) -> Iterator[tuple[int, Part]]:
        """Every part with the chapter whose notes it can mark."""
        publication = self.publication
        yield from ((0, part) for part in publication.front)
        for index, chapter in enumerate(publication.chapters):
            yield from ((index, part) for part in chapter.parts)
        yield from ((0, part) for part in publication.back)

    def _notes(self) -> str:
        writer = self._blocks(self.of_notes)
        return "\n".join(
            element("w:footnote", {"w:id": str(id)}, writer.note(note)) for id, note in self.marks.marked()
        )

    def _runs(self, relations: Relations) -> Runs:
        language = self.publication.metadata.language
        return Runs(language, self.rtl, self.bookmarks, relations, self.marks, self.report)

    def _blocks(self, relations: Relations) -> Blocks:
        runs = self._runs(relations)
        return Blocks(
            self.publication, runs, self.styles, self.numbering, self.pictures, self.tables, self.report
        )
