"""The objects of a PDF come into the file once, and its identifier follows from its bytes."""

import re
import zlib

import pikepdf
import pydyf

from glossary_publish.render.pdf.container import PACKED, file_bytes
from tests.render.pdf.opened import opened


def document(*streams: bytes, objects: int = 0) -> pydyf.PDF:
    """A document of one page with some streams and other objects."""
    pdf = pydyf.PDF()
    pdf.add_page(
        pydyf.Dictionary(
            {"Type": "/Page", "Parent": pdf.pages.reference, "MediaBox": "[0 0 9 9]", "Resources": "<<>>"}
        )
    )
    for data in streams:
        pdf.add_object(pydyf.Stream([data]))
    for number in range(objects):
        pdf.add_object(pydyf.Dictionary({"Number": number}))
    return pdf


def test_every_object_can_be_found() -> None:
    pdf = opened(file_bytes(document(b"one", b"two", objects=2 * PACKED + 7)))
    assert len(pdf.pages) == 1
    numbers = [
        int(item.Number) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Number" in item
    ]
    assert sorted(numbers) == list(range(2 * PACKED + 7))
    streams = [item.read_raw_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream)]
    assert b"one" in streams
    assert pdf.check_pdf_syntax() == []


def test_the_identifier_follows_from_the_content() -> None:
    first, same, other = (file_bytes(document(data)) for data in (b"one", b"one", b"two"))
    assert first == same
    identifiers = [re.findall(rb"/ID\[<(\w+)><(\w+)>\]", data)[0] for data in (first, other)]
    assert identifiers[0][0] == identifiers[0][1]
    assert identifiers[0] != identifiers[1]


def test_a_carriage_return_at_the_end_of_a_stream_belongs_to_it() -> None:
    data = file_bytes(document(b"ends\r", b"ends\n", b"plain"))
    assert b"ends\r\r\nendstream" in data
    assert b"ends\n\nendstream" in data
    assert b"plain\nendstream" in data
    assert opened(data).check_pdf_syntax() == []


def test_a_large_file_has_wide_offsets() -> None:
    noise = zlib.compress(bytes(range(256)) * 400, 0) * 2
    data = file_bytes(document(noise))
    assert len(data) > 2**16
    assert opened(data).check_pdf_syntax() == []
