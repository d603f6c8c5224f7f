"""Which found item is which expected one: each is paired, missing, added or moved, and nothing twice."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from glossary_publish.verify.expected import Expected
from glossary_publish.verify.inspection import Item

UNPAIRED = 0.55  # what it costs to leave an item alone; two of them cost more than the most unlike pair
WIDEST_GAP = 250_000  # pairs that are weighed; beyond that, nothing in the gap is alike


@dataclass(frozen=True, slots=True)
class Pair:
    """An expected item and what stands for it in the file."""

    expected: Expected
    found: Item


@dataclass(frozen=True, slots=True)
class Added:
    """A found item that nothing asked for, and the expected item that it repeats or stands beside."""

    found: Item
    beside: Expected | None


@dataclass(frozen=True, slots=True)
class Alignment:
    """All items of both sides: `moved` are in the file, but not where they belong."""

    pairs: tuple[Pair, ...]
    moved: tuple[Pair, ...] = ()
    missing: tuple[Expected, ...] = ()
    added: tuple[Added, ...] = ()


def align(expected: Sequence[Expected], found: Sequence[Item]) -> Alignment:
    """Pair items of equal words in their order, then the rest between them by likeness."""
    wanted, seen = [_key(one.item) for one in expected], [_key(item) for item in found]
    if wanted == seen:
        return Alignment(tuple(map(Pair, expected, found)))
    places = dict(_equal(wanted, seen))
    moved = dict(_moved(wanted, seen, places))
    for rows, columns in _gaps(places, len(expected), len(found)):
        left = [row for row in rows if row not in moved]
        right = [column for column in columns if column not in moved.values()]
        places.update(_alike(expected, found, left, right))
    taken = {*places.values(), *moved.values()}
    twins = {key: row for row, key in reversed(list(enumerate(wanted)))}
    return Alignment(
        tuple(Pair(expected[row], found[column]) for row, column in sorted(places.items())),
        tuple(Pair(expected[row], found[column]) for row, column in sorted(moved.items())),
        tuple(one for row, one in enumerate(expected) if row not in places and row not in moved),
        tuple(
            Added(found[column], expected[twins[key]])
            if key in twins
            else _added(expected, found, places, column)
            for column, key in enumerate(seen)
            if column not in taken
        ),
    )


def _key(item: Item) -> str:
    """Equal for items of the same words, wherever their lines end."""
    return (item.text or item.alt).replace("\n", "").replace(" ", "")


def _equal(wanted: Sequence[str], seen: Sequence[str]) -> Iterator[tuple[int, int]]:
    matcher = SequenceMatcher(None, wanted, seen, autojunk=False)
    for row, column, size in matcher.get_matching_blocks():
        yield from ((row + index, column + index) for index in range(size))


def _moved(wanted: Sequence[str], seen: Sequence[str], places: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Items that are on both sides word for word, but not in their order."""
    taken = set(places.values())
    free: dict[str, list[int]] = defaultdict(list)
    for column, key in enumerate(seen):
        if column not in taken and key:
            free[key].append(column)
    for row, key in enumerate(wanted):
        if row not in places and free[key]:
            yield row, free[key].pop(0)


def _gaps(places: dict[int, int], rows: int, columns: int) -> Iterator[tuple[range, range]]:
    """The stretches on both sides between two pairs."""
    row = column = 0
    for next_row, next_column in [*sorted(places.items()), (rows, columns)]:
        if next_row > row and next_column > column:
            yield range(row, next_row), range(column, next_column)
        row, column = next_row + 1, next_column + 1


def _alike(
    expected: Sequence[Expected], found: Sequence[Item], rows: Sequence[int], columns: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The cheapest way to pair the items of a gap in their order (Needleman and Wunsch)."""
    if len(rows) * len(columns) > WIDEST_GAP:
        return
    left = [_words(expected[row].item) for row in rows]
    right = [_words(found[column]) for column in columns]
    best = [[UNPAIRED * (i + j) for j in range(len(columns) + 1)] for i in range(len(rows) + 1)]
    unlike = [[_unlike(a, b) for b in right] for a in left]
    for i in range(1, len(rows) + 1):
        for j in range(1, len(columns) + 1):
            pair = best[i - 1][j - 1] + unlike[i - 1][j - 1]
            best[i][j] = min(pair, best[i - 1][j] + UNPAIRED, best[i][j - 1] + UNPAIRED)
    i, j = len(rows), len(columns)
    while i and j:
        if best[i][j] == best[i - 1][j - 1] + unlike[i - 1][j - 1]:
            i, j = i - 1, j - 1
            yield rows[i], columns[j]
        elif best[i][j] == best[i - 1][j] + UNPAIRED:
            i -= 1
        else:
            j -= 1


def _words(item: Item) -> Counter[str]:
    """The words of an item, and its kind as one more."""
    return Counter([*(item.text or item.alt).split(), f"\n{item.kind.value}"])


def _unlike(one: Counter[str], other: Counter[str]) -> float:
    """From 0 for the same words to 1 for none in common."""
    return 1 - 2 * (one & other).total() / (one.total() + other.total())


def _added(expected: Sequence[Expected], found: Sequence[Item], places: dict[int, int], column: int) -> Added:
    rows = {place: row for row, place in places.items()}
    before = [rows[place] for place in range(column) if place in rows]
    after = [rows[place] for place in range(column, len(found)) if place in rows]
    if before and after and found[column].stamp:
        # Between two parts, the boilerplate that the item claims to be of decides.
        beside = [expected[row] for row in (before[-1], after[0])]
        return Added(found[column], max(beside, key=lambda one: one.item.stamp == found[column].stamp))
    near = before[-1:] or after[:1]
    return Added(found[column], expected[near[0]] if near else None)
