"""Puts together what the parts of the reader find in one document."""

from collections.abc import Iterator, Sequence

from lxml import etree

from glossary_publish.verify.inspect.docx.anchors import Anchors
from glossary_publish.verify.inspect.docx.definitions import read_definitions
from glossary_publish.verify.inspect.docx.furniture import (
    blocks_of,
    read_lines,
    room_of,
    runs_right_to_left,
    stories,
)
from glossary_publish.verify.inspect.docx.images import image_faults
from glossary_publish.verify.inspect.docx.items import Around, ItemReader
from glossary_publish.verify.inspect.docx.metadata import read_metadata
from glossary_publish.verify.inspect.docx.note_marks import NoteMarks
from glossary_publish.verify.inspect.docx.notes import read_notes
from glossary_publish.verify.inspect.docx.numbering import Numbering
from glossary_publish.verify.inspect.docx.package import Package, read_package
from glossary_publish.verify.inspect.docx.settings import (
    document_variables,
    font_faults,
    lines_above_notes,
    setting_faults,
)
from glossary_publish.verify.inspect.docx.stories import NOTES, TEXT, Document, Heard, Story, unused_faults
from glossary_publish.verify.inspect.docx.styles import is_set
from glossary_publish.verify.inspect.docx.vocabulary import repeated_ids, vocabulary_faults
from glossary_publish.verify.inspect.docx.wordml import W, others
from glossary_publish.verify.inspect.zip_gate import UnreadableFile, open_archive
from glossary_publish.verify.inspection import Fault, Inspection, Item, Kind

# Bytes from outside may hit a case that no rule foresees: that too is a file that cannot be read.
UNFORESEEN = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
DEFINITIONS = ("styles", "numbering", "settings", "fontTable")
PARTS = (*DEFINITIONS, "theme")


def inspect(data: bytes) -> Inspection:
    """What a document says and shows; one that cannot be read is nothing but the fault `unreadable-docx`."""
    try:
        return _inspect(read_package(open_archive(data)))
    except UnreadableFile as error:
        return _unreadable(str(error))
    except UNFORESEEN as error:
        return _unreadable(f"the reader stumbles: {error!r}")


def _unreadable(message: str) -> Inspection:
    return Inspection("docx", (), faults=(Fault("unreadable-docx", message),))


def _inspect(package: Package) -> Inspection:
    heard = Heard(list(package.faults))
    faults, main = heard.faults, package.document
    definitions = read_definitions(package, PARTS)
    settings = definitions.root("settings")
    footnotes = package.root(package.part("footnotes"))
    text = Story(main, read_main(package, faults), TEXT)
    blocks, section = blocks_of(text.root)
    room = room_of(section, text.place, faults)
    lines = list(stories(package, section, text.place, faults))
    notes = [] if footnotes is None else [Story(package.part("footnotes"), footnotes, NOTES)]
    told = [text, *notes, *lines]
    styles = definitions.styles(faults)
    document = Document(
        package,
        styles,
        definitions.looks(styles),
        Numbering(definitions.lists(faults), faults),
        Anchors([(story.place, story.root) for story in told], document_variables(settings), faults),
        NoteMarks(text.root, footnotes),
        styles.defaults["rPr"].get("lang", {}).get("val", ""),
        is_set(styles.defaults["pPr"], "bidi"),
        heard,
    )
    around = Around(room)
    reader = ItemReader(document, text)
    reader.blocks(blocks, around)
    faults += reader.controls.faults(text.place)
    faults += document.marks.faults("footnotes.xml", lines_above_notes(settings))
    for story in notes:
        read_notes(document, story, around)
    furniture = [line for story in lines for line in read_lines(document, story, room)]
    metadata = read_metadata(package, faults)
    faults += setting_faults(settings, "settings.xml")
    used = definitions.fonts_named("theme", "styles", "numbering")
    faults += font_faults(definitions.root("fontTable"), used)
    for story in told:
        faults += vocabulary_faults(story.root, story.place)
        faults += unused_faults(package, story)
    for kind in DEFINITIONS:
        faults += definitions.vocabulary_faults(kind)
    faults += repeated_ids({story.place: story.root for story in told})
    faults += image_faults(package)
    faults += _agreement_faults(document, section, metadata)
    faults += _level_faults(heard.items)
    return Inspection(
        "docx",
        tuple(heard.items),
        tuple(dict.fromkeys(furniture)),
        metadata,
        outline=tuple(heard.outline),
        painted=tuple(heard.painted),
        faults=tuple(dict.fromkeys(faults)),
    )


def read_main(package: Package, faults: list[Fault]) -> etree._Element:
    """The main document; raises `UnreadableFile` when it is none."""
    root = package.root(package.document)
    if root is None or root.tag != f"{W}document":
        raise UnreadableFile(f"{package.document} is no document in the transitional form of ECMA-376")
    faults += others(root, ("body",), package.document)
    return root


def _agreement_faults(
    document: Document, section: etree._Element, metadata: dict[str, str]
) -> Iterator[Fault]:
    """Whether all places that tell language and direction tell the same."""
    languages = document.styles.defaults["rPr"].get("lang", {})
    if not document.language:
        yield Fault("document-without-language", "the defaults of the styles name no language")
    for told in (languages.get("eastAsia"), languages.get("bidi"), metadata["language"]):
        if told != document.language:
            message = f"the document is in {document.language!r} in one place and in {told!r} in another"
            yield Fault("properties-disagree", message)
    direction = "rtl" if document.right_to_left else "ltr"
    if metadata["direction"] != direction or runs_right_to_left(section) != document.right_to_left:
        yield Fault("wrong-direction", f"paragraphs run {direction}, and the document says something else")


def _level_faults(items: Sequence[Item]) -> Iterator[Fault]:
    last = 0
    for item in items:
        if item.kind is Kind.HEADING:
            if last and item.level > last + 1:  # what tells editors how to edit stands before the title
                message = f"level {item.level} follows level {last}: {item.text!r}"
                yield Fault("heading-level-missing", message)
            last = item.level
