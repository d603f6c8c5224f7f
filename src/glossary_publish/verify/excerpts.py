"""Short quotations for messages."""

LONGEST = 60
BEFORE, AFTER = 2, 4  # words shown around the first one that differs


def shortened(text: str) -> str:
    """The beginning of a text."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def difference(expected: str, found: str) -> str:
    """Where two texts part: the first words that differ, with a few around them."""
    wanted, seen = expected.split(), found.split()
    pairs = zip(wanted, seen, strict=False)
    place = next((i for i, (one, other) in enumerate(pairs) if one != other), min(len(wanted), len(seen)))
    return f"expected {_around(wanted, place)!r}, found {_around(seen, place)!r}"


def _around(words: list[str], place: int) -> str:
    start, end = max(0, place - BEFORE), place + AFTER
    return "… " * (start > 0) + " ".join(words[start:end]) + " …" * (end < len(words))
