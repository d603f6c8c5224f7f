"""Files are read as they are written or not at all: nothing is guessed, and nothing grows without limit."""

import io
import zlib
from typing import Any

import pikepdf
import pytest

from glossary_publish.verify.inspect.pdf import content, filters, inspect
from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf, Ref, Stream
from tests.verify.inspect.pdf.handmade import sample
from tests.verify.inspect.pdf.mutation import altered

SAMPLE = sample()


def written(*bodies: bytes, root: int = 1) -> bytes:
    """A file with a plain cross-reference table."""
    data, offsets = b"%PDF-1.7\n", list[int]()
    for number, body in enumerate(bodies, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(bodies) + 1, rows)
    trailer = b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(bodies) + 1,
        root,
        len(data),
    )
    return data + table + trailer


def streamed(raw: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(raw), entries, raw)


def test_a_plain_table_leads_to_the_objects() -> None:
    document = Document(written(b"<</Type/Catalog/Lang(en)/Next 2 0 R>>", b"[1 2]"))
    assert document.string(document.catalog["Lang"]) == "en"
    assert document.array(document.catalog["Next"]) == [1, 2]
    assert document.resolve(Ref(9, 0)) is None
    assert document.resolve(Ref(2, 1)) is None


@pytest.mark.parametrize("mode", list(pikepdf.ObjectStreamMode), ids=lambda mode: mode.name)
def test_object_streams_and_plain_tables_say_the_same(mode: pikepdf.ObjectStreamMode) -> None:
    assert inspect(altered(SAMPLE, lambda pdf: None, object_stream_mode=mode)) == inspect(SAMPLE)


def test_a_png_predictor_is_undone() -> None:
    rows = (
        b"\x00\x01\x02\x03"
        + b"\x01\x01\x01\x01"
        + b"\x02\x01\x01\x01"
        + b"\x03\x02\x02\x02"
        + b"\x04\x01\x01\x01"
    )
    entries = b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 3>>"
    document = Document(written(b"<<>>", streamed(zlib.compress(rows), entries)))
    stream = document.resolve(Ref(2, 0))
    assert isinstance(stream, Stream)
    assert document.decoded(stream) == bytes((1, 2, 3, 1, 2, 3, 2, 3, 4, 3, 5, 6, 4, 6, 7))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7\n",
        b"GIF89a" + SAMPLE,
        SAMPLE[:-200],
        SAMPLE[: len(SAMPLE) // 2],
        SAMPLE + b"more",
        SAMPLE.replace(b"startxref\n", b"startxref\n9"),
        SAMPLE.replace(b"endstream", b"endstr3am", 1),
        written(b"<</Type/Catalog/Pages 1 0 R>>"),
        written(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]>>"),
        written(b"<</Type/Catalog/Pages 2 0 R>>", b"2 0 R"),
        written(b"<</Type/Catalog>>").replace(b"0000000009", b"0000000011"),
    ],
)
def test_a_damaged_file_is_one_fault_and_nothing_else(data: bytes) -> None:
    inspection = inspect(data)
    assert [fault.code for fault in inspection.faults] == ["unreadable-pdf"]
    assert (inspection.items, inspection.painted) == ((), ())


def test_sections_that_run_in_a_circle_are_refused() -> None:
    data = written(b"<</Type/Catalog>>")
    offset = int(data.split(b"startxref\n")[1].split()[0])
    with pytest.raises(MalformedPdf, match="circle"):
        Document(data.replace(b"/Root", b"/Prev %d/Root" % offset))


def test_a_stream_that_inflates_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "STREAM_LIMIT", 10_000)
    bomb = zlib.compress(bytes(1_000_000))
    document = Document(written(b"<<>>", streamed(bomb, b"/Filter/FlateDecode")))
    stream = document.resolve(Ref(2, 0))
    assert isinstance(stream, Stream)
    with pytest.raises(MalformedPdf, match="more than 10000 bytes"):
        document.decoded(stream)


def test_streams_together_inflate_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filters, "TOTAL_LIMIT", 15_000)
    document = Document(written(b"<<>>", streamed(zlib.compress(bytes(10_000)), b"/Filter/FlateDecode")))
    stream = document.resolve(Ref(2, 0))
    assert isinstance(stream, Stream)
    document.decoded(stream)
    with pytest.raises(MalformedPdf, match="more than 5000 bytes"):
        document.decoded(stream)


@pytest.mark.parametrize(
    "entries", [b"/Filter/LZWDecode", b"/Filter/FlateDecode/DecodeParms<</Predictor 2>>"]
)
def test_a_filter_that_no_edition_uses_is_refused(entries: bytes) -> None:
    document = Document(written(b"<<>>", streamed(zlib.compress(b"x"), entries)))
    stream = document.resolve(Ref(2, 0))
    assert isinstance(stream, Stream)
    with pytest.raises(MalformedPdf, match="is not read"):
        document.decoded(stream)


def endless_forms(pdf: Any) -> None:
    """A form that paints itself."""
    form = pdf.make_stream(b"/X Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary(X=form)
    pdf.pages[0].Contents = pdf.make_stream(b"/X Do")


def growing_forms(pdf: Any) -> None:
    """Forms that paint ten others each, eight deep."""
    inner = pdf.make_stream(
        b"0 0 1 1 re f " * 1000, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
    )
    for _ in range(8):
        resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
        inner = pdf.make_stream(
            b"/X Do " * 10, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
        )
        inner.Resources = resources
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary(X=inner)
    pdf.pages[0].Contents = pdf.make_stream(b"/X Do")


def deep_tree(pdf: Any) -> None:
    """A structure tree of two hundred levels."""
    node = pdf.Root.StructTreeRoot.K[0]
    for _ in range(200):
        kid = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Div, P=node))
        node.K = pikepdf.Array([kid])
        node = kid


def circular_tree(pdf: Any) -> None:
    """An element that holds its own parent."""
    node = pdf.Root.StructTreeRoot.K[0]
    node.K[0].K.append(node)


def circular_outline(pdf: Any) -> None:
    """Bookmarks that follow each other for ever."""
    pdf.Root.Outlines.First.Next = pdf.Root.Outlines.First


def huge_page(pdf: Any) -> None:
    """A page of a kilometre."""
    pdf.pages[0].MediaBox = pikepdf.Array([0, 0, 3_000_000, 10])


def turned_page(pdf: Any) -> None:
    """A page that lies on its side."""
    pdf.pages[0].Rotate = 90


def document_type(pdf: Any) -> None:
    """Metadata with entities."""
    pdf.Root.Metadata = pdf.make_stream(b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + pdf.Root.Metadata.read_bytes())


def broken_metadata(pdf: Any) -> None:
    """Metadata that are no XML."""
    pdf.Root.Metadata = pdf.make_stream(b"<x:xmpmeta>")


def unsaved_state(pdf: Any) -> None:
    """A state restored that was not saved."""
    pdf.pages[0].Contents = pdf.make_stream(b"Q")


def unknown_font(pdf: Any) -> None:
    """Text in a font that is not there."""
    pdf.pages[0].Contents = pdf.make_stream(b"BT /Z 9 Tf (x) Tj ET")


def no_font(pdf: Any) -> None:
    """Text before a font is chosen."""
    pdf.pages[0].Contents = pdf.make_stream(b"BT (x) Tj ET")


def open_mark(pdf: Any) -> None:
    """Marked content that is not closed."""
    pdf.pages[0].Contents = pdf.make_stream(b"/Artifact BMC")


def closed_mark(pdf: Any) -> None:
    """Marked content that was not opened."""
    pdf.pages[0].Contents = pdf.make_stream(b"EMC")


def nested_states(pdf: Any) -> None:
    """States saved for ever."""
    pdf.pages[0].Contents = pdf.make_stream(b"q " * 1000)


def open_image(pdf: Any) -> None:
    """An inline image without an end."""
    pdf.pages[0].Contents = pdf.make_stream(b"BI /W 1 ID xxxx")


HOSTILE = [
    endless_forms,
    growing_forms,
    deep_tree,
    circular_tree,
    circular_outline,
    huge_page,
    turned_page,
    document_type,
    broken_metadata,
    unsaved_state,
    unknown_font,
    no_font,
    open_mark,
    closed_mark,
    nested_states,
    open_image,
]


@pytest.mark.parametrize("change", HOSTILE, ids=lambda change: change.__name__)
def test_a_hostile_file_is_a_fault_and_never_a_hang(change: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "PAGE_BUDGET", 100_000)
    (fault,) = inspect(altered(SAMPLE, change)).faults
    assert fault.code == "unreadable-pdf"
    assert "stumbles" not in fault.message


def test_another_reader_opens_what_this_one_reads() -> None:
    with pikepdf.open(io.BytesIO(SAMPLE)) as pdf:
        assert len(pdf.pages) == 2
