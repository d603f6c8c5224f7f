"""The explanations of all diagnostic codes, gathered from each `codes.toml` of the package."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a diagnostic says, why it matters to a reader, how to mend it, and the file that explains it."""

    what: str
    why: str
    fix: str
    source: str


def explanations() -> dict[str, Explanation]:
    """All codes of the package; raises `ValueError` for a code that is explained twice."""
    package = Path(__file__).resolve().parents[1]
    found: dict[str, Explanation] = {}
    for file in sorted(package.rglob("codes.toml")):
        source = file.relative_to(package).as_posix()
        for code, entry in tomllib.loads(file.read_text("utf-8")).items():
            if code in found:
                raise ValueError(f"{code} is explained in {found[code].source} and in {source}")
            found[code] = Explanation(entry["what"], entry["why"], entry["fix"], source)
    return found
