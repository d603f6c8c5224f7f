"""The text operators (ISO 32000-1, 9.3 and 9.4): where each glyph stands and what it says."""

import re
from collections.abc import Callable, Iterable
from math import hypot

from glossary_publish.verify.inspect.pdf.fonts import Font, load_font
from glossary_publish.verify.inspect.pdf.objects import Object, Ref
from glossary_publish.verify.inspect.pdf.painting import IDENTITY, Marked, Run, multiply
from glossary_publish.verify.inspect.pdf.state import Machine, Operator, State, matrix

PIECE = re.compile(
    rb"<([0-9A-Fa-f]*)>[ \n]*([-+.\d]*)|([-+.\d]+)"
)  # a string with the number after it, or a number


def begin_text(machine: Machine, operands: list[Object]) -> None:
    """`BT`."""
    machine.text_matrix = machine.line_matrix = IDENTITY


def text_matrix(machine: Machine, operands: list[Object]) -> None:
    """`Tm`."""
    machine.text_matrix = machine.line_matrix = matrix(machine, operands)


def move(machine: Machine, operands: list[Object]) -> None:
    """`Td`."""
    x, y = machine.numbers(operands, 2)
    machine.text_matrix = machine.line_matrix = multiply((1.0, 0.0, 0.0, 1.0, x, y), machine.line_matrix)


def move_and_lead(machine: Machine, operands: list[Object]) -> None:
    """`TD`."""
    machine.state.leading = -machine.numbers(operands, 2)[1]
    move(machine, operands)


def next_line(machine: Machine, operands: list[Object]) -> None:
    """`T*`."""
    move(machine, [0.0, -machine.state.leading])


def choose_font(machine: Machine, operands: list[Object]) -> None:
    """`Tf`; a font is read once per file, and asked for by its name once for the same resources."""
    name, size = operands if len(operands) == 2 else (None, None)
    font = machine.named.get(name) if isinstance(name, str) else None
    if font is None:
        value = machine.resource("Font", name)
        key = value.number if isinstance(value, Ref) else -1
        if value is None:
            raise machine.malformed(f"the font {name!r} is not there")
        if key not in machine.fonts or key < 0:
            machine.fonts[key] = load_font(machine.document, value)
        font = machine.fonts[key]
        if key >= 0:  # one that is no object of its own is read each time
            machine.named[str(name)] = font
    if not isinstance(size, int | float):
        raise machine.malformed(f"the font {name!r} has the size {size!r:.40}")
    machine.state.font, machine.state.size = font, float(size)


def setter(set_value: Callable[[State, float], None]) -> Operator:
    """An operator that sets one number of the text state."""

    def operator(machine: Machine, operands: list[Object]) -> None:
        set_value(machine.state, machine.numbers(operands, 1)[0])

    return operator


def _set_spacing(state: State, value: float) -> None:
    state.spacing = value


def _set_word_spacing(state: State, value: float) -> None:
    state.word_spacing = value


def _set_stretch(state: State, value: float) -> None:
    state.stretch = value / 100


def _set_leading(state: State, value: float) -> None:
    state.leading = value


def _set_rise(state: State, value: float) -> None:
    state.rise = value


def _set_mode(state: State, value: float) -> None:
    state.mode = int(value)


def show_string(machine: Machine, operands: list[Object]) -> None:
    """`Tj`."""
    show_array(machine, [operands])


def show_on_next_line(machine: Machine, operands: list[Object]) -> None:
    """`'`, and `"` with its two spacings first."""
    if len(operands) == 3:
        machine.state.word_spacing, machine.state.spacing = machine.numbers(operands[:2], 2)
    next_line(machine, [])
    show_array(machine, [operands[-1:]])


def show_array(machine: Machine, operands: list[Object]) -> None:
    """`TJ`, in its general form."""
    items = operands[0] if operands else None
    if not isinstance(items, list):
        raise machine.malformed("text is shown that is no string")
    pieces: list[tuple[bytes, bytes, bytes]] = []
    for item in items:
        if isinstance(item, bytes):
            pieces.append((item.hex().encode(), b"", b""))
        elif isinstance(item, int | float):
            pieces.append((b"", b"", b"%f" % item))
        else:
            raise machine.malformed("text is shown that is no string")
    _show(machine, pieces)


def show_hexadecimal(machine: Machine, pieces: bytes) -> None:
    """`TJ` with nothing but hexadecimal strings and numbers: the shape in which writers show most lines."""
    _show(machine, PIECE.findall(pieces))


def _show(machine: Machine, pieces: Iterable[tuple[bytes, bytes, bytes]]) -> None:
    """Show strings, each in digits with the adjustment after it; one before all strings stands alone."""
    state, font = machine.state, machine.state.font
    if font is None:
        raise machine.malformed("text is shown before a font is chosen")
    run = _new_run(machine, font)
    texts, starts, ends, known = run.texts, run.starts, run.ends, font.by_digits
    unit, spacing = state.size * state.stretch / 1000, state.spacing * state.stretch
    x = 0.0
    for digits, after, before in pieces:
        if before:
            x -= _adjustment(machine, before) * unit
        for glyph in known.get(digits) or font.read_digits(digits):
            texts.append(glyph.text)
            starts.append(x)
            x += glyph.width * unit
            ends.append(x)
            if glyph.special or spacing:
                x += spacing + (state.word_spacing * state.stretch if glyph.spaces else 0.0)
                run.missing += glyph.text if glyph.missing else ""
        if after and after != b"0":
            x -= _adjustment(machine, after) * unit
    machine.text_matrix = multiply((1.0, 0.0, 0.0, 1.0, x, 0.0), machine.text_matrix)
    if texts:
        machine.page.runs.append(run)
        if run.marked and run.marked.replacement:
            run.marked.replacement.painted = True


def _adjustment(machine: Machine, token: bytes) -> float:
    try:
        return float(token)
    except ValueError:
        raise machine.malformed(f"text is moved by {token!r}") from None


def show_nothing(machine: Machine, marked: Marked) -> None:
    """A run without glyphs, for marked content that is read and not seen."""
    if marked.replacement:
        marked.replacement.painted = True
    font = machine.state.font or Font("", True, 1, {}, {}, 0.0)
    run = _new_run(machine, font)
    run.marked = marked
    machine.page.runs.append(run)


def _new_run(machine: Machine, font: Font) -> Run:
    state = machine.state
    machine.order += 1
    whole = multiply(machine.text_matrix, state.ctm)
    if state.rise:
        whole = multiply((1.0, 0.0, 0.0, 1.0, 0.0, state.rise), whole)
    a, b, c, d, _, _ = whole
    size = abs(state.size) * min(hypot(a, b) * abs(state.stretch), hypot(c, d))
    return Run(
        machine.page.index,
        machine.order,
        machine.marked,
        whole,
        size,
        abs(state.size),
        state.fill,
        state.alpha,
        state.mode,
        font,
    )


OPERATORS: dict[bytes, Operator] = {
    b"BT": begin_text,
    b"Tm": text_matrix,
    b"Td": move,
    b"TD": move_and_lead,
    b"T*": next_line,
    b"Tf": choose_font,
    b"Tc": setter(_set_spacing),
    b"Tw": setter(_set_word_spacing),
    b"Tz": setter(_set_stretch),
    b"TL": setter(_set_leading),
    b"Ts": setter(_set_rise),
    b"Tr": setter(_set_mode),
    b"Tj": show_string,
    b"TJ": show_array,
    b"'": show_on_next_line,
    b'"': show_on_next_line,
}
