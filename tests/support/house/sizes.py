"""How long modules may be."""

from collections.abc import Mapping
from statistics import median, quantiles

MEDIAN, MOST, LONGEST = 120, 250, 400


def too_long(files: Mapping[str, str]) -> list[str]:
    """Modules over the longest length; and the median and the ninth decile when they are over theirs."""
    lengths = {name: len(text.splitlines()) for name, text in files.items()}
    found = [f"{name} has {length} lines" for name, length in lengths.items() if length > LONGEST]
    middle = median(lengths.values())
    if middle > MEDIAN:
        found.append(f"the median module has {middle:g} lines")
    ninth = quantiles(lengths.values(), n=10, method="inclusive")[-1]
    if ninth > MOST:
        found.append(f"one module in ten has more than {ninth:g} lines")
    return found
