"""The modules of a QR code, 1 for a dark one, and the codewords that they hold (ISO/IEC 18004:2015, 6.3 and 7)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

SMALLEST, LARGEST = 21, 177  # modules on a side
FINDER = (0b1111111, 0b1000001, 0b1011101, 0b1011101, 0b1011101, 0b1000001, 0b1111111)  # 6.3.3
CORRECTIONS = "MLHQ"  # by the two bits of the format information (table 12)
FORMAT_MASK, FORMAT_GENERATOR, VERSION_GENERATOR = 0x5412, 0x537, 0x1F25  # 7.9 and 7.10
DIGITS = bytes.maketrans(b"\0\1", b"01")
FINDERS = ((0, 0), (0, -7), (-7, 0))  # the row and column of each, from the end where they are below 0


class UnreadableCode(Exception):
    """What is wrong with a code, as the middle of a sentence about it."""


def is_code(modules: bytes, side: int) -> bool:
    """Whether three of the corners hold the patterns by which a phone finds a code."""
    if not SMALLEST <= side <= LARGEST or side % 4 != 1:
        return False
    return all(
        _number(modules, range(start, start + 7)) == row
        for down, across in FINDERS
        for line, row in enumerate(FINDER)
        for start in ((down % side + line) * side + across % side,)
    )


def codewords(modules: bytes, side: int) -> tuple[bytes, str]:
    """The codewords in the order in which they are placed, and the level of error correction.

    Raises `UnreadableCode` where a pattern is not what it has to be, and where format or version are damaged.
    """
    fixed = _fixed(side)
    if any(modules[place] != dark for place, dark in fixed.items()):
        raise UnreadableCode("its finder, timing or alignment patterns are damaged")
    correction, mask = _format(modules, side)
    _check_version(modules, side)
    places, masked = _data(side, mask)
    bits = int(bytes(itemgetter(*places)(modules)).translate(DIGITS), 2) ^ masked
    count, rest = divmod(len(places), 8)
    if bits & (1 << rest) - 1:  # what is left over holds nothing
        raise UnreadableCode("some of its modules are wrong")
    return (bits >> rest).to_bytes(count), correction


def _number(modules: bytes, places: Sequence[int]) -> int:
    """The modules at some places as the digits of a number."""
    return int(bytes(itemgetter(*places)(modules)).translate(DIGITS), 2)


def _format(modules: bytes, side: int) -> tuple[str, int]:
    """The level of error correction and the number of the mask, from both copies (7.9)."""
    first, second = (_number(modules, places) ^ FORMAT_MASK for places in _format_places(side))
    if first != second or _remainder(first, FORMAT_GENERATOR):
        raise UnreadableCode("its format information is damaged")
    return CORRECTIONS[first >> 13], first >> 10 & 0b111


def _check_version(modules: bytes, side: int) -> None:
    """Codes of 45 modules and more say how large they are, twice (7.10)."""
    for places in _version_places(side):
        value = _number(modules, places)
        if _remainder(value, VERSION_GENERATOR) or value >> 12 != _version(side):
            raise UnreadableCode("its version information is damaged")


def _remainder(value: int, generator: int) -> int:
    """What a division of polynomials over the field of two elements leaves; nothing for a word of the BCH code."""
    while value.bit_length() >= generator.bit_length():
        value ^= generator << value.bit_length() - generator.bit_length()
    return value


def _version(side: int) -> int:
    return (side - 17) // 4


def _format_places(side: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where the format information stands, its first bit first (figure 25)."""
    rows = (*range(6), 7, 8)  # of column 8, the last bit above
    around = (*(8 * side + column for column in (*range(6), 7)), *(row * side + 8 for row in reversed(rows)))
    below = (row * side + 8 for row in range(side - 1, side - 8, -1))
    return around, (*below, *(8 * side + column for column in range(side - 8, side)))


def _version_places(side: int) -> tuple[tuple[int, ...], ...]:
    """Where the version information stands, its first bit first (figure 28); small codes have none."""
    if _version(side) < 7:
        return ()
    pairs = [(at // 3, side - 11 + at % 3) for at in reversed(range(18))]
    return tuple(row * side + column for row, column in pairs), tuple(
        column * side + row for row, column in pairs
    )


@lru_cache(maxsize=8)
def _fixed(side: int) -> dict[int, int]:
    """The modules that every code of a size has, by place: finders with their white, timing, alignment, the dark one."""
    fixed: dict[int, int] = {}
    for at in range(8, side - 8):
        fixed[6 * side + at] = fixed[at * side + 6] = 1 - at % 2
    for row, column in _centres(side):
        for i in range(-2, 3):
            for j in range(-2, 3):
                fixed[(row + i) * side + column + j] = int(max(abs(i), abs(j)) != 1)
    for row, column in ((3, 3), (3, side - 4), (side - 4, 3)):
        for i in range(max(0, row - 4), min(side, row + 5)):
            for j in range(max(0, column - 4), min(side, column + 5)):
                fixed[i * side + j] = int(max(abs(i - row), abs(j - column)) not in (2, 4))
    fixed[(side - 8) * side + 8] = 1
    return fixed


def _centres(side: int) -> Iterator[tuple[int, int]]:
    """Where the alignment patterns stand (annex E)."""
    version = _version(side)
    if version == 1:
        return
    count = version // 7 + 2
    step = 26 if version == 32 else (version * 4 + count * 2 + 1) // (count * 2 - 2) * 2
    lines = [6, *reversed([side - 7 - step * at for at in range(count - 1)])]
    for row in lines:
        for column in lines:
            if (row, column) not in ((6, 6), (6, side - 7), (side - 7, 6)):
                yield row, column


@lru_cache(maxsize=32)
def _data(side: int, mask: int) -> tuple[tuple[int, ...], int]:
    """The places of the data in their order (7.7.3), and a number whose ones stand where the mask changes them."""
    formats = (place for places in _format_places(side) for place in places)
    taken = {*_fixed(side), *formats, *(place for places in _version_places(side) for place in places)}
    places: list[int] = []
    rights = [right - (right <= 6) for right in range(side - 1, 0, -2)]  # the timing pattern takes a column
    for pair, right in enumerate(rights):
        rows = range(side) if pair % 2 else range(side - 1, -1, -1)
        places += [
            place
            for row in rows
            for place in (row * side + right, row * side + right - 1)
            if place not in taken
        ]
    changed = bytes(not _condition(mask, *divmod(place, side)) for place in places)
    return tuple(places), int(changed.translate(DIGITS), 2)


def _condition(mask: int, i: int, j: int) -> int:
    """0 where a mask changes the module in row `i` and column `j` (table 10)."""
    match mask:
        case 0:
            return (i + j) % 2
        case 1:
            return i % 2
        case 2:
            return j % 3
        case 3:
            return (i + j) % 3
        case 4:
            return (i // 2 + j // 3) % 2
        case 5:
            return i * j % 2 + i * j % 3
        case 6:
            return (i * j % 2 + i * j % 3) % 2
        case _:
            return ((i + j) % 2 + i * j % 3) % 2
