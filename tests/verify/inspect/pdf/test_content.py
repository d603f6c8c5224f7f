"""What a page says does not depend on how its content is written: the shapes that are read at once, and all others."""

import re
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name

from glossary_publish.verify.inspect.pdf import inspect
from glossary_publish.verify.inspection import Inspection
from tests.verify.inspect.pdf.handmade import Handmade
from tests.verify.inspect.pdf.mutation import altered

TEXT = re.compile(rb"/Span <</MCID (\d) >> BDC q  BT (.*?) Tf (.*?) Tm <(\w+)> Tj ET Q EMC")

PLAIN = rb"/Span <</MCID \1 >> BDC q BT \2 Tf \3 Tm <\4> Tj ET Q EMC"


def written(shape: bytes) -> Inspection:
    """Two lines, each written in a shape."""
    made = Handmade()
    made.words("Some words", made.element("P"), y=100)
    made.words("and others", made.element("P"), y=200)

    def change(pdf: Any) -> None:
        content, count = TEXT.subn(shape, pdf.pages[0].Contents.read_bytes())
        assert count == 2
        pdf.pages[0].Contents = pdf.make_stream(content)

    return inspect(altered(made.data(), change))


@pytest.mark.parametrize(
    "shape",
    [
        rb"/Span <</MCID \1>> BDC\nBT\n\3 Tm\n\2 Tf\n[<\4>0] TJ\nET\nEMC\n",
        rb"/Span <</MCID \1>> BDC\nBT\n\3 Tm\n\2 Tf\n[<\4>0] TJ\nET EMC ",
        rb"/Span <</MCID \1>> BDC\nBT\n\3 Tm\n\2 Tf\n[<\4>] TJ\nET\nq Q\nEMC\n",
        rb"/Span <</MCID \1>> BDC BT \2 Tf \3 Tm [<\4>] TJ ET % the end\nEMC\n",
        rb"/Span <</MCID \1>> BDC BT \2 Tf \3 Tm [<\4>]TJ\tET\tEMC\n",
        rb"/Span <</MCID \1>>BDC BT \3 Tm \2 Tf <\4> Tj ET EMC ",
        rb"/Span <</MCID \1>> BDC BT \2 Tf \3 Tm [] TJ [ <\4> ] TJ ET EMC ",
    ],
)
def test_lines_are_read_alike_whatever_ends_them(shape: bytes) -> None:
    assert [item.text for item in written(shape).items] == ["Some words", "and others"]
    assert written(shape) == written(PLAIN)


@pytest.mark.parametrize("end", [b"ET EMC EMC ", b"ET ", b"ET EM "])
def test_marked_content_ends_as_often_as_it_begins(end: bytes) -> None:
    seen = written(rb"/Span <</MCID \1>> BDC BT \2 Tf \3 Tm [<\4>] TJ " + end)
    assert [fault.code for fault in seen.faults] == ["unreadable-pdf"]


def test_a_name_of_a_font_is_that_of_the_resources_in_which_it_stands() -> None:
    made = Handmade()
    made.words("Some words", made.element("P"), y=100, before="/X Do")
    made.words("Some words", made.element("P"), y=200)

    def change(pdf: Any) -> None:
        page = pdf.pages[0]
        other = Dictionary({**page.Resources.Font.F})
        del other.ToUnicode
        other.ToUnicode = pdf.make_stream(b"1 beginbfchar <21> <0058> endbfchar")
        page.Resources.XObject = Dictionary(
            X=pdf.make_stream(
                b"BT /F 10 Tf 1 0 0 1 10 20 Tm <21> Tj ET",
                Type=Name.XObject,
                Subtype=Name.Form,
                BBox=Array([0, 0, 400, 600]),
                Resources=Dictionary(Font=Dictionary(F=pdf.make_indirect(other))),
            )
        )

    seen = inspect(altered(made.data(), change))
    assert [run.text for run in seen.painted] == ["X", "Some words", "Some words"]
