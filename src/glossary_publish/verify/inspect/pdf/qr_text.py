"""What the codewords of a QR code say (ISO/IEC 18004:2015, 7.4 to 7.6): checked, put in order and read."""

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from glossary_publish.verify.inspect.pdf.qr_matrix import UnreadableCode

PRIMITIVE = 0x11D  # the polynomial of the field of 256 elements (7.5.2)
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"  # table 5
END, NUMBERS, LETTERS, BYTES, DESIGNATOR = 0b0000, 0b0001, 0b0010, 0b0100, 0b0111  # table 2
LENGTHS = {NUMBERS: (10, 12, 14), LETTERS: (9, 11, 13), BYTES: (8, 16, 16)}  # bits of a count (table 3)
CHARACTER_SETS = {1: "latin-1", 3: "latin-1", 26: "utf-8", 27: "ascii"}
# Codewords for error correction in a block, and blocks, from the smallest code to the largest (table 9).
EXTRA = {
    "L": "7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28 28 28 30 30 26 28" + " 30" * 14,
    "M": "10 16 26 18 24 16 18 22 22 26 30 22 22 24 24 28 28 26 26 26 26" + " 28" * 19,
    "Q": "13 22 18 26 18 24 18 22 20 24 28 26 24 20 30 24 28 28 26 30 28 30 30 30 30 28" + " 30" * 14,
    "H": "17 28 22 16 22 28 26 26 24 28 24 28 22 24 24 30 28 28 26 28 30 24" + " 30" * 18,
}
BLOCKS = {
    "L": "1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25",
    "M": "1 1 1 2 2 4 4 4 5 5 5 8 9 9 10 10 11 13 14 16 17 17 18 20 21 23 25 26 28 29 31 33 35 37 38 40 43 45 47 49",
    "Q": "1 1 2 2 4 4 6 6 8 8 8 10 12 16 12 17 16 18 21 20 23 23 25 27 29 34 34 35 38 40 43 45 48 51 53 56 59 62 65 68",
    "H": "1 1 2 4 4 4 5 6 8 8 11 11 16 16 18 16 19 21 25 25 25 34 30 32 35 37 40 42 45 48 51 54 57 60 63 66 70 74 77 81",
}


def text_of(codewords: bytes, version: int, correction: str) -> str:
    """What a code says; raises `UnreadableCode` for one that is damaged, even if it could be made good."""
    extra, count = (int(table[correction].split()[version - 1]) for table in (EXTRA, BLOCKS))
    data = b""
    for block in _blocks(codewords, extra, count):
        if _check(block[:-extra], extra) != int.from_bytes(block[-extra:]):
            raise UnreadableCode("some of its modules are wrong")
        data += block[:-extra]
    return "".join(_segments(data, version))


def _blocks(codewords: bytes, extra: int, count: int) -> Iterator[bytes]:
    """The blocks that were woven into each other (7.6); the last ones may be longer by a codeword."""
    whole = len(codewords) - extra * count
    length, longer = divmod(whole, count)
    short = count - longer
    for block in range(count):
        more = codewords[length * count + block - short : whole][:1] if block >= short else b""
        yield codewords[block : length * count : count] + more + codewords[whole + block :: count]


def _check(data: bytes, extra: int) -> int:
    """The codewords that correct some data, as one number: what its division by the generator leaves (7.5.2)."""
    table, top = _multiples(extra), 8 * (extra - 1)
    rest, below = 0, (1 << top) - 1
    for codeword in data:
        rest = (rest & below) << 8 ^ table[rest >> top ^ codeword]
    return rest


@lru_cache(maxsize=8)
def _multiples(extra: int) -> list[int]:
    """The generator polynomial without its highest term, times each element of the field."""
    generator, root = [1], 1
    for _ in range(extra):  # times (x - root), the highest power first
        generator = [
            one ^ _product(other, root) for one, other in zip([*generator, 0], [0, *generator], strict=True)
        ]
        root = _product(root, 2)
    table = [0] * 256
    for factor in range(1, 256):
        rest = factor & (factor - 1)
        if rest:  # a sum of two that are known
            table[factor] = table[rest] ^ table[factor ^ rest]
        else:
            table[factor] = int.from_bytes(bytes(_product(one, factor) for one in generator[1:]))
    return table


def _product(one: int, other: int) -> int:
    """Of two elements of the field."""
    product = 0
    while other:
        product ^= one if other & 1 else 0
        one = one << 1 ^ (PRIMITIVE if one & 0x80 else 0)
        other >>= 1
    return product


class _Bits:
    """Data, read from its first bit on."""

    def __init__(self, data: bytes) -> None:
        self._value, self.left = int.from_bytes(data), 8 * len(data)

    def take(self, count: int) -> int:
        """The next bits as a number."""
        if count > self.left:
            raise UnreadableCode("it ends in the middle of its text")
        self.left -= count
        return self._value >> self.left & (1 << count) - 1


def _segments(data: bytes, version: int) -> Iterator[str]:
    """The texts one after the other (7.4)."""
    bits, size, characters = _Bits(data), (version > 9) + (version > 26), ""
    while bits.left >= 4:
        mode = bits.take(4)
        if mode == END:
            return
        if mode == DESIGNATOR:
            characters = _character_set(bits.take(8))
            continue
        if mode not in LENGTHS:
            raise UnreadableCode(f"it holds a segment of mode {mode:04b}, which no address needs")
        count = bits.take(LENGTHS[mode][size])
        match mode:
            case 0b0001:
                yield "".join(_numbers(bits, count))
            case 0b0010:
                yield "".join(_letters(bits, count))
            case _:
                yield _decoded(bytes(bits.take(8) for _ in range(count)), characters)


def _character_set(designator: int) -> str:
    if designator not in CHARACTER_SETS:
        raise UnreadableCode(f"it names the character set {designator}, which no address needs")
    return CHARACTER_SETS[designator]


def _numbers(bits: _Bits, count: int) -> Iterator[str]:
    for at in range(0, count, 3):
        digits = min(3, count - at)
        yield f"{bits.take((0, 4, 7, 10)[digits]):0{digits}}"


def _letters(bits: _Bits, count: int) -> Iterator[str]:
    for _ in range(count // 2):
        first, second = divmod(bits.take(11), 45)
        yield _letter(first) + _letter(second)
    if count % 2:
        yield _letter(bits.take(6))


def _letter(number: int) -> str:
    if number >= len(ALPHANUMERIC):
        raise UnreadableCode("it holds a character that there is not")
    return ALPHANUMERIC[number]


def _decoded(text: bytes, characters: str) -> str:
    """Bytes as a phone takes them: as UTF-8 where they are that and nothing else is said."""
    for name in (characters,) if characters else ("utf-8", "latin-1"):
        with suppress(UnicodeDecodeError):
            return text.decode(name)
    raise UnreadableCode(f"its text is no {characters}")
