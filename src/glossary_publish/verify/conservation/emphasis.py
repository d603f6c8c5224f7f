"""Which stars and low lines are marks of emphasis and which are signs of the text (CommonMark 0.31, 6.2)."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Run:
    """A run of one sign; `left` counts the signs that no emphasis has used up."""

    sign: str
    length: int
    left: int
    opens: bool
    closes: bool
    piece: int  # where it stands among the pieces of the text


def run_of(sign: str, length: int, before: str, after: str, piece: int) -> Run:
    """A run between two characters; the ends of a text count as white space."""
    space_before, space_after = _is_space(before), _is_space(after)
    sign_before, sign_after = _is_sign(before), _is_sign(after)
    left = not space_after and (not sign_after or space_before or sign_before)
    right = not space_before and (not sign_before or space_after or sign_after)
    if sign == "_":
        opens, closes = left and (not right or sign_before), right and (not left or sign_after)
    else:
        opens, closes = left, right
    return Run(sign, length, length, opens, closes, piece)


def use_up(runs: Sequence[Run]) -> None:
    """Take from each run the signs that are marks of emphasis."""
    active: list[int] = []  # runs that may still open something
    floors: dict[tuple[str, bool, int], int] = {}  # below which no opener was found before
    for index, closer in enumerate(runs):
        while closer.closes and closer.left:
            key = (closer.sign, closer.opens, closer.length % 3)
            opener = _opener(runs, active, closer, floors.get(key, -1))
            if opener is None:
                floors[key] = index - 1
                break
            used = 2 if runs[opener].left >= 2 <= closer.left else 1
            runs[opener].left -= used
            closer.left -= used
            while active and active[-1] > opener:
                active.pop()
            if not runs[opener].left:
                active.pop()
        if closer.opens and closer.left:
            active.append(index)


def _opener(runs: Sequence[Run], active: Sequence[int], closer: Run, floor: int) -> int | None:
    for index in reversed(active):
        if index <= floor:
            return None
        opener = runs[index]
        # The rule of three: `*a**b*` is no emphasis in emphasis.
        odd = (
            (opener.closes or closer.opens) and closer.length % 3 and not (opener.length + closer.length) % 3
        )
        if opener.sign == closer.sign and not odd:
            return index
    return None


def _is_space(character: str) -> bool:
    return not character or character.isspace()


def _is_sign(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "PS"
