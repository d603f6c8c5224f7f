"""Runs content streams (ISO 32000-1, 7.8.2): the loop over operators, marked content, paths and forms."""

import re
from functools import lru_cache

from glossary_publish.verify.inspect.pdf import showing, state
from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.fonts import Font
from glossary_publish.verify.inspect.pdf.objects import (
    Name,
    Object,
    Ref,
    Stream,
    Table,
    read_object,
)
from glossary_publish.verify.inspect.pdf.painting import (
    Box,
    Colour,
    Fill,
    Marked,
    Matrix,
    Page,
    Replacement,
    multiply,
    rectangle,
)
from glossary_publish.verify.inspect.pdf.state import Machine, Operator, State
from glossary_publish.verify.inspection import Fault

BUDGET = 16 * 2**20  # bytes of content interpreted for one file; a form counts each time it is painted
PAGE_BUDGET = 2**21  # the same for one page; an honest one stays under 2**18
FORM_DEPTH = 12
PIECES = 60  # of a path that is more than a border or a rule; the smallest QR code has some hundred
# Shapes of which pages are full, each read at once: the head of a text, lines, the head of marked content, and below
# a text in hexadecimal digits with what ends it.
TEXT = (
    rb"BT[ \n]++(?P<place>(?:[-+.\d]++[ \n]++){6})Tm[ \n]++"
    rb"/(?P<font>[A-Za-z0-9]++)[ \n]++(?P<size>[-+.\d]++)[ \n]++Tf(?=[ \n])"
)
LINES = rb"(?P<lines>(?:(?:[-+.\d]++[ \n]++){2}m[ \n]++(?:[-+.\d]++[ \n]++){2}l[ \n]++)+)"
MARKED = rb"/(?P<tag>[A-Za-z0-9]++)[ \n]*+<</MCID (?P<mcid>\d{1,9})>>[ \n]*+BDC(?=[ \n])"
OPERATION = re.compile(
    rb"[\0\t\n\f\r ]*+(?:" + TEXT + rb"|" + LINES + rb"|" + MARKED + rb"|"
    rb"(?P<numbers>(?:[-+.\d]++[\0\t\n\f\r ]++){0,8})"
    rb"(?P<operator>[A-Za-z'\"]+[01*]?)(?![^\0\t\n\f\r \[/<(%])"
    rb"|(?P<number>[-+.\d]+)(?=[\0\t\n\f\r \[\]/<(])"
    rb"|\[(?P<shown>(?:<[0-9A-Fa-f]*>|[-+.\d]++|[ \n]++)*)\][\n ]*TJ(?=[\0\t\n\f\r ])"
    rb"(?P<closed>[ \n]++ET(?:[ \n]++EMC)?(?=[ \n]))?"
    rb"|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<object>[\[(<])"
    rb"|(?P<comment>%[^\r\n]*)"
    rb"|(?P<end>\Z))"
)
INLINE_IMAGE = re.compile(rb"[\s\S]*?[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|\Z)")


class Interpreter:
    """Runs the pages of a file in their order; reads each font once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.fonts: dict[int, Font] = {}
        self._order = 0
        self._budget = BUDGET
        self._page_budget = PAGE_BUDGET

    def run(self, page: Page, content: bytes, resources: Table, start: Matrix) -> None:
        """Paint a page's content into `page`; `start` leads from user space to points from the upper left."""
        machine = Machine(
            self._document, page, State(start), resources, page.number, self.fonts, order=self._order
        )
        self._interpret(machine, content)
        self._order = machine.order
        if machine.outer_marks:
            raise machine.malformed("marked content is not closed")

    def _interpret(self, machine: Machine, data: bytes) -> None:
        self._budget -= len(data)
        self._page_budget -= len(data)
        if self._budget < 0 or self._page_budget < 0:
            raise machine.malformed("more content than is read")
        position, operands = 0, list[Object]()
        match_at, known = OPERATION.match, OPERATORS.get
        while True:
            match = match_at(data, position)
            if match is None:
                raise machine.malformed(f"content that is not read: {data[position : position + 20]!r}")
            position, kind = match.end(), match.lastgroup
            if kind == "operator":
                numbers, operator = match.group("numbers", "operator")
                if act := known(operator):
                    if numbers:
                        operands += _floats(machine, numbers)
                    act(machine, operands)
                elif operator == b"Do":
                    self._paint_object(machine, operands)
                elif operator == b"BI":
                    position = _inline_image(machine, data, position)
                operands = []
            elif kind == "size":
                a, b, c, d, e, f = _floats(machine, match["place"])
                machine.text_matrix = machine.line_matrix = a, b, c, d, e, f
                showing.choose_font(machine, [_name(match["font"]), *_floats(machine, match["size"])])
                operands = []
            elif operands and kind in ("mcid", "lines"):
                raise machine.malformed(f"the operands {operands!r:.60} belong to nothing")
            elif kind == "mcid":
                open_marked(machine, _name(match["tag"]), int(match["mcid"]))
            elif kind == "lines":
                draw_lines(machine, match["lines"])
            elif kind in ("shown", "closed"):
                showing.show_hexadecimal(machine, match["shown"])
                operands = []
                if kind == "closed" and match["closed"].endswith(b"EMC"):
                    end_marked(machine, operands)
            elif kind == "number":
                operands += _floats(machine, match["number"])
            elif kind == "name":
                operands.append(_name(match["name"]))
            elif kind == "object":
                value, position = read_object(data, match.start("object"))
                operands.append(value)
            elif kind == "end":
                return

    def _paint_object(self, machine: Machine, operands: list[Object]) -> None:
        """`Do`: an image, or a form with a stream of its own."""
        value = machine.resource("XObject", operands[-1] if operands else None)
        stream, number = machine.document.resolve(value), value.number if isinstance(value, Ref) else -1
        if not isinstance(stream, Stream):
            raise machine.malformed(f"the object {operands!r:.40} that is painted is not there")
        kind = machine.document.name(stream.table.get("Subtype"))
        if kind == "Image":
            _paint(machine, [rectangle(0, 0, 1, 1, machine.state.ctm)], plain=False)
        elif kind == "Form":
            self._paint_form(machine, stream, number)
        else:
            raise machine.malformed(f"an object of the kind {kind} is painted")

    def _paint_form(self, machine: Machine, form: Stream, number: int) -> None:
        if number in machine.forms or len(machine.forms) >= FORM_DEPTH:
            raise machine.malformed("forms paint each other without end")
        document = machine.document
        before = (
            machine.resources,
            machine.named,
            machine.container,
            machine.forms,
            machine.stack,
            machine.state,
        )
        matrix = document.numbers(form.table.get("Matrix")) or [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
        machine.state = state.copy(machine.state)
        machine.state.ctm = multiply(state.matrix(machine, list(matrix)), machine.state.ctm)
        machine.resources = document.table(form.table.get("Resources")) or machine.resources
        machine.named = {}
        machine.container, machine.forms, machine.stack = number, (*machine.forms, number), []
        depth = len(machine.outer_marks)
        self._interpret(machine, document.decoded(form))
        if len(machine.outer_marks) != depth:
            raise machine.malformed("a form does not close its marked content")
        machine.resources, machine.named, machine.container, machine.forms, machine.stack, machine.state = (
            before
        )


# --- marked content ---


def begin_marked(machine: Machine, operands: list[Object]) -> None:
    """`BMC` and `BDC`."""
    tag = str(operands[0]) if operands else ""
    properties = _properties(machine, operands[1] if len(operands) > 1 else None)
    mcid = properties.get("MCID")
    marked = open_marked(machine, tag, mcid if isinstance(mcid, int) else None)
    if marked.replacement is None and isinstance(properties.get("ActualText"), bytes):
        marked.replacement = Replacement(machine.document.string(properties["ActualText"]))
    marked.language = machine.document.string(properties.get("Lang")) or marked.language
    if "Alt" in properties or "E" in properties:
        _report(
            machine, "misplaced-alternative", "marked content carries an alternative or expansion of its own"
        )
    if machine.document.name(properties.get("Type")) in ("OCG", "OCMD"):
        _report(machine, "optional-content", "content belongs to a layer")


def open_marked(machine: Machine, tag: str, mcid: int | None) -> Marked:
    """Begin marked content that has no property but its number, or not even that."""
    if len(machine.outer_marks) > state.NESTING:
        raise machine.malformed(f"marked content is nested more than {state.NESTING} deep")
    outer = machine.marked
    marked = Marked(tag, machine.container, artifact=tag == "Artifact")
    if mcid is not None:
        marked.mcid = mcid
        machine.page.marks.append((machine.container, mcid))
    elif outer:
        marked.mcid, marked.container = outer.mcid, outer.container
    if outer and outer.mcid >= 0 and (marked.artifact or mcid is not None):
        _report(
            machine,
            "nested-marked-content",
            f"content {outer.mcid} holds other tagged content or an artifact",
        )
    if outer:
        marked.artifact = marked.artifact or outer.artifact
        marked.replacement, marked.language = outer.replacement, outer.language
    if tag == "OC":
        _report(machine, "optional-content", "content belongs to a layer")
    machine.outer_marks.append(outer)
    machine.marked = marked
    return marked


def _report(machine: Machine, code: str, message: str) -> None:
    machine.page.faults.append(Fault(code, message, f"page {machine.page.index + 1}"))


def _properties(machine: Machine, value: Object) -> Table:
    """The property list of `BDC`, in place or by the name of a resource."""
    if isinstance(value, Name):
        value = machine.resource("Properties", value)
    return machine.document.table(value)


def end_marked(machine: Machine, operands: list[Object]) -> None:
    """`EMC`; a replacement text without glyphs is kept as a run without glyphs, for it is read aloud."""
    if not machine.outer_marks:
        raise machine.malformed("marked content ends that did not begin")
    marked, machine.marked = machine.marked, machine.outer_marks.pop()
    if marked and marked.replacement and not marked.replacement.painted:
        showing.show_nothing(machine, marked)


# --- paths ---


def add_rectangle(machine: Machine, operands: list[Object]) -> None:
    """`re`."""
    left, low, width, height = machine.numbers(operands, 4)
    machine.rectangles.append(rectangle(left, low, width, height, machine.state.ctm))


def move_to(machine: Machine, operands: list[Object]) -> None:
    """`m`."""
    machine.only_rectangles = False
    x, y = machine.numbers(operands, 2)
    machine.point = rectangle(x, y, 0, 0, machine.state.ctm)


def line_to(machine: Machine, operands: list[Object]) -> None:
    """`l`."""
    x, y = machine.numbers(operands, 2)
    point = rectangle(x, y, 0, 0, machine.state.ctm)
    machine.lines.append((machine.point, point))
    machine.point = point


def draw_lines(machine: Machine, tokens: bytes) -> None:
    """`m` and `l` by turns, as a QR code is drawn."""
    machine.only_rectangles = False
    fields, ctm = tokens.split(), machine.state.ctm
    xs, ys = (_floats(machine, b" ".join(some)) for some in (fields[::3], fields[1::3]))
    points = [rectangle(x, y, 0, 0, ctm) for x, y in zip(xs, ys, strict=True)]
    machine.lines += zip(points[::2], points[1::2], strict=True)
    machine.point = points[-1]


def add_segment(machine: Machine, operands: list[Object]) -> None:
    """`c`, `v`, `y`: a path that is more than rectangles."""
    machine.only_rectangles = False


def end_path(machine: Machine, operands: list[Object]) -> None:
    """`n`."""
    machine.rectangles, machine.only_rectangles, machine.lines = [], True, []


def fill_path(machine: Machine, operands: list[Object]) -> None:
    """`f`, `F`, `f*`, `b`, `b*`, `B`, `B*`."""
    _use(machine, machine.state.fill)
    _draw(machine)
    _paint(machine, machine.rectangles if machine.only_rectangles else [])
    end_path(machine, operands)


def stroke_path(machine: Machine, operands: list[Object]) -> None:
    """`S`, `s`, and `sh`, which paints no path at all."""
    _use(machine, machine.state.stroke)
    _draw(machine)
    machine.page.strokes += [_around(*ends) for ends in machine.lines]
    _paint(machine, [])
    end_path(machine, operands)


def _paint(machine: Machine, boxes: list[tuple[float, float, float, float]], *, plain: bool = True) -> None:
    machine.order += 1
    colour = machine.state.fill if plain else None
    machine.page.fills += [
        Fill(machine.page.index, machine.order, box, colour, machine.state.alpha) for box in boxes
    ]
    if machine.marked is None or (machine.marked.mcid < 0 and not machine.marked.artifact):
        machine.page.untagged += 1


def _draw(machine: Machine) -> None:
    """Remember where a path of many pieces is."""
    if len(machine.rectangles) + len(machine.lines) >= PIECES:
        boxes = [*machine.rectangles, *(_around(*ends) for ends in machine.lines)]
        lefts, tops, rights, lows = zip(*boxes, strict=True)
        machine.page.drawings.append((min(lefts), min(tops), max(rights), max(lows)))


def _around(first: Box, last: Box) -> Box:
    return min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3])


def _use(machine: Machine, colour: Colour | None) -> None:
    if colour:
        marked = machine.marked
        machine.page.colours.add((colour, *((marked.container, marked.mcid) if marked else (-1, -1))))


@lru_cache(1024)
def _name(token: bytes) -> Name:
    return Name(token.decode("latin-1"))


def _floats(machine: Machine, tokens: bytes) -> list[float]:
    try:
        return [*map(float, tokens.split())]
    except ValueError:
        raise machine.malformed(f"the operands {tokens!r} are no numbers") from None


def _inline_image(machine: Machine, data: bytes, position: int) -> int:
    end = INLINE_IMAGE.match(data, position)
    if end is None:
        raise machine.malformed("an inline image does not end")
    _paint(machine, [rectangle(0, 0, 1, 1, machine.state.ctm)], plain=False)
    return end.end()


OPERATORS: dict[bytes, Operator] = {
    **state.OPERATORS,
    **showing.OPERATORS,
    b"BMC": begin_marked,
    b"BDC": begin_marked,
    b"EMC": end_marked,
    b"re": add_rectangle,
    b"n": end_path,
    b"m": move_to,
    b"l": line_to,
    **dict.fromkeys((b"c", b"v", b"y"), add_segment),
    **dict.fromkeys((b"f", b"F", b"f*", b"b", b"B", b"b*", b"B*"), fill_path),
    **dict.fromkeys((b"S", b"s", b"sh"), stroke_path),
}
