"""PDF objects are read as the standard writes them, and nothing else is read at all."""

import pytest

from glossary_publish.verify.inspect.pdf.objects import MalformedPdf, Name, Object, Ref, read_object, text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"12", 12),
        (b" -7 ", -7),
        (b"+0.5", 0.5),
        (b".25", 0.25),
        (b"4.", 4.0),
        (b"true", True),
        (b"null", None),
        (b"/Name", Name("Name")),
        (b"/A#20B", Name("A B")),
        (b"12 0 R", Ref(12, 0)),
        (b"(plain)", b"plain"),
        (b"()", b""),
        (b"(a(b)c)", b"a(b)c"),
        (rb"(\(\)\\)", b"()\\"),
        (rb"(\101\12\0)", b"A\n\0"),
        (b"(a\\\nb)", b"ab"),
        (b"(a\r\nb)", b"a\nb"),
        (b"<48 69>", b"Hi"),
        (b"<4>", b"@"),
        (b"[1 2 0 R /N (s)]", [1, Ref(2, 0), "N", b"s"]),
        (b"<</A 1/B[2]/C<</D(x)>>>>", {"A": 1, "B": [2], "C": {"D": b"x"}}),
        (b"% remark\n 3", 3),
        (b"[1 2]", [1, 2]),
        (b"[1 0 R 2 0 R]", [Ref(1, 0), Ref(2, 0)]),
    ],
)
def test_an_object_is_what_its_bytes_mean(written: bytes, meant: Object) -> None:
    assert read_object(written, 0)[0] == meant


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"]",
        b">>",
        b"[1",
        b"<</A 1",
        b"<</A>>",
        b"<</A 1/A 2>>",
        b"<<1 2>>",
        b"[1>>",
        b"(open",
        b"<4G>",
        b"tru",
        b"1.2.3",
        b"9999999999999999999",
        b"endobj",
        b"[" * 70 + b"]" * 70,
    ],
)
def test_bytes_that_are_no_object_are_refused(written: bytes) -> None:
    with pytest.raises(MalformedPdf):
        read_object(written, 0)


def test_the_position_after_an_object_is_told() -> None:
    assert read_object(b"  (a) /B", 0) == (b"a", 5)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"Plain", "Plain"),
        (b"\xfe\xff\x06\x29", "ة"),
        (b"\xff\xfeA\0", "A"),
        (b"\xef\xbb\xbf\xc3\xa9", "é"),
        (b"\x80 \x84 \xa0 \xe9", "• — € é"),
    ],
)
def test_a_text_string_is_read_in_its_encoding(written: bytes, meant: str) -> None:
    assert text(written) == meant
