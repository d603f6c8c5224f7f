"""PDF objects are read as the standard writes them, and nothing else is read at all."""

import random

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


VALUES = (
    b"/Name",
    b"/A-1",
    b"/A#20B",
    b" 12 0 R",
    b" 12 0 R9",
    b" 7",
    b" -7",
    b" 7.",
    b"[]",
    b"[1 2 0 R\n3]",
    b"[1 0 R2 0 R]",
    b"[1 0 612. -792.5 .25]",
    b"[-]",
    b"[1.2.3]",
    b"[5-3]",
    b"[1 R]",
    b"[99999999999999999999]",
    b"[<</MCID 1>> 2]",
    b"[<</MCID 1>>2<</Pg 3 0 R/T(])>>4 0 R]",
    b"[<</MCID 1/MCID 2>>]",
    b"[<</K[1]>>]",
    b"[<</K 1>>R]",
    b"[6 0 R /XYZ 65.1 7. 0]",
    b"[/XYZ/Fit]",
    b"[/XYZ(5)]",
    b"[5/XYZ]",
    b"[1.]",
    b"[.]",
    b"[true]",
    b"(words)",
    b"()",
    rb"(\(5\), a\\ \101\12\n)",
    b"(a\\\nb)",
    b"(a(b)c)",
    b"(a\rb)",
    b"(a\\\r\nb)",
    b"(/K 1>>)",
    b"(open",
    b"<48>",
    b"<</D 1>>",
    b"<</D(>>)/E<</F 1>>>>",
    b"<</D (a)\n/E /F/G 1 0 R >>",
    b"<</D 1/D 2>>",
    b"<<>>",
)


def test_dictionaries_are_read_alike_in_the_quick_way_and_in_the_general_one() -> None:
    chance, refused = random.Random(20260101), 0
    for _ in range(6000):
        entries = [
            b"/"
            + chance.choice((b"K", b"Pg", b"ID", b"Title"))
            + chance.choice((b"", b" "))
            + chance.choice(VALUES)
            for _ in range(chance.randrange(4))
        ]
        written = b"<<" + chance.choice((b"", b"\n")).join(entries) + b">>"
        try:
            array, _ = read_object(b"[" + written + b"]", 0)
        except MalformedPdf:
            refused += 1
            with pytest.raises(MalformedPdf):
                read_object(written, 0)
        else:
            assert [read_object(written, 0)[0]] == array
    assert 500 < refused < 3500
