"""Publications that show one thing each, for tests of Word drafts."""

from dataclasses import replace

from glossary_publish.article import (
    Block,
    BulletList,
    CodeBlock,
    Definition,
    DefinitionList,
    ListItem,
    Note,
    NoteList,
    NoteReference,
    OrderedList,
    Paragraph,
    Quote,
    Text,
)
from glossary_publish.publication import Part, Publication, Stamp, text_hash
from tests.support.publications import at, bullets, every_construct, heading, paragraph, words

CODE = CodeBlock("if x:\n\tgo()", at(1))


def items(*found: Block | tuple[Block, ...]) -> tuple[ListItem, ...]:
    """List items of one block or of several."""
    return tuple(ListItem(one if isinstance(one, tuple) else (one,)) for one in found)


def dots(*found: Block | tuple[Block, ...]) -> BulletList:
    """A bullet list."""
    return BulletList(items(*found), at(1))


def numbers(*found: Block | tuple[Block, ...], start: int = 1) -> OrderedList:
    """A numbered list."""
    return OrderedList(items(*found), at(1), start)


def quote(*blocks: Block) -> Quote:
    """A quote of some blocks."""
    return Quote(blocks, at(1))


def with_parts(*parts: Part) -> Publication:
    """The sample with other parts in place of its own of the same ids."""
    publication = every_construct(native_notes=True, qr=False)
    others = {part.id: part for part in parts}

    def replaced(old: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(others.get(part.id, part) for part in old)

    chapters = tuple(replace(one, parts=replaced(one.parts)) for one in publication.chapters)
    return replace(publication, front=replaced(publication.front), chapters=chapters)


def with_body(*blocks: Block) -> Publication:
    """The sample with another text, and without notes."""
    body = Part("body", blocks, at(19))
    publication = with_parts(body)
    chapter = replace(publication.chapters[0], parts=(body,))
    return replace(publication, chapters=(chapter,))


def with_notes(text: Paragraph, *notes: Note) -> Publication:
    """The sample with another text and its notes."""
    return with_parts(Part("body", (text,), at(19)), Part("notes", (NoteList(notes, at(60)),), at(60)))


def note(number: int, *blocks: Block) -> Note:
    """A note that is marked once."""
    return Note(number, f"note-{number}", blocks, at(60), (f"note-mark-{number}",))


def marks(*numbers: int) -> Paragraph:
    """A paragraph with the marks of some notes."""
    found = [NoteReference(number, f"note-mark-{place}") for place, number in enumerate(numbers, 1)]
    return Paragraph((Text("Marked."), *found), at(20))


def locked(*blocks: Block) -> Part:
    """A disclaimer of some blocks."""
    stamp = Stamp("medical-disclaimer", "1.2", text_hash(blocks))
    return Part("disclaimer", blocks, at(10), locked=True, stamp=stamp)


def nested() -> Publication:
    """All that a reader lets stand inside one another, and a box of instructions for the editor."""
    body = Part(
        "body",
        (
            marks(1, 1, 2),
            heading("Nested", "nested"),
            dots(
                (paragraph("Bullet"), paragraph("Further"), CODE, quote(paragraph("Quote in an item"))),
                (quote(paragraph("A quote opens the item"), paragraph("It goes on")), paragraph("Back")),
                CODE,
            ),
            paragraph("Between the lists"),
            numbers(
                dots(paragraph("A list opens item one")),
                paragraph("This is two"),
                (paragraph("This is three"), numbers(paragraph("Inner one"), paragraph("Inner two"))),
                quote(paragraph("A quote opens item four")),
                paragraph("This is five"),
            ),
            numbers(paragraph("One again"), numbers(paragraph("No paragraph of its own"), start=4)),
            quote(
                paragraph("In a quote"),
                dots(paragraph("Quoted bullet"), (paragraph("With more"), paragraph("More"))),
                numbers(paragraph("Quoted number"), start=9),
                quote(paragraph("Inner quote")),
                CODE,
            ),
            DefinitionList(
                (
                    Definition(
                        (words("Term"),),
                        (
                            (paragraph("Meaning"), dots(paragraph("In a meaning")), CODE),
                            (quote(paragraph("Quoted meaning")), paragraph("Second meaning")),
                        ),
                    ),
                ),
                at(1),
            ),
        ),
        at(19),
    )
    first = note(
        1, paragraph("First note"), dots(paragraph("List in a note")), quote(paragraph("Quote in it"))
    )
    second = note(2, paragraph("Second note"), paragraph("Goes on"), CODE)
    notes = Part("notes", (NoteList((first, second), at(60)),), at(60))
    disclaimer = locked(
        heading("Medical disclaimer", "disclaimer"),
        paragraph("Words."),
        dots(paragraph("A point.")),
        paragraph("More words."),
    )
    publication = with_parts(body, notes, disclaimer)
    how = (heading("How to edit this draft", "how-to-edit"), bullets("Track changes.", "Send it back."))
    return replace(publication, front=(Part("editing-instructions", how, at(1)), *publication.front))
