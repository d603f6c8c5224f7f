"""Spares segno to look at each module of a QR code for each of the eight masks: the code stays the same.

A code is drawn with the mask that leaves the fewest patterns that mislead a reader (ISO/IEC 18004, 7.8.3). segno counts
them module by module. Here all modules are one number with a byte for each, so that one operation does for all of them.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, reduce
from operator import and_
from typing import Any

import segno.encoder

encoder: Any = segno.encoder  # it has no types
GAP = bytes(4)  # beyond the edges of a code it is light: rows side by side do not touch
MODULE = 8  # bits
FINDER = bytes((1, 0, 1, 1, 1, 0, 1))
# A row of modules like those in the corners, with light ones before or behind it.
MISLEADING = re.compile(FINDER + rb"(?:(?=\0{4})|(?<=\0{4}" + FINDER + rb"))")
RUN = 5  # modules of one colour

_best: Callable[..., tuple[int, Any]] = encoder.find_and_apply_best_mask


def choose_masks_quickly() -> None:
    """Let segno use the function below; doing it again changes nothing."""
    encoder.find_and_apply_best_mask = best_mask


def best_mask(matrix: Any, width: int, height: int, proposed_mask: int | None = None) -> tuple[int, Any]:
    """The number of the mask for a code, and the code with the mask laid over it."""
    if proposed_mask is not None or width != height or width < 21:
        return _best(matrix, width, height, proposed_mask)
    bare = number(matrix)
    masked = [bare ^ mask for mask in _masks(width)]
    penalties = [penalty(code, width) for code in masked]
    chosen = penalties.index(min(penalties))
    stride, modules = width + len(GAP), _bytes(masked[chosen], width)
    return chosen, tuple(
        bytearray(modules[start : start + width]) for start in range(len(GAP), len(modules), stride)
    )


def number(rows: Iterable[bytes | bytearray]) -> int:
    """The modules as one number, row by row."""
    return int.from_bytes(GAP.join([*rows, b""]))


def penalty(code: int, width: int) -> int:
    """How much of a code misleads a reader (7.8.3.1, table 11)."""
    stride, modules = width + len(GAP), _bytes(code, width)
    columns = (modules[first::stride] for first in range(len(GAP), stride))
    turned = GAP.join([b"", *columns, b""])
    misleading = len(MISLEADING.findall(modules)) + len(MISLEADING.findall(turned))
    beside, below = MODULE, MODULE * stride
    inside, above = _inside(width)
    along = (code ^ code >> beside ^ inside) & inside  # modules like the one beside them
    down = (code ^ code >> below ^ above) & above  # and like the one below them
    blocks = (along & along >> below & down).bit_count()
    share = code.bit_count() / width**2
    return (
        _runs(along, beside)
        + _runs(down, below)
        + 3 * blocks
        + 40 * misleading
        + 10 * int(abs(share * 100 - 50) / 5)
    )


def _runs(alike: int, step: int) -> int:
    """Three for each run of five modules of one colour, and one for each module more."""
    ends = reduce(and_, (alike >> step * index for index in range(RUN - 1)))
    return ends.bit_count() + 2 * (ends & ~(ends >> step)).bit_count()


def _bytes(code: int, width: int) -> bytes:
    return code.to_bytes(len(GAP) + width * (width + len(GAP)))


@lru_cache(maxsize=8)
def _inside(width: int) -> tuple[int, int]:
    """The modules that have one to their left, and those that have one above them."""
    whole, first = b"\1" * width, bytes(1) + b"\1" * (width - 1)
    return number([first] * width), number([bytes(width)] + [whole] * (width - 1))


@lru_cache(maxsize=8)
def _masks(width: int) -> tuple[int, ...]:
    """The masks for codes of a width: they leave the patterns by which a reader finds a code as they are."""
    fixed = encoder.make_matrix(width, width)
    encoder.add_finder_patterns(fixed, width, width)
    encoder.add_alignment_patterns(fixed, width, width)
    fixed[-8][8] = 1
    return tuple(
        number(
            bytes(fixed[row][column] > 1 and mask(row, column) for column in range(width))
            for row in range(width)
        )
        for mask in encoder.get_data_mask_functions(False)
    )
