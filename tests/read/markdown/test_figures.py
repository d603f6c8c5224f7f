"""Images that stand alone become figures."""

from glossary_publish.article import Citation, CitationItem, Emphasis, Figure, NoteReference, Text
from glossary_publish.diagnostics import Span
from tests.read.sample import PATH, blocks_of, codes_of, read_text


def figure(text: str) -> Figure:
    [block] = blocks_of(text)
    assert isinstance(block, Figure)
    return block


def test_an_image_has_a_path_a_text_and_a_caption() -> None:
    found = figure('![Two *shapes* &amp; a\nline](images/a.png "A *caption*, see [@a].")\n')
    assert (found.path, found.alt) == ("content/images/a.png", "Two shapes & a line")
    citation = Citation((CitationItem("a"),), Span(PATH, 2, 38, 42))
    assert found.caption == (Text("A "), Emphasis((Text("caption"),)), Text(", see "), citation, Text("."))


def test_a_caption_can_be_left_out() -> None:
    assert figure("![Alt](<images/two words.png>)").caption == ()
    assert figure("![Alt](<images/two words.png>)").path == "content/images/two words.png"


def test_the_address_may_stand_apart() -> None:
    found = figure('![Alt][one]\n\n[one]: images/a.svg "Caption"\n')
    assert (found.path, found.caption) == ("content/images/a.svg", (Text("Caption"),))


def test_a_caption_may_carry_the_mark_of_a_note() -> None:
    blocks, notes, report = read_text('![Alt](images/a.png "Caption[^a]")\n\n[^a]: Note.\n')
    assert not list(report)
    [found] = blocks
    assert isinstance(found, Figure)
    assert found.caption == (Text("Caption"), NoteReference(1))
    assert len(notes) == 1


def test_a_fault_in_a_caption_is_told_on_its_line() -> None:
    _, _, report = read_text('Text.\n\n![Alt](images/a.png\n"A caption by @a")\n')
    assert [str(diagnostic.span) for diagnostic in report] == [f"{PATH}:4:15"]


def test_two_images_in_a_paragraph_are_images_in_text() -> None:
    _, _, report = read_text("![A](images/a.png)\n![B](images/b.png)\n")
    assert codes_of(report) == ["image-in-text"] * 2


def test_an_image_in_a_link_is_an_image_in_text() -> None:
    assert "image-in-text" in codes_of(read_text("[![A](images/a.png)](https://example.org)\n")[2])


def test_an_image_with_attributes_is_refused() -> None:
    assert "unknown-attribute" in codes_of(read_text("![A](images/a.png){width=50%}\n")[2])
