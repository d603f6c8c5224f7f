"""The graphics state and the operators that set it (ISO 32000-1, 8.4 and 8.6)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.fonts import Font
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf, Object, Table
from glossary_publish.verify.inspect.pdf.painting import IDENTITY, Box, Colour, Marked, Matrix, Page, multiply

NESTING = 256
DEVICE_SPACES = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4}


@dataclass(slots=True)
class State:
    """The part of the graphics state that decides what a reader sees of text."""

    ctm: Matrix
    fill: Colour | None = (0.0, 0.0, 0.0)
    stroke: Colour | None = (0.0, 0.0, 0.0)
    device: bool = True
    alpha: float = 1.0
    font: Font | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


@dataclass(slots=True)
class Machine:
    """The interpreter between two operators. `container` is the object number of the stream that it runs.

    fonts: all that were read, by object number; named: those of the `resources`, as far as they were asked for.
    """

    document: Document
    page: Page
    state: State
    resources: Table
    container: int
    fonts: dict[int, Font]
    named: dict[str, Font] = field(default_factory=dict)
    order: int = 0
    stack: list[State] = field(default_factory=list)
    marked: Marked | None = None
    outer_marks: list[Marked | None] = field(default_factory=list)
    text_matrix: Matrix = IDENTITY
    line_matrix: Matrix = IDENTITY
    rectangles: list[Box] = field(default_factory=list)
    point: Box = (0.0, 0.0, 0.0, 0.0)
    lines: list[tuple[Box, Box]] = field(default_factory=list)
    only_rectangles: bool = True
    forms: tuple[int, ...] = ()

    def malformed(self, what: str) -> MalformedPdf:
        """An error that names the page."""
        return MalformedPdf(f"page {self.page.index + 1}: {what}")

    def numbers(self, operands: list[Object], count: int) -> list[float]:
        """The operands of an operator, as numbers."""
        found = [item for item in operands if type(item) is float or type(item) is int]
        if len(found) != count:
            raise self.malformed(
                f"an operator has the operands {operands!r:.60} where {count} numbers belong"
            )
        return found

    def resource(self, category: str, name: Object) -> Object:
        """A named resource, unresolved."""
        return self.document.table(self.resources.get(category)).get(str(name))


Operator: TypeAlias = Callable[[Machine, list[Object]], None]


def copy(state: State) -> State:
    """A state to change without changing the other; written out, for pages save their state at every line."""
    return State(
        state.ctm,
        state.fill,
        state.stroke,
        state.device,
        state.alpha,
        state.font,
        state.size,
        state.spacing,
        state.word_spacing,
        state.stretch,
        state.leading,
        state.rise,
        state.mode,
    )


def matrix(machine: Machine, operands: list[Object]) -> Matrix:
    """Six operands as a matrix."""
    a, b, c, d, e, f = machine.numbers(operands, 6)
    return a, b, c, d, e, f


def save(machine: Machine, operands: list[Object]) -> None:
    """`q`."""
    if len(machine.stack) > NESTING:
        raise machine.malformed(f"the graphics state is saved more than {NESTING} deep")
    machine.stack.append(copy(machine.state))


def restore(machine: Machine, operands: list[Object]) -> None:
    """`Q`."""
    if not machine.stack:
        raise machine.malformed("a graphics state is restored that was not saved")
    machine.state = machine.stack.pop()


def concatenate(machine: Machine, operands: list[Object]) -> None:
    """`cm`."""
    machine.state.ctm = multiply(matrix(machine, operands), machine.state.ctm)


def settings(machine: Machine, operands: list[Object]) -> None:
    """`gs`: of its entries only the constant alpha for fills is followed; the raster shows the rest."""
    table = machine.document.table(machine.resource("ExtGState", operands[-1] if operands else None))
    alpha = machine.document.resolve(table.get("ca"))
    if isinstance(alpha, int | float):
        machine.state.alpha = float(alpha)


def device_colour(machine: Machine, operands: list[Object]) -> None:
    """`g`, `rg`, `k`."""
    machine.state.device = True
    machine.state.fill = _rgb(machine.numbers(operands, len(operands)))


def stroke_colour(machine: Machine, operands: list[Object]) -> None:
    """`G`, `RG`, `K`."""
    machine.state.stroke = _rgb(machine.numbers(operands, len(operands)))


def colour(machine: Machine, operands: list[Object]) -> None:
    """`sc`, `scn`: a colour that is not of a device space is known to the raster only."""
    plain = machine.state.device and all(isinstance(item, int | float) for item in operands)
    machine.state.fill = _rgb(machine.numbers(operands, len(operands))) if plain else None


def colour_space(machine: Machine, operands: list[Object]) -> None:
    """`cs`."""
    machine.state.device = bool(operands) and operands[0] in DEVICE_SPACES
    machine.state.fill = (0.0, 0.0, 0.0) if machine.state.device else None


def _rgb(values: list[float]) -> Colour | None:
    if len(values) == 1:
        return values[0], values[0], values[0]
    if len(values) == 3:
        return values[0], values[1], values[2]
    if len(values) == 4:
        red, green, blue = (max(0.0, 1.0 - min(1.0, value + values[3])) for value in values[:3])
        return red, green, blue
    return None


OPERATORS: dict[bytes, Operator] = {
    b"q": save,
    b"Q": restore,
    b"cm": concatenate,
    b"gs": settings,
    b"g": device_colour,
    b"rg": device_colour,
    b"k": device_colour,
    b"G": stroke_colour,
    b"RG": stroke_colour,
    b"K": stroke_colour,
    b"sc": colour,
    b"scn": colour,
    b"cs": colour_space,
}
